// SPDX-License-Identifier: MIT
#include "core/psrp/runspacepool.h"

#include "core/clixml/writer.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QScopeGuard>
#include <QtCore/QVersionNumber>

namespace kakuin::psrp {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

Q_LOGGING_CATEGORY(psrpLog, "kakuin.psrp", QtWarningMsg)

const QVersionNumber ourVersion(2, 3);

std::optional<ErrorRecord> errorIn(const Value &value)
{
    const auto object = value.object();
    const Value error = object ? object->property(u"ExceptionAsErrorRecord") : Value();
    return error.isNull() ? std::nullopt : std::optional(errorRecordOf(error));
}

tl::unexpected<Error> notUnderstood(const QString &what)
{
    return fail(ErrorCode::UnexpectedOutput, {}, what);
}

Evidence evidenceIn(const Message &message)
{
    return evidenceOf(nameOf(message.type), message.data);
}

Result<int> stateIn(const Value &value, QStringView property, int least, int largest)
{
    const auto object = value.object();
    const auto state = object ? object->property(property).toInt() : std::nullopt;
    if (!state || *state < least || *state > largest)
        return notUnderstood(property.toString() + u" is missing or unknown"_s);
    return static_cast<int>(*state);
}

tl::unexpected<Error> notNow(const QString &what)
{
    return fail(ErrorCode::InvalidArgument, {}, what);
}

} // namespace

RunspacePool::RunspacePool(Options options, std::shared_ptr<EntropySource> entropy)
    : m_options(options)
    , m_entropy(std::move(entropy))
    , m_id(m_entropy->newId())
{
    m_channels.insert(QUuid(), std::make_shared<Channel>(m_options.limits));
}

Result<void> RunspacePool::open()
{
    if (m_state != PoolState::BeforeOpen)
        return notNow(u"the pool was opened before"_s);
    m_state = PoolState::Opening;
    return send({}, MessageType::SessionCapability, sessionCapabilityBody()).and_then([this] {
        return send(
            {}, MessageType::InitRunspacePool, initRunspacePoolBody(m_options.minRunspaces, m_options.maxRunspaces));
    });
}

Result<QUuid> RunspacePool::createPipeline(const PipelineRequest &request)
{
    if (m_state != PoolState::Opened)
        return notNow(u"the pool is not open"_s);
    if (request.commands.isEmpty())
        return notNow(u"a pipeline without commands"_s);
    const QUuid pipeline = m_entropy->newId();
    m_channels.insert(pipeline, std::make_shared<Channel>(m_options.limits));
    const auto sending = [this, pipeline, request]() -> Result<void> {
        return createPipelineBody(request, sessionKey()).and_then([&](const Value &body) {
            return send(pipeline, MessageType::CreatePipeline, body);
        });
    };
    const auto sent = whenReady(needsSessionKey(request), sending);
    if (!sent) {
        m_channels.remove(pipeline);
        return tl::unexpected<Error>(sent.error());
    }
    return pipeline;
}

RunspacePool::Channel *RunspacePool::openChannel(const QUuid &pipeline) const
{
    const auto channel = m_channels.value(pipeline);
    return channel && !channel->isEnded && isUsable() ? channel.get() : nullptr;
}

Result<void> RunspacePool::sendInput(const QUuid &pipeline, const Argument &value)
{
    if (pipeline.isNull() || !openChannel(pipeline))
        return notNow(u"the pipeline has ended"_s);
    return whenReady(needsSessionKey(value), [this, pipeline, value] {
        return sealed(value, sessionKey()).and_then([&](const Value &body) {
            return send(pipeline, MessageType::PipelineInput, body);
        });
    });
}

Result<void> RunspacePool::endInput(const QUuid &pipeline)
{
    if (pipeline.isNull() || !openChannel(pipeline))
        return notNow(u"the pipeline has ended"_s);
    return whenReady(false, [this, pipeline]() -> Result<void> {
        enqueue(pipeline, MessageType::EndOfPipelineInput, {}, Stream::Default);
        return {};
    });
}

bool RunspacePool::waitsFor(const HostCall &call) const
{
    const Channel *channel = openChannel(call.pipeline);
    return channel && channel->openCalls.contains(call.id);
}

Result<void> RunspacePool::answer(const HostCall &call, const HostReply &reply)
{
    Channel *channel = openChannel(call.pipeline);
    if (!channel || !channel->openCalls.removeOne(call.id))
        return notNow(u"no call waits for this answer"_s);
    const auto type
        = call.pipeline.isNull() ? MessageType::RunspacePoolHostResponse : MessageType::PipelineHostResponse;
    const auto sending = [this, call, reply, type]() -> Result<void> {
        return valueOf(call, reply, sessionKey()).and_then([&](const Value &body) {
            return send(call.pipeline, type, body, Stream::PromptResponse);
        });
    };
    // an answer must not queue up behind a pipeline that waits for the key: that one may wait for this answer
    return reply.needsSessionKey() ? whenReady(true, sending) : sending();
}

Result<qint64> RunspacePool::askAvailableRunspaces()
{
    if (m_state != PoolState::Opened)
        return notNow(u"the pool is not open"_s);
    const qint64 id = ++m_lastCallId;
    const Value body
        = ObjectBuilder(QStringList{}).extended(u"ci"_s, Value::fromInt(id, clixml::IntegerType::Int64)).build();
    return send({}, MessageType::GetAvailableRunspaces, body).transform([id] { return id; });
}

Result<void> RunspacePool::exchangeKeys()
{
    if (m_state != PoolState::Opened)
        return notNow(u"the pool is not open"_s);
    if (m_keyExchange)
        return {};
    const auto exchange = m_entropy->newKeyExchange();
    if (!exchange)
        return tl::unexpected<Error>(exchange.error());
    m_keyExchange = *exchange;
    const Value body
        = ObjectBuilder(QStringList{}).extended(u"PublicKey"_s, Value(m_keyExchange->publicKeyText())).build();
    return send({}, MessageType::PublicKey, body);
}

// Requests keep their order for each pipeline: what follows something that waits for the key waits, too.
Result<void> RunspacePool::whenReady(bool needsKey, std::function<Result<void>()> sending)
{
    if (m_waiting.isEmpty() && (!needsKey || m_key))
        return sending();
    if (needsKey && !m_key) {
        if (const auto asked = exchangeKeys(); !asked)
            return asked;
    }
    m_waiting.append(std::move(sending));
    return {};
}

void RunspacePool::flushWaiting()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &sending : waiting) {
        if (const auto sent = sending(); !sent) {
            broken(sent.error());
            return;
        }
    }
}

Result<void> RunspacePool::send(const QUuid &pipeline, MessageType type, const Value &body, Stream stream)
{
    return clixml::writeMessage(body).transform([&](const QByteArray &data) { enqueue(pipeline, type, data, stream); });
}

void RunspacePool::enqueue(const QUuid &pipeline, MessageType type, const QByteArray &data, Stream stream)
{
    const auto channel = m_channels.value(pipeline);
    if (!channel || channel->isEnded)
        return; // it ended while this waited
    const QByteArray bytes = encodeMessage({Destination::Server, type, m_id, pipeline, data});
    FragmentQueue &queue = stream == Stream::PromptResponse ? channel->answers : channel->outgoing;
    queue.enqueue(++m_lastObjectId, bytes);
}

void RunspacePool::forget(const QUuid &pipeline)
{
    if (!pipeline.isNull())
        m_channels.remove(pipeline);
}

bool RunspacePool::hasOutgoing(const QUuid &channel, Stream stream) const
{
    const auto known = m_channels.value(channel);
    return known && !(stream == Stream::PromptResponse ? known->answers : known->outgoing).isEmpty();
}

bool RunspacePool::hasGivenCreation(const QUuid &pipeline) const
{
    const auto known = m_channels.value(pipeline);
    return known && known->outgoing.hasGivenOne();
}

QByteArray RunspacePool::nextChunk(const QUuid &channel, Stream stream, qsizetype maxBytes)
{
    const auto known = m_channels.value(channel);
    if (!known)
        return {};
    // Microsoft's engine loses input that arrives in one piece with the pipeline's creation
    return (stream == Stream::PromptResponse ? known->answers : known->outgoing).take(maxBytes, !channel.isNull());
}

void RunspacePool::receive(const QUuid &channel, const QByteArray &bytes)
{
    const auto known = reader(channel);
    if (!known)
        return;
    const Reading reading = known->read(bytes);
    for (const ReadMessage &read : reading.messages)
        take(channel, read);
    if (reading.failure)
        take(channel, *reading.failure);
}

std::shared_ptr<MessageReader> RunspacePool::reader(const QUuid &channel) const
{
    const auto known = m_channels.value(channel);
    if (known && isUsable())
        return known->incoming;
    qCDebug(psrpLog) << "bytes for a channel that is gone" << channel;
    return nullptr;
}

void RunspacePool::take(const QUuid &channel, const ReadFailure &failure)
{
    const auto known = m_channels.value(channel);
    if (!known || !isUsable() || known->isEnded)
        return;
    if (channel.isNull() || failure.error.code != ErrorCode::OutputLimitExceeded) {
        broken(failure.error, failure.evidence);
        return;
    }
    endChannel(*known);
    m_events.enqueue(PipelineOverran{channel, failure.error});
}

void RunspacePool::endChannel(Channel &channel)
{
    channel.isEnded = true;
    channel.outgoing.clear();
    channel.answers.clear();
}

void RunspacePool::broken(Error error, const Evidence &evidence)
{
    m_state = PoolState::Broken;
    m_waiting.clear();
    const bool isHeard = m_heard && evidence.isEmpty();
    m_events.enqueue(ProtocolBroken{std::move(error), isHeard ? evidenceIn(*m_heard) : evidence});
}

void RunspacePool::take(const QUuid &channel, const ReadMessage &read)
{
    if (!isUsable() || !m_channels.contains(channel))
        return;
    const Message &message = read.message;
    const Result<Value> &value = read.value;
    m_heard = &message;
    const auto heard = qScopeGuard([this] { m_heard = nullptr; });
    qCDebug(psrpLog) << "<" << nameOf(message.type) << message.data.size() << "bytes on" << channel;
    if (message.destination != Destination::Client) {
        broken({ErrorCode::UnexpectedOutput, {}, nameOf(message.type) + u" is for the server"_s});
        return;
    }
    if (!message.pool.isNull() && message.pool != m_id) {
        broken({ErrorCode::UnexpectedOutput, {}, nameOf(message.type) + u" is for another session"_s});
        return;
    }
    if (!channel.isNull() && !message.pipeline.isNull() && message.pipeline != channel) {
        broken({ErrorCode::UnexpectedOutput, {}, nameOf(message.type) + u" is for another pipeline"_s});
        return;
    }
    const bool isPipelines = (static_cast<quint32>(message.type) & 0xFFFFF000U) == 0x00041000U;
    if (!isPipelines) {
        if (value)
            dispatchToPool(message, *value);
        else
            broken(value.error());
        return;
    }
    // an engine that ran an initial command reports it without an id; unknown and ended pipelines have been forgotten
    if (message.pipeline.isNull() || !openChannel(message.pipeline))
        return;
    if (value)
        dispatchToPipeline(message, *value);
    else if (message.type == MessageType::PipelineState || message.type == MessageType::PipelineHostCall)
        broken(value.error()); // the end of it, or the question, would be waited for without end
    else
        m_events.enqueue(MessageLost{message.pipeline, message.type, value.error(), evidenceIn(message)});
}

void RunspacePool::dispatchToPool(const Message &message, const Value &value)
{
    switch (message.type) {
    case MessageType::SessionCapability:
        takeCapability(value);
        return;
    case MessageType::ApplicationPrivateData:
        m_applicationData = value.object() ? value.object()->property(u"ApplicationPrivateData") : Value();
        return;
    case MessageType::RunspacePoolState:
        takePoolState(value);
        return;
    case MessageType::EncryptedSessionKey:
        takeSessionKey(value);
        return;
    case MessageType::PublicKeyRequest:
        if (const auto sent = m_state == PoolState::Opened ? exchangeKeys() : Result<void>(); !sent)
            broken(sent.error());
        return;
    case MessageType::RunspacePoolHostCall:
        takeHostCall({}, value);
        return;
    case MessageType::RunspaceAvailability:
        if (const auto object = value.object())
            m_events.enqueue(PoolAnswer{
                object->property(u"ci").toInt().value_or(0), object->property(u"SetMinMaxRunspacesResponse")});
        return;
    default:
        qCInfo(psrpLog) << "ignored:" << nameOf(message.type);
    }
}

void RunspacePool::dispatchToPipeline(const Message &message, const Value &value)
{
    const QUuid &pipeline = message.pipeline;
    const auto text = [&](TextWritten::Kind kind) {
        m_events.enqueue(TextWritten{pipeline, kind, informationalTextOf(value)});
    };
    switch (message.type) {
    case MessageType::PipelineOutput:
        m_events.enqueue(OutputWritten{pipeline, value});
        return;
    case MessageType::ErrorRecord:
        m_events.enqueue(ErrorWritten{pipeline, errorRecordOf(value)});
        return;
    case MessageType::WarningRecord:
        text(TextWritten::Kind::Warning);
        return;
    case MessageType::VerboseRecord:
        text(TextWritten::Kind::Verbose);
        return;
    case MessageType::DebugRecord:
        text(TextWritten::Kind::Debug);
        return;
    case MessageType::ProgressRecord:
        m_events.enqueue(ProgressWritten{pipeline, progressRecordOf(value)});
        return;
    case MessageType::InformationRecord:
        m_events.enqueue(InformationWritten{pipeline, informationRecordOf(value)});
        return;
    case MessageType::PipelineState:
        takePipelineState(pipeline, value);
        return;
    case MessageType::PipelineHostCall:
        takeHostCall(pipeline, value);
        return;
    default:
        qCInfo(psrpLog) << "ignored:" << nameOf(message.type);
    }
}

void RunspacePool::takeCapability(const Value &value)
{
    const auto object = value.object();
    const QString said = object ? object->property(u"protocolversion").text() : QString();
    const QVersionNumber version = QVersionNumber::fromString(said);
    if (version.majorVersion() != ourVersion.majorVersion()) {
        broken({ErrorCode::UnexpectedOutput, {}, u"protocol version '%1'"_s.arg(said.left(20))});
        return;
    }
    m_protocolVersion = qMin(version, ourVersion).toString();
}

void RunspacePool::takePoolState(const Value &value)
{
    const auto state = stateIn(value, u"RunspaceState", 0, 8);
    if (!state) {
        broken(state.error());
        return;
    }
    if (*state == static_cast<int>(PoolState::Opened) && m_state == PoolState::Opening) {
        if (m_protocolVersion.isEmpty()) {
            broken({ErrorCode::UnexpectedOutput, {}, u"opened before SESSION_CAPABILITY"_s});
            return;
        }
        m_state = PoolState::Opened;
        m_events.enqueue(PoolOpened{});
    } else if (*state == static_cast<int>(PoolState::Closed) || *state == static_cast<int>(PoolState::Broken)) {
        m_state = static_cast<PoolState>(*state);
        m_waiting.clear();
        m_events.enqueue(PoolEnded{m_state, errorIn(value)});
    }
}

void RunspacePool::takeSessionKey(const Value &value)
{
    if (!m_keyExchange || m_key) {
        qCInfo(psrpLog) << "a session key without a request for one";
        return;
    }
    const auto object = value.object();
    const auto key = m_keyExchange->accept(object ? object->property(u"EncryptedSessionKey").text() : QString());
    if (!key) {
        broken(key.error());
        return;
    }
    m_key = *key;
    m_events.enqueue(SessionKeyReady{});
    flushWaiting();
}

void RunspacePool::takePipelineState(const QUuid &pipeline, const Value &value)
{
    const auto state = stateIn(value, u"PipelineState", 0, 6);
    if (!state) {
        broken(state.error());
        return;
    }
    const auto known = static_cast<PipelineState>(*state);
    if (!isEnd(known))
        return; // Running and Stopping are on the way
    endChannel(*m_channels.value(pipeline));
    m_events.enqueue(PipelineEnded{pipeline, known, errorIn(value)});
}

void RunspacePool::takeHostCall(const QUuid &pipeline, const Value &value)
{
    const auto call = hostCallOf(pipeline, value);
    if (!call) {
        broken(call.error());
        return;
    }
    if (!call->isVoid())
        m_channels.value(pipeline)->openCalls.append(call->id);
    m_events.enqueue(HostCalled{*call});
}

std::optional<Event> RunspacePool::nextEvent()
{
    return m_events.isEmpty() ? std::nullopt : std::optional<Event>(m_events.dequeue());
}

} // namespace kakuin::psrp
