// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"
#include "core/domain/expiry.h"

namespace kakuin::advice {

/// When Kakuin advises what: every threshold and every choice of the person, one value. isValid() says whether they make
/// sense together.
/// Source:  HealthChecker (60 and 30 days, 2048 bits), MonitorExchangeAuthCertificate (60 and 120 days),
///          Set-AuthConfig (48 hours), the AuthAdmin servicelet (12 hours), exchange-domain 3.3 (a day of patience) and
///          its corrections (public lifetimes: a third and a sixth).
struct Policy final {
    int warningDays = 60; ///< fewer days left: a warning
    int criticalDays = 30; ///< fewer days left: critical
    int authDays = 60; ///< so many days left or fewer: the Auth certificate wants a successor
    int authNextDays = 120; ///< a staged one must live longer than that
    int authNearDays = 7; ///< fewer days left: replacing the Auth certificate outranks copying it
    int smallestRsaBits = 2048;
    int effectiveHours = 48; ///< nearer than that, a staged one may not reach every server in time
    int promotionHours = 12; ///< how often Exchange looks whether a staged one is due
    int distributionHours = 24; ///< how long it may take to arrive by itself
    int previousHeldDays = 14; ///< how long the previous Auth certificate may stay named

    static constexpr int mostDays = 3650;
    static constexpr int mostHours = 8760;
    static constexpr int mostBits = 16384;

    /// Below how many days a certificate is warned of, and is critical.
    struct Limits final {
        int warning = 0;
        int critical = 0;
    };
    /// Self-signed: the days above. Issued: a third and a sixth of its lifetime, the days above at most; a certificate
    /// that lives 47 days would be critical for ever otherwise.
    [[nodiscard]] Limits limitsFor(const domain::CertificateFacts &facts, bool isSelfSigned) const;
    /// The same as bands of colour: soon begins where critical does, upcoming where a warning does.
    [[nodiscard]] domain::ExpiryPolicy bandsFor(const domain::CertificateFacts &facts, bool isSelfSigned) const;
    [[nodiscard]] domain::ExpiryPolicy bandsFor(const domain::Certificate &certificate) const;
    /// How much of its life is left, in its bands: what every list, sheet and page colours it by.
    [[nodiscard]] domain::Expiry expiryOf(const domain::Certificate &certificate, const QDateTime &nowUtc) const;

    [[nodiscard]] constexpr bool isValid() const
    {
        const auto isWithin = [](int value, int least, int most) { return value >= least && value <= most; };
        return isWithin(criticalDays, 0, mostDays) && isWithin(warningDays, 1, mostDays) && criticalDays < warningDays
            && isWithin(authDays, 1, mostDays) && isWithin(authNextDays, 1, mostDays) && authDays <= authNextDays
            && isWithin(authNearDays, 0, mostDays) && isWithin(smallestRsaBits, 512, mostBits)
            && isWithin(effectiveHours, 1, mostHours) && isWithin(promotionHours, 1, mostHours)
            && isWithin(distributionHours, 1, mostHours) && isWithin(previousHeldDays, 0, mostDays);
    }
    friend bool operator==(const Policy &, const Policy &) = default;
};

} // namespace kakuin::advice
