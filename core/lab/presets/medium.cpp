// SPDX-License-Identifier: MIT
// A company with two sites, two DAGs, two Edge servers and a hybrid with Exchange Online.
#include "core/lab/presets/blueprint.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using domain::ServerRole;
using domain::Service;

namespace {

struct TailspinSites {
    QList<int> tokyo;
    QList<int> osaka;
    QList<int> edge;
};

TailspinSites addTailspinServers(Blueprint &b)
{
    TailspinSites sites;
    const QByteArray zone = "Asia/Tokyo";
    // with the October 2025 security update, so that Tokyo does not export the Auth certificate that Osaka lacks
    const QString cu14 = u"15.2.1544.36"_s;
    const QString cu23 = u"15.1.2507.6"_s;
    for (int i = 1; i <= 4; ++i) {
        sites.tokyo.append(b.addServer({u"TYO-EX%1"_s.arg(i, 2, 10, QLatin1Char('0')), {}, cu14, ServerRole::Mailbox,
            u"Tokyo"_s, u"DAG-TYO"_s, zone}));
        sites.osaka.append(b.addServer({u"OSA-EX%1"_s.arg(i, 2, 10, QLatin1Char('0')), {}, cu23, ServerRole::Mailbox,
            u"Osaka-DR"_s, u"DAG-OSA"_s, zone}));
    }
    for (int i = 1; i <= 2; ++i) {
        sites.edge.append(
            b.addServer({u"EDGE-DMZ%1"_s.arg(i), {}, cu14, ServerRole::Edge, u"Tokyo"_s, {}, zone, u"Standard"_s}));
    }
    return sites;
}

void addTailspinConnectors(Blueprint &b, const TailspinSites &sites, const domain::TlsCertificateName &tls)
{
    domain::Connector online;
    online.name = u"Outbound to Office 365 - 6b2f9b0e-6c1f-4a0e-8d52-1f0a2c7f3e55"_s;
    online.servers = {b.id(sites.tokyo.at(0)), b.id(sites.tokyo.at(1))};
    online.fqdn = u"mail.tailspintoys.com"_s;
    online.tlsCertificateName = tls;
    online.isCloudMailEnabled = true;
    domain::Connector edge;
    edge.name = u"EdgeSync - Tokyo to Internet"_s;
    edge.servers = {b.id(sites.edge.at(0)), b.id(sites.edge.at(1))};
    b.state.connectors.append(online);
    b.state.connectors.append(edge);
    for (const int server : sites.tokyo)
        b.addReceiveConnectors(server, tls);
    for (const int server : sites.osaka)
        b.addReceiveConnectors(server);
    b.state.hybrid = domain::HybridConfiguration{tls, online.servers, online.servers};
}

void addTailspinFaults(Blueprint &b, const TailspinSites &sites, int publicCertificate)
{
    const int first = sites.osaka.at(0);
    // the own certificate has expired while the back end still uses it
    b.placeOwn(first, b.ownCertificate(first, -11.4));
    // internal transport is the public certificate
    b.setInternalTransport(sites.tokyo.at(2), publicCertificate);
    // internal transport names a certificate that is not in the store
    b.setInternalTransport(sites.osaka.at(1), b.ownCertificate(sites.osaka.at(1), -400));
    // a weak key and an old hash, forgotten
    const int weak = b.selfSigned(u"CN=owa.tailspintoys.com"_s, {u"owa.tailspintoys.com"_s}, 640, 3650,
        x509::CertificateRequest::Hash::Sha1, b.keyCount());
    b.place(sites.osaka.at(2), weak, u"old OWA"_s, {});
    // a certificate without its private key
    const int lost = b.issuedCertificate(u"CN=legacy.tailspintoys.com"_s,
        u"CN=tailspintoys-CA01-CA, DC=tailspintoys, DC=com"_s, {u"legacy.tailspintoys.com"_s}, 44.5, 730);
    Placement &placed = b.place(sites.tokyo.at(3), lost, u"legacy"_s, {});
    placed.hasPrivateKey = false;
    placed.rootCaType = domain::RootCaType::Enterprise;
    // the Auth certificate never reaches this one
    b.server(sites.osaka.at(3)).receivesAuthCertificates = false;
    b.server(sites.osaka.at(3)).fault = {Fault::Kind::Unreachable, std::chrono::seconds(2)};
}

} // namespace

Blueprint medium(const QDateTime &nowUtc)
{
    Blueprint b(Preset::Medium, u"Tailspin Toys"_s, u"tailspintoys.com"_s, nowUtc, 20);
    const TailspinSites sites = addTailspinServers(b);
    const domain::TlsCertificateName tls{
        u"CN=Practice TLS CA G1, O=Practice CA, C=US"_s, u"CN=mail.tailspintoys.com, O=Tailspin Toys, C=US"_s};
    const QStringList names{u"mail.tailspintoys.com"_s, u"autodiscover.tailspintoys.com"_s};
    const int mail = b.issuedCertificate(tls.subject, tls.issuer, names, 28.8, 397);
    const int mailBefore = b.issuedCertificate(tls.subject, tls.issuer, names, 3.3, 397);
    b.authCurrent = b.authCertificate(430.5, true);
    b.authNext = b.authCertificate(1800, false);
    b.state.organisation.auth.nextEffectiveUtc = b.at(49.0 / 24);
    int number = 0;
    for (const int server : sites.tokyo + sites.osaka) {
        const double wave = sites.tokyo.contains(server) ? 456.0 : 59.2;
        if (server != sites.osaka.at(0))
            b.placeOwn(server, b.ownCertificate(server, wave + number * 0.4));
        if (server != sites.osaka.at(3)) {
            b.placeAuth(server, b.authCurrent);
            if (sites.tokyo.contains(server))
                b.placeAuth(server, b.authNext);
        }
        b.placeWmsvc(server, b.wmsvcCertificate(b.id(server).name(), true, 2100 + number), true);
        ++number;
    }
    addTailspinFaults(b, sites, mail);
    for (const int server : sites.tokyo + sites.osaka)
        b.placePublic(server, mail, u"mail 2026"_s, Service::Iis | Service::Smtp, domain::RootCaType::ThirdParty);
    // two generations with the same names: a connector cannot tell them apart
    b.place(sites.tokyo.at(0), mailBefore, u"mail 2025"_s, Service::Smtp).rootCaType = domain::RootCaType::ThirdParty;
    for (const int server : sites.edge)
        b.placeOwn(server, b.ownCertificate(server, 88.0));
    addTailspinConnectors(b, sites, tls);
    return b;
}

} // namespace kakuin::lab
