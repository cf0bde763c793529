// SPDX-License-Identifier: MIT
#include "findingcases.h"

#include "tests/testkit/inventorybuilder.h"

#include <algorithm>

namespace kakuin::findingcases {

using namespace Qt::StringLiterals;
using namespace domain;
using findings::Code;
using findings::Finding;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QString authSubject = u"CN=Microsoft Exchange Server Auth Certificate"_s;
const QString publicSubject = u"CN=mail.contoso.com, O=Contoso, C=JP"_s;
const QString publicIssuer = u"CN=Practice CA, O=Practice"_s;
const QString authHex(40, u'A');
const QString publicHex(40, u'C');

void addServer(InventoryBuilder &builder, const QString &name, const QString &site)
{
    CertificateBuilder own(name, u"CN="_s + name);
    own.dnsNames({name, name.toLower() + u".contoso.local"_s}).services(Service::Smtp | Service::Iis).iisSites({2});
    CertificateBuilder auth(name, authSubject);
    auth.thumbprint(authHex).services(Service::Smtp).exportable(true).valid(now().addYears(-2), now().addYears(3));
    CertificateBuilder issued(name, publicSubject);
    issued.thumbprint(publicHex).issuer(publicIssuer).dnsNames({u"mail.contoso.com"_s}).iisSites({1});
    issued.services(Service::Smtp | Service::Iis).valid(now().addDays(-100), now().addDays(265));
    CertificateBuilder wmSvc(name, u"CN=WMSvc-SHA2-"_s + name);
    wmSvc.keyContainer(u"WMSvc Certificate Key Container"_s);
    builder.server(name).site(site).certificate(own).certificate(auth).certificate(issued).certificate(wmSvc);
    builder.transport(own.build().facts.thumbprint);
}

} // namespace

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
}

Inventory healthy()
{
    InventoryBuilder builder;
    addServer(builder, u"EX01"_s, u"Tokyo"_s);
    addServer(builder, u"EX02"_s, u"Osaka"_s);
    AuthConfig auth;
    auth.current = Thumbprint::parse(authHex).value();
    const TlsCertificateName name{publicIssuer, publicSubject};
    Connector outbound;
    outbound.name = u"Outbound to Office 365"_s;
    outbound.servers = {ServerId(u"EX01"_s), ServerId(u"EX02"_s)};
    outbound.tlsCertificateName = name;
    outbound.isCloudMailEnabled = true;
    builder.auth(auth).connector(outbound).hybrid(
        {name, {ServerId(u"EX01"_s)}, {ServerId(u"EX01"_s), ServerId(u"EX02"_s)}});
    Inventory inventory = *builder.build();
    for (ServerEntry &entry : inventory.servers)
        (*entry.certificates)[Own].rootCaType = RootCaType::Registry;
    return inventory;
}

Certificate &certificate(Inventory &inventory, int server, Which which)
{
    return (*inventory.servers[server].certificates)[which];
}

QList<Finding> foundAfter(const Change &change)
{
    Inventory inventory = healthy();
    change(inventory);
    return findings::findingsOf(inventory, {}, now());
}

bool has(const QList<Finding> &found, Code code)
{
    return std::any_of(found.begin(), found.end(), [code](const Finding &finding) { return finding.code == code; });
}

Finding first(const QList<Finding> &found, Code code)
{
    const auto it
        = std::find_if(found.begin(), found.end(), [code](const Finding &finding) { return finding.code == code; });
    return it == found.end() ? Finding() : *it;
}

void nothing(Inventory &) { }

void unreachable(Inventory &inventory, int server)
{
    inventory.servers[server].certificates = fail(ErrorCode::ServerUnreachable, inventory.servers[server].server.fqdn);
}

Certificate &renew(Inventory &inventory, int server, Which which)
{
    Certificate newer = certificate(inventory, server, which);
    newer.facts.thumbprint = thumbprint(server * 10 + which);
    newer.facts.der += "renewed";
    newer.facts.notBeforeUtc = now().addSecs(-3600);
    newer.facts.notAfterUtc = now().addYears(5);
    newer.iisBindings = QList<IisBinding>();
    newer.services = ServiceSet();
    newer.keyContainer.clear();
    inventory.servers[server].certificates->append(newer);
    return inventory.servers[server].certificates->last();
}

Thumbprint thumbprint(int number)
{
    return Thumbprint::parse(QString::number(number + 1).rightJustified(40, u'0')).value();
}

AuthConfig &stage(Inventory &inventory, const QDateTime &effectiveUtc, int servers)
{
    AuthConfig &auth = *inventory.authConfig;
    auth.next = thumbprint(1000);
    auth.nextEffectiveUtc = effectiveUtc;
    for (int i = 0; i < servers; ++i) {
        Certificate &next = renew(inventory, i, Auth);
        next.facts.thumbprint = auth.next;
        next.services = Service::Smtp;
    }
    return auth;
}

} // namespace kakuin::findingcases
