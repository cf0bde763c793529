// SPDX-License-Identifier: MIT
#include "core/domain/inventory.h"

#include <algorithm>

namespace kakuin::domain {

const Certificate *ServerEntry::find(const Thumbprint &thumbprint) const
{
    if (!certificates || thumbprint.isNull())
        return nullptr;
    const auto it = std::find_if(certificates->begin(), certificates->end(),
        [&](const Certificate &c) { return c.facts.thumbprint == thumbprint; });
    return it == certificates->end() ? nullptr : &*it;
}

const LiveReading *ServerEntry::served(LiveService service) const
{
    const LiveReading *newest = nullptr;
    for (const LiveReading &reading : liveReadings) {
        if (reading.port.service == service && reading.served && (newest == nullptr || reading.atUtc > newest->atUtc))
            newest = &reading;
    }
    return newest;
}

const ServerEntry *Inventory::find(const ServerId &server) const
{
    // by name: a task over all of many servers looks for each of them
    auto it = std::lower_bound(servers.begin(), servers.end(), server,
        [](const ServerEntry &entry, const ServerId &name) { return entry.server.id < name; });
    if (it == servers.end() || !(it->server.id == server)) // not there, or not in order yet
        it = std::find_if(servers.begin(), servers.end(), [&](const ServerEntry &e) { return e.server.id == server; });
    return it == servers.end() ? nullptr : &*it;
}

const Certificate *Inventory::find(const CertificateId &id) const
{
    const ServerEntry *entry = find(id.server);
    return entry == nullptr ? nullptr : entry->find(id.thumbprint);
}

int Inventory::certificateCount() const
{
    qsizetype count = 0;
    for (const ServerEntry &entry : servers)
        count += entry.certificates ? entry.certificates->size() : 0;
    return static_cast<int>(count);
}

} // namespace kakuin::domain
