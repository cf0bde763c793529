// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::domain {

/// What became different between two pictures of an organisation.
enum class ChangeKind {
    ServerAdded,
    ServerRemoved,
    NotComparable, ///< a server's certificates are not known in one of the pictures: before or after says which
    CertificateAdded,
    CertificateRemoved,
    ServicesChanged,
    BindingsChanged, ///< of IIS
    TransportReassigned, ///< the server's internal transport certificate
    AuthCurrentChanged,
    AuthNextChanged,
    AuthPreviousChanged,
    ConnectorAdded,
    ConnectorRemoved,
    ConnectorReassigned, ///< names another certificate
    ExpiredSince, ///< valid when the older picture was taken, not when the newer was
};

/// One difference.
/// Shape: `before` and `after` are facts as text (services, thumbprints, names, a date in ISO form), never sentences;
///        empty: there was, or is, nothing.
struct InventoryChange final {
    ChangeKind kind = ChangeKind::ServerAdded;
    ServerId server; ///< empty: the organisation's
    Thumbprint thumbprint; ///< null unless it concerns a certificate
    QString subject; ///< the certificate's or connector's name; untrusted text
    QString before;
    QString after;
    friend bool operator==(const InventoryChange &, const InventoryChange &) = default;
};

/// Everything that was added, removed, reassigned, or has expired since; the organisation's changes first, then server
/// by server in the order of their names. What was not read in one of the pictures is said to be not comparable, never
/// to be gone.
/// Cost: linear in servers, certificates and connectors.
[[nodiscard]] QList<InventoryChange> compareInventories(const Inventory &older, const Inventory &newer);

} // namespace kakuin::domain
