// SPDX-License-Identifier: MIT
#include "models/timelinescale.h"

#include <algorithm>
#include <cmath>

namespace kakuin::models {
namespace {

using ScaleUnit = TimelineScale::Unit;

constexpr double secondsPerDay = 86400;
constexpr double halfYear = 183 * secondsPerDay;
constexpr int mostTicks = 5000; // no window is that wide: guards against one that says so

double secondsOf(const QDateTime &utc)
{
    return static_cast<double>(utc.toMSecsSinceEpoch()) / 1000.0;
}

double daysIn(ScaleUnit unit)
{
    switch (unit) {
    case ScaleUnit::Day:
        return 1;
    case ScaleUnit::Week:
        return 7;
    case ScaleUnit::Month:
        return 28;
    case ScaleUnit::Quarter:
        return 90;
    case ScaleUnit::Year:
        return 365;
    case ScaleUnit::TwoYears:
        return 730;
    case ScaleUnit::FiveYears:
        return 1826;
    case ScaleUnit::TenYears:
        break;
    }
    return 3652;
}

int yearsIn(ScaleUnit unit)
{
    return unit == ScaleUnit::TwoYears ? 2 : unit == ScaleUnit::FiveYears ? 5 : unit == ScaleUnit::TenYears ? 10 : 1;
}

ScaleUnit majorOf(ScaleUnit unit)
{
    return unit == ScaleUnit::Day || unit == ScaleUnit::Week ? ScaleUnit::Month : ScaleUnit::Year;
}

QDate beginningOf(ScaleUnit unit, const QDate &date)
{
    switch (unit) {
    case ScaleUnit::Day:
        return date;
    case ScaleUnit::Week:
        return date.addDays(1 - date.dayOfWeek());
    case ScaleUnit::Month:
        return {date.year(), date.month(), 1};
    case ScaleUnit::Quarter:
        return {date.year(), (date.month() - 1) / 3 * 3 + 1, 1};
    case ScaleUnit::Year:
    case ScaleUnit::TwoYears:
    case ScaleUnit::FiveYears:
    case ScaleUnit::TenYears:
        break;
    }
    return {date.year() - date.year() % yearsIn(unit), 1, 1};
}

QDate after(ScaleUnit unit, const QDate &date)
{
    switch (unit) {
    case ScaleUnit::Day:
        return date.addDays(1);
    case ScaleUnit::Week:
        return date.addDays(7);
    case ScaleUnit::Month:
        return date.addMonths(1);
    case ScaleUnit::Quarter:
        return date.addMonths(3);
    case ScaleUnit::Year:
    case ScaleUnit::TwoYears:
    case ScaleUnit::FiveYears:
    case ScaleUnit::TenYears:
        break;
    }
    return date.addYears(yearsIn(unit));
}

} // namespace

void TimelineScale::setRange(const QDateTime &fromUtc, const QDateTime &toUtc)
{
    if (!fromUtc.isValid() || !toUtc.isValid())
        return;
    double from = secondsOf(fromUtc);
    double to = secondsOf(toUtc);
    if (to - from < narrowestDays * secondsPerDay) {
        const double middle = (from + to) / 2;
        from = middle - halfYear;
        to = middle + halfYear;
    }
    m_from = from;
    m_to = to;
    clamp();
}

void TimelineScale::setWidth(double pixels)
{
    m_width = std::max(1.0, pixels);
}

void TimelineScale::fit()
{
    m_isFit = true;
    clamp();
}

void TimelineScale::zoomAt(double factor, double x)
{
    if (!(factor > 0))
        return;
    const double under = m_start + x * secondsPerPixel();
    const double whole = m_to - m_from;
    m_span = std::clamp(m_span / factor, std::min(narrowestDays * secondsPerDay, whole), whole);
    m_start = under - x * secondsPerPixel();
    m_isFit = m_span >= whole;
    clamp();
}

bool TimelineScale::canZoomIn() const
{
    return m_span > narrowestDays * secondsPerDay;
}

void TimelineScale::clamp()
{
    const double whole = m_to - m_from;
    if (m_isFit)
        m_span = whole;
    m_span = std::min(m_span, whole);
    m_start = std::clamp(m_start, m_from, m_to - m_span);
}

double TimelineScale::offset() const
{
    return (m_start - m_from) / secondsPerPixel();
}

double TimelineScale::maximumOffset() const
{
    return (m_to - m_from - m_span) / secondsPerPixel();
}

void TimelineScale::setOffset(double pixels)
{
    m_start = m_from + pixels * secondsPerPixel();
    clamp();
}

double TimelineScale::xOf(const QDateTime &utc) const
{
    return std::clamp((secondsOf(utc) - m_start) / secondsPerPixel(), -2 * m_width, 3 * m_width);
}

QDateTime TimelineScale::timeAt(double x) const
{
    return QDateTime::fromMSecsSinceEpoch(std::llround((m_start + x * secondsPerPixel()) * 1000.0), Qt::UTC);
}

TimelineScale::Bar TimelineScale::barOf(const QDateTime &notBeforeUtc, const QDateTime &notAfterUtc) const
{
    Bar bar;
    if (!notAfterUtc.isValid())
        return bar;
    bar.isKnown = true;
    bar.isPoint = !notBeforeUtc.isValid() || notBeforeUtc > notAfterUtc;
    bar.right = xOf(notAfterUtc);
    bar.left = bar.isPoint ? bar.right : xOf(notBeforeUtc);
    return bar;
}

QList<TimelineScale::Tick> TimelineScale::ticks(ScaleUnit unit) const
{
    QList<Tick> out;
    const QDate last = timeAt(m_width).toLocalTime().date();
    QDate date = beginningOf(unit, timeAt(0).toLocalTime().date());
    while (date.isValid() && date <= last && out.size() < mostTicks) {
        out.append({date, xOf(date.startOfDay().toUTC())});
        date = after(unit, date);
    }
    return out;
}

TimelineScale::Axis TimelineScale::axis(const std::function<double(ScaleUnit)> &room) const
{
    Axis axis;
    axis.unit = ScaleUnit::TenYears;
    for (const ScaleUnit unit : {ScaleUnit::Day, ScaleUnit::Week, ScaleUnit::Month, ScaleUnit::Quarter, ScaleUnit::Year,
             ScaleUnit::TwoYears, ScaleUnit::FiveYears}) {
        if (daysIn(unit) * secondsPerDay / secondsPerPixel() >= room(unit)) {
            axis.unit = unit;
            break;
        }
    }
    axis.minor = ticks(axis.unit);
    axis.majorUnit = majorOf(axis.unit);
    if (axis.unit < ScaleUnit::Year)
        axis.major = ticks(axis.majorUnit);
    return axis;
}

} // namespace kakuin::models
