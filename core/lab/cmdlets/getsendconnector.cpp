// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/getsendconnector.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

Outcome runGetSendConnector(CmdletContext &context)
{
    const QString identity = context.parameters.text(QLatin1String("Identity"));
    bool isFound = identity.isEmpty();
    for (const domain::Connector &connector : std::as_const(context.state.connectors)) {
        if (connector.kind != domain::Connector::Kind::Send)
            continue;
        if (!identity.isEmpty() && connector.name.compare(identity, Qt::CaseInsensitive) != 0)
            continue;
        isFound = true;
        context.write(sendConnectorObject(context.state, connector));
    }
    if (!isFound)
        context.failNotFound(identity);
    return Finished{};
}

} // namespace

CmdletDefinition getSendConnector()
{
    return {QLatin1String("Get-SendConnector"),
        QLatin1String("Microsoft.Exchange.Management.SystemConfigurationTasks.GetSendConnector"),
        {{QLatin1String("Identity"), ParameterType::Text}}, {}, false, false, runGetSendConnector};
}

} // namespace kakuin::lab
