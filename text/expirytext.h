// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/expiry.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Dates and remaining life in the language of the interface (the forms are part of the translation, so that a date
/// and the words around it never differ) and the person's zone.
/// Shape:  whole days below two years, years from there on; a month short of a full year counts as that year, because
///         a new certificate of five years has 1825 days and some hours left. `nowUtc` lets the last day name its hour.
class ExpiryText final {
    Q_DECLARE_TR_FUNCTIONS(ExpiryText)
public:
    /// "in 12 days", "in 5 years", "today at 09:00", "expired 3 days ago", "not known".
    [[nodiscard]] static QString remaining(
        const domain::Expiry &expiry, const QDateTime &notAfterUtc, const QDateTime &nowUtc = {});
    /// The same where there is little room: "12 d", "5 y", "today", "expired", "not known".
    [[nodiscard]] static QString brief(const domain::Expiry &expiry);
    /// "12 days left of 5 years"
    [[nodiscard]] static QString lifeLeft(
        const domain::Expiry &expiry, const QDateTime &notBeforeUtc, const QDateTime &notAfterUtc);
    /// A day: "2026-12-04" / "2026/12/04".
    [[nodiscard]] static QString day(const QDateTime &utc);
    /// Day and minute, local: "2026-12-04 09:00" / "2026/12/04 9:00".
    [[nodiscard]] static QString dayAndTime(const QDateTime &utc);
    /// "09:41" / "9:41"
    [[nodiscard]] static QString timeOfDay(const QDateTime &utc);
    /// The band as a word for filters and screen readers: "expired", "within 7 days" …
    [[nodiscard]] static QString band(domain::ExpiryBand band);
};

} // namespace kakuin::ui
