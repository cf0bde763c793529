// SPDX-License-Identifier: MIT
#include "ui/views/quickfilterbar.h"

#include <QtCore/QLocale>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr int buttonSpacing = 4;

QString objectNameOf(models::QuickFilter filter)
{
    switch (filter) {
    case models::QuickFilter::All:
        return QStringLiteral("allFilterButton");
    case models::QuickFilter::NeedsAttention:
        return QStringLiteral("needsAttentionFilterButton");
    case models::QuickFilter::Expired:
        return QStringLiteral("expiredFilterButton");
    case models::QuickFilter::Expiring:
        return QStringLiteral("expiringFilterButton");
    case models::QuickFilter::InternalTransport:
        return QStringLiteral("internalTransportFilterButton");
    case models::QuickFilter::Auth:
        return QStringLiteral("authFilterButton");
    case models::QuickFilter::NoServices:
        return QStringLiteral("noServicesFilterButton");
    case models::QuickFilter::Count_:
        break;
    }
    return {};
}

} // namespace

QuickFilterBar::QuickFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("quickFilterBar"));
    // not Fixed: the height of one line would then be the most that a layout gives to two
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (int i = 0; i < models::quickFilterCount; ++i) {
        auto *button = new QToolButton(this);
        button->setObjectName(objectNameOf(static_cast<models::QuickFilter>(i)));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_group->addButton(button, i);
    }
    m_group->button(0)->setChecked(true);
    connect(m_group, &QButtonGroup::idClicked, this,
        [this](int id) { Q_EMIT chosen(static_cast<models::QuickFilter>(id)); });
    retranslate();
}

void QuickFilterBar::setCounts(const models::QuickFilterCounts &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    retranslate();
}

void QuickFilterBar::setCurrent(models::QuickFilter filter)
{
    m_group->button(static_cast<int>(filter))->setChecked(true);
}

void QuickFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange(width(), true);
}

void QuickFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

void QuickFilterBar::retranslate()
{
    setAccessibleName(tr("Quick filters"));
    for (int i = 0; i < models::quickFilterCount; ++i) {
        const QString words = name(static_cast<models::QuickFilter>(i));
        const int count = m_counts[static_cast<size_t>(i)];
        QAbstractButton *button = m_group->button(i);
        //: a quick filter and how many rows it shows: "Expired  3"
        button->setText(tr("%1  %2").arg(words, QLocale().toString(count)));
        //: for screen readers; %1: a quick filter
        button->setAccessibleName(tr("%1: %n rows", nullptr, count).arg(words));
    }
    updateGeometry();
    arrange(width(), true);
}

QString QuickFilterBar::name(models::QuickFilter filter)
{
    switch (filter) {
    case models::QuickFilter::All:
        //: quick filter
        return tr("All");
    case models::QuickFilter::NeedsAttention:
        //: quick filter
        return tr("Needs attention");
    case models::QuickFilter::Expired:
        //: quick filter
        return tr("Expired");
    case models::QuickFilter::Expiring:
        //: quick filter: expires within 30 days
        return tr("Expiring");
    case models::QuickFilter::InternalTransport:
        //: quick filter
        return tr("Internal transport");
    case models::QuickFilter::Auth:
        //: quick filter: Auth certificates
        return tr("Auth");
    case models::QuickFilter::NoServices:
        //: quick filter: certificates that are enabled for nothing
        return tr("No services");
    case models::QuickFilter::Count_:
        break;
    }
    return {};
}

int QuickFilterBar::arrange(int width, bool isMoving) const
{
    int x = 0;
    int y = 0;
    // Words of another script are higher: all buttons are as high as the highest, so that words share a line.
    const int lineHeight = buttonHeight();
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *button : buttons) {
        const QSize size(button->sizeHint().width(), lineHeight);
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += lineHeight + buttonSpacing;
        }
        if (isMoving)
            button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, y), size)));
        x += size.width() + buttonSpacing;
    }
    return y + lineHeight;
}

int QuickFilterBar::buttonHeight() const
{
    int height = 0;
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (const QAbstractButton *button : buttons)
        height = std::max(height, button->sizeHint().height());
    return height;
}

int QuickFilterBar::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize QuickFilterBar::sizeHint() const
{
    int width = 0;
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (const QAbstractButton *button : buttons)
        width += button->sizeHint().width() + buttonSpacing;
    return {width - buttonSpacing, buttonHeight()};
}

QSize QuickFilterBar::minimumSizeHint() const
{
    int width = 0;
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (const QAbstractButton *button : buttons)
        width = std::max(width, button->sizeHint().width());
    return {width, buttonHeight()};
}

} // namespace kakuin::ui
