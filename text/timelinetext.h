// SPDX-License-Identifier: MIT
#pragma once

#include "models/timelinecontent.h"
#include "models/timelinescale.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Words for the expiry timeline. Plain text; names from servers are safe to show.
class TimelineText final {
    Q_DECLARE_TR_FUNCTIONS(TimelineText)
public:
    [[nodiscard]] static QString heading(const models::TimelineLine &heading);
    /// Behind the name of a certificate: its server, or on how many it is; empty below its server's heading.
    [[nodiscard]] static QString place(const models::TimelineLine &line, models::TimelineGroupBy groupBy);
    /// Everything about a line: name, dates, roles, servers. Several lines.
    [[nodiscard]] static QString details(const models::TimelineLine &line, const QDateTime &nowUtc);
    /// The same as one sentence for a screen reader.
    [[nodiscard]] static QString accessible(const models::TimelineLine &line, const QDateTime &nowUtc);
    [[nodiscard]] static QString tick(models::TimelineScale::Unit unit, const QDate &date);
    /// The unit above the ticks: "December 2026".
    [[nodiscard]] static QString majorTick(models::TimelineScale::Unit unit, const QDate &date);
    [[nodiscard]] static QString today();
    /// "+30 d": the end of a shaded stretch.
    [[nodiscard]] static QString daysAhead(int days);
    /// "EX01, EX02 and 3 more"
    [[nodiscard]] static QString servers(const QList<domain::CertificateId> &copies);
};

} // namespace kakuin::ui
