// SPDX-License-Identifier: MIT
#include "core/session/inventoryparts.h"

#include "core/shell/decode/directoryidentity.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

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

} // namespace kakuin::session
