// SPDX-License-Identifier: MIT
#include "core/base/deadlinesocket.h"

#include <QtCore/QScopeGuard>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kakuin {

using namespace Qt::StringLiterals;

namespace {

#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL; // a connection that went is an error, not the end of the program
#else
constexpr int sendFlags = 0;
#endif

void prepare(int descriptor)
{
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
#ifdef SO_NOSIGPIPE
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
}

bool isLater(int code)
{
    return code == EAGAIN || code == EWOULDBLOCK || code == EINTR;
}

} // namespace

DeadlineSocket::DeadlineSocket(qint64 mostBytes)
    : m_bytesLeft(mostBytes)
{
    if (::pipe(m_wake) != 0)
        return; // then breakOff() is seen at the next read or write only
    prepare(m_wake[0]);
    prepare(m_wake[1]);
}

DeadlineSocket::~DeadlineSocket()
{
    close();
    for (const int descriptor : m_wake) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

void DeadlineSocket::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void DeadlineSocket::breakOff()
{
    if (m_isBrokenOff.exchange(true) || m_wake[1] < 0)
        return;
    const char byte = 0;
    ssize_t written = -1;
    do
        written = ::write(m_wake[1], &byte, 1);
    while (written < 0 && errno == EINTR);
}

DeadlineSocket::Wait DeadlineSocket::waitFor(short events, QDeadlineTimer deadline) const
{
    for (;;) {
        if (m_isBrokenOff)
            return Wait::BrokenOff;
        if (deadline.hasExpired()) // first: who always has one more byte to say must not win
            return Wait::TimedOut;
        pollfd watched[2] = {{m_descriptor, events, 0}, {m_wake[0], POLLIN, 0}}; // poll() passes over -1
        const qint64 patience = deadline.isForever() ? -1 : qMin<qint64>(deadline.remainingTime(), 1'000'000);
        const int count = ::poll(watched, 2, static_cast<int>(patience));
        if (count > 0 && watched[1].revents == 0)
            return Wait::Ready;
        if (count < 0 && errno != EINTR)
            return Wait::TimedOut;
    }
}

// 0, or the reason as errno has it
int DeadlineSocket::tryAddress(const void *address, QDeadlineTimer deadline)
{
    const auto *info = static_cast<const addrinfo *>(address);
    m_descriptor = ::socket(info->ai_family, info->ai_socktype, info->ai_protocol);
    if (m_descriptor < 0)
        return errno;
    prepare(m_descriptor);
    int reason = ::connect(m_descriptor, info->ai_addr, info->ai_addrlen) == 0 ? 0 : errno;
    if (reason == EINPROGRESS || reason == EINTR) {
        const Wait waited = waitFor(POLLOUT, deadline);
        socklen_t size = sizeof reason;
        if (waited != Wait::Ready)
            reason = waited == Wait::TimedOut ? ETIMEDOUT : ECANCELED;
        else if (::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &reason, &size) != 0)
            reason = errno;
    }
    if (reason != 0)
        close();
    return reason;
}

Result<void> DeadlineSocket::open(const QString &host, quint16 port, QDeadlineTimer deadline)
{
    close();
    m_ending = Ending::None;
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_ADDRCONFIG;
    addrinfo *found = nullptr;
    const int looked = ::getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &wanted, &found);
    const auto freeing = qScopeGuard([&] {
        if (found)
            ::freeaddrinfo(found);
    });
    if (looked != 0)
        return fail(ErrorCode::HostNameUnknown, host, QString::fromLocal8Bit(::gai_strerror(looked)));
    int left = 0;
    for (const addrinfo *one = found; one; one = one->ai_next)
        ++left;
    int reason = EHOSTUNREACH;
    for (const addrinfo *one = found; one; one = one->ai_next, --left) {
        // an address behind which nobody is leaves time for the others
        const QDeadlineTimer share(deadline.isForever() ? qint64{-1} : deadline.remainingTime() / left);
        reason = tryAddress(one, share);
        if (reason == 0 || reason == ECANCELED)
            break;
    }
    const QString detail = QString::fromLocal8Bit(std::strerror(reason));
    switch (reason) {
    case 0:
        m_deadline = deadline;
        return {};
    case ECANCELED:
        return fail(ErrorCode::Cancelled, host);
    case ECONNREFUSED:
        return fail(ErrorCode::PortClosed, host, u"%1: %2"_s.arg(port).arg(detail));
    default:
        return fail(ErrorCode::NoAnswer, host, u"%1: %2"_s.arg(port).arg(detail));
    }
}

qint64 DeadlineSocket::end(Ending ending, int code)
{
    if (m_ending == Ending::None)
        m_ending = ending;
    errno = code;
    return -1;
}

qint64 DeadlineSocket::read(char *bytes, qint64 most)
{
    if (m_descriptor < 0 || m_ending != Ending::None)
        return end(Ending::Closed, ECONNRESET);
    for (;;) {
        const Wait waited = waitFor(POLLIN, m_deadline);
        if (waited != Wait::Ready)
            return waited == Wait::TimedOut ? end(Ending::TimedOut, ETIMEDOUT) : end(Ending::BrokenOff, ECANCELED);
        const ssize_t got = ::recv(m_descriptor, bytes, static_cast<size_t>(most), 0);
        if (got > 0) {
            m_bytesLeft -= got;
            return m_bytesLeft < 0 ? end(Ending::TooMuch, EMSGSIZE) : got;
        }
        if (got == 0) {
            end(Ending::Closed, 0);
            return 0;
        }
        if (!isLater(errno))
            return end(Ending::Closed, errno);
    }
}

qint64 DeadlineSocket::write(const char *bytes, qint64 count)
{
    if (m_descriptor < 0 || m_ending != Ending::None)
        return end(Ending::Closed, ECONNRESET);
    for (;;) {
        const Wait waited = waitFor(POLLOUT, m_deadline);
        if (waited != Wait::Ready)
            return waited == Wait::TimedOut ? end(Ending::TimedOut, ETIMEDOUT) : end(Ending::BrokenOff, ECANCELED);
        const ssize_t sent = ::send(m_descriptor, bytes, static_cast<size_t>(count), sendFlags);
        if (sent >= 0)
            return sent;
        if (!isLater(errno))
            return end(Ending::Closed, errno);
    }
}

} // namespace kakuin
