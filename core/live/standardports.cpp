// SPDX-License-Identifier: MIT
#include "core/live/standardports.h"

namespace kakuin::live {

using domain::LivePort;
using domain::LiveService;
using domain::Product;
using domain::ServerRole;

namespace {

constexpr quint16 relayPort = 25;
constexpr quint16 submissionPort = 587;
constexpr quint16 transportPort = 2525; ///< of the transport service, where a front end has 25

bool canHave(const domain::Server &server, const LivePort &port)
{
    if (server.isEdge())
        return port.number == relayPort;
    const Product product = server.version.product();
    const bool isSplit = product == Product::Exchange2013 || product == Product::Exchange2010;
    if (server.roles == domain::ServerRoles() || !isSplit)
        return true;
    const bool isClientAccess = server.roles.testFlag(ServerRole::ClientAccess);
    const bool isMailbox = server.roles.testFlag(ServerRole::Mailbox);
    const bool is2010 = product == Product::Exchange2010;
    switch (port.service) {
    case LiveService::WmSvc:
        return true;
    case LiveService::FrontEnd:
    case LiveService::Imap:
    case LiveService::Pop:
        return isClientAccess;
    case LiveService::BackEnd:
        return isMailbox && !is2010;
    case LiveService::Smtp:
        break;
    }
    if (is2010) // one transport service, no front end
        return server.roles.testFlag(ServerRole::HubTransport)
            && (port.number == relayPort || port.number == submissionPort);
    return port.number == relayPort || (port.number == transportPort ? isMailbox && isClientAccess : isClientAccess);
}

} // namespace

QList<LivePort> standardPorts()
{
    return {{443, LiveService::FrontEnd}, {444, LiveService::BackEnd}, {8172, LiveService::WmSvc},
        {relayPort, LiveService::Smtp, false}, {submissionPort, LiveService::Smtp, false},
        {717, LiveService::Smtp, false}, {transportPort, LiveService::Smtp, false}, {993, LiveService::Imap},
        {143, LiveService::Imap, false}, {995, LiveService::Pop}, {110, LiveService::Pop, false}};
}

QList<LivePort> portsOf(const domain::Server &server)
{
    QList<LivePort> ports = standardPorts();
    ports.removeIf([&server](const LivePort &port) { return !canHave(server, port); });
    return ports;
}

} // namespace kakuin::live
