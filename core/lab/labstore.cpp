// SPDX-License-Identifier: MIT
#include "core/lab/labstore.h"

#include "core/base/privatefolder.h"
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

const SqliteFile::Schema &schema()
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

QString text(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODateWithMs) : u""_s;
}

QString names(const QList<domain::ServerId> &servers)
{
    QStringList list;
    for (const domain::ServerId &server : servers)
        list.append(server.name());
    return list.join(u'\n');
}

template <class F>
Result<void> each(std::initializer_list<F> steps)
{
    for (const F &step : steps) {
        if (auto done = step(); !done)
            return done;
    }
    return {};
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
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(0); // only the owner's death makes it stale
    if (!lock->tryLock(0))
        return fail(
            lock->error() == QLockFile::LockFailedError ? ErrorCode::StorageLocked : ErrorCode::FileUnwritable, path);
    return SqliteFile::open(path, schema()).transform([&](std::unique_ptr<SqliteFile> file) {
        return std::unique_ptr<LabStore>(new LabStore(std::move(lock), std::move(file)));
    });
}

Result<std::unique_ptr<LabStore>> LabStore::create(const QString &path)
{
    if (const Result<void> made = makePrivateFolder(QFileInfo(path).absolutePath()); !made)
        return fail(ErrorCode::FileUnwritable, path);
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return fail(
            lock->error() == QLockFile::LockFailedError ? ErrorCode::StorageLocked : ErrorCode::FileUnwritable, path);
    const QString kept = path + u".kept-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    // SQLite's side files belong to the database: apart from it, they would corrupt the new one
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, kept + suffix))
            return fail(ErrorCode::FileUnwritable, path, u"the existing file could not be renamed"_s);
    }
    return SqliteFile::open(path, schema()).transform([&](std::unique_ptr<SqliteFile> file) {
        return std::unique_ptr<LabStore>(new LabStore(std::move(lock), std::move(file)));
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
        return each<Step>({
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
        {presetName(o.preset), o.name, o.domain, o.domainController, o.sessionServer.name(), text(o.createdUtc),
            text(o.nextServiceletUtc), o.auth.current.toString(), o.auth.previous.toString(), o.auth.next.toString(),
            text(o.auth.nextEffectiveUtc), after.clockOffsetSeconds, o.id.toString()});
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
            {i, static_cast<int>(c.kind), c.name, names(c.servers), c.fqdn, name.first, name.second,
                c.isCloudMailEnabled, c.isEnabled});
    }
    if (done)
        done = m_file->run(u"DELETE FROM hybrid"_s);
    if (done && after.hybrid) {
        const auto name = tls(after.hybrid->tlsCertificateName);
        done = m_file->run(u"INSERT INTO hybrid VALUES(1,?,?,?,?)"_s,
            {name.first, name.second, names(after.hybrid->sendingTransportServers),
                names(after.hybrid->receivingTransportServers)});
    }
    return done;
}

Result<void> LabStore::saveDeliveries(const LabState &after)
{
    Result<void> done = m_file->run(u"DELETE FROM deliveries"_s);
    for (qsizetype i = 0; done && i < after.deliveries.size(); ++i) {
        const Delivery &delivery = after.deliveries.at(i);
        done = m_file->run(u"INSERT INTO deliveries VALUES(?,?,?)"_s,
            {delivery.thumbprint.toString(), delivery.server.name(), text(delivery.dueUtc)});
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

} // namespace kakuin::lab
