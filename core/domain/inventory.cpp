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
    for (const LiveReading &one : liveReadings) {
        if (one.port.service == service && one.served && (newest == nullptr || one.atUtc > newest->atUtc))
            newest = &one;
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

bool Inventory::isAwaited() const
{
    return configuration.isAwaited
        || std::any_of(servers.begin(), servers.end(), [](const ServerEntry &e) { return e.reading.isAwaited; });
}

int Inventory::certificateCount() const
{
    qsizetype count = 0;
    for (const ServerEntry &entry : servers)
        count += entry.certificates ? entry.certificates->size() : 0;
    return static_cast<int>(count);
}

namespace {

// Read again in this session without success it is not waited for
bool isWaitedFor(const ServerEntry &entry)
{
    if (entry.reading.isKept)
        return entry.reading.isAwaited || !entry.reading.failure;
    return !entry.certificates && entry.certificates.error().code == ErrorCode::BeingRead;
}

// Why what is there is no basis of a change, although it is shown
std::optional<Error> whyNoBasis(const Reading &reading, const QString &subject)
{
    const bool isFailed = reading.failure && reading.failure->code != ErrorCode::Cancelled;
    if (!reading.isKept && !isFailed)
        return std::nullopt;
    if (reading.isKept && reading.isAwaited)
        return Error{ErrorCode::BeingRead, subject, {}};
    return reading.failure ? *reading.failure : Error{ErrorCode::NotRead, subject, {}};
}

template <class T>
bool isBeingRead(const Result<T> &part)
{
    return !part && part.error().code == ErrorCode::BeingRead;
}

} // namespace

std::optional<Error> notReadHere(const Inventory &inventory, const QList<ServerId> &servers)
{
    const bool isConfigurationMissing = inventory.configuration.isKept || isBeingRead(inventory.serverList)
        || isBeingRead(inventory.authConfig) || isBeingRead(inventory.sendConnectors)
        || isBeingRead(inventory.receiveConnectors) || isBeingRead(inventory.hybrid);
    if (isConfigurationMissing)
        return Error{ErrorCode::NotReadHere, {}, {}};
    for (const ServerId &server : servers) {
        const ServerEntry *entry = inventory.find(server);
        if (entry != nullptr && isWaitedFor(*entry))
            return Error{ErrorCode::NotReadHere, entry->server.id.name(), {}};
    }
    return std::nullopt;
}

InventoryPtr readHere(const InventoryPtr &inventory)
{
    if (inventory == nullptr
        || (!whyNoBasis(inventory->configuration, {})
            && std::none_of(inventory->servers.begin(), inventory->servers.end(),
                [](const ServerEntry &entry) { return whyNoBasis(entry.reading, {}).has_value(); })))
        return inventory;
    auto out = std::make_shared<Inventory>(*inventory);
    for (ServerEntry &entry : out->servers) {
        const std::optional<Error> why = whyNoBasis(entry.reading, entry.server.id.name());
        if (!why || !entry.certificates)
            continue;
        entry.certificates = tl::unexpected<Error>(*why);
        entry.transport = tl::unexpected<Error>(*why);
        entry.unreadable.clear();
    }
    if (const std::optional<Error> why = whyNoBasis(out->configuration, {})) {
        out->authConfig = tl::unexpected<Error>(*why);
        out->sendConnectors = tl::unexpected<Error>(*why);
        out->receiveConnectors = tl::unexpected<Error>(*why);
        out->hybrid = tl::unexpected<Error>(*why);
    }
    return out;
}

} // namespace kakuin::domain
