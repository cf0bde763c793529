// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/remotepipeline.h"
#include "core/remote/transport.h"
#include "core/remote/wirelog.h"

#include <QtCore/QPointer>
#include <QtCore/QQueue>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace kakuin::remote {

/// Makes the transport for a session; the pool outlives it.
using TransportFactory = std::function<std::unique_ptr<Transport>(psrp::RunspacePool &)>;

/// One pool of runspaces on a server, over any transport.
/// Shape:   open(), then run() as often as one likes: what exceeds maxRunspaces waits for its turn, in order.
/// Signals: opened, then once ended (without an error after close()). After ended every pipeline has failed and run()
///          gives pipelines that fail at once.
/// Errors:  of ended: those of the transport; UnexpectedOutput when the server breaks the protocol (detail: when, and
///          what was wrong with what; wireLog() has how it began); ServerError when it refuses or breaks the pool;
///          ConnectionLost when it does not answer in time; QuestionsOverlap when it asks while a question is open;
///          OutputLimitExceeded when it sends faster than can be read, or too much about the pool.
/// Threads: that of the object. Messages are decoded on the thread pool, one piece after the other, and handed on in
///          turns of a few milliseconds, so that an answer of any size leaves the thread free.
class RemoteSession final : public QObject {
    Q_OBJECT
public:
    struct Options final {
        int maxRunspaces = 1;
        std::chrono::milliseconds openTimeout = std::chrono::minutes(3); ///< Exchange's first answer may take long
        std::chrono::milliseconds keyTimeout = std::chrono::minutes(1);
        std::chrono::milliseconds stopTimeout = std::chrono::minutes(1); ///< then the whole session goes
        psrp::WireLimits limits = {};
    };

    RemoteSession(const TransportFactory &transport, Options options,
        std::shared_ptr<psrp::EntropySource> entropy = std::make_shared<psrp::SystemEntropy>(),
        QObject *parent = nullptr);
    ~RemoteSession() override;

    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    [[nodiscard]] bool hasEnded() const { return m_state == State::Ended; }
    /// Ended because the server did not know it any more, as after its restart or a night's silence.
    [[nodiscard]] bool wasForgotten() const { return m_transport->wasForgotten(); }
    [[nodiscard]] bool hasBeenOpen() const { return m_hasBeenOpen; }
    /// Whether what run() gives can still begin.
    [[nodiscard]] bool takesWork() const { return m_state != State::Closing && m_state != State::Ended; }
    [[nodiscard]] std::unique_ptr<RemotePipeline> run(const psrp::PipelineRequest &request);
    /// How many pipelines run or wait.
    [[nodiscard]] qsizetype load() const { return m_running.size() + m_waiting.size(); }
    [[nodiscard]] const psrp::RunspacePool &pool() const { return m_pool; }
    [[nodiscard]] const WireLog &wireLog() const { return m_wireLog; }

Q_SIGNALS:
    void opened();
    void ended(const std::optional<kakuin::Error> &error);
    /// The last pipeline has ended and none waits.
    void becameIdle();

private:
    friend class RemotePipeline;
    enum class State { New, Opening, Open, Closing, Ended };
    struct Unread final {
        QUuid channel;
        QByteArray bytes;
    };
    struct Arrived final {
        QUuid channel;
        psrp::Reading reading;
        qsizetype next = 0; ///< of its messages
    };
    struct Running final {
        RemotePipeline *pipeline = nullptr; ///< null: abandoned, waits for its end
        bool isStopping = false;
    };

    [[nodiscard]] Result<void> answer(const psrp::HostCall &call, const psrp::HostReply &reply);
    [[nodiscard]] bool waitsFor(const psrp::HostCall &call) const { return m_pool.waitsFor(call); }
    [[nodiscard]] Result<void> sendInput(const QUuid &id, const psrp::Argument &value);
    [[nodiscard]] Result<void> endInput(const QUuid &id);
    void stop(RemotePipeline *pipeline);
    void abandon(RemotePipeline *pipeline);
    void signalStop(const QUuid &id);

    void startWaiting();
    void startOne(RemotePipeline *pipeline);
    void receive(const QUuid &channel, const QByteArray &bytes);
    void readNext();
    [[nodiscard]] Unread takeUnread();
    void readElsewhere(const std::shared_ptr<psrp::MessageReader> &reader);
    void continueTurn();
    [[nodiscard]] bool deliver();
    [[nodiscard]] bool takeEvents();
    [[nodiscard]] bool isQuestionOpen() const;
    void take(const psrp::Event &event);
    void takePipelineEvent(const QUuid &id, const psrp::Event &event);
    void takeEnd(const psrp::PipelineEnded &end);
    void takeOverrun(const psrp::PipelineOverran &overrun);
    [[nodiscard]] QPointer<RemotePipeline> release(const QUuid &id);
    void goOn();
    void takeBroken(const psrp::ProtocolBroken &broken);
    void takeCall(const psrp::HostCalled &called);
    void refuseCall(const psrp::HostCall &call);
    void answerCall(const psrp::HostCall &call, const psrp::HostReply &reply);
    void pump();
    void lose(const Error &error);
    void finish(const std::optional<Error> &error);

    Options m_options;
    psrp::RunspacePool m_pool;
    std::unique_ptr<Transport> m_transport;
    WireLog m_wireLog;
    State m_state = State::New;
    bool m_hasBeenOpen = false;
    QList<RemotePipeline *> m_waiting;
    QHash<QUuid, Running> m_running;
    QQueue<Unread> m_unread;
    qsizetype m_unreadBytes = 0;
    bool m_isReading = false; // on the thread pool
    std::optional<Arrived> m_arrived; // what has been read and is handed on
    QTimer m_turnTimer; // to the next turn of handing on
    QTimer m_openTimer;
    QTimer m_keyTimer;
    QTimer m_stopTimer; // runs while anything is being stopped
};

} // namespace kakuin::remote
