// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/getreceiveconnector.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

Outcome runGetReceiveConnector(CmdletContext &context)
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
        if (connector.kind != domain::Connector::Kind::Receive)
            continue;
        if (!identity.isEmpty() && connector.name.compare(identity, Qt::CaseInsensitive) != 0)
            continue;
        if (owner && !connector.servers.contains(owner->id()))
            continue;
        isFound = true;
        context.write(receiveConnectorObject(context.state, connector));
    }
    if (!isFound)
        context.failNotFound(identity);
    return Finished{};
}

} // namespace

CmdletDefinition getReceiveConnector()
{
    return {QLatin1String("Get-ReceiveConnector"),
        QLatin1String("Microsoft.Exchange.Management.SystemConfigurationTasks.GetReceiveConnector"),
        {{QLatin1String("Identity"), ParameterType::Text}, {QLatin1String("Server"), ParameterType::Text}}, {}, false,
        false, runGetReceiveConnector};
}

} // namespace kakuin::lab
