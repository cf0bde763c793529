// SPDX-License-Identifier: MIT
#include "httpfront.h"

#include "core/x509/maker.h"

#include <QtCore/QFile>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QTcpSocket>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

QByteArray pem(const char *name, const QByteArray &der)
{
    QByteArray text = QByteArray("-----BEGIN ") + name + "-----\n";
    const QByteArray base64 = der.toBase64();
    for (qsizetype i = 0; i < base64.size(); i += 64)
        text += base64.mid(i, 64) + '\n';
    return text + "-----END " + name + "-----\n";
}

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
    QByteArray buffer;
};

HttpFront::HttpFront(remote::HttpPosterFactory posters)
    : m_posters(std::move(posters))
{
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &HttpFront::accept);
}

Result<void> HttpFront::listen()
{
    const auto key = x509::PrivateKey::generateRsa(2048);
    if (!key)
        return tl::unexpected<Error>(key.error());
    x509::CertificateRequest request;
    request.subject = x509::parseName(u"CN=localhost"_s).value_or(QList<x509::NameAttribute>());
    request.dnsNames = QStringList{u"localhost"_s};
    request.notBeforeUtc = QDateTime::currentDateTimeUtc().addDays(-1);
    request.notAfterUtc = QDateTime::currentDateTimeUtc().addDays(1);
    const auto der = x509::makeSelfSigned(request, *key);
    if (!der)
        return tl::unexpected<Error>(der.error());
    QFile file(caFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(pem("CERTIFICATE", *der)) < 0)
        return fail(ErrorCode::FileUnwritable, caFile());
    file.close();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(*der, QSsl::Der));
    configuration.setPrivateKey(QSslKey(pem("PRIVATE KEY", key->toPkcs8()), QSsl::Rsa));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server.setSslConfiguration(configuration);
    if (!m_server.listen(QHostAddress::LocalHost))
        return fail(ErrorCode::Internal, {}, m_server.errorString());
    return {};
}

QString HttpFront::url() const
{
    return u"https://localhost:%1/PowerShell/"_s.arg(m_server.serverPort());
}

void HttpFront::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        m_sockets.append(socket);
        const auto connection = std::make_shared<Connection>();
        connection->socket = socket;
        connection->poster = m_posters();
        connect(connection->poster.get(), &remote::HttpPoster::answered, socket,
            [this, socket](
                int status, const QByteArray &type, const QByteArray &body) { write(*socket, status, type, body); });
        connect(connection->poster.get(), &remote::HttpPoster::failed, socket, [socket] { socket->abort(); });
        connect(socket, &QTcpSocket::readyRead, socket, [this, connection] { read(connection); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(connection);
    }
}

void HttpFront::read(const std::shared_ptr<Connection> &connection)
{
    connection->buffer += connection->socket->readAll();
    while (true) {
        const qsizetype end = connection->buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = connection->buffer.first(end);
        const qsizetype length = header(head, "content-length").toLongLong();
        if (connection->buffer.size() < end + 4 + length)
            return;
        const QByteArray body = connection->buffer.sliced(end + 4, length);
        connection->buffer.remove(0, end + 4 + length);
        ++m_requests;
        m_cookiesSeen.append(header(head, "cookie"));
        if (!m_authorization.isEmpty() && header(head, "authorization") != m_authorization)
            write(*connection->socket, 401, "text/html", "<html>who are you?</html>");
        else
            connection->poster->post(body, std::chrono::seconds(20));
    }
}

void HttpFront::write(QTcpSocket &socket, int status, const QByteArray &type, const QByteArray &body) const
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Type: " + type + "\r\n";
    if (!m_cookie.isEmpty())
        text += "Set-Cookie: " + m_cookie + "\r\n";
    if (!m_isChunked) {
        socket.write(text + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return;
    }
    text += "Transfer-Encoding: chunked\r\n\r\n";
    for (qsizetype i = 0; i < body.size(); i += 1000) {
        const QByteArray chunk = body.mid(i, 1000);
        text += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    socket.write(text + "0\r\n\r\n");
}

void HttpFront::dropConnections()
{
    for (const auto &socket : std::as_const(m_sockets)) {
        if (socket)
            socket->abort();
    }
}

} // namespace kakuin::testkit
