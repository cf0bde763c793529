// SPDX-License-Identifier: MIT
#include "core/domain/expiry.h"

namespace kakuin::domain {

Expiry expiryOf(const QDateTime &notAfterUtc, const QDateTime &nowUtc, const ExpiryPolicy &policy)
{
    if (!notAfterUtc.isValid() || !nowUtc.isValid())
        return {};
    constexpr qint64 secondsPerDay = qint64{24} * 60 * 60;
    const qint64 seconds = nowUtc.secsTo(notAfterUtc);
    const qint64 days = seconds >= 0 ? seconds / secondsPerDay : -((-seconds + secondsPerDay - 1) / secondsPerDay);
    const std::chrono::days left(days);
    if (seconds < 0)
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
