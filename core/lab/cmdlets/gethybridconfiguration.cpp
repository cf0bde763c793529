// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/gethybridconfiguration.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

Outcome runGetHybridConfiguration(CmdletContext &context)
{
    if (context.state.hybrid)
        context.write(hybridConfigurationObject(context.state, *context.state.hybrid));
    return Finished{};
}

} // namespace

CmdletDefinition getHybridConfiguration()
{
    return {QLatin1String("Get-HybridConfiguration"),
        QLatin1String("Microsoft.Exchange.Management.SystemConfigurationTasks.GetHybridConfiguration"), {}, {}, false,
        false, runGetHybridConfiguration};
}

} // namespace kakuin::lab
