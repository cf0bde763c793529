// SPDX-License-Identifier: MIT
#include "ui/actions/exportaction.h"

#include "text/taskrights.h"
#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

ExportAction::ExportAction(
    OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("exportAction"), QStringLiteral("export"), parent)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    connect(&view, &OrganisationView::selectionChanged, this, &ExportAction::update);
    connect(&feed, &OrganisationFeed::stateChanged, this, &ExportAction::update);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &ExportAction::update);
    connect(this, &QAction::triggered, this, &ExportAction::open);
    update();
    retranslate();
}

void ExportAction::update()
{
    const QList<domain::CertificateId> ids = m_view.selectedCertificates();
    const domain::InventoryPtr inventory = m_feed.tree().inventory();
    const domain::Certificate *certificate
        = inventory == nullptr || ids.size() != 1 ? nullptr : inventory->find(ids.first());
    setPossible(certificate != nullptr && certificate->privateKeyExportable.value_or(true)
            && certificate->hasPrivateKey.value_or(true),
        TaskRights::obstacle(TaskRights::Task::Export, m_feed.session()));
}

void ExportAction::open()
{
    const QList<domain::CertificateId> ids = m_view.selectedCertificates();
    if (isEnabled() && ids.size() == 1)
        m_services.exportCertificate(m_feed.workspace(), ids.first(), m_window);
}

void ExportAction::retranslate()
{
    setText(tr("E&xport…"));
    setIconText(tr("Export…"));
    setHint(tr("Save the selected certificate with its key in a PFX file"));
}

} // namespace kakuin::ui
