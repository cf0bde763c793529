// SPDX-License-Identifier: MIT
#include "ui/actions/snapshotaction.h"

#include "ui/organisationfeed.h"
#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

SnapshotAction::SnapshotAction(
    Choice choice, OrganisationFeed &feed, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("saveSnapshotAction"),
        choice == Choice::Compare ? QStringLiteral("compare") : QStringLiteral("save"), parent)
    , m_choice(choice)
    , m_feed(feed)
    , m_services(services)
    , m_window(window)
{
    if (choice == Choice::SaveScript)
        setObjectName(QStringLiteral("saveCollectorAction"));
    if (choice == Choice::Compare)
        setObjectName(QStringLiteral("compareSnapshotAction"));
    if (choice != Choice::SaveScript) {
        const auto update = [this] { setEnabled(m_feed.session() && m_feed.session()->inventory()); };
        connect(&feed, &OrganisationFeed::stateChanged, this, update);
        connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, update);
        update();
    }
    connect(this, &QAction::triggered, this, &SnapshotAction::open);
    retranslate();
}

void SnapshotAction::open()
{
    switch (m_choice) {
    case Choice::Save:
        m_services.saveSnapshot(m_feed.workspace(), m_window);
        return;
    case Choice::SaveScript:
        m_services.saveCollectorScript(m_window);
        return;
    case Choice::Compare:
        m_services.compareSnapshot(m_feed.workspace(), m_window);
        return;
    }
}

void SnapshotAction::retranslate()
{
    switch (m_choice) {
    case Choice::Save:
        setText(tr("&Save a snapshot…"));
        return;
    case Choice::SaveScript:
        setText(tr("Save the &collector script…"));
        return;
    case Choice::Compare:
        setText(tr("Compare with a s&napshot…"));
        return;
    }
}

} // namespace kakuin::ui
