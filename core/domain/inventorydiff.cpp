// SPDX-License-Identifier: MIT
#include "core/domain/inventorydiff.h"

#include <QtCore/QHash>

namespace kakuin::domain {
namespace {

using EntryIndex = QHash<ServerId, const ServerEntry *>;
using CertificateIndex = QHash<Thumbprint, const Certificate *>;

EntryIndex indexed(const QList<ServerEntry> &entries)
{
    EntryIndex index;
    index.reserve(entries.size());
    for (const ServerEntry &entry : entries)
        index.insert(entry.server.id, &entry);
    return index;
}

CertificateIndex indexed(const Result<QList<Certificate>> &certificates)
{
    CertificateIndex index;
    if (certificates) {
        for (const Certificate &certificate : *certificates)
            index.insert(certificate.facts.thumbprint, &certificate);
    }
    return index;
}

void compareCertificates(const ServerEntry &older, const ServerEntry &newer, InventoryDiff &out)
{
    if (!older.certificates || !newer.certificates)
        return; // nothing was compared: an unreachable server did not lose its certificates
    const CertificateIndex before = indexed(older.certificates);
    const CertificateIndex after = indexed(newer.certificates);
    for (const Certificate &certificate : *newer.certificates) {
        const Certificate *old = before.value(certificate.facts.thumbprint);
        if (old == nullptr)
            out.addedCertificates.append(certificate.id());
        else if (!(*old == certificate))
            out.changedCertificates.append(certificate.id());
    }
    for (const Certificate &certificate : *older.certificates) {
        if (!after.contains(certificate.facts.thumbprint))
            out.removedCertificates.append(certificate.id());
    }
}

bool isReachabilityChanged(const ServerEntry &a, const ServerEntry &b)
{
    return a.certificates.has_value() != b.certificates.has_value()
        || (!a.certificates && !(a.certificates.error() == b.certificates.error()));
}

} // namespace

bool InventoryDiff::isEmpty() const
{
    return *this == InventoryDiff();
}

InventoryDiff diff(const Inventory &older, const Inventory &newer)
{
    InventoryDiff out;
    const EntryIndex before = indexed(older.servers);
    const EntryIndex after = indexed(newer.servers);
    for (const ServerEntry &entry : newer.servers) {
        const ServerEntry *old = before.value(entry.server.id);
        if (old == nullptr) {
            out.addedServers.append(entry.server.id);
            continue;
        }
        if (!(old->server == entry.server) || !(old->transport == entry.transport) || isReachabilityChanged(*old, entry)
            || old->unreadable != entry.unreadable || old->liveReadings != entry.liveReadings)
            out.changedServers.append(entry.server.id);
        compareCertificates(*old, entry, out);
    }
    for (const ServerEntry &entry : older.servers) {
        if (!after.contains(entry.server.id))
            out.removedServers.append(entry.server.id);
    }
    out.isOrganisationChanged = older.organisation != newer.organisation || !(older.authConfig == newer.authConfig)
        || !(older.sendConnectors == newer.sendConnectors) || !(older.receiveConnectors == newer.receiveConnectors)
        || !(older.hybrid == newer.hybrid);
    return out;
}

} // namespace kakuin::domain
