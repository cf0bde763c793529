// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/remote/httpposter.h"

#include <QtCore/QPointer>
#include <QtCore/QTemporaryDir>

#include <chrono>
#include <optional>

class QTcpServer;
class QTcpSocket;

namespace kakuin::labserver {

/// One answer of a web server.
struct FrontAnswer final {
    int status = 200;
    QByteArray contentType = {};
    QByteArray body = {};
    QByteArrayList headers = {}; ///< whole lines
};

/// Stands before one connection: lets requests in or answers them itself, and dresses the answers of others.
class FrontGuard {
public:
    struct Request final {
        QByteArray authorization;
        QByteArray contentType;
        QByteArray body; ///< what goes on may be another
    };
    FrontGuard() = default;
    virtual ~FrontGuard() = default;
    Q_DISABLE_COPY_MOVE(FrontGuard)
    [[nodiscard]] virtual std::optional<FrontAnswer> admit(Request &request) = 0;
    virtual void dress(FrontAnswer &answer) = 0;
};
using FrontGuardFactory = std::function<std::unique_ptr<FrontGuard>()>;

/// A small HTTP(S) server on the loopback, with a certificate of its own, before anything that answers posts.
/// Shape:   listen(); url(), caFile(); each connection gets a poster of the factory, so that its answers stay in order.
class HttpFront final : public QObject {
    Q_OBJECT
public:
    struct Options final {
        bool isTls = true;
        QString certificateName = QStringLiteral("localhost");
        bool hasExpired = false;
        QByteArray clientAuthority = {}; ///< DER; clients must show a certificate of it
        quint16 port = 0; ///< 0: any that is free
        QByteArray path = {}; ///< not empty: 404 for all others; of URLs "/PowerShell/"
    };
    explicit HttpFront(remote::HttpPosterFactory posters);
    ~HttpFront() override;
    Q_DISABLE_COPY_MOVE(HttpFront)

    [[nodiscard]] Result<void> listen(const Options &options);
    [[nodiscard]] Result<void> listen() { return listen(Options()); }
    [[nodiscard]] QString url() const;
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    [[nodiscard]] const QByteArray &certificate() const { return m_certificate; } ///< DER
    /// "Basic …" as it must arrive; otherwise 401.
    void setAuthorization(const QByteArray &expected) { m_authorization = expected; }
    void setGuards(FrontGuardFactory guards) { m_guards = std::move(guards); }
    /// To every request that is let in, from now on; nothing: what the posters say.
    void setAnswer(const std::optional<FrontAnswer> &answer) { m_answer = answer; }
    /// Answers come in chunks instead of with their length.
    void setChunked(bool isChunked) { m_isChunked = isChunked; }
    /// What the Date of every answer says; without it the computer's time.
    void setClock(std::shared_ptr<const Clock> clock) { m_clock = std::move(clock); }
    /// Sent with every answer; what comes back is in cookiesSeen().
    void setCookie(const QByteArray &cookie) { m_cookie = cookie; }
    [[nodiscard]] const QByteArrayList &cookiesSeen() const { return m_cookiesSeen; }
    /// Ends every connection now, or each after the next request on it has been read.
    void dropConnections();
    void dropAfterNextRequest() { m_dropsNext = true; }
    /// The next answer of a poster promises all of its body, and breaks off in the middle.
    void cutNextAnswer() { m_cutsNext = true; }
    /// Answers of posters come so much later.
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    /// Requests are read, and nothing is ever said to them nor to earlier ones.
    void setSilent(bool isSilent) { m_isSilent = isSilent; }
    [[nodiscard]] int connections() const { return m_connections; } ///< accepted so far
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int bodies() const { return m_bodies; } ///< requests with one
    [[nodiscard]] int refusals() const { return m_refusals; } ///< passwords that were sent and not taken

Q_SIGNALS:
    void answerCut();

private:
    struct Connection;
    [[nodiscard]] Result<void> makeTls(const Options &options);
    void accept();
    void read(const std::shared_ptr<Connection> &connection);
    void take(Connection &connection, const QByteArray &head, const QByteArray &body);
    [[nodiscard]] bool isRefused(Connection &connection, const QByteArray &head, const QByteArray &authorization);
    void answer(const std::shared_ptr<Connection> &connection, const FrontAnswer &answer);
    void write(Connection &connection, FrontAnswer answer, bool isOwn);

    remote::HttpPosterFactory m_posters;
    FrontGuardFactory m_guards;
    QTemporaryDir m_folder;
    std::unique_ptr<QTcpServer> m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
    QByteArray m_certificate;
    QByteArray m_authorization;
    std::optional<FrontAnswer> m_answer;
    std::shared_ptr<const Clock> m_clock = std::make_shared<const SystemClock>();
    QByteArray m_cookie;
    QByteArrayList m_cookiesSeen;
    bool m_isTls = true;
    bool m_isChunked = false;
    bool m_dropsNext = false;
    bool m_cutsNext = false;
    bool m_isSilent = false;
    std::chrono::milliseconds m_delay{0};
    QByteArray m_path;
    int m_connections = 0;
    int m_requests = 0;
    int m_bodies = 0;
    int m_refusals = 0;
};

/// PEM of any DER.
[[nodiscard]] QByteArray pem(const char *name, const QByteArray &der);

} // namespace kakuin::labserver
