// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/remote/httpposter.h"

#include <QtCore/QPointer>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslServer>

namespace kakuin::testkit {

/// A small HTTPS server on the loopback, with a certificate of its own, before anything that answers posts.
/// Shape:   listen(); url(), caFile(); each connection gets a poster of the factory, so that its answers stay in order.
class HttpFront final : public QObject {
    Q_OBJECT
public:
    explicit HttpFront(remote::HttpPosterFactory posters);

    [[nodiscard]] Result<void> listen();
    [[nodiscard]] QString url() const;
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    /// "Basic …" as it must arrive; otherwise 401.
    void setAuthorization(const QByteArray &expected) { m_authorization = expected; }
    /// Answers come in chunks instead of with their length.
    void setChunked(bool isChunked) { m_isChunked = isChunked; }
    /// Sent with every answer; what comes back is in cookiesSeen().
    void setCookie(const QByteArray &cookie) { m_cookie = cookie; }
    [[nodiscard]] const QByteArrayList &cookiesSeen() const { return m_cookiesSeen; }
    /// Ends every connection now.
    void dropConnections();
    [[nodiscard]] int connections() const { return m_connections; } ///< accepted so far
    [[nodiscard]] int requests() const { return m_requests; }

private:
    struct Connection;
    void accept();
    void read(const std::shared_ptr<Connection> &connection);
    void write(QTcpSocket &socket, int status, const QByteArray &type, const QByteArray &body) const;

    remote::HttpPosterFactory m_posters;
    QTemporaryDir m_folder;
    QSslServer m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
    QByteArray m_authorization;
    QByteArray m_cookie;
    QByteArrayList m_cookiesSeen;
    bool m_isChunked = false;
    int m_connections = 0;
    int m_requests = 0;
};

} // namespace kakuin::testkit
