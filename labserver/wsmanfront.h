// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/httpposter.h"
#include "labserver/psrpbackend.h"

#include <QtCore/QHash>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace kakuin::labserver {

/// What a proxy between client and server answers instead of the server.
struct Forgery final {
    enum class When {
        Before, ///< the request does not get through
        After, ///< the server does what was asked; only its answer is replaced
    };
    QString action; ///< of the requests that are answered so: "Command", "Receive", "Send"
    When when = When::Before;
    int status = 500; ///< 0: the connection breaks
    QByteArray contentType = QByteArrayLiteral("application/soap+xml;charset=UTF-8");
    QByteArray body = {};
    int times = -1; ///< how often; -1: always

    /// The fault of WS-Management with that code, as a body.
    [[nodiscard]] static QByteArray fault(const QByteArray &code, const QByteArray &subcode);
};

/// WS-Management in front of PowerShell remoting, in memory: what a request would do on a server, without HTTP.
/// It reads requests by pattern, so that it does not share our parser's mistakes.
/// Shape:   connections() makes ends of connections, which share the shells; a shell is known by its id, whoever asks.
class WsmanFront final : public QObject {
    Q_OBJECT
public:
    /// What stands behind a new shell, whose client wants to be spoken to in that language.
    using Backends = std::function<std::shared_ptr<PsrpBackend>(const QString &culture)>;
    explicit WsmanFront(Backends backends);
    /// One backend behind all shells, for whoever looks into it.
    explicit WsmanFront(std::unique_ptr<PsrpBackend> server);
    ~WsmanFront() override;
    Q_DISABLE_COPY_MOVE(WsmanFront)

    [[nodiscard]] remote::HttpPosterFactory connections();
    /// Answers every request with that from now on, as a server in trouble does; status 0: the connection breaks.
    void fail(int status, const QByteArray &contentType, const QByteArray &body);
    /// From now on; nothing: the server speaks for itself.
    void forge(const std::optional<Forgery> &forgery) { m_forgery = forgery; }
    /// Called before each answer of the server leaves, with its size.
    void setBeforeAnswer(std::function<void(qsizetype bytes)> listener) { m_beforeAnswer = std::move(listener); }
    /// The shells are gone, as after a restart or a night's silence: whoever names one is told that there is none.
    void forgetShells();
    /// How much of what waits goes into one answer.
    void setChunkBytes(qsizetype bytes) { m_chunkBytes = bytes; }
    /// How long a Receive waits before it is answered by the timeout fault.
    void setReceiveTimeout(std::chrono::milliseconds timeout) { m_receiveTimeout = timeout; }

    [[nodiscard]] int shells() const { return static_cast<int>(m_shells.size()); } ///< created and not deleted
    [[nodiscard]] int commands() const { return m_commands; } ///< begun and not terminated
    [[nodiscard]] int timeouts() const { return m_timeouts; }
    [[nodiscard]] int requests(const QString &action) const { return m_requests.value(action); } ///< that arrived

private:
    class Connection;
    struct Shell;
    using Reply = std::function<void(int status, const QByteArray &envelope)>;
    [[nodiscard]] std::optional<Forgery> forgeryOf(const QString &request);
    void take(const QString &request, const Reply &reply);
    void create(const QString &request, const Reply &reply);
    void takeForShell(Shell &shell, const QString &action, const QString &request, const Reply &reply);
    void send(const Shell &shell, const QString &request, const Reply &reply);
    void receive(Shell &shell, const QUuid &channel, const Reply &reply) const;
    void giveWaiting(Shell &shell) const;
    void timeOut(Shell &shell);
    void remove(const QString &id);

    struct Trouble final {
        int status;
        QByteArray contentType;
        QByteArray body;
    };
    Backends m_backends;
    QHash<QString, std::shared_ptr<Shell>> m_shells; ///< by their ids
    std::optional<Trouble> m_trouble;
    std::optional<Forgery> m_forgery;
    std::function<void(qsizetype)> m_beforeAnswer;
    QHash<QString, int> m_requests; ///< by action
    std::chrono::milliseconds m_receiveTimeout = std::chrono::seconds(20);
    qsizetype m_chunkBytes = 60'000;
    int m_commands = 0;
    int m_timeouts = 0;
};

} // namespace kakuin::labserver
