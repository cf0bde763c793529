// SPDX-License-Identifier: MIT
#include "core/lab/labstore.h"

#include "core/base/privatefolder.h"
#include "core/base/privatelock.h"
#include "core/base/untrustedtext.h"
#include "core/x509/reader.h"

#include <QtCore/QFileInfo>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

const SqliteFile::Schema &labSchema()
{
    static const SqliteFile::Schema theSchema{0x4b4b4c42, // "KKLB"
        1,
        {
            u"CREATE TABLE organisation(id INTEGER PRIMARY KEY CHECK (id = 1), preset TEXT NOT NULL, name TEXT NOT "
            "NULL, domain TEXT NOT NULL, domain_controller TEXT NOT NULL, session_server TEXT NOT NULL, created TEXT "
            "NOT NULL, next_servicelet TEXT NOT NULL, auth_current TEXT, auth_previous TEXT, auth_next TEXT, "
            "auth_next_effective TEXT, clock_offset INTEGER NOT NULL, uuid TEXT NOT NULL)"_s,
            u"CREATE TABLE keys(id INTEGER PRIMARY KEY, pkcs8 BLOB NOT NULL)"_s,
            u"CREATE TABLE certificates(thumbprint TEXT PRIMARY KEY, der BLOB NOT NULL, key_id INTEGER NOT NULL)"_s,
            u"CREATE TABLE servers(name TEXT PRIMARY KEY, fqdn TEXT NOT NULL, version TEXT NOT NULL, roles INTEGER NOT "
            "NULL, edition TEXT NOT NULL, site TEXT NOT NULL, dag TEXT NOT NULL, dn TEXT NOT NULL, domain TEXT NOT "
            "NULL, time_zone TEXT NOT NULL, guid TEXT NOT NULL, internal_transport TEXT, fault INTEGER NOT NULL, "
            "latency_ms INTEGER NOT NULL, back_end_unbound INTEGER NOT NULL, receives_auth INTEGER NOT NULL)"_s,
            u"CREATE TABLE placements(server TEXT NOT NULL, position INTEGER NOT NULL, thumbprint TEXT NOT NULL, "
            "friendly_name TEXT, services INTEGER NOT NULL, iis_sites TEXT NOT NULL, has_key INTEGER NOT "
            "NULL, exportable INTEGER NOT NULL, root_ca INTEGER NOT NULL, status INTEGER, key_container TEXT, "
            "PRIMARY KEY(server, thumbprint))"_s,
            u"CREATE TABLE connectors(position INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL, servers "
            "TEXT NOT NULL, fqdn TEXT, tls_issuer TEXT, tls_subject TEXT, cloud INTEGER NOT NULL, enabled "
            "INTEGER NOT NULL)"_s,
            u"CREATE TABLE hybrid(id INTEGER PRIMARY KEY CHECK (id = 1), tls_issuer TEXT, tls_subject TEXT, sending "
            "TEXT NOT NULL, receiving TEXT NOT NULL)"_s,
            u"CREATE TABLE deliveries(thumbprint TEXT NOT NULL, server TEXT NOT NULL, due TEXT NOT NULL)"_s,
            u"CREATE TABLE files(path TEXT PRIMARY KEY, content BLOB NOT NULL)"_s,
        }};
    return theSchema;
}

QString storedTime(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODateWithMs) : u""_s;
}

QString storedServers(const QList<domain::ServerId> &servers)
{
    QStringList list;
    for (const domain::ServerId &server : servers)
        list.append(server.name());
    return list.join(u'\n');
}

template <class F>
Result<void> inTurn(std::initializer_list<F> steps)
{
    for (const F &step : steps) {
        if (auto done = step(); !done)
            return done;
    }
    return {};
}

tl::unexpected<Error> damagedStore(const SqliteFile &file, const QString &detail)
{
    return fail(ErrorCode::StorageDamaged, file.path(), detail);
}

QDateTime readTime(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

std::optional<domain::Thumbprint> readThumbprint(const QVariant &value)
{
    if (value.toString().isEmpty())
        return domain::Thumbprint();
    const auto parsed = domain::Thumbprint::parse(value.toString());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

QList<domain::ServerId> readServers(const QVariant &value)
{
    QList<domain::ServerId> list;
    for (const QString &name : value.toString().split(u'\n', Qt::SkipEmptyParts))
        list.append(domain::ServerId(name));
    return list;
}

bool areSafeNames(const QStringList &names)
{
    return std::none_of(names.begin(), names.end(), [](const QString &name) { return isUnsafeInName(name); });
}

bool areSafeNames(const QList<domain::ServerId> &servers)
{
    return std::none_of(
        servers.begin(), servers.end(), [](const domain::ServerId &server) { return isUnsafeInName(server.name()); });
}

std::optional<domain::TlsCertificateName> readTlsName(const QVariant &issuer, const QVariant &subject)
{
    if (issuer.isNull())
        return std::nullopt;
    return domain::TlsCertificateName{issuer.toString(), subject.toString()};
}

} // namespace

LabStore::LabStore(std::unique_ptr<QLockFile> lock, std::unique_ptr<SqliteFile> file)
    : m_lock(std::move(lock))
    , m_file(std::move(file))
{
}

Result<std::unique_ptr<LabStore>> LabStore::open(const QString &path)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, path);
    auto lock = takePrivateLock(path + u".lock"_s);
    if (!lock)
        return fail(lock.error().code, path);
    return SqliteFile::open(path, labSchema()).transform([&](std::unique_ptr<SqliteFile> file) {
        return std::unique_ptr<LabStore>(new LabStore(std::move(*lock), std::move(file)));
    });
}

Result<std::unique_ptr<LabStore>> LabStore::create(const QString &path)
{
    if (const Result<void> made = makePrivateFolder(QFileInfo(path).absolutePath()); !made)
        return fail(ErrorCode::FileUnwritable, path);
    auto lock = takePrivateLock(path + u".lock"_s);
    if (!lock)
        return fail(lock.error().code, path);
    const QString kept = path + u".kept-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    // SQLite's side files belong to the database: apart from it, they would corrupt the new one
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, kept + suffix))
            return fail(ErrorCode::FileUnwritable, path, u"the existing file could not be renamed"_s);
    }
    return SqliteFile::open(path, labSchema()).transform([&](std::unique_ptr<SqliteFile> file) {
        return std::unique_ptr<LabStore>(new LabStore(std::move(*lock), std::move(file)));
    });
}

Result<void> LabStore::save(const LabState &before, const LabState &after)
{
    QList<LabServerPtr> changed;
    for (auto it = after.servers.begin(); it != after.servers.end(); ++it) {
        if (before.servers.value(it.key()) != it.value())
            changed.append(it.value());
    }
    const bool organisation
        = before.organisation != after.organisation || before.clockOffsetSeconds != after.clockOffsetSeconds;
    const bool connectors = before.connectors != after.connectors || before.hybrid != after.hybrid;
    const bool deliveries = before.deliveries != after.deliveries;
    const bool files = before.files != after.files;
    const bool certificates = before.certificates.size() != after.certificates.size();
    if (changed.isEmpty() && !organisation && !connectors && !deliveries && !files && !certificates)
        return {};
    return m_file->inTransaction([&]() -> Result<void> {
        for (const LabServerPtr &server : changed) {
            if (auto done = saveServer(*server); !done)
                return done;
        }
        using Step = std::function<Result<void>()>;
        return inTurn<Step>({
            [&] { return certificates ? saveCertificates(before, after) : Result<void>(); },
            [&] { return organisation ? saveOrganisation(after) : Result<void>(); },
            [&] { return connectors ? saveConnectors(after) : Result<void>(); },
            [&] { return deliveries ? saveDeliveries(after) : Result<void>(); },
            [&] { return files ? saveFiles(before, after) : Result<void>(); },
        });
    });
}

Result<void> LabStore::saveServer(const LabServer &server)
{
    const domain::Server &about = server.about;
    auto done = m_file->run(u"INSERT OR REPLACE INTO servers VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        {about.id.name(), about.fqdn, about.version.number.toString(), static_cast<uint>(about.roles.toInt()),
            about.edition, about.site.isNull() ? u""_s : about.site, about.dag.isNull() ? u""_s : about.dag,
            about.distinguishedName, server.domain, QString::fromLatin1(server.timeZone), server.guid.toString(),
            server.internalTransport.toString(), static_cast<int>(server.fault.kind),
            static_cast<qint64>(server.fault.latency.count()), server.isBackEndUnbound,
            server.receivesAuthCertificates});
    if (!done)
        return done;
    done = m_file->run(u"DELETE FROM placements WHERE server=?"_s, {about.id.name()});
    for (int i = 0; done && i < server.store.size(); ++i) {
        const Placement &placement = server.store.at(i);
        QStringList sites;
        for (const int site : placement.iisSites)
            sites.append(QString::number(site));
        done = m_file->run(u"INSERT INTO placements VALUES(?,?,?,?,?,?,?,?,?,?,?)"_s,
            {about.id.name(), i, placement.thumbprint.toString(), placement.friendlyName,
                static_cast<uint>(placement.services.toInt()), sites.isEmpty() ? u""_s : sites.join(u','),
                placement.hasPrivateKey, placement.isExportable, static_cast<int>(placement.rootCaType),
                placement.status ? QVariant(static_cast<int>(*placement.status)) : QVariant(), placement.keyContainer});
    }
    return done;
}

Result<void> LabStore::saveCertificates(const LabState &before, const LabState &after)
{
    Result<void> done;
    for (auto it = after.keys.begin(); done && it != after.keys.end(); ++it) {
        if (!before.keys.contains(it.key()))
            done = m_file->run(u"INSERT INTO keys VALUES(?,?)"_s, {it.key(), it.value()});
    }
    for (auto it = after.certificates.begin(); done && it != after.certificates.end(); ++it) {
        if (!before.certificates.contains(it.key()))
            done = m_file->run(
                u"INSERT INTO certificates VALUES(?,?,?)"_s, {it.key().toString(), (*it)->facts.der, (*it)->keyId});
    }
    return done;
}

Result<void> LabStore::saveOrganisation(const LabState &after)
{
    const LabOrganisation &o = after.organisation;
    return m_file->run(u"INSERT OR REPLACE INTO organisation VALUES(1,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        {presetName(o.preset), o.name, o.domain, o.domainController, o.sessionServer.name(), storedTime(o.createdUtc),
            storedTime(o.nextServiceletUtc), o.auth.current.toString(), o.auth.previous.toString(),
            o.auth.next.toString(), storedTime(o.auth.nextEffectiveUtc), after.clockOffsetSeconds, o.id.toString()});
}

Result<void> LabStore::saveConnectors(const LabState &after)
{
    const auto tls = [](const std::optional<domain::TlsCertificateName> &name) -> std::pair<QVariant, QVariant> {
        return name ? std::pair<QVariant, QVariant>{name->issuer, name->subject}
                    : std::pair<QVariant, QVariant>{QVariant(), QVariant()};
    };
    Result<void> done = m_file->run(u"DELETE FROM connectors"_s);
    for (int i = 0; done && i < after.connectors.size(); ++i) {
        const domain::Connector &c = after.connectors.at(i);
        const auto name = tls(c.tlsCertificateName);
        done = m_file->run(u"INSERT INTO connectors VALUES(?,?,?,?,?,?,?,?,?)"_s,
            {i, static_cast<int>(c.kind), c.name, storedServers(c.servers), c.fqdn, name.first, name.second,
                c.isCloudMailEnabled, c.isEnabled});
    }
    if (done)
        done = m_file->run(u"DELETE FROM hybrid"_s);
    if (done && after.hybrid) {
        const auto name = tls(after.hybrid->tlsCertificateName);
        done = m_file->run(u"INSERT INTO hybrid VALUES(1,?,?,?,?)"_s,
            {name.first, name.second, storedServers(after.hybrid->sendingTransportServers),
                storedServers(after.hybrid->receivingTransportServers)});
    }
    return done;
}

Result<void> LabStore::saveDeliveries(const LabState &after)
{
    Result<void> done = m_file->run(u"DELETE FROM deliveries"_s);
    for (qsizetype i = 0; done && i < after.deliveries.size(); ++i) {
        const Delivery &delivery = after.deliveries.at(i);
        done = m_file->run(u"INSERT INTO deliveries VALUES(?,?,?)"_s,
            {delivery.thumbprint.toString(), delivery.server.name(), storedTime(delivery.dueUtc)});
    }
    return done;
}

Result<void> LabStore::saveFiles(const LabState &before, const LabState &after)
{
    Result<void> done;
    for (auto it = after.files.begin(); done && it != after.files.end(); ++it) {
        if (before.files.value(it.key()) != it.value())
            done = m_file->run(u"INSERT OR REPLACE INTO files VALUES(?,?)"_s, {it.key(), it.value()});
    }
    return done;
}

// Rows into values: nothing is believed unchecked.
Result<LabState> LabStore::load()
{
    LabState state;
    for (const auto step : {&LabStore::loadOrganisation, &LabStore::loadCertificates, &LabStore::loadServers,
             &LabStore::loadPlacements, &LabStore::loadConnectors}) {
        const auto done = (this->*step)(state);
        if (!done && done.error().code == ErrorCode::StorageFailed) // a table that is not there, say
            return damagedStore(*m_file, done.error().detail);
        if (!done)
            return tl::unexpected<Error>(done.error());
    }
    if (!state.servers.contains(state.organisation.sessionServer))
        return damagedStore(*m_file, u"the session's server is missing"_s);
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
        return damagedStore(*m_file, u"the file holds no organisation"_s);
    const SqliteFile::Row &row = rows->first();
    const auto preset = presetFromName(row.at(0).toString());
    const auto current = readThumbprint(row.at(7));
    const auto previous = readThumbprint(row.at(8));
    const auto next = readThumbprint(row.at(9));
    LabOrganisation &o = state.organisation;
    o.name = row.at(1).toString();
    o.domain = row.at(2).toString();
    o.domainController = row.at(3).toString();
    o.sessionServer = domain::ServerId(row.at(4).toString());
    o.createdUtc = readTime(row.at(5));
    o.nextServiceletUtc = readTime(row.at(6));
    if (!preset || !current || !previous || !next || !o.createdUtc.isValid() || !o.nextServiceletUtc.isValid()
        || !areSafeNames(QStringList{o.name, o.domain, o.domainController, row.at(4).toString()}))
        return damagedStore(*m_file, u"organisation"_s);
    o.preset = *preset;
    o.auth.current = *current;
    o.auth.previous = *previous;
    o.auth.next = *next;
    o.auth.nextEffectiveUtc = readTime(row.at(10));
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
            return damagedStore(*m_file, u"certificate "_s + row.at(0).toString());
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
        const auto transport = readThumbprint(row.at(11));
        const int fault = row.at(12).toInt();
        const bool isSafe = areSafeNames(QStringList{
            row.at(0).toString(), about.fqdn, about.site, about.dag, about.distinguishedName, server->domain});
        if (about.id.isEmpty() || !isSafe || !transport || fault < 0
            || fault > static_cast<int>(Fault::Kind::LosesBindings))
            return damagedStore(*m_file, u"server "_s + singleLine(about.id.name()));
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
        placement.thumbprint = readThumbprint(row.at(1)).value_or(domain::Thumbprint());
        if (!state.servers.contains(server) || !state.certificates.contains(placement.thumbprint))
            return damagedStore(*m_file, u"certificate %1 of %2"_s.arg(row.at(1).toString(), server.name()));
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
        const Delivery delivery{readThumbprint(row.at(0)).value_or(domain::Thumbprint()),
            domain::ServerId(row.at(1).toString()), readTime(row.at(2))};
        if (!state.certificates.contains(delivery.thumbprint) || !delivery.dueUtc.isValid())
            return damagedStore(*m_file, u"delivery"_s);
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
        connector.servers = readServers(row.at(2));
        connector.fqdn = row.at(3).toString();
        connector.tlsCertificateName = readTlsName(row.at(4), row.at(5));
        connector.isCloudMailEnabled = row.at(6).toBool();
        connector.isEnabled = row.at(7).toBool();
        if (!areSafeNames(QStringList{connector.name, connector.fqdn}) || !areSafeNames(connector.servers))
            return damagedStore(*m_file, u"connector "_s + singleLine(connector.name));
        state.connectors.append(connector);
    }
    if (!hybrid->isEmpty()) {
        const SqliteFile::Row &row = hybrid->first();
        state.hybrid = domain::HybridConfiguration{
            readTlsName(row.at(0), row.at(1)), readServers(row.at(2)), readServers(row.at(3))};
        if (!areSafeNames(state.hybrid->sendingTransportServers)
            || !areSafeNames(state.hybrid->receivingTransportServers))
            return damagedStore(*m_file, u"hybrid"_s);
    }
    for (const SqliteFile::Row &row : *files)
        state.files.insert(row.at(0).toString(), row.at(1).toByteArray());
    return {};
}

} // namespace kakuin::lab
