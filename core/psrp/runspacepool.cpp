// SPDX-License-Identifier: MIT
#include "core/psrp/runspacepool.h"

#include "core/clixml/writer.h"

#include <QtCore/QVersionNumber>

namespace kakuin::psrp {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

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
        return notNow(u"nobody waits for this answer"_s);
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

QByteArray RunspacePool::nextChunk(const QUuid &channel, Stream stream, qsizetype maxBytes)
{
    const auto known = m_channels.value(channel);
    if (!known)
        return {};
    // Microsoft's engine loses input that arrives in one piece with the pipeline's creation
    return (stream == Stream::PromptResponse ? known->answers : known->outgoing).take(maxBytes, !channel.isNull());
}

std::optional<Event> RunspacePool::nextEvent()
{
    return m_events.isEmpty() ? std::nullopt : std::optional<Event>(m_events.dequeue());
}

} // namespace kakuin::psrp
