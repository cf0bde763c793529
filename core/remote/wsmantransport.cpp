// SPDX-License-Identifier: MIT
#include "core/remote/wsmantransport.h"

#include "core/base/untrustedtext.h"
#include "core/base/whendone.h"
#include "core/remote/wsmanshelldeletion.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QLoggingCategory>
#include <QtCore/QPointer>
#include <QtCore/QUrl>

namespace kakuin::remote {

using namespace Qt::StringLiterals;
using Stream = psrp::RunspacePool::Stream;

namespace {

Q_LOGGING_CATEGORY(wsmanLog, "kakuin.remote.wsman", QtWarningMsg)

constexpr qsizetype mostEnvelopeBytesHere = 64 * 1024;
constexpr int laterEnvelopeBytes = 512000; // what Windows takes once both ends speak 2.2 or later

// What a Receive for that command (empty: the pool's) has brought, as one piece.
Result<WsmanAnswer> readOutput(const QByteArray &body, const QString &command)
{
    return parseAnswer(body).and_then([&command](WsmanAnswer answer) -> Result<WsmanAnswer> {
        WsmanAnswer::Piece all{command, {}};
        for (const WsmanAnswer::Piece &piece : std::as_const(answer.pieces)) {
            if (!piece.command.isEmpty() && piece.command.compare(command, Qt::CaseInsensitive) != 0)
                return fail(ErrorCode::UnexpectedOutput, {}, u"output of another command"_s);
            all.bytes += piece.bytes;
        }
        answer.pieces = all.bytes.isEmpty() ? QList<WsmanAnswer::Piece>() : QList{all};
        return answer;
    });
}

// Servers need not say which request they answer. One that names another has mixed up its clients, or is none.
bool isToAnother(const WsmanAnswer &answer, const QUuid &request)
{
    return !answer.relatesTo.isNull() && answer.relatesTo != request;
}

} // namespace

WsmanTransport::WsmanTransport(const WsmanSessionFacts &facts, const HttpPosterFactory &connections,
    psrp::RunspacePool &pool, std::shared_ptr<psrp::EntropySource> entropy, PauseTime time, QObject *parent)
    : Transport(pool, parent)
    , m_request(facts)
    , m_entropy(std::move(entropy))
    , m_receiving(connections())
    , m_controlling(connections())
    , m_time(std::move(time))
{
    connect(m_receiving.get(), &HttpPoster::answered, this, &WsmanTransport::takeReceived);
    connect(m_controlling.get(), &HttpPoster::answered, this, &WsmanTransport::takeControl);
    connect(m_receiving.get(), &HttpPoster::failed, this, &WsmanTransport::lose);
    connect(m_controlling.get(), &HttpPoster::failed, this, [this](const Error &error) {
        m_operation = Operation::None; // it is not answered any more
        lose(error);
    });
}

WsmanTransport::~WsmanTransport()
{
    if (m_state != State::Ended)
        leaveShell();
}

// Without waiting, also when this object goes: an orphan counts against the person's budget
void WsmanTransport::leaveShell()
{
    using Pending = WsmanShellDeletion::Pending;
    const bool isBeingMade = m_operation == Operation::Create;
    if (m_shell.isEmpty() && !isBeingMade)
        return;
    const Pending pending = isBeingMade    ? Pending::Create
        : m_operation == Operation::Delete ? Pending::Delete
        : m_operation == Operation::None   ? Pending::Nothing
                                           : Pending::Another;
    WsmanShellDeletion::leave(std::move(m_controlling), pending, m_request, m_shell, m_entropy->newId());
    m_shell.clear();
}

void WsmanTransport::start()
{
    m_state = State::Running;
    pump();
}

void WsmanTransport::pump()
{
    pumpControl();
    pumpReceive();
}

void WsmanTransport::openPipeline(const QUuid &pipeline)
{
    m_order.append(pipeline);
    m_pipelines.insert(pipeline, Pipeline());
}

void WsmanTransport::stopPipeline(const QUuid &pipeline)
{
    if (const auto known = m_pipelines.find(pipeline); known != m_pipelines.end())
        known->wantsStop = true;
    pump();
}

void WsmanTransport::closePipeline(const QUuid &pipeline)
{
    if (const auto known = m_pipelines.find(pipeline); known != m_pipelines.end())
        known->wantsEnd = true;
    pump();
}

void WsmanTransport::close()
{
    if (m_state == State::Closing || m_state == State::Ended)
        return;
    const bool isNothingThere = m_state == State::NotStarted;
    m_state = State::Closing;
    if (isNothingThere)
        finishClosing();
    else
        pumpControl();
}

bool WsmanTransport::hasSent(const QUuid &pipeline) const
{
    return m_pipelines.value(pipeline).hasSent;
}

void WsmanTransport::pumpControl()
{
    if (m_operation != Operation::None || m_state == State::NotStarted || m_state == State::Ended)
        return;
    if (m_state == State::Closing) {
        if (m_shell.isEmpty())
            finishClosing();
        else
            control(
                Operation::Delete, {}, m_request.remove(nextOperationMessage(), m_shell), WsmanRequest::controlTimeout);
        return;
    }
    if (m_shell.isEmpty()) {
        const qsizetype empty = m_request.create(QUuid(), pool().id(), {}).size();
        const QByteArray chunk = pool().nextChunk({}, Stream::Default, m_request.payloadBytes(empty));
        control(Operation::Create, {}, m_request.create(nextOperationMessage(), pool().id(), chunk),
            WsmanRequest::openTimeout);
        return;
    }
    if (pool().state() == psrp::PoolState::Opened && pool().protocolVersion() >= u"2.2")
        m_request.setMaxEnvelopeBytes(laterEnvelopeBytes);
    for (const Stream stream : {Stream::PromptResponse, Stream::Default}) {
        if (pool().hasOutgoing({}, stream)) {
            sendData({}, {}, stream);
            return;
        }
    }
    while (m_operation == Operation::None && controlPipelines()) { }
}

// Whatever lets a server go on comes before what gives it more to do.
bool WsmanTransport::controlPipelines()
{
    for (const QUuid &id : std::as_const(m_order)) {
        Pipeline &pipeline = m_pipelines[id];
        if (pipeline.command.isEmpty() || !pipeline.wantsStop || pipeline.wantsEnd)
            continue;
        pipeline.wantsStop = false;
        control(Operation::StopSignal, id,
            m_request.signal(nextOperationMessage(), m_shell, pipeline.command, WsmanSignal::StopPipeline),
            WsmanRequest::controlTimeout);
        return true;
    }
    for (const Stream stream : {Stream::PromptResponse, Stream::Default}) {
        for (const QUuid &id : std::as_const(m_order)) {
            const Pipeline &pipeline = m_pipelines[id];
            if (!pool().hasOutgoing(id, stream) || (pipeline.hasSent && pipeline.command.isEmpty()))
                continue;
            if (!pipeline.hasSent)
                sendCommand(id);
            else // servers find the waiting pipeline by the id inside the message
                sendData(id, stream == Stream::PromptResponse ? QString() : pipeline.command, stream);
            return true;
        }
    }
    const auto ending = std::find_if(m_order.begin(), m_order.end(), [this](const QUuid &id) {
        const Pipeline pipeline = m_pipelines.value(id);
        return pipeline.wantsEnd && (!pipeline.hasSent || !pipeline.command.isEmpty());
    });
    if (ending == m_order.end())
        return false;
    const QUuid id = *ending;
    m_order.erase(ending);
    const Pipeline pipeline = m_pipelines.take(id);
    if (!pipeline.command.isEmpty())
        control(Operation::Terminate, id,
            m_request.signal(nextOperationMessage(), m_shell, pipeline.command, WsmanSignal::Terminate),
            WsmanRequest::controlTimeout);
    Q_EMIT pipelineClosed(id);
    return true;
}

QUuid WsmanTransport::nextOperationMessage()
{
    m_operationMessage = m_entropy->newId();
    return m_operationMessage;
}

void WsmanTransport::control(
    Operation operation, const QUuid &pipeline, const QByteArray &request, std::chrono::seconds timeout)
{
    m_operation = operation;
    m_operationPipeline = pipeline;
    m_controlling->post(request, timeout);
}

void WsmanTransport::sendData(const QUuid &pipeline, const QString &command, Stream stream)
{
    const bool isAnswer = stream == Stream::PromptResponse;
    const qsizetype empty = m_request.send(QUuid(), m_shell, command, isAnswer, {}).size();
    const QByteArray chunk = pool().nextChunk(pipeline, stream, m_request.payloadBytes(empty));
    control(Operation::Send, pipeline, m_request.send(nextOperationMessage(), m_shell, command, isAnswer, chunk),
        WsmanRequest::controlTimeout);
}

void WsmanTransport::sendCommand(const QUuid &pipeline)
{
    const qsizetype empty = m_request.command(QUuid(), m_shell, pipeline, {}).size();
    const QByteArray chunk = pool().nextChunk(pipeline, Stream::Default, m_request.payloadBytes(empty));
    m_pipelines[pipeline].hasSent = true;
    control(Operation::Command, pipeline, m_request.command(nextOperationMessage(), m_shell, pipeline, chunk),
        WsmanRequest::openTimeout);
}

Error WsmanTransport::refusalOf(const HttpReply &reply) const
{
    Error error = remote::refusalOf(reply, {});
    if (!m_shell.isEmpty()) { // it was the right place: something has happened to it
        if (error.code == ErrorCode::ServiceForeign)
            error.code = ErrorCode::UnexpectedOutput;
        else if (error.code == ErrorCode::SignInRefused)
            error.code = ErrorCode::ConnectionLost;
    }
    return error;
}

// What is no output is short, and read here.
Result<WsmanAnswer> WsmanTransport::controlAnswer(const HttpReply &reply) const
{
    if (!reply.isEnvelope())
        return tl::unexpected<Error>(refusalOf(reply));
    if (reply.body.size() > mostControlBytes)
        return fail(ErrorCode::OutputLimitExceeded, {}, u"an answer of %1 bytes"_s.arg(reply.body.size()));
    return parseAnswer(reply.body).and_then([this](const WsmanAnswer &answer) -> Result<WsmanAnswer> {
        if (isToAnother(answer, m_operationMessage))
            return fail(ErrorCode::UnexpectedOutput, {}, u"an answer to another request"_s);
        return answer;
    });
}

void WsmanTransport::takeControl(int status, const QByteArray &contentType, const QByteArray &body)
{
    const Operation operation = std::exchange(m_operation, Operation::None);
    if (m_state == State::Ended)
        return;
    const auto answer = controlAnswer({status, contentType, body});
    if (operation == Operation::Delete) {
        finishClosing(); // whatever the answer is: there is nothing more that could be done
        return;
    }
    if (m_state == State::Closing) { // only what has to be deleted still matters
        if (answer && operation == Operation::Create)
            m_shell = answer->shell;
        pumpControl();
        return;
    }
    if (!answer) {
        Q_EMIT notUnderstood(psrp::evidenceOf(u"HTTP answer"_s, body), answer.error().detail);
        lose(answer.error());
        return;
    }
    if (answer->fault && operation == Operation::Terminate) {
        qCInfo(wsmanLog) << "not released:" << answer->fault->code << singleLine(answer->fault->text, 200);
    } else if (answer->fault) {
        takeFault(*answer->fault);
        return;
    } else if (operation == Operation::Create) {
        m_shell = answer->shell;
        if (m_shell.isEmpty()) {
            lose({ErrorCode::UnexpectedOutput, {}, u"a shell without an id"_s});
            return;
        }
    } else if (const auto known = m_pipelines.find(m_operationPipeline);
               operation == Operation::Command && known != m_pipelines.end()) {
        known->command = answer->command;
        if (known->command.isEmpty()) {
            lose({ErrorCode::UnexpectedOutput, {}, u"a command without an id"_s});
            return;
        }
    }
    pump();
}

std::optional<QUuid> WsmanTransport::nextToReceive()
{
    if (pool().state() == psrp::PoolState::Opening || pool().isWaitingForKey())
        return QUuid();
    for (qsizetype i = 0; i < m_order.size(); ++i) {
        const QUuid id = m_order.takeFirst();
        m_order.append(id);
        const Pipeline &pipeline = m_pipelines[id];
        if (!pipeline.command.isEmpty() && !pipeline.wantsEnd)
            return id;
    }
    return std::nullopt;
}

void WsmanTransport::pumpReceive()
{
    if (m_receivingFor || m_isPausing || isHeld() || m_shell.isEmpty() || m_state != State::Running)
        return;
    m_receivingFor = nextToReceive();
    if (!m_receivingFor)
        return;
    m_receivingCommand = m_pipelines.value(*m_receivingFor).command;
    m_receivingMessage = m_entropy->newId();
    m_pacer.begin(m_time.now());
    m_receiving->post(m_request.receive(m_receivingMessage, m_shell, m_receivingCommand), WsmanRequest::receiveTimeout);
}

void WsmanTransport::takeReceived(int status, const QByteArray &contentType, const QByteArray &body)
{
    if (m_state != State::Running)
        return;
    const HttpReply reply{status, contentType, body};
    if (!reply.isEnvelope())
        takeOutput(tl::unexpected<Error>(refusalOf(reply)), body);
    else if (body.size() <= mostEnvelopeBytesHere)
        takeOutput(readOutput(body, m_receivingCommand), body);
    else
        whenDone(QtConcurrent::run(readOutput, body, m_receivingCommand), this,
            [this, body](const Result<WsmanAnswer> &answer) { takeOutput(answer, body); });
}

void WsmanTransport::takeOutput(const Result<WsmanAnswer> &answer, const QByteArray &body)
{
    if (m_state != State::Running)
        return;
    if (!answer) {
        Q_EMIT notUnderstood(psrp::evidenceOf(u"HTTP answer"_s, body), answer.error().detail);
        lose(answer.error());
        return;
    }
    const QUuid channel = m_receivingFor.value_or(QUuid());
    const auto pipeline = m_pipelines.constFind(channel);
    const bool isGone = !channel.isNull() && (pipeline == m_pipelines.constEnd() || pipeline->wantsEnd);
    if (answer->fault && !answer->fault->isTimeout() && !isGone) { // a command that was released is not there any more
        takeFault(*answer->fault);
        return;
    }
    if (isToAnother(*answer, m_receivingMessage)) {
        lose({ErrorCode::UnexpectedOutput, {}, u"an answer to another request"_s});
        return;
    }
    const QByteArray bytes = answer->pieces.isEmpty() ? QByteArray() : answer->pieces.constFirst().bytes;
    const QPointer<WsmanTransport> self(this);
    if (!bytes.isEmpty())
        Q_EMIT received(channel, bytes);
    if (!self || m_state != State::Running)
        return;
    m_receivingFor.reset(); // only now: what to ask for next depends on all that has arrived
    if (const auto pause = m_pacer.pause(bytes.isEmpty(), m_time.now()); pause.count() > 0) {
        m_isPausing = true;
        m_time.after(pause, this, [this] {
            m_isPausing = false;
            pump();
        });
    }
    pump();
}

void WsmanTransport::takeFault(const WsmanFault &fault)
{
    QString detail = u"WS-Management %1 %2: %3"_s.arg(fault.code).arg(fault.subcode, multiLine(fault.text, 4096));
    const ErrorCode code = fault.errorCode();
    if (code == ErrorCode::ConnectionLost) {
        m_shell.clear(); // it is gone
        m_wasForgotten = true;
    }
    lose({code, {}, std::move(detail)});
}

void WsmanTransport::lose(Error error)
{
    if (m_state == State::Ended)
        return;
    if (m_state == State::Closing) {
        finishClosing();
        return;
    }
    m_state = State::Ended;
    if (error.subject.isEmpty())
        error.subject = QUrl(m_request.facts().url).host();
    leaveShell(); // servers keep it when a connection breaks, and count it
    Q_EMIT lost(error);
}

void WsmanTransport::finishClosing()
{
    m_state = State::Ended;
    Q_EMIT closed();
}

} // namespace kakuin::remote
