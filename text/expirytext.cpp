// SPDX-License-Identifier: MIT
#include "text/expirytext.h"

namespace kakuin::ui {
namespace {

constexpr qint64 twoYearsInDays = 730;

int wholeYears(qint64 days)
{
    return static_cast<int>(static_cast<double>(days + 30) / 365.25);
}

} // namespace

QString ExpiryText::remaining(const domain::Expiry &expiry, const QDateTime &notAfterUtc, const QDateTime &nowUtc)
{
    const qint64 days = expiry.left.count();
    switch (expiry.band) {
    case domain::ExpiryBand::Unknown:
        return tr("not known", "when a certificate expires");
    case domain::ExpiryBand::Expired:
        if (days == 0)
            return tr("expired less than a day ago");
        return days > -twoYearsInDays ? tr("expired %n days ago", nullptr, static_cast<int>(-days))
                                      : tr("expired %n years ago", nullptr, static_cast<int>(-days / 365));
    case domain::ExpiryBand::Today: {
        const QDate local = notAfterUtc.toLocalTime().date();
        const QDate today = nowUtc.toLocalTime().date();
        if (nowUtc.isValid() && local == today)
            return tr("today at %1").arg(timeOfDay(notAfterUtc));
        if (nowUtc.isValid() && local == today.addDays(1))
            return tr("tomorrow at %1").arg(timeOfDay(notAfterUtc));
        return tr("within 24 hours");
    }
    case domain::ExpiryBand::Urgent:
    case domain::ExpiryBand::Soon:
    case domain::ExpiryBand::Upcoming:
    case domain::ExpiryBand::Later:
        return days < twoYearsInDays ? tr("in %n days", nullptr, static_cast<int>(days))
                                     : tr("in %n years", nullptr, wholeYears(days));
    }
    return {};
}

QString ExpiryText::brief(const domain::Expiry &expiry)
{
    const qint64 days = expiry.left.count();
    switch (expiry.band) {
    case domain::ExpiryBand::Unknown:
        return tr("not known", "when a certificate expires");
    case domain::ExpiryBand::Expired:
        return tr("expired", "short form in a cell");
    case domain::ExpiryBand::Today:
        return tr("today", "short form in a cell: expires within 24 hours");
    case domain::ExpiryBand::Urgent:
    case domain::ExpiryBand::Soon:
    case domain::ExpiryBand::Upcoming:
    case domain::ExpiryBand::Later:
        return days < twoYearsInDays ? tr("%n d", "short form of days", static_cast<int>(days))
                                     : tr("%n y", "short form of years", wholeYears(days));
    }
    return {};
}

QString ExpiryText::lifeLeft(const domain::Expiry &expiry, const QDateTime &notBeforeUtc, const QDateTime &notAfterUtc)
{
    const qint64 days = expiry.left.count();
    if (expiry.band == domain::ExpiryBand::Unknown || !notBeforeUtc.isValid() || notBeforeUtc >= notAfterUtc)
        return tr("remaining life not known");
    if (expiry.band == domain::ExpiryBand::Expired)
        return remaining(expiry, notAfterUtc);
    const qint64 lifeDays = notBeforeUtc.daysTo(notAfterUtc);
    const QString life = lifeDays < twoYearsInDays
        ? tr("%n days", "length of a certificate's life", static_cast<int>(lifeDays))
        : tr("%n years", "length of a certificate's life", wholeYears(lifeDays));
    if (expiry.band == domain::ExpiryBand::Today)
        return tr("less than a day left of %1", "%1: 5 years").arg(life);
    return days < twoYearsInDays ? tr("%n days left of %1", nullptr, static_cast<int>(days)).arg(life)
                                 : tr("%n years left of %1", nullptr, wholeYears(days)).arg(life);
}

QString ExpiryText::day(const QDateTime &utc)
{
    if (!utc.isValid())
        return tr("not known", "a date");
    return utc.toLocalTime().toString(tr("yyyy-MM-dd", "form of a date, see QDateTime::toString"));
}

QString ExpiryText::dayAndTime(const QDateTime &utc)
{
    if (!utc.isValid())
        return tr("not known", "a date");
    return utc.toLocalTime().toString(tr("yyyy-MM-dd HH:mm", "form of a date with time, see QDateTime::toString"));
}

QString ExpiryText::timeOfDay(const QDateTime &utc)
{
    if (!utc.isValid())
        return tr("not known", "a time");
    return utc.toLocalTime().toString(tr("HH:mm", "form of a time, see QDateTime::toString"));
}

QString ExpiryText::band(domain::ExpiryBand band)
{
    switch (band) {
    case domain::ExpiryBand::Unknown:
        return tr("expiry not known");
    case domain::ExpiryBand::Expired:
        return tr("expired");
    case domain::ExpiryBand::Today:
        return tr("expires within 24 hours");
    case domain::ExpiryBand::Urgent:
        return tr("expires within days");
    case domain::ExpiryBand::Soon:
        return tr("expires soon");
    case domain::ExpiryBand::Upcoming:
        return tr("expires in the next months");
    case domain::ExpiryBand::Later:
        return tr("valid for long");
    }
    return {};
}

} // namespace kakuin::ui
