// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::models {

/// Two certificates that are looked at side by side. A null thumbprint: none.
struct CertificatePair final {
    domain::CertificateId left;
    domain::CertificateId right;

    friend bool operator==(const CertificatePair &, const CertificatePair &) = default;
};

/// The older generation left, the newer right: the certificate and its successor, else its predecessor and itself.
/// Alone on the left when it has neither, or the inventory does not hold it.
[[nodiscard]] CertificatePair generationsOf(const domain::CertificateId &id, const domain::Inventory &inventory);

} // namespace kakuin::models
