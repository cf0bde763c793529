// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/getauthconfig.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

Outcome runGetAuthConfig(CmdletContext &context)
{
    context.write(authConfigObject(context.state));
    return Finished{};
}

} // namespace

CmdletDefinition getAuthConfig()
{
    return {QLatin1String("Get-AuthConfig"),
        QLatin1String("Microsoft.Exchange.Management.SystemConfigurationTasks.GetAuthConfig"), {}, {}, false, false,
        runGetAuthConfig};
}

} // namespace kakuin::lab
