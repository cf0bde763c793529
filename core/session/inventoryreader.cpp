// SPDX-License-Identifier: MIT
#include "core/session/inventoryreader.h"

#include "core/base/untrustedtext.h"
#include "core/base/whendone.h"
#include "core/session/inventoryparts.h"
#include "core/shell/certificateladder.h"
#include "core/shell/decode/authconfig.h"
#include "core/shell/decode/connectors.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/transportservice.h"
#include "core/shell/directoryquery.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QPointer>
#include <QtCore/QSet>

#include <algorithm>

namespace kakuin::session {

using namespace domain;
using clixml::Value;
using shell::Cmdlet;
using shell::ShellDescription;
namespace decode = shell::decode;

InventoryReader::InventoryReader(std::shared_ptr<shell::Shell> shell, int maxRunning, QObject *parent)
    : QObject(parent)
    , m_shell(std::move(shell))
    , m_queue(new CommandQueue(m_shell, maxRunning, this))
    , m_readsAtOnce(m_shell->description().kind == ShellDescription::Kind::Snapshot)
{
    connect(m_queue, &CommandQueue::progressed, this, &InventoryReader::progressed);
    m_publishing.setSingleShot(true);
    connect(&m_publishing, &QTimer::timeout, this, &InventoryReader::publish);
}

InventoryReader::~InventoryReader() = default;

void InventoryReader::readAll(const InventoryPtr &before)
{
    m_before = m_readsAtOnce ? nullptr : before;
    m_inventory.takenUtc = readTimeUtc();
    m_inventory.problems = m_shell->problems();
    const auto awaited = fail(ErrorCode::BeingRead);
    m_inventory.serverList = awaited;
    m_inventory.authConfig = awaited;
    m_inventory.sendConnectors = awaited;
    m_inventory.receiveConnectors = awaited;
    m_inventory.hybrid = awaited;
    readLists();
    readConfiguration();
    if (m_readsAtOnce)
        readCertificatesOfAll();
    schedule();
    finishIfIdle();
}

void InventoryReader::startFrom(const InventoryPtr &before)
{
    if (m_before != nullptr || !m_isWhole || m_readsAtOnce)
        return;
    m_before = before;
    schedule();
}

void InventoryReader::readServers(const QList<ServerId> &servers, const InventoryPtr &base)
{
    m_isWhole = false;
    m_before = base;
    m_inventory = *base;
    for (qsizetype i = m_inventory.servers.size(); i-- > 0;) // the first of a name is the one that is found
        m_places.insert(m_inventory.servers.at(i).server.id, i);
    for (const ServerId &server : servers) {
        m_chosen.insert(server);
        m_inventory.problems.removeIf([&](const Error &problem) { return ServerId(problem.subject) == server; });
        ServerEntry fresh;
        fresh.server = entry(server).server;
        fresh.certificates = fail(ErrorCode::BeingRead, server.name());
        fresh.transport = fail(ErrorCode::BeingRead, server.name());
        entry(server) = fresh;
        readCertificatesOf(server);
        readTransportOf(server);
    }
    schedule();
    finishIfIdle();
}

void InventoryReader::cancel()
{
    stop({ErrorCode::Cancelled, {}, {}});
}

// Runs a command, decodes its output on the pool and applies the values here.
template <class T, class Decode, class Apply>
void InventoryReader::read(const shell::Pipeline &pipeline, const QString &subject, Decode decodeOne, Apply apply)
{
    m_queue->add(pipeline, [this, subject, decodeOne, apply](const Result<shell::PipelineOutput> &output) {
        ++m_decoding;
        const auto future = QtConcurrent::run([output, subject, decodeOne]() -> Result<Decoded<T>> {
            return decodeOutput<T>(output, subject, decodeOne);
        });
        whenDone(future, this, [this, apply](const Result<Decoded<T>> &decoded) {
            --m_decoding;
            if (m_isFinished)
                return;
            if (decoded) // else the program ends, and the pool took nothing more
                apply(*decoded);
            schedule();
            finishIfIdle();
        });
    });
}

template <class T, class Apply>
void InventoryReader::readPart(const char *cmdlet, Result<T> (*decodeOne)(const Value &), Apply apply)
{
    const QString name = QString::fromLatin1(cmdlet);
    if (m_shell->offers(name)) {
        read<T>(Cmdlet(name), name, decodeOne, apply);
        return;
    }
    Decoded<T> nothing;
    nothing.errors.append(notOffered(name));
    apply(nothing);
}

Error InventoryReader::notOffered(const QString &cmdlet) const
{
    return {m_readsAtOnce ? ErrorCode::NotExported : ErrorCode::CmdletNotFound, cmdlet, {}};
}

QDateTime InventoryReader::readTimeUtc() const
{
    const QDateTime taken = m_shell->description().takenUtc;
    return taken.isValid() ? taken : m_shell->clock()->nowUtc();
}

ServerEntry &InventoryReader::entry(const ServerId &server)
{
    const auto known = m_places.constFind(server);
    if (known != m_places.constEnd())
        return m_inventory.servers[*known];
    m_places.insert(server, m_inventory.servers.size());
    ServerEntry fresh;
    fresh.server.id = server;
    fresh.certificates = fail(ErrorCode::BeingRead, server.name());
    fresh.transport = fail(ErrorCode::BeingRead, server.name());
    m_inventory.servers.append(fresh);
    return m_inventory.servers.last();
}

void InventoryReader::note(const QList<Error> &problems)
{
    m_inventory.problems.append(problems);
}

void InventoryReader::readLists()
{
    m_listsUnderWay = 3;
    readPart<Server>("Get-ExchangeServer", &decode::exchangeServer, [this](const Decoded<Server> &servers) {
        const auto list = servers.list();
        m_inventory.serverList = list ? Result<void>() : tl::unexpected<Error>(list.error());
        note(servers.remarks());
        for (const Server &server : servers.values)
            entry(server.id).server = server;
        if (!m_readsAtOnce)
            readCertificatesOfListed();
        listArrived();
    });
    readPart<TransportAssignment>(
        "Get-TransportService", &decode::transportService, [this](const Transports &transports) {
            m_transport = transports.list();
            note(transports.remarks());
            listArrived();
        });
    readPart<decode::MailboxServer>(
        "Get-MailboxServer", &decode::mailboxServer, [this](const Decoded<decode::MailboxServer> &servers) {
            m_mailboxServers = servers.values;
            // nothing stands in the place of this list: that it cannot be had is not worth a remark, what is in it is
            note(servers.values.isEmpty() ? servers.unreadable : servers.remarks());
            listArrived();
        });
}

void InventoryReader::readConfiguration()
{
    readPart<AuthConfig>("Get-AuthConfig", &decode::authConfig, [this](const Decoded<AuthConfig> &configs) {
        m_authConfigs = configs.values;
        note(configs.remarks());
        const auto list = configs.list();
        if (!list)
            m_inventory.authConfig = tl::unexpected<Error>(list.error());
        else if (list->isEmpty())
            m_inventory.authConfig = fail(ErrorCode::UnexpectedOutput, QStringLiteral("Get-AuthConfig"));
        else if (list->size() > 1)
            m_inventory.authConfig = fail(ErrorCode::SeveralOrganisations, organisationOf(*list, {}));
        else
            m_inventory.authConfig = list->constFirst();
    });
    readPart<Connector>("Get-SendConnector", &decode::sendConnector, [this](const Decoded<Connector> &connectors) {
        m_inventory.sendConnectors = connectors.list();
        note(connectors.remarks());
    });
    readPart<Connector>(
        "Get-ReceiveConnector", &decode::receiveConnector, [this](const Decoded<Connector> &connectors) {
            m_inventory.receiveConnectors = connectors.list();
            note(connectors.remarks());
        });
    readPart<HybridConfiguration>(
        "Get-HybridConfiguration", &decode::hybridConfiguration, [this](const Decoded<HybridConfiguration> &hybrids) {
            note(hybrids.remarks());
            const auto list = hybrids.list();
            if (!list)
                m_inventory.hybrid = tl::unexpected<Error>(list.error());
            else if (list->size() > 1)
                m_inventory.hybrid = fail(ErrorCode::SeveralOrganisations, QStringLiteral("Get-HybridConfiguration"));
            else
                m_inventory.hybrid = list->isEmpty() ? std::nullopt : std::optional(list->constFirst());
        });
}

// When the three lists are there: whom no server list named, and whom the directory has to be asked about.
void InventoryReader::listArrived()
{
    if (--m_listsUnderWay > 0)
        return;
    if (!m_inventory.serverList && !m_readsAtOnce) {
        QList<ServerId> named;
        QSet<ServerId> known;
        const auto add = [&](const ServerId &server) {
            if (!known.contains(server))
                named.append(server);
            known.insert(server);
        };
        for (const TransportAssignment &one : m_transport.value_or(QList<TransportAssignment>()))
            add(one.server);
        for (const decode::MailboxServer &one : std::as_const(m_mailboxServers))
            add(one.server);
        if (m_before != nullptr) {
            for (const ServerEntry &one : m_before->servers)
                add(one.server.id);
        }
        for (const ServerId &server : std::as_const(named))
            readCertificatesOf(server);
        if (named.isEmpty())
            readCertificatesOfAll();
    }
    assignGroups(m_inventory, m_mailboxServers);
    const QList<ServerId> unlisted = assignTransport(m_inventory, m_transport);
    for (const ServerId &server : unlisted)
        readDirectory(server);
}

// Those that did not answer the last time come last: they may hold up a command until its time limit
void InventoryReader::readCertificatesOfListed()
{
    QList<ServerId> doubtful;
    const QList<ServerEntry> listed = m_inventory.servers;
    for (const ServerEntry &one : listed) {
        const ServerEntry *known = m_before == nullptr ? nullptr : m_before->find(one.server.id);
        if (known != nullptr && (!known->certificates || known->reading.failure))
            doubtful.append(one.server.id);
        else
            readCertificatesOf(one.server.id);
    }
    for (const ServerId &server : std::as_const(doubtful))
        readCertificatesOf(server);
}

void InventoryReader::readCertificatesOf(const ServerId &server)
{
    entry(server); // it is listed, whatever becomes of the command
    const Cmdlet cmdlet = Cmdlet(QStringLiteral("Get-ExchangeCertificate")).onServer(server);
    const auto decodeOne = [server](const Value &value) { return decode::exchangeCertificate(value, server); };
    read<Certificate>(cmdlet, server.name(), decodeOne, [this, server](const Certificates &certificates) {
        ServerEntry &target = entry(server);
        target.readUtc = readTimeUtc();
        target.unreadable = certificates.unreadable;
        if (certificates.values.isEmpty() && !certificates.errors.isEmpty()) {
            target.certificates = tl::unexpected<Error>(certificates.errors.constFirst());
            return;
        }
        target.certificates = certificates.values;
        note(certificates.errors);
        if (shell::CertificateLadder::needsMore(certificates.values)
            && m_shell->offers(QStringLiteral("Select-Object")))
            readMoreOf(server);
    });
}

// What goes wrong here takes nothing away: their services stay not known
void InventoryReader::readMoreOf(const ServerId &server)
{
    m_incomplete.insert(server);
    const auto decodeOne = [server](const Value &value) { return decode::exchangeCertificate(value, server); };
    read<Certificate>(shell::CertificateLadder::question(server), server.name(), decodeOne,
        [this, server](const Certificates &picked) {
            m_incomplete.remove(server);
            Result<QList<Certificate>> &known = entry(server).certificates;
            if (known)
                known = shell::CertificateLadder::joined(*known, picked.values);
        });
}

void InventoryReader::readCertificatesOfAll()
{
    const QString name = QStringLiteral("Get-ExchangeCertificate");
    if (!m_shell->offers(name)) {
        note({notOffered(name)});
        return;
    }
    // An object that cannot be read still says whose it was
    const auto decodeOne = [](const Value &value) -> Result<Certificate> {
        Result<Certificate> certificate = decode::exchangeCertificate(value);
        if (certificate || !certificate.error().subject.isEmpty())
            return certificate;
        const Result<ServerId> server = decode::serverOfCertificate(value);
        return fail(certificate.error().code, server ? server->name() : QString(), certificate.error().detail);
    };
    read<Certificate>(Cmdlet(name), {}, decodeOne, [this](const Certificates &all) { sortByServer(all); });
}

void InventoryReader::sortByServer(const Certificates &all)
{
    const QDateTime readUtc = readTimeUtc();
    QHash<ServerId, QList<Certificate>> byServer;
    for (const Certificate &certificate : all.values)
        byServer[certificate.server].append(certificate);
    for (auto it = byServer.constBegin(); it != byServer.constEnd(); ++it) {
        const Result<QString> shown = safeName(it.key().isEmpty() ? m_shell->description().name : it.key().name());
        if (!shown) {
            note({shown.error()});
            continue;
        }
        ServerEntry &target = entry(ServerId(*shown));
        target.certificates = it.value();
        target.isExcerpt = std::any_of(it.value().begin(), it.value().end(),
            [](const Certificate &one) { return one.source == CertificateSource::PrintedText; });
        target.readUtc = readUtc;
    }
    for (const Error &error : all.unreadable) {
        if (error.subject.isEmpty()) {
            note({error});
            continue;
        }
        ServerEntry &target = entry(ServerId(error.subject));
        target.unreadable.append(error);
        if (!target.certificates)
            target.certificates = QList<Certificate>();
    }
    note(all.errors);
}

// One server again: from where its assignment comes is known by its roles, else by trying.
void InventoryReader::readTransportOf(const ServerId &server)
{
    const Server known = entry(server).server;
    const QString name = QStringLiteral("Get-TransportService");
    if (known.isClientAccessOnly() || !m_shell->offers(name)) {
        readDirectory(server);
        return;
    }
    const Cmdlet cmdlet = Cmdlet(name).with(QStringLiteral("Identity"), server.name());
    read<TransportAssignment>(
        cmdlet, server.name(), &decode::transportService, [this, server](const Transports &transports) {
            const auto list = transports.list();
            if (list && !list->isEmpty())
                entry(server).transport = list->constFirst();
            else if (entry(server).server.isEdge())
                entry(server).transport = fail(ErrorCode::NotRead, server.name());
            else if (list || list.error().code == ErrorCode::ServerNotFound)
                readDirectory(server);
            else
                entry(server).transport = tl::unexpected<Error>(list.error());
        });
}

void InventoryReader::readDirectory(const ServerId &server)
{
    const QString name = QStringLiteral("Get-ADObject");
    if (!m_shell->offers(name)) {
        entry(server).transport = tl::unexpected<Error>(notOffered(name));
        return;
    }
    const auto query = shell::directoryQuery(entry(server).server);
    if (!query) {
        entry(server).transport = fail(ErrorCode::NotRead, server.name());
        return;
    }
    read<TransportAssignment>(
        *query, server.name(), &decode::directoryServer, [this, server](const Transports &transports) {
            const auto list = transports.list();
            ServerEntry &target = entry(server);
            if (list && !list->isEmpty()) {
                target.transport = list->constFirst();
                target.transport->server = server;
            } else {
                target.transport
                    = list ? fail(ErrorCode::ServerNotFound, server.name()) : tl::unexpected<Error>(list.error());
            }
        });
}

void InventoryReader::completeEntries()
{
    if (m_readsAtOnce && m_transport) // certificates of exported data may have brought servers after the lists
        (void)assignTransport(m_inventory, m_transport);
    assignGroups(m_inventory, m_mailboxServers);
    for (ServerEntry &target : m_inventory.servers) {
        if (isBeingRead(target.certificates))
            target.certificates
                = m_readsAtOnce ? fail(ErrorCode::NotExported, target.server.id.name()) : fail(ErrorCode::NotRead);
        if (isBeingRead(target.transport))
            target.transport = fail(ErrorCode::NotRead);
        if (!target.transport && target.transport.error().code == ErrorCode::NotRead && !m_transport)
            target.transport = tl::unexpected<Error>(m_transport.error());
        if (!target.readUtc.isValid())
            target.readUtc = readTimeUtc();
    }
    m_inventory.organisation = organisationOf(m_authConfigs, m_inventory.servers);
}

// What has come so far, with a mark on what has not
Inventory InventoryReader::current() const
{
    Inventory newer = m_inventory;
    const auto isUnderWay = [this](const ServerEntry &one) {
        return isBeingRead(one.certificates) || isBeingRead(one.transport) || m_incomplete.contains(one.server.id);
    };
    for (ServerEntry &one : newer.servers) {
        if (m_isWhole || m_chosen.contains(one.server.id))
            one.reading.isAwaited = isUnderWay(one);
    }
    if (!m_isWhole)
        return newer;
    newer.configuration.isAwaited = m_listsUnderWay > 0 || isBeingRead(newer.authConfig)
        || isBeingRead(newer.sendConnectors) || isBeingRead(newer.receiveConnectors) || isBeingRead(newer.hybrid);
    std::stable_sort(newer.servers.begin(), newer.servers.end(),
        [](const ServerEntry &a, const ServerEntry &b) { return a.server.id < b.server.id; });
    return newer;
}

InventoryPtr InventoryReader::joined(Inventory inventory) const
{
    if (m_isWhole)
        return std::make_shared<const Inventory>(continued(std::move(inventory), m_before, readTimeUtc()));
    for (ServerEntry &one : inventory.servers) {
        if (m_chosen.contains(one.server.id))
            one = continued(one, m_before->find(one.server.id), readTimeUtc());
    }
    return std::make_shared<const Inventory>(std::move(inventory));
}

void InventoryReader::schedule()
{
    constexpr std::chrono::milliseconds least{100};
    if (m_readsAtOnce || m_isFinished || m_publishing.isActive())
        return;
    const std::chrono::milliseconds since(m_sincePublished.isValid() ? m_sincePublished.elapsed() : 0);
    const std::chrono::milliseconds pause = m_sincePublished.isValid() ? std::max(least, m_pause) : since;
    m_publishing.start(std::max(pause - since, std::chrono::milliseconds(0)));
}

void InventoryReader::publish()
{
    constexpr int timesItsCost = 5;
    // the servers come first; before them there is nothing that a person could look at
    const bool isWorthShowing = m_before != nullptr || !m_inventory.servers.isEmpty();
    if (m_isFinished || !isWorthShowing)
        return;
    QElapsedTimer cost;
    cost.start();
    const QPointer<InventoryReader> self(this);
    Q_EMIT grew(joined(current()));
    if (!self)
        return;
    m_pause = std::chrono::milliseconds(cost.elapsed() * timesItsCost);
    m_sincePublished.start();
}

// A receiver of the signal may destroy this reader
void InventoryReader::stop(const Error &why)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_queue->stop();
    const QPointer<InventoryReader> self(this);
    Inventory last = current();
    giveUp(last, why, readTimeUtc());
    if (why.code != ErrorCode::Cancelled) { // nothing could be read: also what was answered, was answered by an error
        last.configuration.failure = why;
        last.configuration.failedUtc = readTimeUtc();
    }
    if (!m_readsAtOnce && (m_before != nullptr || isAnythingRead(last)))
        Q_EMIT grew(joined(std::move(last)));
    if (self)
        Q_EMIT finished(tl::unexpected<Error>(why));
}

void InventoryReader::finishIfIdle()
{
    // From the event loop: a command that ends is followed by what its answer starts
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_isFinished || !m_queue->isIdle() || m_decoding > 0)
                return;
            if (m_isWhole)
                completeEntries();
            if (m_isWhole && !isAnythingRead(m_inventory)) {
                stop(m_inventory.serverList.error());
                return;
            }
            m_isFinished = true;
            m_queue->stop();
            Q_EMIT finished(joined(current()));
        },
        Qt::QueuedConnection);
}

} // namespace kakuin::session
