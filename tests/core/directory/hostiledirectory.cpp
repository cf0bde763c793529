// SPDX-License-Identifier: MIT
#include "hostiledirectory.h"

#include "core/x509/maker.h"
#include "core/x509/reader.h"

#include <QtCore/QFile>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QTcpSocket>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

constexpr int sequence = 0x30;
constexpr int bindRequest = 0x60;
constexpr int searchRequest = 0x63;
constexpr int searchDone = 0x65;

// How long the element at the beginning is, with its head; 0: not all there
qsizetype lengthOf(const QByteArray &bytes, qsizetype *head)
{
    if (bytes.size() < 2)
        return 0;
    const auto first = static_cast<quint8>(bytes.at(1));
    const qsizetype more = first < 0x80 ? 0 : first & 0x7f;
    *head = 2 + more;
    if (bytes.size() < *head)
        return 0;
    qsizetype length = first;
    for (qsizetype i = 0; more > 0 && i < more; ++i)
        length = (i == 0 ? 0 : length << 8) + static_cast<quint8>(bytes.at(2 + i));
    return bytes.size() < *head + length ? 0 : *head + length;
}

} // namespace

QByteArray ber(int tag, const QByteArray &content)
{
    QByteArray out(1, static_cast<char>(tag));
    QByteArray length;
    for (qsizetype left = content.size(); left > 0; left >>= 8)
        length.prepend(static_cast<char>(left & 0xff));
    if (content.size() < 0x80)
        out += static_cast<char>(content.size());
    else
        out += static_cast<char>(0x80 | length.size()) + length;
    return out + content;
}

QByteArray berNumber(int value, int tag)
{
    QByteArray bytes;
    do {
        bytes.prepend(static_cast<char>(value & 0xff));
        value >>= 8;
    } while (value > 0);
    if ((static_cast<quint8>(bytes.at(0)) & 0x80) != 0)
        bytes.prepend('\0');
    return ber(tag, bytes);
}

QByteArray berText(const QByteArray &text)
{
    return ber(0x04, text);
}

QByteArray HostileDirectory::message(int id, const QByteArray &operation, const QByteArray &controls)
{
    return ber(sequence, berNumber(id) + operation + controls);
}

QByteArray HostileDirectory::result(int tag, int code, const QByteArray &referral)
{
    QByteArray content = berNumber(code, 0x0a) + berText({}) + berText({});
    if (!referral.isEmpty())
        content += ber(0xa3, berText(referral));
    return ber(tag, content);
}

QByteArray HostileDirectory::entry(const QByteArray &dn, const QByteArray &attribute, const QByteArray &value)
{
    return ber(0x64, berText(dn) + ber(sequence, ber(sequence, berText(attribute) + ber(0x31, berText(value)))));
}

QByteArray HostileDirectory::endOfPage(int id, const QByteArray &cookie)
{
    const QByteArray page = ber(sequence, berNumber(0) + berText(cookie));
    const QByteArray control = ber(sequence, berText("1.2.840.113556.1.4.319") + berText(page));
    return message(id, result(searchDone, 0), ber(0xa0, control));
}

Result<void> HostileDirectory::listen(bool hasTls)
{
    static const auto key = x509::PrivateKey::generateRsa(2048); // the slow part; any will do
    x509::CertificateRequest request;
    request.subject = x509::parseName(u"CN=127.0.0.1"_s).value_or(QList<x509::NameAttribute>());
    request.notBeforeUtc = QDateTime::currentDateTimeUtc().addDays(-1);
    request.notAfterUtc = QDateTime::currentDateTimeUtc().addDays(1);
    const auto der = key.and_then([&](const x509::PrivateKey &made) { return x509::makeSelfSigned(request, made); });
    if (!der)
        return tl::unexpected<Error>(der.error());
    QFile file(caFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(x509::toPem(*der)) < 0)
        return fail(ErrorCode::FileUnwritable, caFile());
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(*der, QSsl::Der));
    configuration.setPrivateKey(QSslKey(
        "-----BEGIN PRIVATE KEY-----\n" + key->toPkcs8().toBase64() + "\n-----END PRIVATE KEY-----\n", QSsl::Rsa));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    server->setSslConfiguration(configuration);
    m_server = hasTls ? std::unique_ptr<QTcpServer>(std::move(server)) : std::make_unique<QTcpServer>();
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HostileDirectory::accept);
    return m_server->listen(QHostAddress::LocalHost) ? Result<void>()
                                                     : Result<void>(fail(ErrorCode::Internal, {}, u"listen"_s));
}

quint16 HostileDirectory::port() const
{
    return m_server->serverPort();
}

void HostileDirectory::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        m_sockets.append(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void HostileDirectory::read(QTcpSocket *socket)
{
    const QByteArray bytes = socket->readAll();
    m_received += bytes;
    QByteArray &buffer = m_buffers[socket];
    buffer += bytes;
    qsizetype head = 0;
    while (const qsizetype length = lengthOf(buffer, &head)) {
        const QByteArray content = buffer.mid(head, length - head);
        buffer.remove(0, length);
        answer(socket, content);
    }
}

void HostileDirectory::answer(QTcpSocket *socket, const QByteArray &content)
{
    qsizetype head = 0;
    const qsizetype idLength = lengthOf(content, &head);
    if (idLength == 0 || idLength >= content.size()) // TLS that nobody here speaks
        return;
    int id = 0;
    for (const char byte : content.mid(head, idLength - head))
        id = id << 8 | static_cast<quint8>(byte);
    const int operation = static_cast<quint8>(content.mid(idLength, 1).at(0));
    if (operation == bindRequest)
        socket->write(m_signInAnswer ? m_signInAnswer(id) : message(id, result(0x61, 0)));
    if (operation != searchRequest)
        return;
    ++m_searches;
    if (m_answer)
        socket->write(m_answer(id));
}

void HostileDirectory::drop()
{
    for (const QPointer<QTcpSocket> &socket : std::as_const(m_sockets)) {
        if (socket)
            socket->abort();
    }
}

} // namespace kakuin::testkit
