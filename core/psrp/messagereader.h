// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/defragmenter.h"
#include "core/psrp/message.h"

namespace kakuin::psrp {

/// One message and what its document says.
struct ReadMessage final {
    Message message; ///< without its data where that was output and could be read
    Result<clixml::Value> value;
};

/// Why the rest of a channel cannot be read.
struct ReadFailure final {
    Error error;
    Evidence evidence; ///< what broke the protocol; empty for a limit
};

/// What one piece of a channel completed.
struct Reading final {
    QList<ReadMessage> messages;
    std::optional<ReadFailure> failure; ///< behind them
};

/// Reads the messages of one channel: joins fragments, decodes documents, and keeps the limits before it does so.
/// Shape:   read() for each piece of bytes, in order, cut anywhere.
/// Errors:  UnexpectedOutput for what breaks the protocol, OutputLimitExceeded for too much; the same again for every
///          later piece. A document that cannot be read is an error in its message's place.
/// Threads: any, one at a time.
/// Source:  MS-PSRP 2.2.1, 2.2.4.
class MessageReader final {
public:
    explicit MessageReader(WireLimits limits = {});
    [[nodiscard]] Reading read(const QByteArray &bytes);
    /// Of a message that has not arrived whole.
    [[nodiscard]] qsizetype pendingBytes() const { return m_fragments.pendingBytes(); }
    /// The estimate of what has been read so far.
    [[nodiscard]] qint64 heldBytes() const { return m_heldBytes; }

private:
    [[nodiscard]] std::optional<Error> countedOver(const Message &message);

    WireLimits m_limits;
    Defragmenter m_fragments;
    qint64 m_objects = 0;
    qint64 m_records = 0;
    qint64 m_heldBytes = 0;
    std::optional<ReadFailure> m_failure;
};

} // namespace kakuin::psrp
