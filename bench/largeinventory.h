// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::bench {

inline constexpr int certificatesPerServer = 50;

/// When the large organisation is looked at.
[[nodiscard]] QDateTime lookedAtUtc();

/// An organisation with that many certificates, 50 a server, with names, dates, services, Auth configuration and
/// transport assignments of their own; some have expired, some are about to. `generation` 2 is what a refresh reads
/// later: the same but for one new certificate on every tenth server.
/// Every certificate holds bytes of its own: a real one's with another serial number, so that memory and comparisons
/// cost what they cost in truth. Its signature no longer fits; nothing here looks at it.
/// Errors: as practiceCertificates().
[[nodiscard]] Result<domain::InventoryPtr> largeInventory(int certificates, int generation = 1);

} // namespace kakuin::bench
