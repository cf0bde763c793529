// SPDX-License-Identifier: MIT
#include "core/live/networkprobe.h"

#include "core/base/socketwork.h"
#include "core/live/starttlstalk.h"
#include "core/x509/reader.h"
#include "core/x509/tlshandshake.h"

#include <QtCore/QCryptographicHash>

namespace kakuin::live {

using domain::LivePort;
using domain::ServedCertificate;
using Ending = DeadlineSocket::Ending;

namespace {

constexpr qint64 pieceBytes = 16 * 1024;

/// One port, from connecting to closing. Blocks; for a thread of its own.
class Visit final {
public:
    Visit(DeadlineSocket &socket, const QString &host, const LivePort &port, const LiveLimits &limits)
        : m_socket(socket)
        , m_host(host)
        , m_port(port)
        , m_limits(limits)
    {
    }

    [[nodiscard]] Result<ServedCertificate> run()
    {
        const QDeadlineTimer whole(m_limits.whole);
        return m_socket.open(m_host, m_port.number, QDeadlineTimer(qMin(m_limits.connecting, m_limits.whole)))
            .and_then([&] {
                m_socket.setDeadline(whole);
                return m_port.startsWithTls ? Result<void>() : talk();
            })
            .and_then([&] { return shakeHands(); });
    }

private:
    [[nodiscard]] Error broken() const
    {
        switch (m_socket.ending()) {
        case Ending::TimedOut:
            return {ErrorCode::NoAnswer, m_host, QString::number(m_port.number)};
        case Ending::BrokenOff:
            return {ErrorCode::Cancelled, m_host, {}};
        case Ending::TooMuch:
            return {ErrorCode::ServiceForeign, m_host, QStringLiteral("too much")};
        case Ending::Closed:
        case Ending::None:
            break;
        }
        return {ErrorCode::ConnectionLost, m_host, QString::number(m_port.number)};
    }

    [[nodiscard]] bool send(const QByteArray &bytes)
    {
        for (qint64 sent = 0; sent < bytes.size();) {
            const qint64 count = m_socket.write(bytes.constData() + sent, bytes.size() - sent);
            if (count < 0)
                return false;
            sent += count;
        }
        return true;
    }

    [[nodiscard]] Result<QByteArray> receive()
    {
        QByteArray bytes(pieceBytes, Qt::Uninitialized);
        const qint64 got = m_socket.read(bytes.data(), bytes.size());
        if (got <= 0)
            return tl::unexpected<Error>(broken());
        bytes.truncate(got);
        return bytes;
    }

    [[nodiscard]] Result<void> talk()
    {
        StartTlsTalk talk(m_port.service);
        while (talk.state() == StartTlsTalk::State::Talking) {
            const auto bytes = receive();
            if (!bytes)
                return tl::unexpected<Error>(bytes.error());
            talk.feed(*bytes);
            if (!send(talk.takeOutgoing()))
                return tl::unexpected<Error>(broken());
        }
        if (talk.state() == StartTlsTalk::State::ReadyForTls)
            return {};
        // in clear, as all before it was; whether it arrives does not matter any more
        [[maybe_unused]] const bool isSaid = send(StartTlsTalk::lastWord(m_port.service));
        return fail(talk.error().code, m_host, talk.error().detail);
    }

    [[nodiscard]] Result<ServedCertificate> shakeHands()
    {
        x509::TlsHandshake tls(m_host);
        auto state = tls.begin();
        while (true) {
            // also after a failure: the server is told by an alert
            if (!send(tls.takeOutgoing()) && state == x509::TlsHandshake::State::UnderWay)
                return tl::unexpected<Error>(broken());
            if (state != x509::TlsHandshake::State::UnderWay)
                break;
            const auto bytes = receive();
            if (!bytes)
                return tl::unexpected<Error>(bytes.error());
            state = tls.feed(*bytes);
        }
        if (state == x509::TlsHandshake::State::Failed)
            return fail(ErrorCode::TlsFailed, m_host, tls.reason());
        leave(tls);
        return served(tls);
    }

    // A server that is left in the middle of its sentence writes an error into its log: it may end it.
    void leave(x509::TlsHandshake &tls)
    {
        m_socket.setDeadline(QDeadlineTimer(m_limits.closing));
        tls.closeNotify(StartTlsTalk::lastWord(m_port.service));
        bool isThere = send(tls.takeOutgoing());
        while (isThere)
            isThere = receive().has_value();
    }

    [[nodiscard]] Result<ServedCertificate> served(const x509::TlsHandshake &tls) const
    {
        ServedCertificate served;
        served.chain = tls.certificates();
        served.tlsVersion = tls.version();
        if (served.chain.isEmpty())
            return fail(ErrorCode::TlsFailed, m_host, QStringLiteral("a server without a certificate"));
        served.sha256 = QCryptographicHash::hash(served.chain.constFirst(), QCryptographicHash::Sha256);
        const auto facts = x509::readDer(served.chain.constFirst());
        if (!facts)
            return fail(ErrorCode::MalformedCertificate, m_host, facts.error().detail);
        served.facts = *facts;
        return served;
    }

    DeadlineSocket &m_socket;
    QString m_host;
    LivePort m_port;
    LiveLimits m_limits;
};

} // namespace

bool NetworkProbe::isAvailable()
{
    return true;
}

QFuture<Result<ServedCertificate>> NetworkProbe::ask(const domain::Server &server, const LivePort &port)
{
    const QString host = server.fqdn.isEmpty() ? server.id.name() : server.fqdn;
    // the socket's own deadlines come first; this one is for a name server that never answers
    const auto patience = m_limits.whole + m_limits.connecting;
    return runOnSocket<ServedCertificate>(m_limits.mostBytes, patience, host,
        [host, port, limits = m_limits](DeadlineSocket &socket) { return Visit(socket, host, port, limits).run(); });
}

} // namespace kakuin::live
