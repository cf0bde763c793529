// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDeadlineTimer>

#include <atomic>

namespace kakuin {

/// A TCP connection that blocks, and the one place that knows time: whatever a library, TLS or a talk above it wait
/// for, they wait here, until a deadline or until somebody breaks it off. POSIX only.
/// Shape:   open(), then read() and write() as POSIX has them (-1 and errno), which block no longer than the deadline.
///          Once one has failed, all do, and ending() says why.
/// Errors:  of open: HostNameUnknown, PortClosed, NoAnswer, Cancelled; subject: the host.
/// Threads: one, but for breakOff(). Looking up a name cannot be broken off.
class DeadlineSocket final {
public:
    enum class Ending { None, Closed, TimedOut, BrokenOff, TooMuch };

    explicit DeadlineSocket(qint64 mostBytes);
    ~DeadlineSocket();
    Q_DISABLE_COPY_MOVE(DeadlineSocket)

    [[nodiscard]] Result<void> open(const QString &host, quint16 port, QDeadlineTimer deadline);
    void close();
    void setDeadline(QDeadlineTimer deadline) { m_deadline = deadline; }
    /// Any thread, at any time, also before open().
    void breakOff();

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] Ending ending() const { return m_ending; }
    qint64 read(char *bytes, qint64 most);
    qint64 write(const char *bytes, qint64 count);

private:
    enum class Wait { Ready, TimedOut, BrokenOff };
    [[nodiscard]] Wait waitFor(short events, QDeadlineTimer deadline) const;
    [[nodiscard]] int tryAddress(const void *address, QDeadlineTimer deadline);
    qint64 end(Ending ending, int code);

    int m_descriptor = -1;
    int m_wake[2] = {-1, -1}; ///< a pipe: readable once it is broken off
    std::atomic_bool m_isBrokenOff = false;
    QDeadlineTimer m_deadline{QDeadlineTimer::Forever};
    qint64 m_bytesLeft = 0;
    Ending m_ending = Ending::None;
};

} // namespace kakuin
