// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::domain {

/// A certificate's generations on one server, oldest first, itself included.
struct Lineage final {
    QList<Thumbprint> generations;

    /// The next newer generation; null when there is none.
    [[nodiscard]] Thumbprint successorOf(const Thumbprint &thumbprint) const;
    [[nodiscard]] Thumbprint predecessorOf(const Thumbprint &thumbprint) const;
};

/// What generations of one another have in common, as a text to compare: subject, issuer and DNS names.
[[nodiscard]] QString generationKey(const CertificateFacts &facts);

/// Which certificates of the same server are generations of one another.
/// Shape:  two certificates are, when subject, issuer and DNS names (as a set, without case) agree; ordered by
///         notBefore, then notAfter. This is a statement about names: it says nothing about roles.
[[nodiscard]] Lineage lineageOf(const Certificate &certificate, const ServerEntry &entry);

} // namespace kakuin::domain
