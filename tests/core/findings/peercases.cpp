// SPDX-License-Identifier: MIT
#include "findingcases.h"

namespace kakuin::findingcases {

using namespace Qt::StringLiterals;
using namespace domain;
using findings::Code;

void rebuilt(Inventory &i, int server)
{
    i.servers[1 - server].server.site = i.servers[server].server.site;
    i.servers[server].certificates->removeAt(Public);
    certificate(i, server, Own).iisBindings = QList{
        IisBinding::fromServiceName(u"IIS://EX01/W3SVC/1"_s), IisBinding::fromServiceName(u"IIS://EX01/W3SVC/2"_s)};
}

QList<Case> peerCases()
{
    return {
        {Code::RenewedOnSomeServers, [](Inventory &i) { renew(i, 0, Public); },
            [](Inventory &i) { // each has its own newer one
                renew(i, 0, Public);
                renew(i, 1, Public);
            },
            [](Inventory &i) {
                renew(i, 0, Public);
                unreachable(i, 1);
            }},
        {Code::FrontEndUnlikePeers, [](Inventory &i) { rebuilt(i, 1); },
            [](Inventory &i) { // another site has other clients
                rebuilt(i, 1);
                i.servers[0].server.site = u"Tokyo"_s;
            },
            [](Inventory &i) {
                rebuilt(i, 1);
                i.servers[1].server.site.clear();
            }},
    };
}

} // namespace kakuin::findingcases
