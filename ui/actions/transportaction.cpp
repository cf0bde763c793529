// SPDX-License-Identifier: MIT
#include "ui/actions/transportaction.h"

#include "text/taskrights.h"
#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

TransportAction::TransportAction(
    OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("transportAction"), QStringLiteral("transport"), parent)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    connect(&view, &OrganisationView::selectionChanged, this, &TransportAction::update);
    connect(&feed, &OrganisationFeed::stateChanged, this, &TransportAction::update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &TransportAction::update);
    connect(this, &QAction::triggered, this, &TransportAction::open);
    update();
    retranslate();
}

void TransportAction::update()
{
    setPossible(m_feed.session() != nullptr && m_view.selectedCertificates().size() == 1,
        TaskRights::obstacle(TaskRights::Task::Assign, m_feed.session()));
}

void TransportAction::open()
{
    const QList<domain::CertificateId> ids = m_view.selectedCertificates();
    if (isEnabled() && ids.size() == 1)
        m_services.assign(m_feed.workspace(), ids.first(), true, {}, m_window);
}

void TransportAction::retranslate()
{
    setText(tr("Make it the &internal transport certificate…"));
    setIconText(tr("Internal transport…"));
    setHint(tr("Let the selected certificate protect mail between the servers"));
}

} // namespace kakuin::ui
