// SPDX-License-Identifier: MIT
#include "fuzz/remotingseeds.h"

#include "core/remote/outofprocpacket.h"
#include "core/remote/sealedmessage.h"
#include "core/remote/wsmannames.h"
#include "fuzz/serverwords.h"
#include "labserver/psrpserver.h"
#include "tests/testkit/randomvalues.h"

namespace kakuin::fuzz {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;
using labserver::PsrpServer;
using psrp::HostMethod;
using psrp::PipelineState;

namespace {

const QUuid pipeline(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

/// What a server says about one pipeline: every stream, every kind of question, an end.
QByteArray pipelineStream(qsizetype fragmentBytes)
{
    PsrpServer server;
    psrp::ErrorRecord record;
    record.message = u"no rights"_s;
    record.exceptionType = u"System.UnauthorizedAccessException"_s;
    const Value field = ObjectBuilder(QStringList{})
                            .extended(u"name"_s, Value(u"Password"_s))
                            .extended(u"label"_s, Value(u"&Password"_s))
                            .extended(u"parameterTypeFullName"_s, Value(u"System.Security.SecureString"_s))
                            .extended(u"isMandatory"_s, Value(Value::Data(true)))
                            .build();
    server.sendOutput(pipeline, Value(u"証明書 & <more>"_s));
    server.sendWarning(pipeline, u"careful"_s);
    server.sendError(pipeline, record);
    server.sendChoice(pipeline, 1, {u"Confirm"_s, u"Really?"_s, {{u"&Yes"_s, u"go on"_s}, {u"&No"_s, {}}}, 0});
    server.sendCall(pipeline, 2, HostMethod::ReadLine, {});
    server.sendCall(pipeline, 3, HostMethod::ReadLineAsSecureString, {});
    server.sendCall(pipeline, 4, HostMethod::Prompt,
        {Value(u"caption"_s), Value(u"message"_s), Value(ObjectBuilder::list({field}))});
    server.sendCall(pipeline, 5, HostMethod::PromptForCredential, {Value(), Value(), Value(u"CONTOSO\\a"_s), Value()});
    server.sendCall(pipeline, -100, HostMethod::WriteLine, {Value(u"a line"_s)});
    server.sendState(pipeline, PipelineState::Running);
    server.sendState(pipeline, PipelineState::Failed, record);
    QByteArray stream;
    while (!server.talkative().isEmpty())
        stream += server.nextChunk(pipeline, fragmentBytes);
    return stream;
}

QList<psrp::Message> messagesIn(const QByteArray &stream)
{
    psrp::Defragmenter defragmenter;
    defragmenter.append(stream);
    QList<psrp::Message> messages;
    for (auto next = defragmenter.next(); next && *next; next = defragmenter.next())
        messages.append(psrp::decodeMessage(**next).value_or(psrp::Message()));
    return messages;
}

ServerWord word(psrp::MessageType type, const QByteArray &body, ServerWord::Channel channel)
{
    ServerWord made;
    made.type = type;
    made.body = body;
    made.channel = channel;
    return made;
}

QByteArray envelope(const char *action, const QByteArray &body)
{
    return "<s:Envelope xmlns:s=\"" + remote::wsman::soap.toUtf8()
        + "\" xmlns:a=\"a\" xmlns:w=\"w\" xmlns:rsp=\"r\" xmlns:f=\"f\"><s:Header><a:Action>http://x/" + action
        + "</a:Action><a:RelatesTo>uuid:00112233-4455-6677-8899-AABBCCDDEEFF</a:RelatesTo></s:Header><s:Body>" + body
        + "</s:Body></s:Envelope>";
}

} // namespace

QList<QByteArray> fragmentSeeds()
{
    QList<QByteArray> seeds;
    for (const qsizetype size : {22, 60, 200, 1000})
        seeds.append(static_cast<char>(size % 64) + pipelineStream(size).left(8000));
    return seeds;
}

QList<QByteArray> messageSeeds()
{
    using Reaction = ServerWord::Reaction;
    const QList<psrp::Message> messages = messagesIn(pipelineStream(100'000));
    QList<QByteArray> seeds;
    for (const auto reaction : {Reaction::None, Reaction::Choice, Reaction::Line, Reaction::Secret, Reaction::Fields,
             Reaction::Refusal, Reaction::Credential, Reaction::AskForKey}) {
        QList<ServerWord> all;
        for (const psrp::Message &message : messages) {
            all.append(word(message.type, message.data, ServerWord::Channel::First));
            all.last().reaction = reaction;
            seeds.append(inputOf({all.last()}));
            if (reaction == Reaction::Secret || reaction == Reaction::Credential || reaction == Reaction::AskForKey) {
                all.append(word(psrp::MessageType::EncryptedSessionKey, {}, ServerWord::Channel::Pool));
                all.last().isKey = true;
            }
        }
        seeds.append(inputOf(all));
    }
    for (const auto state : {"3", "5"})
        seeds.append(inputOf({word(psrp::MessageType::RunspacePoolState,
            QByteArray("<Obj RefId=\"0\"><MS><I32 N=\"RunspaceState\">") + state + "</I32></MS></Obj>",
            ServerWord::Channel::Pool)}));
    for (quint32 seed = 0; seed < 10; ++seed) {
        testkit::RandomValues random(seed);
        PsrpServer server;
        server.sendOutput(pipeline, random.value(3));
        for (const psrp::Message &message : messagesIn(server.nextChunk(pipeline, 1'000'000)))
            seeds.append(inputOf({word(message.type, message.data, ServerWord::Channel::Second)}));
    }
    return seeds;
}

QList<QByteArray> packetSeeds()
{
    using remote::OutOfProcPacket;
    QList<QByteArray> seeds;
    for (int kind = 0; kind <= static_cast<int>(OutOfProcPacket::Kind::CloseAck); ++kind) {
        const QByteArray data = kind == 0 ? pipelineStream(200).left(300) : QByteArray();
        seeds.append(remote::packetLine({static_cast<OutOfProcPacket::Kind>(kind), pipeline, kind == 0, data}));
        seeds.append(remote::packetLine({static_cast<OutOfProcPacket::Kind>(kind), {}, false, data}));
    }
    return seeds;
}

QList<QByteArray> answerSeeds()
{
    const QByteArray id = pipeline.toByteArray(QUuid::WithoutBraces).toUpper();
    const QByteArray data = pipelineStream(200).left(600).toBase64();
    return {
        envelope(
            "CreateResponse", "<w:SelectorSet><w:Selector Name=\"ShellId\">" + id + "</w:Selector></w:SelectorSet>"),
        envelope(
            "CommandResponse", "<rsp:CommandResponse><rsp:CommandId>" + id + "</rsp:CommandId></rsp:CommandResponse>"),
        envelope("ReceiveResponse",
            "<rsp:ReceiveResponse><rsp:Stream Name=\"stdout\" CommandId=\"" + id + "\">" + data
                + "</rsp:Stream><rsp:CommandState CommandId=\"" + id + "\" State=\"x/CommandState/Done\">"
                + "<rsp:ExitCode>0</rsp:ExitCode></rsp:CommandState></rsp:ReceiveResponse>"),
        envelope("SendResponse", "<rsp:SendResponse/>"),
        envelope("fault",
            "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:TimedOut</s:Value></s:Subcode></"
            "s:Code>"
            "<s:Reason><s:Text xml:lang=\"en-US\">why</s:Text></s:Reason><s:Detail><f:WSManFault Code=\"2150858793\">"
            "<f:Message>[Server=EX01,RequestId=1,TimeStamp=2] [FailureCategory=AuthZ-X] text<f:ProviderFault "
            "provider=\"p\"><f:WSManFault Code=\"5\"><f:Message>inner</f:Message></f:WSManFault></f:ProviderFault>"
            "</f:Message></f:WSManFault></s:Detail></s:Fault>"),
    };
}

QList<QByteArray> sealedSeeds()
{
    QList<QByteArray> seeds;
    for (const auto scheme : {remote::SecurityScheme::Kerberos, remote::SecurityScheme::Negotiate}) {
        const QByteArray body = remote::SealedMessage{QByteArray(60, 'h'), QByteArray(300, 'c'), 280}.write(scheme);
        seeds << body << QByteArray(body).replace("--Encrypted", "-- Encrypted");
    }
    return seeds;
}

} // namespace kakuin::fuzz
