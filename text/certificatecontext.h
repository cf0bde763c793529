// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/roles.h"
#include "core/findings/evaluation.h"
#include "models/severity.h"

namespace kakuin::ui {

/// What the views of one certificate are given: the picture that it is in, the time and the policy.
/// The pointers point into `inventory`, which the context keeps alive.
struct CertificateContext final {
    domain::InventoryPtr inventory;
    const domain::Certificate *certificate = nullptr;
    const domain::ServerEntry *entry = nullptr;
    QDateTime nowUtc;
    advice::Policy policy;
    findings::EvaluationPtr evaluation; ///< of `inventory`, by `policy`; null: made anew for each answer

    /// Without value when the inventory does not hold the certificate.
    [[nodiscard]] static std::optional<CertificateContext> find(const domain::InventoryPtr &inventory,
        const domain::CertificateId &id, const QDateTime &nowUtc, const advice::Policy &policy = {})
    {
        if (inventory == nullptr || inventory->find(id) == nullptr)
            return std::nullopt;
        return CertificateContext{inventory, inventory->find(id), inventory->find(id.server), nowUtc, policy, {}};
    }
    [[nodiscard]] static std::optional<CertificateContext> find(
        const findings::EvaluationPtr &evaluation, const domain::CertificateId &id, const QDateTime &nowUtc)
    {
        if (evaluation == nullptr)
            return std::nullopt;
        std::optional<CertificateContext> out = find(evaluation->inventory(), id, nowUtc, evaluation->policy());
        if (out)
            out->evaluation = evaluation;
        return out;
    }
    /// What should be done first about it.
    [[nodiscard]] findings::Guidance guidance() const
    {
        return evaluation ? evaluation->adviceFor(certificate->id())
                          : findings::adviceFor(certificate->id(), *inventory, policy, nowUtc);
    }
    /// How urgent a certificate of the same server is.
    [[nodiscard]] findings::Urgency urgencyOf(const domain::Certificate &one) const
    {
        return evaluation ? evaluation->urgencies().of(one.id())
                          : findings::adviceFor(one.id(), *inventory, policy, nowUtc).urgency;
    }
    /// The mark of a certificate of the same server.
    [[nodiscard]] models::Severity severityOf(const domain::Certificate &one) const
    {
        return models::severityOf(urgencyOf(one), policy.expiryOf(one, nowUtc).band);
    }
    [[nodiscard]] domain::Expiry expiry() const { return policy.expiryOf(*certificate, nowUtc); }
    [[nodiscard]] QList<domain::RoleEvidence> roles() const { return domain::rolesOf(*certificate, *inventory); }
    [[nodiscard]] bool isSelfSigned() const
    {
        return certificate->isSelfSigned.value_or(certificate->facts.isSelfIssued);
    }
};

} // namespace kakuin::ui
