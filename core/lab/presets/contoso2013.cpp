// SPDX-License-Identifier: MIT
// The article's organisation: each of its procedures has something to do here.
#include "core/lab/presets/blueprint.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using domain::ServerRole;
using domain::Service;

Blueprint contoso2013(const QDateTime &nowUtc)
{
    Blueprint b(Preset::Contoso2013, u"Contoso"_s, u"contoso.com"_s, nowUtc, 10);
    const QString cu21 = u"15.0.1395.4"_s;
    const QString cu23 = u"15.0.1497.2"_s;
    const domain::ServerRoles both = ServerRole::Mailbox | ServerRole::ClientAccess;
    const QByteArray tokyo = "Asia/Tokyo";
    const int mbx01 = b.addServer({u"MBX01"_s, {}, cu23, ServerRole::Mailbox, u"Tokyo"_s, {}, tokyo});
    const int mbx02 = b.addServer({u"MBX02"_s, {}, cu21, ServerRole::Mailbox, u"Osaka"_s, {}, tokyo});
    const int cas01 = b.addServer({u"CAS01"_s, {}, cu23, ServerRole::ClientAccess, u"Tokyo"_s, {}, tokyo});
    const int excas1 = b.addServer({u"EXCAS1"_s, {}, cu21, ServerRole::ClientAccess, u"Osaka"_s, {}, tokyo});
    const int exchange01 = b.addServer({u"Exchange01"_s, {}, cu23, both, u"Tokyo"_s, {}, tokyo});

    b.placeOwn(mbx01, b.ownCertificate(mbx01, 12.4));
    b.placeOwn(mbx02, b.ownCertificate(mbx02, -3.2));
    b.placeOwn(cas01, b.ownCertificate(cas01, 214.5));
    b.placeOwn(excas1, b.ownCertificate(excas1, 25.3));
    b.placeOwn(exchange01, b.ownCertificate(exchange01, 402.6));
    // an earlier generation that nobody removed
    b.place(exchange01, b.ownCertificate(exchange01, -340), u"Microsoft Exchange"_s, Service::Smtp).rootCaType
        = domain::RootCaType::Registry;

    // the first server's setup made the Auth certificate, and it is about to end
    b.authCurrent = b.authCertificate(12.1, true);
    const int forgotten = b.authCertificate(-700, true);
    const int older = b.authCertificate(-1500, false);
    for (const int server : {mbx01, mbx02, cas01, excas1, exchange01})
        b.placeAuth(server, b.authCurrent);
    for (const int server : {mbx01, exchange01})
        b.placeAuth(server, forgotten);
    b.placeAuth(mbx01, older);
    b.authPrevious = forgotten;

    b.placeWmsvc(mbx01, b.wmsvcCertificate(u"MBX01"_s, false, 19.7), false);
    b.placeWmsvc(mbx02, b.wmsvcCertificate(u"MBX02"_s, false, 1490), false);
    b.placeWmsvc(cas01, b.wmsvcCertificate(u"CAS01"_s, false, 1421), false);
    b.placeWmsvc(excas1, b.wmsvcCertificate(u"WIN-9K2C71EXCAS"_s, false, 1398), false);
    b.placeWmsvc(exchange01, b.wmsvcCertificate(u"EXCHANGE01"_s, true, 2980), true);

    const domain::TlsCertificateName tls{
        u"CN=Practice TLS CA G1, O=Practice CA, C=JP"_s, u"CN=mail.contoso.com, O=Contoso, L=Tokyo, C=JP"_s};
    const int mail = b.issuedCertificate(
        tls.subject, tls.issuer, {u"mail.contoso.com"_s, u"autodiscover.contoso.com"_s}, 151.5, 397);
    for (const int server : {cas01, exchange01}) {
        b.placePublic(
            server, mail, u"mail.contoso.com"_s, Service::Iis | Service::Smtp, domain::RootCaType::ThirdParty);
    }

    domain::Connector internet;
    internet.name = u"Internet mail"_s;
    internet.servers = {b.id(exchange01)};
    internet.fqdn = u"mail.contoso.com"_s;
    internet.tlsCertificateName = tls;
    domain::Connector partner;
    partner.name = u"Fabrikam partner"_s;
    partner.servers = {b.id(mbx01), b.id(mbx02)};
    b.state.connectors = {internet, partner};
    for (const int server : {mbx01, mbx02, cas01, excas1, exchange01})
        b.addReceiveConnectors(server);
    return b;
}

} // namespace kakuin::lab
