// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"
#include "core/domain/inventory.h"
#include "core/domain/roles.h"

namespace kakuin::ui {

/// What the views of one certificate are given: the picture that it is in, the time and the policy.
/// The pointers point into `inventory`, which the context keeps alive.
struct CertificateContext final {
    domain::InventoryPtr inventory;
    const domain::Certificate *certificate = nullptr;
    const domain::ServerEntry *entry = nullptr;
    QDateTime nowUtc;
    advice::Policy policy;

    /// Without value when the inventory does not hold the certificate.
    [[nodiscard]] static std::optional<CertificateContext> find(const domain::InventoryPtr &inventory,
        const domain::CertificateId &id, const QDateTime &nowUtc, const advice::Policy &policy = {})
    {
        if (inventory == nullptr || inventory->find(id) == nullptr)
            return std::nullopt;
        return CertificateContext{inventory, inventory->find(id), inventory->find(id.server), nowUtc, policy};
    }
    [[nodiscard]] domain::Expiry expiry() const { return policy.expiryOf(*certificate, nowUtc); }
    [[nodiscard]] QList<domain::RoleEvidence> roles() const { return domain::rolesOf(*certificate, *inventory); }
    [[nodiscard]] bool isSelfSigned() const
    {
        return certificate->isSelfSigned.value_or(certificate->facts.isSelfIssued);
    }
};

} // namespace kakuin::ui
