// SPDX-License-Identifier: MIT
#include "ui/recentmenu.h"

#include "core/base/untrustedtext.h"

namespace kakuin::ui {
namespace {

constexpr int longestMenuText = 60;

} // namespace

RecentMenu::RecentMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("recentMenu"));
    menuAction()->setObjectName(QStringLiteral("recentMenuAction"));
    setEnabled(false);
}

void RecentMenu::follow(RecentPlaces &places)
{
    m_places = &places;
    connect(&places, &RecentPlaces::changed, this, &RecentMenu::fill);
    fill();
}

void RecentMenu::fill()
{
    clear();
    const QList<RecentPlace> places = m_places ? m_places->places() : QList<RecentPlace>();
    setEnabled(!places.isEmpty());
    for (qsizetype i = 0; i < places.size(); ++i) {
        const RecentPlace place = places.at(i);
        const QString text
            = singleLine(RecentPlaces::textOf(place), longestMenuText).replace(u'&', QLatin1String("&&"));
        QAction *action = addAction(QStringLiteral("&%1  %2").arg(i + 1).arg(text));
        action->setObjectName(QStringLiteral("recentAction%1").arg(i));
        connect(action, &QAction::triggered, this, [this, place] { Q_EMIT placeRequested(place); });
    }
    if (places.isEmpty())
        return;
    addSeparator();
    QAction *forget = addAction(tr("&Forget these"));
    forget->setObjectName(QStringLiteral("forgetRecentAction"));
    // queued: it takes away the action that is being triggered
    connect(forget, &QAction::triggered, m_places.data(), &RecentPlaces::clear, Qt::QueuedConnection);
}

void RecentMenu::retranslate()
{
    setTitle(tr("Opened &before"));
    fill();
}

} // namespace kakuin::ui
