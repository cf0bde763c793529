// SPDX-License-Identifier: MIT
// The cmdlets that read servers from the directory: servers that are down are listed, too.
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

namespace {

bool isAnyServer(const LabServer &)
{
    return true;
}

bool hasMailboxRole(const LabServer &server)
{
    return server.about.roles.testFlag(domain::ServerRole::Mailbox);
}

/// The server of -Identity, or all: as far as the cmdlet lists them.
template <auto isListed, auto serverObject>
Outcome runGetServer(CmdletContext &context)
{
    const QString identity = context.parameters.text(QLatin1String("Identity"));
    const LabServerPtr wanted = identity.isEmpty() ? nullptr : context.state.resolve(identity);
    if (!identity.isEmpty() && (!wanted || !isListed(*wanted))) {
        context.failNotFound(identity);
        return Finished{};
    }
    for (const LabServerPtr &server : std::as_const(context.state.servers)) {
        if (wanted ? server == wanted : isListed(*server))
            context.write(serverObject(context.state, *server));
    }
    return Finished{};
}

} // namespace

/// Get-ExchangeServer [-Identity]: every server, Edge included.
/// Source: learn.microsoft.com/powershell/module/exchange/get-exchangeserver
CmdletDefinition getExchangeServer()
{
    return {QLatin1String("Get-ExchangeServer"),
        {{QLatin1String("Identity"), ParameterType::Text}, {QLatin1String("Status"), ParameterType::Switch}}, {}, false,
        false, runGetServer<isAnyServer, exchangeServerObject>};
}

/// Get-MailboxServer [-Identity]: the servers with the Mailbox role.
/// Source: learn.microsoft.com/powershell/module/exchange/get-mailboxserver
CmdletDefinition getMailboxServer()
{
    return {QLatin1String("Get-MailboxServer"),
        {{QLatin1String("Identity"), ParameterType::Text}, {QLatin1String("Status"), ParameterType::Switch}}, {}, false,
        false, runGetServer<hasMailboxRole, mailboxServerObject>};
}

/// Get-TransportService [-Identity]: the servers with the Mailbox role and their internal transport certificates; a
/// 2013 Client Access server is not listed.
/// Source: learn.microsoft.com/powershell/module/exchange/get-transportservice
CmdletDefinition getTransportService()
{
    return {QLatin1String("Get-TransportService"), {{QLatin1String("Identity"), ParameterType::Text}}, {}, false, false,
        runGetServer<hasMailboxRole, transportServiceObject>};
}

} // namespace kakuin::lab
