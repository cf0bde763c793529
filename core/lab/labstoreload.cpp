// SPDX-License-Identifier: MIT
// The reading half of LabStore: rows into values, nothing believed unchecked.
#include "core/lab/labstore.h"

#include "core/x509/reader.h"

#include <QtCore/QTimeZone>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

using Rows = QList<SqliteFile::Row>;

tl::unexpected<Error> damaged(const SqliteFile &file, const QString &detail)
{
    return fail(ErrorCode::StorageDamaged, file.path(), detail);
}

QDateTime utc(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

std::optional<domain::Thumbprint> thumbprint(const QVariant &value)
{
    if (value.toString().isEmpty())
        return domain::Thumbprint();
    const auto parsed = domain::Thumbprint::parse(value.toString());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

QList<domain::ServerId> servers(const QVariant &value)
{
    QList<domain::ServerId> list;
    for (const QString &name : value.toString().split(u'\n', Qt::SkipEmptyParts))
        list.append(domain::ServerId(name));
    return list;
}

std::optional<domain::TlsCertificateName> storedTlsName(const QVariant &issuer, const QVariant &subject)
{
    if (issuer.isNull())
        return std::nullopt;
    return domain::TlsCertificateName{issuer.toString(), subject.toString()};
}

} // namespace

Result<LabState> LabStore::load()
{
    LabState state;
    for (const auto step : {&LabStore::loadOrganisation, &LabStore::loadCertificates, &LabStore::loadServers,
             &LabStore::loadPlacements, &LabStore::loadConnectors}) {
        const auto done = (this->*step)(state);
        if (!done && done.error().code == ErrorCode::StorageFailed) // a table that is not there, say
            return damaged(*m_file, done.error().detail);
        if (!done)
            return tl::unexpected<Error>(done.error());
    }
    if (!state.servers.contains(state.organisation.sessionServer))
        return damaged(*m_file, u"the session's server is missing"_s);
    return state;
}

Result<void> LabStore::loadOrganisation(LabState &state)
{
    const auto rows = m_file->rows(u"SELECT preset, name, domain, domain_controller, session_server, created, "
                                   "next_servicelet, auth_current, auth_previous, auth_next, auth_next_effective, "
                                   "clock_offset, uuid FROM organisation"_s);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    if (rows->isEmpty()) // creation was interrupted before the first save
        return damaged(*m_file, u"the file holds no organisation"_s);
    const SqliteFile::Row &row = rows->first();
    const auto preset = presetFromName(row.at(0).toString());
    const auto current = thumbprint(row.at(7));
    const auto previous = thumbprint(row.at(8));
    const auto next = thumbprint(row.at(9));
    LabOrganisation &o = state.organisation;
    o.name = row.at(1).toString();
    o.domain = row.at(2).toString();
    o.domainController = row.at(3).toString();
    o.sessionServer = domain::ServerId(row.at(4).toString());
    o.createdUtc = utc(row.at(5));
    o.nextServiceletUtc = utc(row.at(6));
    if (!preset || !current || !previous || !next || !o.createdUtc.isValid() || !o.nextServiceletUtc.isValid())
        return damaged(*m_file, u"organisation"_s);
    o.preset = *preset;
    o.auth.current = *current;
    o.auth.previous = *previous;
    o.auth.next = *next;
    o.auth.nextEffectiveUtc = utc(row.at(10));
    o.auth.organisation = o.name;
    o.id = QUuid::fromString(row.at(12).toString());
    state.clockOffsetSeconds = row.at(11).toLongLong();
    return {};
}

Result<void> LabStore::loadCertificates(LabState &state)
{
    const auto keys = m_file->rows(u"SELECT id, pkcs8 FROM keys"_s);
    const auto rows = m_file->rows(u"SELECT thumbprint, der, key_id FROM certificates"_s);
    if (!keys || !rows)
        return tl::unexpected<Error>(keys ? rows.error() : keys.error());
    for (const SqliteFile::Row &row : *keys)
        state.keys.insert(row.at(0).toLongLong(), row.at(1).toByteArray());
    for (const SqliteFile::Row &row : *rows) {
        auto facts = x509::readDer(row.at(1).toByteArray());
        if (!facts || facts->thumbprint.toString() != row.at(0).toString())
            return damaged(*m_file, u"certificate "_s + row.at(0).toString());
        const auto key = facts->thumbprint;
        state.certificates.insert(
            key, std::make_shared<LabCertificate>(LabCertificate{std::move(*facts), row.at(2).toLongLong()}));
    }
    return {};
}

Result<void> LabStore::loadServers(LabState &state)
{
    const auto rows
        = m_file->rows(u"SELECT name, fqdn, version, roles, edition, site, dag, dn, domain, time_zone, guid, "
                       "internal_transport, fault, latency_ms, back_end_unbound, receives_auth FROM "
                       "servers"_s);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    for (const SqliteFile::Row &row : *rows) {
        auto server = std::make_shared<LabServer>();
        domain::Server &about = server->about;
        about.id = domain::ServerId(row.at(0).toString());
        about.fqdn = row.at(1).toString();
        about.version.number = QVersionNumber::fromString(row.at(2).toString());
        about.roles = domain::ServerRoles(QFlag(row.at(3).toInt()));
        about.edition = row.at(4).toString();
        about.site = row.at(5).toString();
        about.dag = row.at(6).toString();
        about.distinguishedName = row.at(7).toString();
        server->domain = row.at(8).toString();
        server->timeZone = row.at(9).toString().toLatin1();
        server->guid = QUuid::fromString(row.at(10).toString());
        const auto transport = thumbprint(row.at(11));
        const int fault = row.at(12).toInt();
        if (about.id.isEmpty() || !transport || fault < 0 || fault > static_cast<int>(Fault::Kind::DiesInTheMiddle))
            return damaged(*m_file, u"server "_s + about.id.name());
        server->internalTransport = *transport;
        server->fault.kind = static_cast<Fault::Kind>(fault);
        server->fault.latency = std::chrono::milliseconds(std::max(0LL, row.at(13).toLongLong()));
        server->isBackEndUnbound = row.at(14).toBool();
        server->receivesAuthCertificates = row.at(15).toBool();
        state.servers.insert(about.id, server);
    }
    return {};
}

Result<void> LabStore::loadPlacements(LabState &state)
{
    const auto rows
        = m_file->rows(u"SELECT server, thumbprint, friendly_name, services, iis_sites, has_key, exportable, "
                       "root_ca, status, key_container FROM placements ORDER BY server, position"_s);
    const auto deliveries = m_file->rows(u"SELECT thumbprint, server, due FROM deliveries ORDER BY rowid"_s);
    if (!rows || !deliveries)
        return tl::unexpected<Error>(rows ? deliveries.error() : rows.error());
    QMap<domain::ServerId, QList<Placement>> stores;
    for (const SqliteFile::Row &row : *rows) {
        const domain::ServerId server(row.at(0).toString());
        Placement placement;
        placement.thumbprint = thumbprint(row.at(1)).value_or(domain::Thumbprint());
        if (!state.servers.contains(server) || !state.certificates.contains(placement.thumbprint))
            return damaged(*m_file, u"certificate %1 of %2"_s.arg(row.at(1).toString(), server.name()));
        placement.friendlyName = row.at(2).toString();
        placement.services = domain::servicesFromBits(row.at(3).toLongLong());
        for (const QString &site : row.at(4).toString().split(u',', Qt::SkipEmptyParts))
            placement.iisSites.append(site.toInt());
        placement.hasPrivateKey = row.at(5).toBool();
        placement.isExportable = row.at(6).toBool();
        placement.rootCaType = static_cast<domain::RootCaType>(row.at(7).toInt());
        if (!row.at(8).isNull())
            placement.status = static_cast<domain::CertificateStatus>(row.at(8).toInt());
        placement.keyContainer = row.at(9).toString();
        stores[server].append(placement);
    }
    for (auto it = stores.begin(); it != stores.end(); ++it)
        state.change(it.key(), [&](LabServer &server) { server.store = it.value(); });
    for (const SqliteFile::Row &row : *deliveries) {
        const Delivery delivery{thumbprint(row.at(0)).value_or(domain::Thumbprint()),
            domain::ServerId(row.at(1).toString()), utc(row.at(2))};
        if (!state.certificates.contains(delivery.thumbprint) || !delivery.dueUtc.isValid())
            return damaged(*m_file, u"delivery"_s);
        state.deliveries.append(delivery);
    }
    return {};
}

Result<void> LabStore::loadConnectors(LabState &state)
{
    const auto connectors = m_file->rows(u"SELECT kind, name, servers, fqdn, tls_issuer, tls_subject, cloud, enabled "
                                         "FROM connectors ORDER BY position"_s);
    const auto hybrid = m_file->rows(u"SELECT tls_issuer, tls_subject, sending, receiving FROM hybrid"_s);
    const auto files = m_file->rows(u"SELECT path, content FROM files"_s);
    for (const auto *rows : {&connectors, &hybrid, &files}) {
        if (!*rows)
            return tl::unexpected<Error>(rows->error());
    }
    for (const SqliteFile::Row &row : *connectors) {
        domain::Connector connector;
        connector.kind = row.at(0).toInt() == static_cast<int>(domain::Connector::Kind::Receive)
            ? domain::Connector::Kind::Receive
            : domain::Connector::Kind::Send;
        connector.name = row.at(1).toString();
        connector.servers = servers(row.at(2));
        connector.fqdn = row.at(3).toString();
        connector.tlsCertificateName = storedTlsName(row.at(4), row.at(5));
        connector.isCloudMailEnabled = row.at(6).toBool();
        connector.isEnabled = row.at(7).toBool();
        state.connectors.append(connector);
    }
    if (!hybrid->isEmpty()) {
        const SqliteFile::Row &row = hybrid->first();
        state.hybrid
            = domain::HybridConfiguration{storedTlsName(row.at(0), row.at(1)), servers(row.at(2)), servers(row.at(3))};
    }
    for (const SqliteFile::Row &row : *files)
        state.files.insert(row.at(0).toString(), row.at(1).toByteArray());
    return {};
}

} // namespace kakuin::lab
