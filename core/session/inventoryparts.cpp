// SPDX-License-Identifier: MIT
#include "core/session/inventoryparts.h"

#include "core/shell/decode/directoryidentity.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>
#include <type_traits>

namespace kakuin::session {

using namespace domain;

QList<ServerId> assignTransport(Inventory &inventory, const Result<QList<TransportAssignment>> &listed)
{
    QHash<ServerId, TransportAssignment> byServer;
    for (const TransportAssignment &one : listed.value_or(QList<TransportAssignment>()))
        byServer.insert(one.server, one);
    QList<ServerId> unlisted;
    for (ServerEntry &entry : inventory.servers) {
        const auto it = byServer.constFind(entry.server.id);
        if (it != byServer.constEnd())
            entry.transport = *it;
        else if (!listed)
            entry.transport = tl::unexpected<Error>(listed.error());
        else if (entry.server.isEdge())
            entry.transport = fail(ErrorCode::NotRead, entry.server.id.name());
        else
            unlisted.append(entry.server.id);
    }
    return unlisted;
}

void assignGroups(Inventory &inventory, const QList<shell::decode::MailboxServer> &servers)
{
    QHash<ServerId, QString> groups;
    for (const auto &one : servers)
        groups.insert(one.server, one.dag);
    for (ServerEntry &entry : inventory.servers)
        entry.server.dag = groups.value(entry.server.id);
}

QString organisationOf(const QList<AuthConfig> &configs, const QList<ServerEntry> &servers)
{
    QStringList names;
    QSet<QString> known;
    const auto add = [&](const QString &name) {
        const QString key = name.toCaseFolded();
        if (!name.isEmpty() && !known.contains(key))
            names.append(name);
        known.insert(key);
    };
    for (const AuthConfig &config : configs)
        add(config.organisation);
    for (const ServerEntry &entry : servers)
        add(shell::decode::organisationName(entry.server.distinguishedName));
    names.sort(Qt::CaseInsensitive);
    return names.join(QLatin1String(", "));
}

bool isAnythingRead(const Inventory &inventory)
{
    const bool isServerRead = std::any_of(inventory.servers.begin(), inventory.servers.end(),
        [](const ServerEntry &entry) { return entry.certificates.has_value() || entry.transport.has_value(); });
    return isServerRead || inventory.serverList || inventory.authConfig || inventory.sendConnectors
        || inventory.receiveConnectors || inventory.hybrid;
}

namespace {

// Neither read nor refused
template <class T>
bool isUnread(const Result<T> &part)
{
    return isBeingRead(part) || (!part && part.error().code == ErrorCode::NotRead);
}

/// Joins the parts that concern no single server.
class Configuration final {
public:
    Configuration(const Reading &newer, const Reading &older)
        : m_older(older)
    {
        result.isAwaited = newer.isAwaited;
        result.failure = newer.isAwaited ? older.failure : newer.failure;
        result.failedUtc = newer.isAwaited ? older.failedUtc : newer.failedUtc;
    }

    Reading result;
    bool hasChanged = false;

    template <class T>
    void join(Result<T> &newer, const Result<T> &older)
    {
        if (newer) {
            hasChanged = hasChanged || isOther(newer, older);
            return;
        }
        const bool hasNotCome = isUnread(newer);
        if (hasNotCome && isUnread(older))
            return;
        // one part that is refused says why; only a reading that failed as a whole leaves everything as it was
        if (!hasNotCome && (!older || !result.failure || result.isAwaited))
            return;
        result.isKept = m_older.isKept;
        newer = older;
    }

private:
    template <class T>
    static bool isOther(const Result<T> &newer, const Result<T> &older)
    {
        if constexpr (std::is_void_v<T>)
            return false; // the list of servers: each of them says for itself how old it is
        else
            return !(newer == older);
    }
    const Reading &m_older;
};

// Whether the older row stays for now
bool isOlderKept(const ServerEntry &newer, const ServerEntry *older)
{
    if (older == nullptr || isUnread(older->certificates))
        return false;
    if (newer.reading.isAwaited)
        return true;
    return older->certificates && (!newer.certificates || newer.reading.failure);
}

} // namespace

ServerEntry continued(const ServerEntry &newer, const ServerEntry *older, const QDateTime &nowUtc)
{
    if (!isOlderKept(newer, older))
        return newer;
    const Reading &reading = newer.reading;
    ServerEntry out = *older;
    out.server = newer.server;
    out.reading.isAwaited = reading.isAwaited;
    if (!reading.isAwaited) {
        out.reading.failure = reading.failure ? *reading.failure : newer.certificates.error();
        out.reading.failedUtc = nowUtc;
    }
    return out;
}

Inventory continued(Inventory newer, const InventoryPtr &older, const QDateTime &nowUtc)
{
    if (older == nullptr)
        return newer;
    const Reading asked = newer.configuration;
    const bool isListed = newer.serverList.has_value() || !newer.servers.isEmpty();
    Configuration configuration(asked, older->configuration);
    configuration.join(newer.authConfig, older->authConfig);
    configuration.join(newer.sendConnectors, older->sendConnectors);
    configuration.join(newer.receiveConnectors, older->receiveConnectors);
    configuration.join(newer.hybrid, older->hybrid);
    configuration.join(newer.serverList, older->serverList);
    newer.configuration = configuration.result;
    if (!isListed) { // which servers there are is not known anew
        newer.servers = older->servers;
        for (ServerEntry &entry : newer.servers) {
            entry.reading.isAwaited = asked.isAwaited;
            if (asked.isAwaited || !asked.failure)
                continue;
            entry.reading.failure = asked.failure;
            entry.reading.failedUtc = nowUtc;
        }
    }
    bool isWhole = isListed && !asked.isAwaited && !newer.configuration.failure;
    for (ServerEntry &entry : newer.servers) {
        const ServerEntry *known = older->find(entry.server.id);
        if (isListed && known != nullptr && asked.isAwaited) {
            entry.reading.isAwaited = true;
            entry.server.dag = known->server.dag; // the list that tells it may not have come
        }
        // with the configuration as it was, a newer store would be judged by an older Auth certificate
        if (isListed && known != nullptr && known->certificates && asked.failure && !entry.reading.failure) {
            entry.reading.failure = asked.failure;
            entry.reading.failedUtc = nowUtc;
        }
        const bool isOlder = isOlderKept(entry, known);
        if (isListed)
            entry = continued(entry, known, nowUtc);
        entry.reading.isOutrun = isOlder && (entry.reading.isOutrun || configuration.hasChanged);
        isWhole = isWhole && !entry.reading.isAwaited;
    }
    if (!isWhole) {
        newer.organisation = older->organisation;
        newer.takenUtc = older->takenUtc;
        newer.problems = older->problems;
    }
    return newer;
}

void giveUp(Inventory &inventory, const Error &why, const QDateTime &nowUtc)
{
    const auto end = [](auto &part, const QString &subject) {
        if (isBeingRead(part))
            part = fail(ErrorCode::NotRead, subject);
    };
    for (ServerEntry &entry : inventory.servers) {
        if (!entry.reading.isAwaited)
            continue;
        end(entry.certificates, entry.server.id.name());
        end(entry.transport, entry.server.id.name());
        entry.reading.isAwaited = false;
        entry.reading.failure = why;
        entry.reading.failedUtc = nowUtc;
    }
    if (!inventory.configuration.isAwaited)
        return;
    end(inventory.serverList, {});
    end(inventory.authConfig, {});
    end(inventory.sendConnectors, {});
    end(inventory.receiveConnectors, {});
    end(inventory.hybrid, {});
    inventory.configuration.isAwaited = false;
    inventory.configuration.failure = why;
    inventory.configuration.failedUtc = nowUtc;
}

} // namespace kakuin::session
