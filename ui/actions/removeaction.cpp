// SPDX-License-Identifier: MIT
#include "ui/actions/removeaction.h"

#include "text/taskrights.h"
#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

RemoveAction::RemoveAction(
    OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("removeAction"), QStringLiteral("remove"), parent)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    connect(&view, &OrganisationView::selectionChanged, this, &RemoveAction::update);
    connect(&feed, &OrganisationFeed::stateChanged, this, &RemoveAction::update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &RemoveAction::update);
    connect(this, &QAction::triggered, this, &RemoveAction::open);
    update();
    retranslate();
}

void RemoveAction::update()
{
    setPossible(m_feed.session() != nullptr && !m_view.selectedCertificates().isEmpty(),
        TaskRights::obstacle(TaskRights::Task::Remove, m_feed.session()));
}

void RemoveAction::open()
{
    const QList<domain::CertificateId> ids = m_view.selectedCertificates();
    if (isEnabled() && !ids.isEmpty())
        m_services.remove(m_feed.workspace(), ids, m_window);
}

void RemoveAction::retranslate()
{
    setText(tr("&Remove…"));
    setIconText(tr("Remove…"));
    setHint(tr("See what depends on the selected certificates, and remove them"));
}

} // namespace kakuin::ui
