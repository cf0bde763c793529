// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>

#include <chrono>

namespace kakuin::domain {

enum class ExpiryBand { Unknown, Expired, Today, Urgent, Soon, Upcoming, Later };

/// Where the bands end, in days left (exclusive): below urgent, below soon, below upcoming.
struct ExpiryPolicy final {
    int urgentDays = 7;
    int soonDays = 30;
    int upcomingDays = 60;

    friend bool operator==(const ExpiryPolicy &, const ExpiryPolicy &) = default;
};

struct Expiry final {
    ExpiryBand band = ExpiryBand::Unknown;
    std::chrono::days left{0}; ///< whole 24-hour days: see wholeDays()

    friend bool operator==(const Expiry &, const Expiry &) = default;
};

/// Whole 24-hour days from one moment to the other, as everything in Kakuin counts them: those that have passed
/// completely, negative when the second moment is the earlier one. 0 on the last day, and on the first one after it.
[[nodiscard]] qint64 wholeDays(const QDateTime &fromUtc, const QDateTime &toUtc);

/// Sorts a certificate's remaining life into a band.
/// Shape:  expiryOf(notAfterUtc, nowUtc, policy). Expired from the second after notAfter on; Today = less than 24 h
///         left.
/// Errors: none; an invalid date gives ExpiryBand::Unknown.
/// Source: RFC 5280 4.1.2.5 (validity is inclusive); the thresholds are our choice, after HealthChecker's 60/30.
[[nodiscard]] Expiry expiryOf(const QDateTime &notAfterUtc, const QDateTime &nowUtc, const ExpiryPolicy &policy = {});

} // namespace kakuin::domain
