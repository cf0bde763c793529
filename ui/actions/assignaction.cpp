// SPDX-License-Identifier: MIT
#include "ui/actions/assignaction.h"

#include "text/taskrights.h"
#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

AssignAction::AssignAction(
    OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("assignAction"), QStringLiteral("services"), parent)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    connect(&view, &OrganisationView::selectionChanged, this, &AssignAction::update);
    connect(&feed, &OrganisationFeed::stateChanged, this, &AssignAction::update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &AssignAction::update);
    connect(this, &QAction::triggered, this, &AssignAction::open);
    update();
    retranslate();
}

void AssignAction::update()
{
    setPossible(m_feed.session() != nullptr && m_view.selectedCertificates().size() == 1,
        TaskRights::obstacle(TaskRights::Task::Assign, m_feed.session()));
}

void AssignAction::open()
{
    const QList<domain::CertificateId> ids = m_view.selectedCertificates();
    if (isEnabled() && ids.size() == 1)
        m_services.assign(m_feed.workspace(), ids.first(), false, {}, m_window);
}

void AssignAction::retranslate()
{
    setText(tr("Assign &services…"));
    setIconText(tr("Assign…"));
    setHint(tr("Give services to the selected certificate"));
}

} // namespace kakuin::ui
