// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::session {

/// The inventory with these readings in the place of older ones of the same ports; those of servers that it does not
/// hold are dropped. Every entry's readings are in the order of the port numbers.
[[nodiscard]] domain::InventoryPtr withReadings(
    const domain::InventoryPtr &inventory, const QList<domain::LiveReading> &readings);

/// A fresh picture with what the ports of its servers were seen to serve before it was taken.
[[nodiscard]] domain::InventoryPtr withReadingsOf(const domain::Inventory &older, const domain::InventoryPtr &fresh);

} // namespace kakuin::session
