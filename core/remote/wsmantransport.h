// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/httpposter.h"
#include "core/remote/httpreply.h"
#include "core/remote/receivepacer.h"
#include "core/remote/transport.h"
#include "core/remote/wsmananswer.h"
#include "core/remote/wsmanrequest.h"

namespace kakuin::remote {

/// A remote shell over WS-Management.
/// Shape:   two connections: one receives, the other does everything else, so that an answer or a stop never waits
///          for a silent Receive. A pipeline's first fragments go with Command, the rest with Send, answers on stream
///          "pr". Large answers are read on the thread pool.
/// Errors:  those of the connections, while there is no shell yet; what WsmanFault::errorCode and refusalOf make of
///          refusals, with the server's text; ConnectionLost when the shell or a connection is gone; UnexpectedOutput
///          for anything else than envelopes, and for what answers another request; OutputLimitExceeded for a long
///          answer to a request that has none. subject = the host. The shell is deleted on close, also when this
///          object goes first: an orphan counts against the person's budget.
/// Source:  MS-PSRP 2.2.5.2 … over MS-WSMV 3.1; recorded sessions.
class WsmanTransport final : public Transport {
    Q_OBJECT
public:
    WsmanTransport(const WsmanSessionFacts &facts, const HttpPosterFactory &connections, psrp::RunspacePool &pool,
        std::shared_ptr<psrp::EntropySource> entropy = std::make_shared<psrp::SystemEntropy>(),
        PauseTime time = PauseTime::system(), QObject *parent = nullptr);
    ~WsmanTransport() override;

    void start() override;
    void pump() override;
    void openPipeline(const QUuid &pipeline) override;
    void stopPipeline(const QUuid &pipeline) override;
    void closePipeline(const QUuid &pipeline) override;
    void close() override;
    [[nodiscard]] bool hasSent(const QUuid &pipeline) const override;
    [[nodiscard]] bool wasForgotten() const override { return m_wasForgotten; }

private:
    enum class State { NotStarted, Running, Closing, Ended };
    enum class Operation { None, Create, Command, Send, StopSignal, Terminate, Delete };
    struct Pipeline final {
        QString command; ///< as the server names it; empty until it has answered
        bool hasSent = false;
        bool wantsStop = false;
        bool wantsEnd = false;
    };

    void pumpControl();
    [[nodiscard]] bool controlPipelines();
    [[nodiscard]] QUuid nextOperationMessage();
    void control(Operation operation, const QUuid &pipeline, const QByteArray &request, std::chrono::seconds timeout);
    void sendData(const QUuid &pipeline, const QString &command, psrp::RunspacePool::Stream stream);
    void sendCommand(const QUuid &pipeline);
    void takeControl(int status, const QByteArray &contentType, const QByteArray &body);
    void pumpReceive();
    void takeReceived(int status, const QByteArray &contentType, const QByteArray &body);
    void takeOutput(const Result<WsmanAnswer> &answer, const QByteArray &body);
    [[nodiscard]] std::optional<QUuid> nextToReceive();
    [[nodiscard]] Result<WsmanAnswer> controlAnswer(const HttpReply &reply) const;
    [[nodiscard]] Error refusalOf(const HttpReply &reply) const;
    void takeFault(const WsmanFault &fault);
    void lose(Error error);
    void leaveShell();
    void finishClosing();

    WsmanRequest m_request;
    std::shared_ptr<psrp::EntropySource> m_entropy;
    std::unique_ptr<HttpPoster> m_receiving;
    std::unique_ptr<HttpPoster> m_controlling;
    State m_state = State::NotStarted;
    QString m_shell; // as the server names it
    bool m_wasForgotten = false;
    Operation m_operation = Operation::None; // what the control connection waits for
    QUuid m_operationPipeline;
    QUuid m_operationMessage; // the id of its request
    std::optional<QUuid> m_receivingFor; // what the receiving connection waits for
    QString m_receivingCommand; // as the server names it; empty: the pool's
    QUuid m_receivingMessage;
    ReceivePacer m_pacer;
    PauseTime m_time;
    bool m_isPausing = false;
    QList<QUuid> m_order; // of the pipelines; receiving takes turns
    QHash<QUuid, Pipeline> m_pipelines;
};

} // namespace kakuin::remote
