// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/expiry.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Dates and remaining life in the person's language, zone and locale (the current QLocale() of the program).
class ExpiryText final {
    Q_DECLARE_TR_FUNCTIONS(ExpiryText)
public:
    /// "in 12 days", "in 5 years", "today at 09:00", "expired 3 days ago", "not known".
    [[nodiscard]] static QString remaining(const domain::Expiry &expiry, const QDateTime &notAfterUtc);
    /// "12 days left of 5 years"
    [[nodiscard]] static QString lifeLeft(
        const domain::Expiry &expiry, const QDateTime &notBeforeUtc, const QDateTime &notAfterUtc);
    /// A day: "2026-12-04" / "2026/12/04".
    [[nodiscard]] static QString day(const QDateTime &utc);
    /// Day and minute, local.
    [[nodiscard]] static QString dayAndTime(const QDateTime &utc);
    /// "09:41"
    [[nodiscard]] static QString timeOfDay(const QDateTime &utc);
};

} // namespace kakuin::ui
