// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/getexchangeserver.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

Outcome runGetExchangeServer(CmdletContext &context)
{
    const QString identity = context.parameters.text(QLatin1String("Identity"));
    if (!identity.isEmpty()) {
        const LabServerPtr server = context.state.resolve(identity);
        if (server)
            context.write(exchangeServerObject(context.state, *server));
        else
            context.failNotFound(identity);
        return Finished{};
    }
    for (const LabServerPtr &server : std::as_const(context.state.servers)) {
        context.write(exchangeServerObject(context.state, *server));
    }
    return Finished{};
}

} // namespace

CmdletDefinition getExchangeServer()
{
    return {QLatin1String("Get-ExchangeServer"),
        QLatin1String("Microsoft.Exchange.Management.SystemConfigurationTasks.GetExchangeServer"),
        {{QLatin1String("Identity"), ParameterType::Text}, {QLatin1String("Status"), ParameterType::Switch}}, {}, false,
        false, runGetExchangeServer};
}

} // namespace kakuin::lab
