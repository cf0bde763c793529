// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/getmailboxserver.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

Outcome runGetMailboxServer(CmdletContext &context)
{
    const QString identity = context.parameters.text(QLatin1String("Identity"));
    if (!identity.isEmpty()) {
        const LabServerPtr server = context.state.resolve(identity);
        if (server && server->about.roles.testFlag(domain::ServerRole::Mailbox))
            context.write(mailboxServerObject(context.state, *server));
        else
            context.failNotFound(identity);
        return Finished{};
    }
    for (const LabServerPtr &server : std::as_const(context.state.servers)) {
        if (server->about.roles.testFlag(domain::ServerRole::Mailbox))
            context.write(mailboxServerObject(context.state, *server));
    }
    return Finished{};
}

} // namespace

CmdletDefinition getMailboxServer()
{
    return {QLatin1String("Get-MailboxServer"),
        QLatin1String("Microsoft.Exchange.Management.SystemConfigurationTasks.GetMailboxServer"),
        {{QLatin1String("Identity"), ParameterType::Text}, {QLatin1String("Status"), ParameterType::Switch}}, {}, false,
        false, runGetMailboxServer};
}

} // namespace kakuin::lab
