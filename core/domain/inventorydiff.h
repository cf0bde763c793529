// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::domain {

/// What differs between two pictures of one organisation. Lists are in the order of the newer picture (removed: the
/// older).
struct InventoryDiff final {
    QList<ServerId> addedServers;
    QList<ServerId> removedServers;
    QList<ServerId> changedServers; ///< own facts, reachability or transport assignment, or what its ports serve
    QList<CertificateId> addedCertificates;
    QList<CertificateId> removedCertificates; ///< only where the server was read both times
    QList<CertificateId> changedCertificates; ///< same thumbprint, other services, bindings, status …
    bool isOrganisationChanged = false; ///< Auth configuration, connectors, hybrid

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const InventoryDiff &, const InventoryDiff &) = default;
};

/// Cost: linear in servers and certificates.
[[nodiscard]] InventoryDiff diff(const Inventory &older, const Inventory &newer);

} // namespace kakuin::domain
