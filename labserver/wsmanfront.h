// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/httpposter.h"
#include "labserver/psrpbackend.h"

#include <QtCore/QPointer>
#include <QtCore/QQueue>
#include <QtCore/QTimer>

#include <optional>

namespace kakuin::labserver {

/// WS-Management in front of a PSRP server, in memory: what a request would do on a server, without HTTP.
/// It reads requests by pattern, so that it does not share our parser's mistakes.
/// Shape:   connection() makes one end of a connection; both ends of a transport share one front.
class WsmanFront final : public QObject {
    Q_OBJECT
public:
    explicit WsmanFront(std::unique_ptr<PsrpBackend> server);

    [[nodiscard]] remote::HttpPosterFactory connections();
    /// Answers every request with that from now on, as a server in trouble does; status 0: the connection breaks.
    void fail(int status, const QByteArray &contentType, const QByteArray &body);
    /// How much of what waits goes into one answer.
    void setChunkBytes(qsizetype bytes) { m_chunkBytes = bytes; }
    /// How long a Receive waits before it is answered by the timeout fault.
    void setReceiveTimeout(std::chrono::milliseconds timeout) { m_timer.setInterval(timeout); }

    [[nodiscard]] int shells() const { return m_shells; } ///< created and not deleted
    [[nodiscard]] int commands() const { return m_commands; } ///< begun and not terminated
    [[nodiscard]] int timeouts() const { return m_timeouts; }

private:
    class Connection;
    using Reply = std::function<void(int status, const QByteArray &envelope)>;
    void take(const QString &request, const Reply &reply);
    void receive(const QUuid &channel, const Reply &reply);
    void giveWaiting();
    void timeOut();
    [[nodiscard]] static QByteArray envelope(const QByteArray &action, const QByteArray &body);
    [[nodiscard]] static QByteArray fault(const QByteArray &code, const QByteArray &subcode);

    struct Waiting final {
        QUuid channel;
        Reply reply;
    };
    struct Trouble final {
        int status;
        QByteArray contentType;
        QByteArray body;
    };
    std::unique_ptr<PsrpBackend> m_server;
    std::optional<Waiting> m_waiting;
    std::optional<Trouble> m_trouble;
    QTimer m_timer;
    qsizetype m_chunkBytes = 60'000;
    int m_shells = 0;
    int m_commands = 0;
    int m_timeouts = 0;
};

} // namespace kakuin::labserver
