// SPDX-License-Identifier: MIT
#include "core/remote/remotesession.h"

#include "core/base/whendone.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QElapsedTimer>
#include <QtCore/QLoggingCategory>
#include <QtCore/QThreadPool>

#include <algorithm>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(sessionLog, "kakuin.remote.session", QtWarningMsg)

constexpr qsizetype mostMessageBytesHere = 16'384; // a message of that size is decoded within a millisecond
constexpr qsizetype mostUnreadBytes = qsizetype{256} * 1024 * 1024; // of a program, which is not asked before it writes
constexpr qsizetype mostBytesElsewhere = qsizetype{4} * 1024 * 1024; // one way to the thread pool for many pieces
constexpr qsizetype messagesAtOnce = 256;
constexpr auto longestTurn = std::chrono::milliseconds(8); // half the time between two pictures on the screen

QElapsedTimer startedTimer()
{
    QElapsedTimer timer;
    timer.start();
    return timer;
}

// Freeing many messages takes time, too.
template <class T>
void letGo(T arrived)
{
    if (arrived && arrived->reading.messages.size() > messagesAtOnce)
        QThreadPool::globalInstance()->start([arrived = std::move(arrived)] {});
}

QUuid pipelineOf(const psrp::Event &event)
{
    return std::visit(
        [](const auto &e) {
            using E = std::decay_t<decltype(e)>;
            if constexpr (std::is_same_v<E, psrp::HostCalled>)
                return e.call.pipeline;
            else if constexpr (requires { e.pipeline; })
                return e.pipeline;
            else
                return QUuid();
        },
        event);
}

} // namespace

RemoteSession::RemoteSession(
    const TransportFactory &transport, Options options, std::shared_ptr<psrp::EntropySource> entropy, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_pool({1, options.maxRunspaces, options.limits}, std::move(entropy))
    , m_transport(transport(m_pool))
{
    connect(m_transport.get(), &Transport::received, this, &RemoteSession::receive);
    connect(m_transport.get(), &Transport::notUnderstood, this,
        [this](const psrp::Evidence &evidence, const QString &problem) { m_wireLog.add(evidence, problem); });
    connect(m_transport.get(), &Transport::lost, this, &RemoteSession::lose);
    connect(m_transport.get(), &Transport::closed, this, [this] { finish(std::nullopt); });
    for (QTimer *timer : {&m_openTimer, &m_keyTimer, &m_stopTimer, &m_turnTimer})
        timer->setSingleShot(true);
    connect(&m_turnTimer, &QTimer::timeout, this, &RemoteSession::continueTurn);
    m_openTimer.setInterval(options.openTimeout);
    m_keyTimer.setInterval(options.keyTimeout);
    m_stopTimer.setInterval(options.stopTimeout);
    connect(&m_openTimer, &QTimer::timeout, this, [this] { lose({ErrorCode::ConnectionLost, {}, u"opening"_s}); });
    connect(&m_keyTimer, &QTimer::timeout, this, [this] { lose({ErrorCode::ConnectionLost, {}, u"session key"_s}); });
    connect(&m_stopTimer, &QTimer::timeout, this, [this] { lose({ErrorCode::ConnectionLost, {}, u"stopping"_s}); });
}

RemoteSession::~RemoteSession()
{
    m_transport->disconnect(this);
    finish(Error{ErrorCode::Cancelled, {}, {}});
    m_transport->close(); // sends what closes the session, without waiting for the answer
}

void RemoteSession::open()
{
    if (m_state != State::New)
        return;
    m_state = State::Opening;
    if (const auto asked = m_pool.open(); !asked) {
        lose(asked.error());
        return;
    }
    m_openTimer.start();
    m_transport->start();
}

void RemoteSession::close()
{
    if (m_state == State::Ended || m_state == State::Closing)
        return;
    m_state = State::Closing;
    m_transport->close();
}

std::unique_ptr<RemotePipeline> RemoteSession::run(const psrp::PipelineRequest &request)
{
    std::unique_ptr<RemotePipeline> pipeline(new RemotePipeline(this, request));
    m_waiting.append(pipeline.get());
    // never from inside this call: whoever asked has not connected yet
    QMetaObject::invokeMethod(this, &RemoteSession::startWaiting, Qt::QueuedConnection);
    return pipeline;
}

void RemoteSession::startWaiting()
{
    if (!takesWork()) {
        const auto waiting = std::exchange(m_waiting, {});
        for (const QPointer<RemotePipeline> pipeline : waiting) {
            if (pipeline)
                pipeline->fail({ErrorCode::ServerUnreachable, {}, u"the session has ended"_s}, false);
        }
        return;
    }
    while (m_state == State::Open && !m_waiting.isEmpty() && m_running.size() < m_options.maxRunspaces)
        startOne(m_waiting.takeFirst());
    pump();
}

void RemoteSession::startOne(RemotePipeline *pipeline)
{
    const auto id = m_pool.createPipeline(pipeline->m_request);
    if (!id) {
        pipeline->fail(id.error(), false);
        return;
    }
    pipeline->m_id = *id;
    pipeline->m_request = {}; // it may hold secrets
    m_running.insert(*id, {pipeline, false});
    m_transport->openPipeline(*id);
    Q_EMIT pipeline->began();
}

void RemoteSession::pump()
{
    if (m_state != State::Opening && m_state != State::Open)
        return;
    if (m_pool.isWaitingForKey() && !m_keyTimer.isActive())
        m_keyTimer.start();
    m_transport->pump();
}

Result<void> RemoteSession::answer(const psrp::HostCall &call, const psrp::HostReply &reply)
{
    const auto answered = m_pool.answer(call, reply);
    pump();
    return answered;
}

Result<void> RemoteSession::sendInput(const QUuid &id, const psrp::Argument &value)
{
    const auto sent = m_pool.sendInput(id, value);
    pump();
    return sent;
}

Result<void> RemoteSession::endInput(const QUuid &id)
{
    const auto sent = m_pool.endInput(id);
    pump();
    return sent;
}

void RemoteSession::stop(RemotePipeline *pipeline)
{
    if (m_waiting.removeOne(pipeline))
        pipeline->end({{}, psrp::PipelineState::Stopped, {}});
    else
        signalStop(pipeline->m_id);
}

void RemoteSession::abandon(RemotePipeline *pipeline)
{
    m_waiting.removeOne(pipeline);
    const auto running = m_running.find(pipeline->m_id);
    if (running == m_running.end() || running->pipeline != pipeline)
        return;
    running->pipeline = nullptr;
    signalStop(pipeline->m_id);
    // only then, so that nothing goes on when a refusal lets the waiting cmdlet loose
    const auto openCalls = std::exchange(pipeline->m_openCalls, {});
    for (const psrp::HostCall &call : openCalls)
        refuseCall(call);
    pump();
}

void RemoteSession::signalStop(const QUuid &id)
{
    const auto running = m_running.find(id);
    if (running == m_running.end() || running->isStopping || m_state != State::Open)
        return;
    running->isStopping = true;
    if (m_pool.hasGivenCreation(id)) {
        m_stopTimer.start();
        m_transport->stopPipeline(id);
        return;
    }
    // The server has not begun it, because it lacks a part of the message that creates it. That part is never sent.
    m_pool.forget(id);
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            if (m_running.contains(id))
                takeEnd({id, psrp::PipelineState::Stopped, {}});
        },
        Qt::QueuedConnection);
}

void RemoteSession::receive(const QUuid &channel, const QByteArray &bytes)
{
    m_unreadBytes += bytes.size();
    if (m_unreadBytes > mostUnreadBytes) {
        lose({ErrorCode::OutputLimitExceeded, {}, u"more than %1 unread bytes"_s.arg(mostUnreadBytes)});
        return;
    }
    m_unread.enqueue({channel, bytes});
    m_transport->setHeld(true);
    readNext();
}

void RemoteSession::readNext()
{
    const QElapsedTimer turn = startedTimer();
    while (!m_isReading && !m_arrived && m_state != State::Ended) {
        if (m_unread.isEmpty()) {
            m_transport->setHeld(false);
            pump();
            return;
        }
        if (turn.hasExpired(longestTurn.count())) {
            m_turnTimer.start();
            return;
        }
        const std::shared_ptr<psrp::MessageReader> reader = m_pool.reader(m_unread.head().channel);
        if (!reader) {
            (void)takeUnread();
            continue;
        }
        if (reader->pendingBytes() + m_unread.head().bytes.size() > mostMessageBytesHere) {
            readElsewhere(reader);
            return;
        }
        const Unread unread = takeUnread();
        m_arrived = Arrived{unread.channel, reader->read(unread.bytes), 0};
        if (!deliver())
            return;
    }
}

RemoteSession::Unread RemoteSession::takeUnread()
{
    Unread unread = m_unread.dequeue();
    m_unreadBytes -= unread.bytes.size();
    return unread;
}

// All that waits of the channel at once: a server that writes faster than one piece goes there and back would pile up
void RemoteSession::readElsewhere(const std::shared_ptr<psrp::MessageReader> &reader)
{
    m_isReading = true;
    const QUuid channel = m_unread.head().channel;
    QByteArrayList pieces;
    for (qsizetype bytes = 0;
         !m_unread.isEmpty() && m_unread.head().channel == channel && bytes < mostBytesElsewhere;) {
        pieces.append(takeUnread().bytes);
        bytes += pieces.last().size();
    }
    using Shared = std::shared_ptr<psrp::Reading>;
    const auto reading = QtConcurrent::run([reader, pieces]() -> Result<Shared> {
        auto all = std::make_shared<psrp::Reading>();
        for (const QByteArray &piece : pieces) {
            psrp::Reading one = reader->read(piece);
            all->messages.append(std::move(one.messages));
            all->failure = std::move(one.failure);
            if (all->failure)
                break;
        }
        return all;
    });
    whenDone(reading, this, [this, channel](const Result<Shared> &read) {
        m_isReading = false;
        if (!read || m_state == State::Ended) // without a result the program ends, and the pool took nothing more
            return;
        m_arrived = Arrived{channel, std::move(**read), 0};
        continueTurn();
    });
}

void RemoteSession::continueTurn()
{
    if (!m_arrived || deliver())
        readNext();
}

// True when all of it has been handed on; false also when this has ended or gone: what receives an event may destroy it.
bool RemoteSession::deliver()
{
    const QElapsedTimer turn = startedTimer();
    for (bool isWhole = false; !isWhole;) {
        const QList<psrp::ReadMessage> &messages = m_arrived->reading.messages;
        const qsizetype end = std::min(messages.size(), m_arrived->next + messagesAtOnce);
        while (m_arrived->next < end)
            m_pool.take(m_arrived->channel, messages.at(m_arrived->next++));
        isWhole = end == messages.size();
        if (isWhole && m_arrived->reading.failure)
            m_pool.take(m_arrived->channel, *m_arrived->reading.failure);
        if (!takeEvents())
            return false;
        if (!isWhole && turn.hasExpired(longestTurn.count())) {
            m_turnTimer.start();
            return false;
        }
    }
    letGo(std::exchange(m_arrived, std::nullopt));
    return true;
}

bool RemoteSession::takeEvents()
{
    const QPointer<RemoteSession> self(this);
    while (const auto event = m_pool.nextEvent()) {
        take(*event);
        if (!self || m_state == State::Ended)
            return false;
    }
    return true;
}

void RemoteSession::take(const psrp::Event &event)
{
    if (std::holds_alternative<psrp::PoolOpened>(event)) {
        m_openTimer.stop();
        m_state = m_state == State::Opening ? State::Open : m_state;
        m_hasBeenOpen = true;
        const QPointer<RemoteSession> self(this);
        Q_EMIT opened();
        if (self)
            startWaiting();
    } else if (const auto *end = std::get_if<psrp::PoolEnded>(&event)) {
        if (m_state == State::Closing)
            return; // as it was asked to; the transport says when it is over
        lose({ErrorCode::ServerError, {}, end->error ? end->error->message : u"the server closed the session"_s});
    } else if (const auto *broken = std::get_if<psrp::ProtocolBroken>(&event)) {
        takeBroken(*broken);
    } else if (std::holds_alternative<psrp::SessionKeyReady>(event)) {
        m_keyTimer.stop();
    } else if (const auto *called = std::get_if<psrp::HostCalled>(&event)) {
        takeCall(*called);
    } else if (const auto *pipelineEnd = std::get_if<psrp::PipelineEnded>(&event)) {
        takeEnd(*pipelineEnd);
    } else if (const auto *overrun = std::get_if<psrp::PipelineOverran>(&event)) {
        takeOverrun(*overrun);
    } else if (const QUuid id = pipelineOf(event); !id.isNull()) {
        takePipelineEvent(id, event);
    }
}

void RemoteSession::takePipelineEvent(const QUuid &id, const psrp::Event &event)
{
    if (const auto *lost = std::get_if<psrp::MessageLost>(&event))
        m_wireLog.add(lost->evidence, lost->error.detail);
    const Running running = m_running.value(id);
    if (running.pipeline) {
        running.pipeline->take(event);
        return;
    }
    // nobody is there to answer: the server must not wait for it
    if (const auto *call = std::get_if<psrp::HostCalled>(&event))
        refuseCall(call->call);
}

void RemoteSession::takeBroken(const psrp::ProtocolBroken &broken)
{
    m_wireLog.add(broken.evidence, broken.error.detail);
    QString stage = m_running.isEmpty() ? u"idle"_s : u"running"_s;
    if (m_state == State::Opening)
        stage = u"opening"_s;
    else if (m_keyTimer.isActive())
        stage = u"session key"_s;
    lose({broken.error.code, broken.error.subject, stage + u": "_s + broken.error.detail});
}

bool RemoteSession::isQuestionOpen() const
{
    return std::any_of(m_running.begin(), m_running.end(),
        [](const Running &running) { return running.pipeline && !running.pipeline->m_openCalls.isEmpty(); });
}

// Every call that is not void is answered or refused: here, or by whoever runs the pipeline.
void RemoteSession::takeCall(const psrp::HostCalled &called)
{
    const psrp::HostCall &call = called.call;
    if (const auto reply = psrp::replyWithoutAsking(call, m_pool.id())) {
        answerCall(call, *reply);
    } else if (call.pipeline.isNull()) {
        refuseCall(call);
    } else if (!call.isVoid() && isQuestionOpen()) {
        lose({ErrorCode::QuestionsOverlap, {}, u"a second question while one is open: "_s + nameOf(call.method)});
    } else {
        takePipelineEvent(call.pipeline, called);
    }
}

void RemoteSession::refuseCall(const psrp::HostCall &call)
{
    if (call.isVoid())
        return;
    qCInfo(sessionLog) << "refused:" << nameOf(call.method);
    answerCall(call, psrp::HostReply::refusal(call));
}

void RemoteSession::answerCall(const psrp::HostCall &call, const psrp::HostReply &reply)
{
    if (!m_pool.waitsFor(call))
        return; // what asked has ended meanwhile
    if (const auto answered = m_pool.answer(call, reply); !answered)
        lose(answered.error());
}

void RemoteSession::takeEnd(const psrp::PipelineEnded &end)
{
    const QPointer<RemotePipeline> pipeline = release(end.pipeline);
    const QPointer<RemoteSession> self(this);
    if (pipeline)
        pipeline->end(end);
    if (self)
        goOn();
}

void RemoteSession::takeOverrun(const psrp::PipelineOverran &overrun)
{
    const QPointer<RemotePipeline> pipeline = release(overrun.pipeline); // which ends it on the server
    const QPointer<RemoteSession> self(this);
    if (pipeline)
        pipeline->fail(overrun.error, true);
    if (self)
        goOn();
}

QPointer<RemotePipeline> RemoteSession::release(const QUuid &id)
{
    const Running running = m_running.take(id);
    m_transport->closePipeline(id);
    m_pool.forget(id);
    const bool isStopping
        = std::any_of(m_running.begin(), m_running.end(), [](const Running &other) { return other.isStopping; });
    if (!isStopping)
        m_stopTimer.stop();
    return running.pipeline;
}

void RemoteSession::goOn()
{
    startWaiting();
    if (load() == 0)
        Q_EMIT becameIdle();
}

void RemoteSession::lose(const Error &error)
{
    if (m_state == State::Ended)
        return;
    qCWarning(sessionLog) << "session lost:" << static_cast<int>(error.code) << error.subject << error.detail;
    finish(error);
}

void RemoteSession::finish(const std::optional<Error> &error)
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    for (QTimer *timer : {&m_openTimer, &m_keyTimer, &m_stopTimer, &m_turnTimer})
        timer->stop();
    m_unread.clear();
    letGo(std::exchange(m_arrived, std::nullopt));
    const auto running = std::exchange(m_running, {});
    const auto waiting = std::exchange(m_waiting, {});
    const Error why = error.value_or(Error{ErrorCode::ConnectionLost, {}, u"the session was closed"_s});
    QList<std::pair<QPointer<RemotePipeline>, bool>> all;
    for (auto it = running.begin(); it != running.end(); ++it)
        all.append({it->pipeline, m_transport->hasSent(it.key())});
    for (RemotePipeline *pipeline : waiting)
        all.append({pipeline, false});
    const QPointer<RemoteSession> self(this);
    m_transport->close();
    for (const auto &[pipeline, hasBegun] : std::as_const(all)) {
        if (pipeline)
            pipeline->fail(why, hasBegun);
    }
    if (self)
        Q_EMIT ended(error);
}

} // namespace kakuin::remote
