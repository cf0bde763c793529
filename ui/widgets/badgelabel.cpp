// SPDX-License-Identifier: MIT
#include "ui/widgets/badgelabel.h"

#include "ui/decoration/badgepainter.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>

namespace kakuin::ui {

BadgeLabel::BadgeLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BadgeLabel::setBadges(const QList<models::Badge> &badges)
{
    m_badges = badges;
    setVisible(!badges.isEmpty());
    retranslate();
}

QSize BadgeLabel::sizeHint() const
{
    return BadgePainter(font(), palette()).size(m_badges);
}

QSize BadgeLabel::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void BadgeLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    BadgePainter(font(), palette()).paint(&painter, rect(), m_badges);
}

void BadgeLabel::retranslate()
{
    setAccessibleName(tr("Roles"));
    setAccessibleDescription(BadgePainter::accessibleText(m_badges));
    setToolTip(accessibleDescription());
    updateGeometry();
    update();
}

} // namespace kakuin::ui
