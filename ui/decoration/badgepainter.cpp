// SPDX-License-Identifier: MIT
#include "ui/decoration/badgepainter.h"

#include "text/roletext.h"

#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>

namespace kakuin::ui {
namespace {

constexpr int padding = 6;
constexpr int badgeSpacing = 5;
constexpr double textScale = 0.88;

QFont badgeFont(const QFont &base)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * textScale);
    else
        font.setPixelSize(qRound(base.pixelSize() * textScale));
    return font;
}

QString moreText(qsizetype count)
{
    return QStringLiteral("+%1").arg(count);
}

} // namespace

BadgePainter::BadgePainter(const QFont &base, const QPalette &palette, bool isSelected)
    : m_font(badgeFont(base))
    , m_palette(palette)
    , m_isSelected(isSelected)
{
}

QSize BadgePainter::size(const QString &text) const
{
    const QFontMetrics metrics(m_font);
    return {metrics.horizontalAdvance(text) + 2 * padding, metrics.height() + 2};
}

void BadgePainter::paint(QPainter *painter, const QPoint &topLeft, const QString &text, Tone tone) const
{
    const QRect rect(topLeft, size(text));
    QColor ink = colour(tone, m_palette);
    QColor ground = tint(tone, m_palette);
    if (m_isSelected) {
        ink = m_palette.color(QPalette::Active, QPalette::HighlightedText);
        ground = ink;
        ground.setAlphaF(0.18F);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(rect, metric::badgeRadius, metric::badgeRadius);
    painter->setPen(ink);
    painter->setFont(m_font);
    painter->drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter->restore();
}

QSize BadgePainter::size(const QList<models::Badge> &badges) const
{
    QSize all(0, 0);
    for (const models::Badge &badge : badges) {
        const QSize one = size(RoleText::badge(badge.kind));
        all.rwidth() += one.width() + (all.width() > 0 ? badgeSpacing : 0);
        all.setHeight(std::max(all.height(), one.height()));
    }
    return all;
}

void BadgePainter::paint(QPainter *painter, const QRect &rect, const QList<models::Badge> &badges) const
{
    int x = rect.left();
    for (qsizetype i = 0; i < badges.size(); ++i) {
        const QString text = RoleText::badge(badges.at(i).kind);
        const QSize one = size(text);
        const qsizetype after = badges.size() - i - 1;
        const int reserved = after > 0 ? badgeSpacing + size(moreText(after)).width() : 0;
        const int y = rect.top() + (rect.height() - one.height()) / 2;
        const bool fits = x + one.width() <= rect.right() + 1;
        const bool restFits = size(badges.mid(i)).width() <= rect.right() + 1 - x;
        if (!fits || (!restFits && x + one.width() + reserved > rect.right() + 1)) {
            paint(painter, QPoint(x, y), moreText(after + 1), Tone::Muted);
            return;
        }
        paint(painter, QPoint(x, y), text, toneOf(badges.at(i)));
        x += one.width() + badgeSpacing;
    }
}

QString BadgePainter::accessibleText(const QList<models::Badge> &badges)
{
    QStringList parts;
    for (const models::Badge &badge : badges) {
        const QString name = RoleText::badge(badge.kind);
        switch (badge.severity) {
        case models::Severity::NotKnown:
        case models::Severity::Ok:
        case models::Severity::Information:
            parts.append(name);
            break;
        case models::Severity::Soon:
            parts.append(tr("%1 (expires soon)").arg(name));
            break;
        case models::Severity::Urgent:
            parts.append(tr("%1 (urgent)").arg(name));
            break;
        case models::Severity::Expired:
            parts.append(tr("%1 (expired)").arg(name));
            break;
        }
    }
    return parts.join(tr(", ", "between items of a list"));
}

Tone BadgePainter::toneOf(const models::Badge &badge)
{
    switch (badge.severity) {
    case models::Severity::NotKnown:
    case models::Severity::Ok:
        return Tone::Muted;
    case models::Severity::Information:
    case models::Severity::Soon:
    case models::Severity::Urgent:
    case models::Severity::Expired:
        return ui::toneOf(badge.severity);
    }
    return Tone::Muted;
}

} // namespace kakuin::ui
