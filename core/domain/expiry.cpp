// SPDX-License-Identifier: MIT
#include "core/domain/expiry.h"

namespace kakuin::domain {

qint64 wholeDays(const QDateTime &fromUtc, const QDateTime &toUtc)
{
    constexpr qint64 secondsPerDay = qint64{24} * 60 * 60;
    return fromUtc.secsTo(toUtc) / secondsPerDay; // toward zero
}

Expiry expiryOf(const QDateTime &notAfterUtc, const QDateTime &nowUtc, const ExpiryPolicy &policy)
{
    if (!notAfterUtc.isValid() || !nowUtc.isValid())
        return {};
    const qint64 days = wholeDays(nowUtc, notAfterUtc);
    const std::chrono::days left(days);
    if (notAfterUtc < nowUtc)
        return {ExpiryBand::Expired, left};
    if (days == 0)
        return {ExpiryBand::Today, left};
    if (days < policy.urgentDays)
        return {ExpiryBand::Urgent, left};
    if (days < policy.soonDays)
        return {ExpiryBand::Soon, left};
    if (days < policy.upcomingDays)
        return {ExpiryBand::Upcoming, left};
    return {ExpiryBand::Later, left};
}

} // namespace kakuin::domain
