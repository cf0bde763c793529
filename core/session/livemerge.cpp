// SPDX-License-Identifier: MIT
#include "core/session/livemerge.h"

#include <QtCore/QHash>

#include <algorithm>

namespace kakuin::session {

using domain::InventoryPtr;
using domain::LiveReading;

InventoryPtr withReadings(const InventoryPtr &inventory, const QList<LiveReading> &readings)
{
    QHash<domain::ServerId, QList<LiveReading>> byServer;
    for (const LiveReading &reading : readings)
        byServer[reading.server].append(reading);
    auto merged = std::make_shared<domain::Inventory>(*inventory);
    for (domain::ServerEntry &entry : merged->servers) {
        const QList<LiveReading> fresh = byServer.value(entry.server.id);
        QList<LiveReading> &all = entry.liveReadings;
        all.removeIf([&fresh](const LiveReading &older) {
            return std::any_of(fresh.begin(), fresh.end(),
                [&older](const LiveReading &one) { return one.port.number == older.port.number; });
        });
        all.append(fresh);
        std::sort(all.begin(), all.end(),
            [](const LiveReading &a, const LiveReading &b) { return a.port.number < b.port.number; });
    }
    return merged;
}

InventoryPtr withReadingsOf(const domain::Inventory &older, const InventoryPtr &fresh)
{
    QList<LiveReading> readings;
    for (const domain::ServerEntry &entry : older.servers)
        readings.append(entry.liveReadings);
    return readings.isEmpty() ? fresh : withReadings(fresh, readings);
}

} // namespace kakuin::session
