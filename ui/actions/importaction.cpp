// SPDX-License-Identifier: MIT
#include "ui/actions/importaction.h"

#include "text/taskrights.h"
#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

ImportAction::ImportAction(
    OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("importAction"), QStringLiteral("import"), parent)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    connect(&view, &OrganisationView::selectionChanged, this, &ImportAction::update);
    connect(&feed, &OrganisationFeed::stateChanged, this, &ImportAction::update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &ImportAction::update);
    connect(this, &QAction::triggered, this, &ImportAction::open);
    update();
    retranslate();
}

void ImportAction::update()
{
    setPossible(m_feed.session() != nullptr && m_feed.session()->inventory() != nullptr,
        TaskRights::obstacle(TaskRights::Task::Import, m_feed.session()));
}

void ImportAction::open()
{
    if (!isEnabled())
        return;
    const QVariant target = m_view.currentTarget();
    QList<domain::ServerId> servers;
    if (target.canConvert<domain::CertificateId>())
        servers.append(target.value<domain::CertificateId>().server);
    else if (target.canConvert<domain::ServerId>())
        servers.append(target.value<domain::ServerId>());
    m_services.importCertificate(m_feed.workspace(), servers, m_window);
}

void ImportAction::retranslate()
{
    setText(tr("I&mport…"));
    setIconText(tr("Import…"));
    setHint(tr("Bring a PFX file to one or several servers"));
}

} // namespace kakuin::ui
