// SPDX-License-Identifier: MIT
#include "core/advice/policy.h"

#include "core/domain/replacement.h"

#include <algorithm>

namespace kakuin::advice {

Policy::Limits Policy::limitsFor(const domain::CertificateFacts &facts, bool isSelfSigned) const
{
    if (isSelfSigned || !facts.notBeforeUtc.isValid() || !facts.notAfterUtc.isValid())
        return {warningDays, criticalDays};
    const auto life = static_cast<int>(
        std::clamp(domain::wholeDays(facts.notBeforeUtc, facts.notAfterUtc), qint64{0}, qint64{100} * mostDays));
    return {std::min(warningDays, life / 3), std::min(criticalDays, life / 6)};
}

domain::ExpiryPolicy Policy::bandsFor(const domain::CertificateFacts &facts, bool isSelfSigned) const
{
    constexpr int urgentDays = 7;
    const Limits limits = limitsFor(facts, isSelfSigned);
    return {std::min(urgentDays, limits.critical / 2), limits.critical, limits.warning};
}

domain::ExpiryPolicy Policy::bandsFor(const domain::Certificate &certificate) const
{
    return bandsFor(certificate.facts, domain::isSelfSigned(certificate));
}

domain::Expiry Policy::expiryOf(const domain::Certificate &certificate, const QDateTime &nowUtc) const
{
    return domain::expiryOf(certificate.facts.notAfterUtc, nowUtc, bandsFor(certificate));
}

} // namespace kakuin::advice
