// SPDX-License-Identifier: MIT
#include "ui/actions/rotateaction.h"

#include "text/taskrights.h"
#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

RotateAction::RotateAction(
    OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("rotateAction"), QStringLiteral("renew"), parent)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    connect(&view, &OrganisationView::selectionChanged, this, &RotateAction::update);
    connect(&feed, &OrganisationFeed::stateChanged, this, &RotateAction::update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &RotateAction::update);
    connect(this, &QAction::triggered, this, &RotateAction::open);
    update();
    retranslate();
}

void RotateAction::update()
{
    setPossible(m_feed.session() != nullptr && m_feed.session()->inventory() != nullptr,
        TaskRights::obstacle(TaskRights::Task::Rotate, m_feed.session()));
}

void RotateAction::open()
{
    if (isEnabled())
        m_services.rotate(m_feed.workspace(), {}, m_window);
}

void RotateAction::retranslate()
{
    setText(tr("Rotate the &Auth certificate…"));
    setIconText(tr("Rotate…"));
    setHint(tr("Replace the Auth certificate of the organisation"));
}

} // namespace kakuin::ui
