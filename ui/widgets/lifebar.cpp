// SPDX-License-Identifier: MIT
#include "ui/widgets/lifebar.h"

#include "text/expirytext.h"
#include "ui/decoration/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>

namespace kakuin::ui {
namespace {

constexpr int barHeight = 10;
constexpr int overhang = 4; // of today's mark above and below the bar
constexpr int gap = 6;

} // namespace

LifeBar::LifeBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void LifeBar::setLife(
    const QDateTime &issuedUtc, const QDateTime &expiresUtc, const QDateTime &nowUtc, models::Severity severity)
{
    m_severity = severity;
    m_issuedUtc = issuedUtc;
    m_expiresUtc = expiresUtc;
    m_nowUtc = nowUtc;
    retranslate();
}

QString LifeBar::text() const
{
    if (isKnown() && m_nowUtc < m_issuedUtc)
        return tr("Not valid before %1").arg(ExpiryText::dayAndTime(m_issuedUtc));
    return ExpiryText::lifeLeft(domain::expiryOf(m_expiresUtc, m_nowUtc), m_issuedUtc, m_expiresUtc);
}

QSize LifeBar::sizeHint() const
{
    const int above = QFontMetrics(boldFont(font())).height();
    const int below = QFontMetrics(font()).height();
    return {400, above + gap + barHeight + gap + below};
}

QSize LifeBar::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void LifeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool LifeBar::isKnown() const
{
    return m_issuedUtc.isValid() && m_expiresUtc.isValid() && m_nowUtc.isValid() && m_issuedUtc < m_expiresUtc;
}

void LifeBar::retranslate()
{
    setAccessibleName(tr("Life of the certificate"));
    //: %1: "12 days left of 5 years", %2 and %3: dates
    setAccessibleDescription(tr("%1. Issued %2, expires %3.")
                                 .arg(text(), ExpiryText::day(m_issuedUtc), ExpiryText::dayAndTime(m_expiresUtc)));
    setToolTip(accessibleDescription());
    update();
}

void LifeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = palette().color(QPalette::WindowText);
    const QColor muted = colour(Tone::Muted, palette());
    const QFontMetrics strongMetrics(boldFont(font()));
    const QRectF bar(0.5, strongMetrics.height() + gap, width() - 1.0, barHeight);
    const double radius = barHeight / 2.0;

    QColor track = muted;
    track.setAlphaF(0.22F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(track);
    painter.drawRoundedRect(bar, radius, radius);

    double today = bar.left();
    if (isKnown()) {
        const QDateTime from = std::min(m_issuedUtc, m_nowUtc);
        const QDateTime to = std::max(m_expiresUtc, m_nowUtc);
        const auto at = [&](const QDateTime &time) {
            return bar.left()
                + bar.width() * static_cast<double>(from.secsTo(time)) / static_cast<double>(from.secsTo(to));
        };
        const QColor fill = colour(m_severity == models::Severity::Ok ? Tone::Muted : toneOf(m_severity), palette());
        today = at(m_nowUtc);
        painter.setClipRect(QRectF(at(m_issuedUtc), bar.top(), today - at(m_issuedUtc), bar.height()));
        painter.setBrush(fill);
        painter.drawRoundedRect(bar, radius, radius);
        painter.setClipping(false);
        if (m_nowUtc > m_expiresUtc) {
            painter.setBrush(palette().color(QPalette::Window));
            painter.drawRect(QRectF(at(m_expiresUtc) - 1, bar.top(), 2, bar.height()));
        }
        painter.setBrush(ink);
        const double x = std::clamp(today, bar.left() + 1, bar.right() - 1);
        painter.drawRect(QRectF(qRound(x) - 1, bar.top() - overhang, 2, bar.height() + 2 * overhang));
    }

    painter.setPen(ink);
    painter.setFont(boldFont(font()));
    const double textWidth = std::min<double>(strongMetrics.horizontalAdvance(text()) + 2, width());
    const double left = std::clamp(today - textWidth / 2, 0.0, width() - textWidth);
    painter.drawText(QRectF(left, 0, textWidth, strongMetrics.height()), Qt::AlignCenter, text());

    painter.setPen(muted);
    painter.setFont(font());
    const QRectF below(0, bar.bottom() + gap, width(), QFontMetrics(font()).height());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("Issued %1").arg(ExpiryText::day(m_issuedUtc)));
    const bool isPast = isKnown() && m_nowUtc > m_expiresUtc;
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter,
        isPast ? tr("Expired %1").arg(ExpiryText::dayAndTime(m_expiresUtc))
               : tr("Expires %1").arg(ExpiryText::dayAndTime(m_expiresUtc)));
}

} // namespace kakuin::ui
