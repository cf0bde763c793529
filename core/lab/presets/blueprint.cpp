// SPDX-License-Identifier: MIT
#include "core/lab/presets/blueprint.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using domain::Service;
using CertificateHash = x509::CertificateRequest::Hash;

namespace {

constexpr int setupAuthDays = 1800;
constexpr int wmsvcDays = 3650;
constexpr int firstSha256Year = 2022;

QList<x509::NameAttribute> nameAttributes(const QString &windowsName)
{
    return x509::parseName(windowsName).value_or(QList<x509::NameAttribute>());
}

} // namespace

Blueprint::Blueprint(
    Preset preset, const QString &organisation, const QString &domain, const QDateTime &nowUtc, int keys)
    : m_nowUtc(nowUtc)
    , m_keys(keys)
{
    LabOrganisation &o = state.organisation;
    o.preset = preset;
    o.id = QUuid::createUuid();
    o.name = organisation;
    o.domain = domain;
    o.domainController = u"DC01."_s + domain;
    o.createdUtc = nowUtc;
    o.nextServiceletUtc = nowUtc.addSecs(12 * 3600);
    o.auth.organisation = organisation;
}

QDateTime Blueprint::at(double daysFromNow) const
{
    const QDateTime moment = m_nowUtc.addSecs(static_cast<qint64>(daysFromNow * 86400));
    return QDateTime(
        moment.date(), QTime(moment.time().hour(), moment.time().minute(), moment.time().second()), Qt::UTC);
}

int Blueprint::addServer(const ServerSpec &spec)
{
    ServerPlan plan;
    LabServer &server = plan.server;
    server.domain = spec.domain.isEmpty() ? state.organisation.domain : spec.domain;
    server.timeZone = spec.timeZone;
    server.guid = QUuid::createUuid();
    domain::Server &about = server.about;
    about.id = domain::ServerId(spec.name);
    about.fqdn = spec.name + u'.' + server.domain;
    about.version.number = QVersionNumber::fromString(spec.version);
    about.roles = spec.roles;
    about.edition = spec.edition;
    about.site = spec.site;
    about.dag = spec.dag;
    about.distinguishedName
        = u"CN=%1,CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,%2"_s.arg(
            spec.name, state.organisationDn());
    m_servers.append(plan);
    if (state.organisation.sessionServer.isEmpty() && about.roles.testFlag(domain::ServerRole::Mailbox))
        state.organisation.sessionServer = about.id;
    return static_cast<int>(m_servers.size()) - 1;
}

CertificateHash Blueprint::hashAt(const QDateTime &notBefore) const
{
    return notBefore.date().year() < firstSha256Year ? CertificateHash::Sha1 : CertificateHash::Sha256;
}

int Blueprint::add(const x509::CertificateRequest &request, int issuerKey, int key)
{
    const int next = static_cast<int>(m_recipes.size());
    m_recipes.append({request, key < 0 ? next % m_keys : key, issuerKey});
    return next;
}

int Blueprint::selfSigned(
    const QString &subject, const QStringList &names, double daysLeft, int lifetimeDays, CertificateHash hash, int key)
{
    x509::CertificateRequest request;
    request.subject = nameAttributes(subject);
    request.dnsNames = names;
    request.notAfterUtc = at(daysLeft);
    request.notBeforeUtc = request.notAfterUtc.addDays(-lifetimeDays);
    request.hash = hash;
    return add(request, -1, key);
}

int Blueprint::ownCertificate(int server, double daysLeft)
{
    const domain::Server &about = m_servers.at(server).server.about;
    x509::CertificateRequest request;
    request.subject = {{u"2.5.4.3"_s, about.id.name()}};
    request.dnsNames = QStringList{about.id.name(), about.fqdn};
    request.notAfterUtc = at(daysLeft);
    request.notBeforeUtc = request.notAfterUtc.addYears(-5);
    const bool isOld = about.version.product() == domain::Product::Exchange2013;
    request.hash = isOld ? CertificateHash::Sha1 : hashAt(request.notBeforeUtc);
    return add(request);
}

int Blueprint::authCertificate(double daysLeft, bool bySetup)
{
    x509::CertificateRequest request;
    request.subject = {{u"2.5.4.3"_s, u"Microsoft Exchange Server Auth Certificate"_s}};
    request.notAfterUtc = at(daysLeft);
    request.notBeforeUtc = bySetup ? request.notAfterUtc.addDays(-setupAuthDays) : request.notAfterUtc.addYears(-5);
    request.hash = hashAt(request.notBeforeUtc);
    return add(request);
}

int Blueprint::wmsvcCertificate(const QString &machine, bool isSha2, double daysLeft)
{
    x509::CertificateRequest request;
    request.subject = {{u"2.5.4.3"_s, (isSha2 ? u"WMSvc-SHA2-"_s : u"WMSvc-"_s) + machine}};
    request.notAfterUtc = at(daysLeft);
    request.notBeforeUtc = request.notAfterUtc.addDays(-wmsvcDays);
    request.hash = isSha2 ? CertificateHash::Sha256 : CertificateHash::Sha1;
    request.isKeyUsageCritical = false;
    request.keyUsageBits = 0xb0;
    request.hasBasicConstraints = false;
    return add(request);
}

int Blueprint::issuedCertificate(
    const QString &subject, const QString &issuer, const QStringList &names, double daysLeft, int lifetimeDays)
{
    x509::CertificateRequest request;
    request.subject = nameAttributes(subject);
    request.issuer = nameAttributes(issuer);
    request.dnsNames = names;
    request.notAfterUtc = at(daysLeft);
    request.notBeforeUtc = request.notAfterUtc.addDays(-lifetimeDays);
    // the practice CAs sign with one key: nobody is meant to trust them
    return add(request, 0);
}

Placement &Blueprint::place(int server, int recipe, const QString &friendlyName, domain::ServiceSet services)
{
    PlacementPlan plan;
    plan.recipe = recipe;
    plan.placement.friendlyName = friendlyName;
    plan.placement.services = services;
    m_servers[server].store.append(plan);
    return m_servers[server].store.last().placement;
}

Placement &Blueprint::placeOwn(int server, int recipe)
{
    setInternalTransport(server, recipe);
    if (m_servers.at(server).server.about.isEdge())
        return place(server, recipe, u"Microsoft Exchange"_s, Service::Smtp);
    Placement &own
        = place(server, recipe, u"Microsoft Exchange"_s, Service::Imap | Service::Pop | Service::Iis | Service::Smtp);
    // a 2013 server with one role has one of the two web sites only
    const domain::Server &about = m_servers.at(server).server.about;
    if (about.isClientAccessOnly())
        own.iisSites = {1};
    else if (about.version.product() == domain::Product::Exchange2013
        && !about.roles.testFlag(domain::ServerRole::ClientAccess))
        own.iisSites = {2};
    else
        own.iisSites = {1, 2};
    own.rootCaType = domain::RootCaType::Registry;
    return own;
}

Placement &Blueprint::placeAuth(int server, int recipe)
{
    Placement &auth = place(server, recipe, u"Microsoft Exchange Server Auth Certificate"_s, Service::Smtp);
    auth.isExportable = true;
    return auth;
}

Placement &Blueprint::placeWmsvc(int server, int recipe, bool isSha2)
{
    const QString commonName = m_recipes.at(recipe).request.subject.first().value;
    Placement &wmsvc = place(server, recipe, isSha2 ? u"WMSVC-SHA2"_s : u"CN="_s + commonName, {});
    wmsvc.isExportable = true;
    wmsvc.rootCaType = domain::RootCaType::Registry;
    wmsvc.keyContainer = u"WMSvc Certificate Key Container"_s;
    return wmsvc;
}

Placement &Blueprint::placePublic(
    int server, int recipe, const QString &friendlyName, domain::ServiceSet services, domain::RootCaType rootCaType)
{
    const domain::ServiceSet exclusive = services & domain::ServiceSet(Service::Imap | Service::Pop);
    for (PlacementPlan &other : m_servers[server].store) {
        other.placement.services &= ~exclusive;
        if (services.testFlag(Service::Iis) && other.placement.iisSites.removeAll(1) > 0
            && other.placement.iisSites.isEmpty())
            other.placement.services.setFlag(Service::Iis, false);
    }
    Placement &placed = place(server, recipe, friendlyName, services);
    if (services.testFlag(Service::Iis))
        placed.iisSites = {1};
    placed.isExportable = true;
    placed.rootCaType = rootCaType;
    return placed;
}

void Blueprint::addReceiveConnectors(int server, const std::optional<domain::TlsCertificateName> &frontEndCertificate)
{
    const domain::Server &about = m_servers.at(server).server.about;
    const auto addOne = [&](const QString &name, const std::optional<domain::TlsCertificateName> &certificate) {
        domain::Connector connector;
        connector.kind = domain::Connector::Kind::Receive;
        connector.name = u"%1\\%2 %1"_s.arg(about.id.name(), name);
        connector.servers = {about.id};
        connector.fqdn = about.fqdn;
        connector.tlsCertificateName = certificate;
        connector.isCloudMailEnabled = certificate.has_value();
        state.connectors.append(connector);
    };
    const bool isOld = about.version.product() == domain::Product::Exchange2013;
    if (about.roles.testFlag(domain::ServerRole::Mailbox)) {
        addOne(u"Default"_s, {});
        addOne(u"Client Proxy"_s, {});
    }
    if (isOld ? about.roles.testFlag(domain::ServerRole::ClientAccess) : !about.isEdge())
        addOne(u"Default Frontend"_s, frontEndCertificate);
}

} // namespace kakuin::lab
