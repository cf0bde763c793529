// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::models {

/// How many comparisons of a certificate with a server or connector the roles of all certificates take; above
/// inPlaceLimit (some tens of milliseconds) they are found on the thread pool.
inline constexpr qint64 inPlaceLimit = 100'000;

[[nodiscard]] inline qint64 buildCost(const domain::Inventory &inventory)
{
    qint64 others = inventory.servers.size() + 1;
    if (inventory.sendConnectors)
        others += inventory.sendConnectors->size();
    if (inventory.receiveConnectors)
        others += inventory.receiveConnectors->size();
    return inventory.certificateCount() * others;
}

} // namespace kakuin::models
