// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QQueue>

#include <optional>

namespace kakuin::psrp {

inline constexpr qsizetype fragmentHeaderBytes = 21;

/// The header of a fragment.
/// Shape:  big-endian: object id, fragment id, flags (1 first, 2 last), length of what follows.
/// Source: MS-PSRP 2.2.4.
struct FragmentHeader final {
    quint64 objectId = 0;
    quint64 fragmentId = 0;
    bool isFirst = false;
    bool isLast = false;
    quint32 blobBytes = 0;
    friend bool operator==(const FragmentHeader &, const FragmentHeader &) = default;
};

/// From the first 21 bytes; the caller has checked that they are there. Errors: UnexpectedOutput for unknown flags.
[[nodiscard]] Result<FragmentHeader> readFragmentHeader(const char *bytes);
[[nodiscard]] QByteArray writeFragmentHeader(const FragmentHeader &header);

/// Messages that wait to be sent on one stream of one channel, cut into fragments when the transport asks.
/// Shape:  enqueue() in the order of sending; take(n) gives whole fragments of at most n bytes together.
/// Source: MS-PSRP 2.2.4, 3.1.5.1.
class FragmentQueue final {
public:
    /// objectId comes from one counter for the session; an empty message is not possible (it has a header).
    void enqueue(quint64 objectId, QByteArray message);
    [[nodiscard]] bool isEmpty() const { return m_messages.isEmpty(); }
    /// Empty when nothing waits, or when not even one byte of a message fits behind a header.
    /// endsWithMessage: nothing of the next message in the same piece.
    [[nodiscard]] QByteArray take(qsizetype maxBytes, bool endsWithMessage = false);
    void clear() { m_messages.clear(); }
    /// Whether take() has given the first message to its last byte.
    [[nodiscard]] bool hasGivenOne() const { return m_hasGivenOne; }

private:
    struct Waiting final {
        quint64 objectId = 0;
        QByteArray message;
        qsizetype sentBytes = 0;
        quint64 fragmentId = 0;
    };
    QQueue<Waiting> m_messages;
    bool m_hasGivenOne = false;
};

} // namespace kakuin::psrp
