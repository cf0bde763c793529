// SPDX-License-Identifier: MIT
// The cmdlets that read connectors from the directory.
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

namespace {

/// The connectors of one kind: the one of -Identity or all, and of these the ones of -Server.
template <domain::Connector::Kind kind, auto connectorObject>
Outcome runGetConnector(CmdletContext &context)
{
    const QString identity = context.parameters.text(QLatin1String("Identity"));
    const QString wanted = context.parameters.text(QLatin1String("Server"));
    const LabServerPtr owner = wanted.isEmpty() ? nullptr : context.state.resolve(wanted);
    if (!wanted.isEmpty() && !owner) {
        context.failNotFound(wanted);
        return Finished{};
    }
    bool isFound = identity.isEmpty();
    for (const domain::Connector &connector : std::as_const(context.state.connectors)) {
        if (connector.kind != kind)
            continue;
        if (!identity.isEmpty() && connector.name.compare(identity, Qt::CaseInsensitive) != 0)
            continue;
        if (owner && !connector.servers.contains(owner->id()))
            continue;
        isFound = true;
        context.write(connectorObject(context.state, connector));
    }
    if (!isFound)
        context.failNotFound(identity);
    return Finished{};
}

} // namespace

/// Get-ReceiveConnector [-Identity] [-Server]: -Server keeps one server's.
/// Source: learn.microsoft.com/powershell/module/exchange/get-receiveconnector
CmdletDefinition getReceiveConnector()
{
    return {QLatin1String("Get-ReceiveConnector"),
        {{QLatin1String("Identity"), ParameterType::Text}, {QLatin1String("Server"), ParameterType::Text}}, {}, false,
        false, runGetConnector<domain::Connector::Kind::Receive, receiveConnectorObject>};
}

/// Get-SendConnector [-Identity].
/// Source: learn.microsoft.com/powershell/module/exchange/get-sendconnector
CmdletDefinition getSendConnector()
{
    return {QLatin1String("Get-SendConnector"), {{QLatin1String("Identity"), ParameterType::Text}}, {}, false, false,
        runGetConnector<domain::Connector::Kind::Send, sendConnectorObject>};
}

} // namespace kakuin::lab
