// SPDX-License-Identifier: MIT
#include "models/certificatepair.h"

#include "core/domain/lineage.h"

namespace kakuin::models {

CertificatePair generationsOf(const domain::CertificateId &id, const domain::Inventory &inventory)
{
    const domain::ServerEntry *entry = inventory.find(id.server);
    const domain::Certificate *certificate = entry == nullptr ? nullptr : entry->find(id.thumbprint);
    if (certificate == nullptr)
        return {id, {}};
    const domain::Lineage lineage = domain::lineageOf(*certificate, *entry);
    if (const domain::Thumbprint successor = lineage.successorOf(id.thumbprint); !successor.isNull())
        return {id, {id.server, successor}};
    if (const domain::Thumbprint predecessor = lineage.predecessorOf(id.thumbprint); !predecessor.isNull())
        return {{id.server, predecessor}, id};
    return {id, {}};
}

} // namespace kakuin::models
