// SPDX-License-Identifier: MIT
// The cmdlets that read one object of the organisation.
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

namespace {

Outcome runGetAuthConfig(CmdletContext &context)
{
    context.write(authConfigObject(context.state));
    return Finished{};
}

Outcome runGetHybridConfiguration(CmdletContext &context)
{
    if (context.state.hybrid)
        context.write(hybridConfigurationObject(context.state, *context.state.hybrid));
    return Finished{};
}

} // namespace

/// Get-AuthConfig: the organisation's three Auth certificate slots.
/// Source: learn.microsoft.com/powershell/module/exchange/get-authconfig
CmdletDefinition getAuthConfig()
{
    return {QLatin1String("Get-AuthConfig"), {}, {}, false, false, runGetAuthConfig};
}

/// Get-HybridConfiguration: nothing when the organisation is not hybrid.
/// Source: learn.microsoft.com/powershell/module/exchange/get-hybridconfiguration
CmdletDefinition getHybridConfiguration()
{
    return {QLatin1String("Get-HybridConfiguration"), {}, {}, false, false, runGetHybridConfiguration};
}

} // namespace kakuin::lab
