// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::advice {

/// What keeps a server from renewing a certificate by itself.
enum class RenewalObstacle {
    Nothing,
    Issued, ///< a certification authority issues its successor; also a request
    Auth, ///< of the organisation: it is rotated
    Federation, ///< the federation trust names it, and has a way of its own
};

/// Shape:  an Auth certificate is one that AuthConfig names, one of the same subject and issuer as those, or a self-issued
///         one of a name that Exchange or Microsoft's instructions give it.
/// Cost:   until a copy of each certificate that AuthConfig names is found: at most linear in the certificates.
/// Source: exchange-domain 3.3 to 3.5; "Renew the federation certificate" of Microsoft's documentation.
[[nodiscard]] RenewalObstacle renewalObstacle(
    const domain::Certificate &certificate, const domain::Inventory &inventory);

} // namespace kakuin::advice
