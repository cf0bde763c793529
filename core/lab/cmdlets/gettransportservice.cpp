// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/gettransportservice.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

Outcome runGetTransportService(CmdletContext &context)
{
    const QString identity = context.parameters.text(QLatin1String("Identity"));
    if (!identity.isEmpty()) {
        const LabServerPtr server = context.state.resolve(identity);
        if (server && server->about.roles.testFlag(domain::ServerRole::Mailbox))
            context.write(transportServiceObject(context.state, *server));
        else
            context.failNotFound(identity);
        return Finished{};
    }
    for (const LabServerPtr &server : std::as_const(context.state.servers)) {
        if (server->about.roles.testFlag(domain::ServerRole::Mailbox))
            context.write(transportServiceObject(context.state, *server));
    }
    return Finished{};
}

} // namespace

CmdletDefinition getTransportService()
{
    return {QLatin1String("Get-TransportService"),
        QLatin1String("Microsoft.Exchange.Management.SystemConfigurationTasks.GetTransportService"),
        {{QLatin1String("Identity"), ParameterType::Text}}, {}, false, false, runGetTransportService};
}

} // namespace kakuin::lab
