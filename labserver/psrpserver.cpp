// SPDX-License-Identifier: MIT
#include "labserver/psrpserver.h"

#include "core/clixml/writer.h"

namespace kakuin::labserver {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;
using psrp::MessageType;

namespace {

const QByteArray byteOrderMark("\xEF\xBB\xBF");

Value versionValue(const QString &text)
{
    return Value(clixml::TypedText{clixml::TextKind::Version, text});
}

Result<Value> property(const Value &bag, QStringView name)
{
    const auto object = bag.object();
    if (!object || !object->hasProperty(name))
        return fail(ErrorCode::UnexpectedOutput, {}, name.toString() + u" is missing"_s);
    return object->property(name);
}

} // namespace

Result<void> PsrpServer::receive(const QUuid &channel, const QByteArray &bytes)
{
    auto &incoming = m_incoming[channel];
    if (!incoming)
        incoming = std::make_shared<psrp::Defragmenter>();
    incoming->append(bytes);
    while (true) {
        const auto message = incoming->next();
        if (!message)
            return tl::unexpected<Error>(message.error());
        if (!*message)
            return {};
        const auto taken = psrp::decodeMessage(**message).and_then([this](const psrp::Message &m) { return take(m); });
        if (!taken)
            return taken;
    }
}

std::optional<PsrpServer::Request> PsrpServer::nextRequest()
{
    return m_requests.isEmpty() ? std::nullopt : std::optional<Request>(m_requests.dequeue());
}

Result<void> PsrpServer::take(const psrp::Message &message)
{
    const auto value = valueOf(message);
    if (!value)
        return tl::unexpected<Error>(value.error());
    if (message.destination != psrp::Destination::Server)
        return fail(ErrorCode::UnexpectedOutput, {}, u"for a client"_s);
    switch (message.type) {
    case MessageType::SessionCapability:
        m_pool = message.pool;
        return property(*value, u"protocolversion").transform([](const Value &) {});
    case MessageType::InitRunspacePool:
        for (const char16_t *name : {u"MinRunspaces", u"MaxRunspaces", u"PSThreadOptions", u"ApartmentState",
                 u"HostInfo", u"ApplicationArguments"}) {
            if (const auto there = property(*value, name); !there)
                return tl::unexpected<Error>(there.error());
        }
        if (m_opensPools)
            open();
        return {};
    case MessageType::PublicKey:
        return m_answersKeys ? takeKey(*value) : Result<void>();
    case MessageType::CreatePipeline:
        return requestOf(*value).transform([&](const psrp::PipelineRequest &request) {
            m_requests.enqueue(PipelineRequested{message.pipeline, request});
        });
    case MessageType::PipelineInput:
        m_requests.enqueue(InputArrived{message.pipeline, *value, false});
        return {};
    case MessageType::EndOfPipelineInput:
        m_requests.enqueue(InputArrived{message.pipeline, {}, true});
        return {};
    case MessageType::PipelineHostResponse:
    case MessageType::RunspacePoolHostResponse: {
        const auto object = value->object();
        if (!object || !object->hasProperty(u"mi"))
            return fail(ErrorCode::UnexpectedOutput, {}, u"host response"_s);
        m_requests.enqueue(CallAnswered{message.pipeline, object->property(u"ci").toInt().value_or(0),
            object->property(u"mr"), object->hasProperty(u"me")});
        return {};
    }
    default:
        return {};
    }
}

void PsrpServer::open()
{
    // real servers send this one with a null pool id
    const QUuid pool = std::exchange(m_pool, QUuid());
    send({}, MessageType::SessionCapability,
        ObjectBuilder(QStringList{})
            .extended(u"protocolversion"_s, versionValue(m_version))
            .extended(u"PSVersion"_s, versionValue(u"2.0"_s))
            .extended(u"SerializationVersion"_s, versionValue(u"1.1.0.1"_s))
            .build());
    m_pool = pool;
    send({}, MessageType::ApplicationPrivateData,
        ObjectBuilder(QStringList{}).extended(u"ApplicationPrivateData"_s, Value()).build());
    sendPoolState(psrp::PoolState::Opened);
}

Result<void> PsrpServer::takeKey(const Value &value)
{
    return property(value, u"PublicKey")
        .and_then([](const Value &key) { return psrp::KeyExchange::wrapNewKey(key.text()); })
        .transform([this](const psrp::KeyExchange::Wrapped &wrapped) {
            m_key = wrapped.key;
            send({}, MessageType::EncryptedSessionKey,
                ObjectBuilder(QStringList{}).extended(u"EncryptedSessionKey"_s, Value(wrapped.text)).build());
        });
}

Result<psrp::PipelineRequest> PsrpServer::requestOf(const Value &body) const
{
    psrp::PipelineRequest request;
    for (const char16_t *name : {u"NoInput", u"ApartmentState", u"RemoteStreamOptions", u"AddToHistory", u"HostInfo",
             u"PowerShell", u"IsNested"}) {
        if (const auto there = property(body, name); !there)
            return tl::unexpected<Error>(there.error());
    }
    request.takesInput = !body.object()->property(u"NoInput").toBool().value_or(true);
    const auto commands = property(body.object()->property(u"PowerShell"), u"Cmds");
    if (!commands)
        return tl::unexpected<Error>(commands.error());
    const QList<Value> list = commands->toList();
    for (const Value &item : list) {
        const auto name = property(item, u"Cmd");
        if (!name)
            return tl::unexpected<Error>(name.error());
        psrp::Command command{name->text(), item.object()->property(u"IsScript").toBool().value_or(false), {}, {}};
        const QList<Value> arguments = item.object()->property(u"Args").toList();
        for (const Value &argument : arguments) {
            const Value value = argument.object()->property(u"V");
            psrp::Command::Parameter parameter{argument.object()->property(u"N").text(), value};
            if (m_key) {
                if (const auto secret = psrp::unsealed(value, *m_key))
                    parameter.value = *secret;
                else if (const auto credential = psrp::unsealedCredential(value, *m_key))
                    parameter.value = *credential;
            }
            command.parameters.append(parameter);
        }
        request.commands.append(command);
    }
    return request;
}

void PsrpServer::sendPoolState(psrp::PoolState state, const std::optional<psrp::ErrorRecord> &error)
{
    ObjectBuilder body(QStringList{});
    body.extended(u"RunspaceState"_s, Value::fromInt(static_cast<int>(state)));
    if (error)
        body.extended(u"ExceptionAsErrorRecord"_s, psrp::valueOf(*error));
    send({}, MessageType::RunspacePoolState, body.build());
}

void PsrpServer::sendOutput(const QUuid &pipeline, const Value &value)
{
    send(pipeline, MessageType::PipelineOutput, value);
}

void PsrpServer::sendError(const QUuid &pipeline, const psrp::ErrorRecord &record)
{
    send(pipeline, MessageType::ErrorRecord, psrp::valueOf(record));
}

void PsrpServer::sendWarning(const QUuid &pipeline, const QString &text)
{
    send(pipeline, MessageType::WarningRecord,
        ObjectBuilder(QStringList{u"System.Management.Automation.WarningRecord"_s, u"System.Object"_s})
            .toString(text)
            .extended(u"InformationalRecord_Message"_s, Value(text))
            .extended(u"InformationalRecord_SerializeInvocationInfo"_s, Value(Value::Data(false)))
            .build());
}

void PsrpServer::sendState(
    const QUuid &pipeline, psrp::PipelineState state, const std::optional<psrp::ErrorRecord> &error)
{
    ObjectBuilder body(QStringList{});
    body.extended(u"PipelineState"_s, Value::fromInt(static_cast<int>(state)));
    if (error)
        body.extended(u"ExceptionAsErrorRecord"_s, psrp::valueOf(*error));
    send(pipeline, MessageType::PipelineState, body.build());
}

void PsrpServer::sendChoice(
    const QUuid &pipeline, qint64 id, const psrp::ChoiceRequest &request, const std::optional<QUuid> &channel)
{
    QList<Value> choices;
    for (const auto &choice : request.choices) {
        choices.append(ObjectBuilder(QStringList{})
                           .extended(u"label"_s, Value(choice.label))
                           .extended(u"helpMessage"_s, Value(choice.help))
                           .build());
    }
    sendCall(pipeline, id, psrp::HostMethod::PromptForChoice,
        {Value(request.caption), Value(request.message), Value(ObjectBuilder::list(choices)),
            Value::fromInt(request.defaultChoice)},
        channel);
}

void PsrpServer::sendCall(const QUuid &pipeline, qint64 id, psrp::HostMethod method, const QList<Value> &parameters,
    const std::optional<QUuid> &channel)
{
    send(pipeline, pipeline.isNull() ? MessageType::RunspacePoolHostCall : MessageType::PipelineHostCall,
        ObjectBuilder(QStringList{})
            .extended(u"ci"_s, Value::fromInt(id, clixml::IntegerType::Int64))
            .extended(u"mi"_s,
                Value(ObjectBuilder::enumeration(u"System.Management.Automation.Remoting.RemoteHostMethodId"_s,
                    psrp::nameOf(method), static_cast<int>(method))))
            .extended(u"mp"_s, Value(ObjectBuilder::list(parameters)))
            .build(),
        channel);
}

void PsrpServer::send(const QUuid &pipeline, MessageType type, const Value &body, const std::optional<QUuid> &channel)
{
    const auto data = clixml::writeMessage(body);
    if (!data)
        qFatal("the server's end cannot write %s: %s", qPrintable(psrp::nameOf(type)), qPrintable(data.error().detail));
    sendRaw(channel.value_or(pipeline), type, pipeline, byteOrderMark + *data);
}

void PsrpServer::sendRaw(const QUuid &channel, MessageType type, const QUuid &pipeline, const QByteArray &data)
{
    auto &outgoing = m_outgoing[channel];
    if (!outgoing)
        outgoing = std::make_shared<psrp::FragmentQueue>();
    outgoing->enqueue(++m_lastObjectId, psrp::encodeMessage({psrp::Destination::Client, type, m_pool, pipeline, data}));
}

QList<QUuid> PsrpServer::talkative() const
{
    QList<QUuid> channels;
    for (auto it = m_outgoing.begin(); it != m_outgoing.end(); ++it) {
        if (!it.value()->isEmpty())
            channels.append(it.key());
    }
    return channels;
}

QByteArray PsrpServer::nextChunk(const QUuid &channel, qsizetype maxBytes)
{
    const auto outgoing = m_outgoing.value(channel);
    return outgoing ? outgoing->take(maxBytes) : QByteArray();
}

void PsrpServer::forget(const QUuid &pipeline)
{
    m_incoming.remove(pipeline);
    m_outgoing.remove(pipeline);
}

} // namespace kakuin::labserver
