// SPDX-License-Identifier: MIT
#include "core/psrp/pipelinerequest.h"

#include "core/clixml/object.h"

namespace kakuin::psrp {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::TextKind;
using clixml::TypedText;
using clixml::Value;

namespace {

const QString listType = u"System.Collections.Generic.List`1[[System.Management.Automation.PSObject, "
                         "System.Management.Automation, Version=1.0.0.0, Culture=neutral, "
                         "PublicKeyToken=31bf3856ad364e35]]"_s;

Value boolean(bool truth)
{
    return Value(Value::Data(truth));
}

Value version(const QString &text)
{
    return Value(TypedText{TextKind::Version, text});
}

Value runspacesEnum(const QString &name, const QString &text, int number)
{
    return ObjectBuilder::enumeration(u"System.Management.Automation.Runspaces."_s + name, text, number);
}

Value list(const QList<Value> &values)
{
    return ObjectBuilder::list(values, listType);
}

// The pool has a host with a user interface, so that questions come here; its pipelines use the pool's.
Value hostInfo(bool isPool)
{
    return ObjectBuilder(QStringList{})
        .extended(u"_isHostNull"_s, boolean(!isPool))
        .extended(u"_isHostUINull"_s, boolean(!isPool))
        .extended(u"_isHostRawUINull"_s, boolean(true))
        .extended(u"_useRunspaceHost"_s, boolean(!isPool))
        .build();
}

Result<Value> commandBody(const Command &command, const SessionKey *key)
{
    QList<Value> arguments;
    for (const Command::Parameter &parameter : command.parameters) {
        const auto value = sealed(parameter.value, key);
        if (!value)
            return value;
        arguments.append(ObjectBuilder(QStringList{})
                             .extended(u"N"_s, parameter.name.isEmpty() ? Value() : Value(parameter.name))
                             .extended(u"V"_s, *value)
                             .build());
    }
    const Value none = runspacesEnum(u"PipelineResultTypes"_s, u"None"_s, 0);
    return Value(ObjectBuilder(QStringList{})
                     .extended(u"Cmd"_s, Value(command.text))
                     .extended(u"IsScript"_s, boolean(command.isScript))
                     .extended(u"UseLocalScope"_s, command.usesLocalScope ? boolean(*command.usesLocalScope) : Value())
                     .extended(u"MergeMyResult"_s, none)
                     .extended(u"MergeToResult"_s, none)
                     .extended(u"MergePreviousResults"_s, none)
                     .extended(u"Args"_s, list(arguments))
                     .build());
}

} // namespace

bool needsSessionKey(const PipelineRequest &request)
{
    return std::any_of(request.commands.begin(), request.commands.end(), [](const Command &command) {
        return std::any_of(command.parameters.begin(), command.parameters.end(),
            [](const Command::Parameter &parameter) { return needsSessionKey(parameter.value); });
    });
}

Value sessionCapabilityBody()
{
    // 2.3 also to servers that know 2.4, where secure strings travel in the clear
    return ObjectBuilder(QStringList{})
        .extended(u"protocolversion"_s, version(u"2.3"_s))
        .extended(u"PSVersion"_s, version(u"2.0"_s))
        .extended(u"SerializationVersion"_s, version(u"1.1.0.1"_s))
        .build();
}

Value initRunspacePoolBody(int minRunspaces, int maxRunspaces)
{
    return ObjectBuilder(QStringList{})
        .extended(u"MinRunspaces"_s, Value::fromInt(minRunspaces))
        .extended(u"MaxRunspaces"_s, Value::fromInt(maxRunspaces))
        .extended(u"PSThreadOptions"_s, runspacesEnum(u"PSThreadOptions"_s, u"Default"_s, 0))
        .extended(u"ApartmentState"_s, runspacesEnum(u"ApartmentState"_s, u"UNKNOWN"_s, 2))
        .extended(u"HostInfo"_s, hostInfo(true))
        .extended(u"ApplicationArguments"_s, Value())
        .build();
}

Result<Value> createPipelineBody(const PipelineRequest &request, const SessionKey *key)
{
    QList<Value> commands;
    for (const Command &command : request.commands) {
        const auto body = commandBody(command, key);
        if (!body)
            return body;
        commands.append(*body);
    }
    const Value powerShell = ObjectBuilder(QStringList{})
                                 .extended(u"IsNested"_s, boolean(false))
                                 .extended(u"ExtraCmds"_s, Value())
                                 .extended(u"Cmds"_s, list(commands))
                                 .extended(u"History"_s, Value())
                                 .extended(u"RedirectShellErrorOutputPipe"_s, boolean(false))
                                 .build();
    return Value(ObjectBuilder(QStringList{})
                     .extended(u"NoInput"_s, boolean(!request.takesInput))
                     .extended(u"ApartmentState"_s, runspacesEnum(u"ApartmentState"_s, u"UNKNOWN"_s, 2))
                     .extended(u"RemoteStreamOptions"_s, runspacesEnum(u"RemoteStreamOptions"_s, u"0"_s, 0))
                     .extended(u"AddToHistory"_s, boolean(false))
                     .extended(u"HostInfo"_s, hostInfo(false))
                     .extended(u"PowerShell"_s, powerShell)
                     .extended(u"IsNested"_s, boolean(false))
                     .build());
}

} // namespace kakuin::psrp
