// SPDX-License-Identifier: MIT
#include "labserver/httpfront.h"

#include "core/x509/maker.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QTcpSocket>

namespace kakuin::labserver {

using namespace Qt::StringLiterals;

QByteArray pem(const char *name, const QByteArray &der)
{
    QByteArray text = QByteArray("-----BEGIN ") + name + "-----\n";
    const QByteArray base64 = der.toBase64();
    for (qsizetype i = 0; i < base64.size(); i += 64)
        text += base64.mid(i, 64) + '\n';
    return text + "-----END " + name + "-----\n";
}

namespace {

constexpr int handshakePatienceMs = 60'000; // Qt's five seconds are short on a computer that does much else

QByteArray header(const QByteArray &head, const QByteArray &name)
{
    const QByteArrayList lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == name)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

} // namespace

struct HttpFront::Connection final {
    QPointer<QTcpSocket> socket;
    std::unique_ptr<remote::HttpPoster> poster;
    std::unique_ptr<FrontGuard> guard;
    QByteArray buffer;
};

HttpFront::HttpFront(remote::HttpPosterFactory posters)
    : m_posters(std::move(posters))
{
}

HttpFront::~HttpFront() = default;

Result<void> HttpFront::listen(const Options &options)
{
    m_isTls = options.isTls;
    m_path = options.path;
    if (!m_isTls)
        m_server = std::make_unique<QTcpServer>();
    else if (const auto made = makeTls(options); !made)
        return made;
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpFront::accept);
    if (!m_server->listen(QHostAddress::LocalHost, options.port))
        return fail(ErrorCode::Internal, {}, m_server->errorString());
    return {};
}

Result<void> HttpFront::makeTls(const Options &options)
{
    static const auto key = x509::PrivateKey::generateRsa(2048); // one a process: making it takes a moment
    if (!key)
        return tl::unexpected<Error>(key.error());
    x509::CertificateRequest request;
    request.subject = x509::parseName(u"CN="_s + options.certificateName).value_or(QList<x509::NameAttribute>());
    request.dnsNames = QStringList{options.certificateName};
    request.notBeforeUtc = QDateTime::currentDateTimeUtc().addDays(-3);
    request.notAfterUtc = QDateTime::currentDateTimeUtc().addDays(options.hasExpired ? -1 : 1);
    const auto der = x509::makeSelfSigned(request, *key);
    if (!der)
        return tl::unexpected<Error>(der.error());
    m_certificate = *der;
    QFile file(caFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(pem("CERTIFICATE", *der)) < 0)
        return fail(ErrorCode::FileUnwritable, caFile());
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(*der, QSsl::Der));
    configuration.setPrivateKey(QSslKey(pem("PRIVATE KEY", key->toPkcs8()), QSsl::Rsa));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!options.clientAuthority.isEmpty()) {
        configuration.setCaCertificates({QSslCertificate(options.clientAuthority, QSsl::Der)});
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        configuration.setMissingCertificateIsFatal(true);
        configuration.setHandshakeMustInterruptOnError(true); // it says what is wrong before it hangs up
    }
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    server->setHandshakeTimeout(handshakePatienceMs);
    m_server = std::move(server);
    return {};
}

QString HttpFront::url() const
{
    return u"%1://localhost:%2"_s.arg(m_isTls ? u"https"_s : u"http"_s).arg(m_server->serverPort())
        + (m_path.isEmpty() ? u"/PowerShell/"_s : QString::fromLatin1(m_path));
}

void HttpFront::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        m_sockets.append(socket);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // else each answer waits for the client's nod
        const auto connection = std::make_shared<Connection>();
        connection->socket = socket;
        connection->poster = m_posters();
        if (m_guards)
            connection->guard = m_guards();
        const std::weak_ptr<Connection> weak(connection); // the socket's slots own it
        connect(connection->poster.get(), &remote::HttpPoster::answered, socket,
            [this, weak](int status, const QByteArray &type, const QByteArray &body) {
                if (const auto alive = weak.lock())
                    this->answer(alive, {status, type, body, {}});
            });
        connect(connection->poster.get(), &remote::HttpPoster::failed, socket, [socket] { socket->abort(); });
        connect(socket, &QTcpSocket::readyRead, socket, [this, connection] { read(connection); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(connection);
    }
}

void HttpFront::read(const std::shared_ptr<Connection> &connection)
{
    if (connection->socket)
        connection->buffer += connection->socket->readAll();
    if (!m_isTls && connection->buffer.startsWith('\x16')) { // the beginning of a TLS handshake
        connection->buffer.clear();
        write(*connection, {400, "text/html", "<html>This is http.</html>", {}}, true);
    }
    while (connection->socket) {
        const qsizetype end = connection->buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = connection->buffer.first(end);
        const qsizetype length = header(head, "content-length").toLongLong();
        if (connection->buffer.size() < end + 4 + length)
            return;
        const QByteArray body = connection->buffer.sliced(end + 4, length);
        connection->buffer.remove(0, end + 4 + length);
        take(*connection, head, body);
    }
}

void HttpFront::take(Connection &connection, const QByteArray &head, const QByteArray &body)
{
    ++m_requests;
    m_bodies += body.isEmpty() ? 0 : 1;
    m_cookiesSeen.append(header(head, "cookie"));
    if (std::exchange(m_dropsNext, false)) {
        connection.socket->abort();
        return;
    }
    FrontGuard::Request request{header(head, "authorization"), header(head, "content-type"), body};
    if (m_isSilent || isRefused(connection, head, request.authorization))
        return;
    const auto refused = connection.guard ? connection.guard->admit(request) : std::nullopt;
    if (refused)
        write(connection, *refused, true);
    else if (m_answer)
        write(connection, *m_answer, true);
    else
        connection.poster->post(request.body, std::chrono::seconds(20));
}

bool HttpFront::isRefused(Connection &connection, const QByteArray &head, const QByteArray &authorization)
{
    if (!m_authorization.isEmpty() && authorization != m_authorization) {
        m_refusals += authorization.isEmpty() ? 0 : 1;
        write(
            connection, {401, "text/html", "<html>who are you?</html>", {"WWW-Authenticate: Basic realm=\"x\""}}, true);
        return true;
    }
    const QByteArray path = head.split('\n').constFirst().split(' ').value(1).split('?').constFirst();
    if (m_path.isEmpty() || path.compare(m_path, Qt::CaseInsensitive) == 0)
        return false;
    write(connection, {404, "text/html", "<html><title>not found</title></html>", {}}, true);
    return true;
}

void HttpFront::answer(const std::shared_ptr<Connection> &connection, const FrontAnswer &answer)
{
    if (m_isSilent)
        return;
    if (m_delay.count() == 0) {
        write(*connection, answer, false);
        return;
    }
    QTimer::singleShot(m_delay, connection->socket, [this, connection, answer] { write(*connection, answer, false); });
}

// `isOwn`: as the web server itself says it
void HttpFront::write(Connection &connection, FrontAnswer answer, bool isOwn)
{
    if (!connection.socket)
        return;
    if (connection.guard && !isOwn)
        connection.guard->dress(answer);
    QByteArray text
        = "HTTP/1.1 " + QByteArray::number(answer.status) + " x\r\nContent-Type: " + answer.contentType + "\r\n";
    text += "Date: " + QLocale::c().toString(m_clock->nowUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1()
        + "\r\n";
    for (const QByteArray &line : std::as_const(answer.headers))
        text += line + "\r\n";
    if (!m_cookie.isEmpty())
        text += "Set-Cookie: " + m_cookie + "\r\n";
    if (!isOwn && answer.status == 200 && std::exchange(m_cutsNext, false)) {
        connection.socket->write(text + "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n"
            + answer.body.first(answer.body.size() / 2));
        connection.socket->disconnectFromHost(); // after what was written
        Q_EMIT answerCut();
        return;
    }
    if (!m_isChunked) {
        connection.socket->write(
            text + "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n" + answer.body);
        return;
    }
    text += "Transfer-Encoding: chunked\r\n\r\n";
    for (qsizetype i = 0; i < answer.body.size(); i += 1000) {
        const QByteArray chunk = answer.body.mid(i, 1000);
        text += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    connection.socket->write(text + "0\r\n\r\n");
}

void HttpFront::dropConnections()
{
    for (const auto &socket : std::as_const(m_sockets)) {
        if (socket)
            socket->abort();
    }
}

} // namespace kakuin::labserver
