// SPDX-License-Identifier: MIT
// A small company: two 2016 servers in one site, installed together.
#include "core/lab/presets/blueprint.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using domain::Service;

Blueprint small(const QDateTime &nowUtc)
{
    Blueprint b(Preset::Small, u"First Organization"_s, u"fabrikam.local"_s, nowUtc, 6);
    const QString cu23 = u"15.1.2507.6"_s;
    const int ex01 = b.addServer({u"EX01"_s, {}, cu23});
    const int ex02 = b.addServer({u"EX02"_s, {}, cu23});
    // one wave: all end within days, the Auth certificate 26 days before the servers' own
    b.authCurrent = b.authCertificate(51.2, true);
    b.placeOwn(ex01, b.ownCertificate(ex01, 77.5));
    b.placeOwn(ex02, b.ownCertificate(ex02, 78.1));
    const int mail = b.issuedCertificate(u"CN=mail.fabrikam.com"_s, u"CN=Practice TLS CA R3, O=Practice CA, C=US"_s,
        {u"mail.fabrikam.com"_s, u"autodiscover.fabrikam.com"_s}, 5.6, 90);
    for (const int server : {ex01, ex02}) {
        b.placeAuth(server, b.authCurrent);
        b.placePublic(server, mail, u"mail.fabrikam.com"_s, Service::Imap | Service::Pop | Service::Iis | Service::Smtp,
            domain::RootCaType::ThirdParty);
        b.addReceiveConnectors(server);
    }
    b.placeWmsvc(ex01, b.wmsvcCertificate(u"WIN-9UC94ETVM30"_s, true, 1903), true);
    b.placeWmsvc(ex02, b.wmsvcCertificate(u"EX02"_s, true, 1904), true);
    domain::Connector internet;
    internet.name = u"Outbound to the Internet"_s;
    internet.servers = {b.id(ex01), b.id(ex02)};
    b.state.connectors.prepend(internet);
    return b;
}

} // namespace kakuin::lab
