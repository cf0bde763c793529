// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/evidence.h"
#include "core/psrp/fragment.h"

namespace kakuin::psrp {

/// Bounds against a hostile or broken peer.
/// Errors:  a message or a fragment that is too long is UnexpectedOutput and ends the pool. Too much of what each is
///          small enough is OutputLimitExceeded: it ends the pipeline, or the pool when it is on the pool's channel.
/// Source:  ours (decision D111): a server with 20,000 certificates stays far below them.
struct WireLimits final {
    qsizetype messageBytes = 64LL * 1024 * 1024; ///< one message after joining its fragments
    qsizetype fragmentBytes = 10LL * 1024 * 1024; ///< one blob
    qint64 objects = 100'000; ///< output of one channel
    qint64 records = 100'000; ///< everything else on it: warnings, errors, progress, calls of the host, states
    qint64 heldBytes = 1024LL * 1024 * 1024; ///< of one channel, in memory after reading; estimated before it is read
};

/// Joins the fragments of one channel (the pool, or one pipeline) to messages.
/// Shape:   append() whatever arrives, cut anywhere; next() until it gives nothing.
/// Errors:  UnexpectedOutput with the object's number and what was wrong; the same again for every later call,
///          because a stream that is out of step cannot be trusted again.
/// Memory:  what has arrived, never what a length announces.
/// Source:  MS-PSRP 2.2.4, 3.1.5.1.
class Defragmenter final {
public:
    explicit Defragmenter(WireLimits limits = {});

    void append(const QByteArray &bytes);
    [[nodiscard]] Result<std::optional<QByteArray>> next();
    /// The fragment that was refused; nothing before that.
    [[nodiscard]] const Evidence &evidence() const { return m_evidence; }
    /// What has arrived and is not part of a whole message yet.
    [[nodiscard]] qsizetype pendingBytes() const { return m_buffer.size() - m_position + m_message.size(); }
    /// Whether the stream stands between two messages: nothing half of one is held.
    [[nodiscard]] bool isBetweenMessages() const { return m_buffer.size() == m_position && !m_isInside; }

private:
    [[nodiscard]] Result<void> check(const FragmentHeader &header) const;
    [[nodiscard]] tl::unexpected<Error> broken(Error error);

    WireLimits m_limits;
    QByteArray m_buffer;
    qsizetype m_position = 0; // of the first byte that was not looked at yet
    QByteArray m_message;
    quint64 m_objectId = 0;
    quint64 m_nextFragmentId = 0;
    bool m_isInside = false;
    std::optional<Error> m_error;
    Evidence m_evidence;
};

} // namespace kakuin::psrp
