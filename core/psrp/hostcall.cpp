// SPDX-License-Identifier: MIT
#include "core/psrp/hostcall.h"

#include <QtCore/QLocale>

#include <array>
#include <limits>

namespace kakuin::psrp {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::ObjectPtr;
using clixml::Value;

namespace {

constexpr qsizetype mostChoices = 100; // more cannot be asked on one screen
constexpr qsizetype mostFields = 100;
constexpr qsizetype mostQuestionCharacters = 20'000; // of all its texts: the longest of Exchange's has some 600
constexpr int notImplemented = 11; // ErrorCategory
const QString hostVersion = u"1.0"_s; // of the host's interface, not of the program: scripts decide by it

// by their numbers, from 1
constexpr std::array methodNames{"GetName", "GetVersion", "GetInstanceId", "GetCurrentCulture", "GetCurrentUICulture",
    "SetShouldExit", "EnterNestedPrompt", "ExitNestedPrompt", "NotifyBeginApplication", "NotifyEndApplication",
    "ReadLine", "ReadLineAsSecureString", "Write1", "Write2", "WriteLine1", "WriteLine2", "WriteLine3",
    "WriteErrorLine", "WriteDebugLine", "WriteProgress", "WriteVerboseLine", "WriteWarningLine", "Prompt",
    "PromptForCredential1", "PromptForCredential2", "PromptForChoice", "GetForegroundColor", "SetForegroundColor",
    "GetBackgroundColor", "SetBackgroundColor", "GetCursorPosition", "SetCursorPosition", "GetWindowPosition",
    "SetWindowPosition", "GetCursorSize", "SetCursorSize", "GetBufferSize", "SetBufferSize", "GetWindowSize",
    "SetWindowSize", "GetWindowTitle", "SetWindowTitle", "GetMaxWindowSize", "GetMaxPhysicalWindowSize",
    "GetKeyAvailable", "ReadKey", "FlushInputBuffer", "SetBufferContents1", "SetBufferContents2", "GetBufferContents",
    "ScrollBufferContents", "PushRunspace", "PopRunspace", "GetIsRunspacePushed", "GetRunspace",
    "PromptForChoiceMultipleSelection"};

QString textAt(const HostCall &call, qsizetype index)
{
    return call.parameters.value(index).text();
}

} // namespace

QString nameOf(HostMethod method)
{
    const int number = static_cast<int>(method);
    if (number >= 1 && static_cast<std::size_t>(number) <= methodNames.size())
        return QString::fromLatin1(methodNames[static_cast<std::size_t>(number) - 1]);
    return QStringLiteral("Method%1").arg(number);
}

Result<HostCall> hostCallOf(const QUuid &pipeline, const Value &value)
{
    const ObjectPtr object = value.object();
    const auto id = object ? object->property(u"ci").toInt() : std::nullopt;
    const auto method = object ? object->property(u"mi").toInt() : std::nullopt;
    if (!id || !method || *method < 0 || *method > std::numeric_limits<int>::max())
        return fail(ErrorCode::UnexpectedOutput, {}, u"host call without id or method"_s);
    HostCall call;
    call.pipeline = pipeline;
    call.id = *id;
    call.method = static_cast<HostMethod>(*method);
    call.parameters = object->property(u"mp").toList();
    return call;
}

std::optional<ChoiceRequest> choiceRequestOf(const HostCall &call)
{
    if (call.method != HostMethod::PromptForChoice)
        return std::nullopt;
    const QList<Value> offered = call.parameters.value(2).toList();
    if (offered.isEmpty() || offered.size() > mostChoices)
        return std::nullopt;
    ChoiceRequest request;
    request.caption = textAt(call, 0);
    request.message = textAt(call, 1);
    for (const Value &choice : offered) {
        const ObjectPtr object = choice.object();
        if (!object)
            return std::nullopt;
        request.choices.append({object->property(u"label").text(), object->property(u"helpMessage").text()});
    }
    qsizetype characters = request.caption.size() + request.message.size();
    for (const auto &choice : std::as_const(request.choices))
        characters += choice.label.size() + choice.help.size();
    if (characters > mostQuestionCharacters)
        return std::nullopt;
    const qint64 index = call.parameters.value(3).toInt().value_or(-1);
    request.defaultChoice = index >= 0 && index < offered.size() ? static_cast<int>(index) : -1;
    return request;
}

std::optional<FieldsRequest> fieldsRequestOf(const HostCall &call)
{
    if (call.method != HostMethod::Prompt)
        return std::nullopt;
    const QList<Value> asked = call.parameters.value(2).toList();
    if (asked.isEmpty() || asked.size() > mostFields)
        return std::nullopt;
    FieldsRequest request;
    request.caption = textAt(call, 0);
    request.message = textAt(call, 1);
    for (const Value &value : asked) {
        const ObjectPtr object = value.object();
        if (!object)
            return std::nullopt;
        FieldsRequest::Field field;
        field.name = object->property(u"name").text();
        field.label = object->property(u"label").text();
        field.typeName = object->property(u"parameterTypeFullName").text();
        field.help = object->property(u"helpMessage").text();
        field.isMandatory = object->property(u"isMandatory").toBool().value_or(false);
        request.fields.append(field);
    }
    return request;
}

std::optional<CredentialRequest> credentialRequestOf(const HostCall &call)
{
    if (call.method != HostMethod::PromptForCredential && call.method != HostMethod::PromptForCredentialWithOptions)
        return std::nullopt;
    return CredentialRequest{textAt(call, 0), textAt(call, 1), textAt(call, 2), textAt(call, 3)};
}

HostReply HostReply::choice(int index)
{
    return {Argument(Value::fromInt(index))};
}

HostReply HostReply::line(const QString &text)
{
    return {Argument(Value(text))};
}

HostReply HostReply::refusal(const HostCall &call)
{
    ErrorRecord record;
    // technical text that ends up in the server's own error record
    record.message = nameOf(call.method) + u": refused by the client"_s;
    record.exceptionType = u"System.NotImplementedException"_s;
    record.fullyQualifiedErrorId = u"HostCallRefused"_s;
    record.category = notImplemented;
    record.activity = nameOf(call.method);
    record.reason = u"NotImplementedException"_s;
    return {record};
}

bool HostReply::needsSessionKey() const
{
    if (const auto *argument = std::get_if<Argument>(&content))
        return psrp::needsSessionKey(*argument);
    if (const auto *list = std::get_if<QList<Field>>(&content))
        return std::any_of(
            list->begin(), list->end(), [](const Field &field) { return psrp::needsSessionKey(field.value); });
    return false;
}

std::optional<HostReply> replyWithoutAsking(const HostCall &call, const QUuid &instance)
{
    if (call.isVoid())
        return std::nullopt;
    switch (call.method) {
    case HostMethod::GetName:
        return HostReply::line(u"Kakuin"_s);
    case HostMethod::GetVersion:
        return HostReply::argument(Value(clixml::TypedText{clixml::TextKind::Version, hostVersion}));
    case HostMethod::GetInstanceId:
        return HostReply::argument(Value(Value::Data(instance)));
    case HostMethod::GetCurrentCulture:
    case HostMethod::GetCurrentUICulture: // a culture crosses as its name
        return HostReply::line(QLocale().bcp47Name());
    case HostMethod::GetIsRunspacePushed:
        return HostReply::argument(Value(Value::Data(false)));
    default:
        return std::nullopt;
    }
}

Result<Value> valueOf(const HostCall &call, const HostReply &reply, const SessionKey *key)
{
    const auto method = ObjectBuilder::enumeration(u"System.Management.Automation.Remoting.RemoteHostMethodId"_s,
        nameOf(call.method), static_cast<int>(call.method));
    ObjectBuilder builder(QStringList{});
    builder.extended(u"ci"_s, Value::fromInt(call.id, clixml::IntegerType::Int64)).extended(u"mi"_s, Value(method));
    if (const auto *refusal = std::get_if<ErrorRecord>(&reply.content)) {
        builder.extended(u"me"_s, valueOf(*refusal));
    } else if (const auto *argument = std::get_if<Argument>(&reply.content)) {
        const auto value = sealed(*argument, key);
        if (!value)
            return tl::unexpected<Error>(value.error());
        if (!value->isNull())
            builder.extended(u"mr"_s, *value);
    } else {
        auto table = std::make_shared<clixml::Object>();
        table->typeNames
            = std::make_shared<const QStringList>(QStringList{u"System.Collections.Hashtable"_s, u"System.Object"_s});
        table->container = clixml::ContainerKind::Dictionary;
        for (const HostReply::Field &field : std::get<QList<HostReply::Field>>(reply.content)) {
            const auto value = sealed(field.value, key);
            if (!value)
                return tl::unexpected<Error>(value.error());
            table->entries.append({Value(field.name), *value});
        }
        builder.extended(u"mr"_s, Value(ObjectPtr(std::move(table))));
    }
    return Value(builder.build());
}

} // namespace kakuin::psrp
