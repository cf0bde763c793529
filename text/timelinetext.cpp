// SPDX-License-Identifier: MIT
#include "text/timelinetext.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"
#include "text/roletext.h"
#include "text/severitytext.h"

#include <QtCore/QLocale>

namespace kakuin::ui {
namespace {

using LineKind = models::TimelineLine::Kind;
using ScaleUnit = models::TimelineScale::Unit;

// More than these are counted, not listed.
constexpr qsizetype mostCopies = 6;
constexpr qsizetype longestLineName = 120;

} // namespace

QString TimelineText::heading(const models::TimelineLine &heading)
{
    switch (heading.kind) {
    case LineKind::ServerHeading:
    case LineKind::Certificate:
        return heading.name;
    case LineKind::SeveralServersHeading:
        return tr("On several servers", "heading above certificates");
    case LineKind::RoleHeading:
        return RoleText::name(heading.role);
    case LineKind::NoRoleHeading:
        return tr("No known role", "heading above certificates");
    }
    return {};
}

QString TimelineText::place(const models::TimelineLine &line, models::TimelineGroupBy groupBy)
{
    if (line.copies.size() > 1)
        return tr("%n servers", "behind the name of a certificate", static_cast<int>(line.copies.size()));
    const bool isBelowIts = groupBy == models::TimelineGroupBy::Server;
    return isBelowIts || line.copies.isEmpty() ? QString()
                                               : singleLine(line.copies.first().server.name(), longestLineName);
}

QString TimelineText::servers(const QList<domain::CertificateId> &copies)
{
    QStringList names;
    for (const domain::CertificateId &copy : copies.first(std::min(mostCopies, copies.size())))
        names.append(singleLine(copy.server.name(), longestLineName));
    const int more = static_cast<int>(copies.size() - names.size());
    if (more == 0)
        return RoleText::list(names);
    //: %1: names of servers
    return tr("%1 and %n more", nullptr, more).arg(names.join(tr(", ", "between items of a list")));
}

QString TimelineText::details(const models::TimelineLine &line, const QDateTime &nowUtc)
{
    //: a certificate in a tooltip; %1: its name, %2: "in 12 days"
    QStringList lines{tr("%1, %2").arg(line.name, ExpiryText::remaining(line.expiry, line.notAfterUtc, nowUtc))};
    //: %1 and %2: dates
    lines << tr("Issued %1, expires %2")
                 .arg(ExpiryText::day(line.notBeforeUtc), ExpiryText::dayAndTime(line.notAfterUtc));
    if (line.notBeforeUtc.isValid() && line.notAfterUtc.isValid() && line.notBeforeUtc > line.notAfterUtc)
        lines << tr("Its dates are the wrong way round: it was never valid.");
    QStringList roles;
    for (const domain::Role role : line.roles)
        roles.append(RoleText::name(role));
    //: %1: roles of a certificate
    lines << (roles.isEmpty() ? tr("No role is known") : tr("Roles: %1").arg(RoleText::list(roles)));
    //: %1: names of servers
    lines << tr("On %1").arg(servers(line.copies)) << line.thumbprint.toGroupedString();
    return lines.join(u'\n');
}

QString TimelineText::accessible(const models::TimelineLine &line, const QDateTime &nowUtc)
{
    //: for screen readers; %1: a certificate, %2: "in 12 days", %3: "Warning", %4: a date, %5: servers
    return tr("%1, %2, %3, expires %4, on %5")
        .arg(line.name, ExpiryText::remaining(line.expiry, line.notAfterUtc, nowUtc), SeverityText::word(line.severity),
            ExpiryText::dayAndTime(line.notAfterUtc), servers(line.copies));
}

QString TimelineText::tick(ScaleUnit unit, const QDate &date)
{
    switch (unit) {
    case ScaleUnit::Day:
    case ScaleUnit::Week:
        return QString::number(date.day());
    case ScaleUnit::Month:
        return QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat);
    case ScaleUnit::Quarter:
        //: a quarter of a year on a time axis; %1: 1 to 4
        return tr("Q%1").arg((date.month() + 2) / 3);
    case ScaleUnit::Year:
    case ScaleUnit::TwoYears:
    case ScaleUnit::FiveYears:
    case ScaleUnit::TenYears:
        break;
    }
    return date.toString(tr("yyyy", "a year on a time axis, see QDate::toString"));
}

QString TimelineText::majorTick(ScaleUnit unit, const QDate &date)
{
    if (unit != ScaleUnit::Month)
        return tick(unit, date);
    return QLocale().toString(date, tr("MMMM yyyy", "month and year on a time axis, see QLocale::toString"));
}

QString TimelineText::today()
{
    return tr("Today", "mark on a time axis");
}

QString TimelineText::daysAhead(int days)
{
    return tr("+%n d", "end of the next days on a time axis", days);
}

} // namespace kakuin::ui
