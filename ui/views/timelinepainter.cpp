// SPDX-License-Identifier: MIT
#include "ui/views/timelinepainter.h"

#include "text/expirytext.h"
#include "text/timelinetext.h"
#include "ui/decoration/contrast.h"
#include "ui/decoration/theme.h"

#include <QtCore/QTimeZone>
#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>

#include <array>

namespace kakuin::ui {
namespace {

using models::TimelineLine;
using ScaleUnit = models::TimelineScale::Unit;

constexpr int chartInset = 8;
constexpr int lifeHeight = 10;
constexpr int leastBar = 3; // a life of a second is still a bar
constexpr int lineSpacing = 9;
constexpr int axisPadding = 3;
constexpr std::array daysShaded{60, 30};

QColor gridColor(const QPalette &palette)
{
    return mix(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.16);
}

} // namespace

TimelinePainter::TimelinePainter(
    const models::TimelineContent &content, const models::TimelineScale &scale, const QDateTime &nowUtc, Look look)
    : m_content(content)
    , m_scale(scale)
    , m_nowUtc(nowUtc)
    , m_look(std::move(look))
    , m_rowHeight(rowHeight(m_look.font))
    , m_lineHeight(QFontMetrics(m_look.font).height())
{
}

int TimelinePainter::rowHeight(const QFont &font)
{
    return std::max(metric::minimumRowHeight, QFontMetrics(font).height() + lineSpacing);
}

int TimelinePainter::axisHeight(const QFont &font)
{
    return 3 * (QFontMetrics(font).height() + axisPadding) + axisPadding;
}

void TimelinePainter::paint(QPainter *painter, const QRect &area, int firstPixel) const
{
    const QPalette &palette = m_look.palette;
    const int axis = axisHeight(m_look.font);
    const QRect rows = area.adjusted(0, axis, 0, 0);
    const QRect bars = rows.adjusted(m_look.labelWidth, 0, 0, 0);
    painter->fillRect(area, palette.color(QPalette::Base));
    painter->save();
    painter->setClipRect(bars);
    paintAhead(painter, bars);
    painter->restore();
    paintTicks(painter, area, rows.top());

    painter->save();
    painter->setClipRect(rows);
    const qsizetype count = m_content.lines.size();
    for (qsizetype i = firstPixel / m_rowHeight; i < count; ++i) {
        const int top = rows.top() + static_cast<int>(i) * m_rowHeight - firstPixel;
        if (top > rows.bottom())
            break;
        const QRect row(rows.left(), top, rows.width(), m_rowHeight);
        const TimelineLine &line = m_content.lines.at(i);
        if (line.isHeading()) {
            paintHeading(painter, row, line);
            continue;
        }
        if (i == m_look.selected) {
            QColor ground = palette.color(QPalette::Highlight);
            ground.setAlphaF(0.14F);
            painter->fillRect(row.adjusted(m_look.labelWidth, 0, 0, 0), ground);
        }
        paintBar(painter, row, line);
        paintLabels(painter, row, i);
    }
    painter->restore();
    const QRect band(area.left() + m_look.labelWidth, area.top(), area.width() - m_look.labelWidth, axis);
    paintToday(painter, bars, band);
    painter->setPen(gridColor(palette));
    painter->drawLine(bars.left() - 1, area.top(), bars.left() - 1, area.bottom());
    painter->drawLine(area.left(), rows.top() - 1, area.right(), rows.top() - 1);
}

double TimelinePainter::roomFor(ScaleUnit unit) const
{
    // The widest text of the unit, and some air.
    static const QDate wide(2028, 12, 28);
    const int width = QFontMetrics(m_look.font).horizontalAdvance(TimelineText::tick(unit, wide));
    return width + (unit == ScaleUnit::Day ? 8 : 20);
}

void TimelinePainter::paintTicks(QPainter *painter, const QRect &area, int rowsTop) const
{
    const auto axis = m_scale.axis([this](ScaleUnit unit) { return roomFor(unit); });
    const int left = area.left() + m_look.labelWidth;
    const int step = m_lineHeight + axisPadding;
    const QFontMetrics metrics(m_look.font);
    painter->save();
    painter->setClipRect(area.adjusted(m_look.labelWidth, 0, 0, 0));
    painter->setFont(m_look.font);
    const auto paintRow = [&](const QList<models::TimelineScale::Tick> &ticks, int top, bool isMajor, auto &&text) {
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            const double x = ticks.at(i).x;
            painter->setPen(gridColor(m_look.palette));
            painter->drawLine(QPointF(left + x, top), QPointF(left + x, isMajor ? rowsTop : area.bottom()));
            // A unit that began before keeps its name in sight, as long as there is room.
            const double end = i + 1 < ticks.size() ? ticks.at(i + 1).x : m_scale.width();
            const double from = std::max(x, 0.0) + 4;
            const QString label = text(ticks.at(i).date);
            if (from + metrics.horizontalAdvance(label) > end && (isMajor || x < 0))
                continue;
            painter->setPen(isMajor ? m_look.palette.color(QPalette::Text) : colour(Tone::Muted, m_look.palette));
            painter->drawText(QPointF(left + from, top + metrics.ascent() + 1), label);
        }
    };
    paintRow(axis.major, area.top() + axisPadding + step, true,
        [&](const QDate &date) { return TimelineText::majorTick(axis.majorUnit, date); });
    paintRow(axis.minor, area.top() + axisPadding + 2 * step, false,
        [&](const QDate &date) { return TimelineText::tick(axis.unit, date); });
    painter->restore();
}

void TimelinePainter::paintAhead(QPainter *painter, const QRect &bars) const
{
    const double from = m_scale.xOf(m_nowUtc);
    for (const int days : daysShaded) {
        QColor ground = colour(Tone::Soon, m_look.palette);
        ground.setAlphaF(isDark(m_look.palette) ? 0.13F : 0.09F);
        const double to = m_scale.xOf(m_nowUtc.addDays(days));
        painter->fillRect(QRectF(bars.left() + from, bars.top(), to - from, bars.height()), ground);
    }
}

void TimelinePainter::paintToday(QPainter *painter, const QRect &bars, const QRect &band) const
{
    const double x = m_scale.xOf(m_nowUtc);
    if (x < 0 || x > bars.width())
        return;
    const QColor ink = colour(Tone::Information, m_look.palette);
    const QFontMetrics metrics(boldFont(m_look.font));
    painter->save();
    painter->setClipRect(band.united(bars));
    painter->fillRect(QRectF(bars.left() + qRound(x) - 1, band.top() + m_lineHeight, 2,
                          bars.bottom() - band.top() - m_lineHeight + 1),
        ink);
    const QString text = TimelineText::today();
    const double width = metrics.horizontalAdvance(text);
    const double textLeft = std::clamp(x - width / 2, 2.0, std::max(2.0, bars.width() - width - 2));
    painter->setFont(boldFont(m_look.font));
    painter->setPen(ink);
    painter->drawText(QPointF(bars.left() + textLeft, band.top() + axisPadding + metrics.ascent()), text);
    // How far the shading reaches, where that can be told apart.
    painter->setFont(m_look.font);
    painter->setPen(colour(Tone::Muted, m_look.palette));
    double free = textLeft + width + chartInset;
    for (const int days : {30, 60}) {
        const QString label = TimelineText::daysAhead(days);
        const double labelWidth = QFontMetrics(m_look.font).horizontalAdvance(label);
        const double left = m_scale.xOf(m_nowUtc.addDays(days)) - labelWidth / 2;
        if (left < free || left + labelWidth > bars.width())
            continue;
        painter->drawText(QPointF(bars.left() + left, band.top() + axisPadding + metrics.ascent()), label);
        free = left + labelWidth + chartInset;
    }
    painter->restore();
}

void TimelinePainter::paintHeading(QPainter *painter, const QRect &row, const TimelineLine &line) const
{
    const QPalette &palette = m_look.palette;
    painter->fillRect(row, mix(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.06));
    painter->setFont(boldFont(m_look.font));
    painter->setPen(palette.color(QPalette::Text));
    const QFontMetrics metrics(boldFont(m_look.font));
    const QString count = QStringLiteral("  %1").arg(line.count);
    const int room = row.width() - 2 * chartInset - metrics.horizontalAdvance(count);
    const QString name = metrics.elidedText(TimelineText::heading(line), Qt::ElideMiddle, room);
    const QRect text = row.adjusted(chartInset, 0, -chartInset, 0);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    painter->setFont(m_look.font);
    painter->setPen(colour(Tone::Muted, palette));
    painter->drawText(text.adjusted(metrics.horizontalAdvance(name), 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, count);
}

void TimelinePainter::paintLabels(QPainter *painter, const QRect &row, qsizetype index) const
{
    const QPalette &palette = m_look.palette;
    const TimelineLine &line = m_content.lines.at(index);
    const bool isSelected = index == m_look.selected;
    QRect label(row.left(), row.top(), m_look.labelWidth - 1, row.height());
    painter->fillRect(label, palette.color(isSelected ? QPalette::Highlight : QPalette::Base));
    label.adjust(chartInset, 0, -chartInset, 0);
    const QRect square(label.left(), label.center().y() - metric::iconSide / 2 + 1, metric::iconSide, metric::iconSide);
    severityIcon(line.severity, palette)
        .paint(painter, square, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
    label.setLeft(square.right() + chartInset);
    painter->setFont(m_look.font);
    const QFontMetrics metrics(m_look.font);
    QString place = TimelineText::place(line, m_look.groupBy);
    if (!place.isEmpty()) {
        place = metrics.elidedText(place, Qt::ElideMiddle, label.width() / 2);
        painter->setPen(isSelected ? palette.color(QPalette::HighlightedText) : colour(Tone::Muted, palette));
        painter->drawText(label, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, place);
        label.setRight(label.right() - metrics.horizontalAdvance(place) - chartInset);
    }
    painter->setPen(palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    // Text is a little wider on a screen of fractional pixels than its whole number says.
    painter->drawText(label.adjusted(0, 0, chartInset / 2, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(line.name, Qt::ElideMiddle, label.width()));
    if (isSelected && m_look.hasFocus) {
        painter->setPen(QPen(palette.color(QPalette::Text), 1, Qt::DotLine));
        painter->drawRect(QRectF(row).adjusted(1.5, 1.5, -1.5, -1.5));
    }
}

void TimelinePainter::paintBar(QPainter *painter, const QRect &row, const TimelineLine &line) const
{
    const models::TimelineScale::Bar bar = m_scale.barOf(line.notBeforeUtc, line.notAfterUtc);
    const double origin = row.left() + m_look.labelWidth;
    QRectF shape(origin, row.center().y() - lifeHeight / 2.0 + 1, leastBar, lifeHeight);
    painter->save();
    painter->setClipRect(row.adjusted(m_look.labelWidth, 0, 0, 0), Qt::IntersectClip);
    painter->setRenderHint(QPainter::Antialiasing);
    if (bar.isKnown) {
        const double left = std::min(bar.left, bar.right - leastBar);
        shape = QRectF(origin + left, shape.top(), bar.right - left, lifeHeight);
        // Calm where all is well: what is over is paler than what is left. What wants attention is boldFont all along.
        const bool isCalm = line.severity == models::Severity::Ok || line.severity == models::Severity::NotKnown;
        QColor ink = colour(toneOf(line.severity), m_look.palette);
        QColor gone = ink;
        if (isCalm) {
            gone.setAlphaF(0.32F);
            ink.setAlphaF(0.72F);
        }
        const double today = origin + m_scale.xOf(m_nowUtc);
        painter->setPen(Qt::NoPen);
        const auto paintPart = [&](double from, double to, const QColor &brush) {
            if (to <= from)
                return;
            painter->save();
            painter->setClipRect(QRectF(from, shape.top(), to - from, lifeHeight), Qt::IntersectClip);
            painter->setBrush(brush);
            painter->drawRoundedRect(shape, 3, 3);
            painter->restore();
        };
        const double end = std::clamp(today, shape.left(), shape.right());
        paintPart(shape.left(), bar.isPoint ? shape.left() : end, gone);
        paintPart(bar.isPoint ? shape.left() : end, shape.right(), ink);
    }
    paintRemaining(
        painter, row, bar.isKnown ? shape : QRectF(origin - chartInset / 2, shape.top(), 0, lifeHeight), line);
    painter->restore();
}

// A small triangle at the edge: the life is that way.
void TimelinePainter::paintBeyond(QPainter *painter, const QRect &row, bool isRight) const
{
    const double left = row.left() + m_look.labelWidth;
    const double tip = isRight ? left + m_scale.width() - 3 : left + 3;
    const double base = isRight ? tip - 6 : tip + 6;
    const double y = row.center().y() + 1;
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour(Tone::Muted, m_look.palette));
    painter->drawPolygon(QPolygonF({{tip, y}, {base, y - 5}, {base, y + 5}}));
}

void TimelinePainter::paintRemaining(
    QPainter *painter, const QRect &row, const QRectF &bar, const TimelineLine &line) const
{
    const QString text = ExpiryText::remaining(line.expiry, line.notAfterUtc, m_nowUtc);
    const QFontMetrics metrics(m_look.font);
    const double width = metrics.horizontalAdvance(text);
    const double left = row.left() + m_look.labelWidth;
    const double right = row.left() + m_look.labelWidth + m_scale.width();
    const double today = left + m_scale.xOf(m_nowUtc);
    double x = bar.right() + chartInset;
    if (bar.left() >= right) // wholly in the time beyond, or before
        x = right - width - 2 * chartInset;
    else if (bar.right() < left && bar.width() > 0)
        x = left + 2 * chartInset;
    else if (x < today + 3 && x + width > today) // the line of today would run through it
        x = today + chartInset;
    if (x + width > right) // no room behind the bar: before it, else none
        x = bar.left() - chartInset - width;
    if (x < left)
        return;
    if (bar.left() >= right || (bar.right() < left && bar.width() > 0))
        paintBeyond(painter, row, bar.left() >= right);
    painter->setFont(m_look.font);
    painter->setPen(colour(Tone::Muted, m_look.palette));
    painter->drawText(QRectF(x, row.top(), width + 1, row.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace kakuin::ui
