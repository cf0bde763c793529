// SPDX-License-Identifier: MIT
#include "ui/wizards/transfer/importwizard.h"

#include "ui/wizards/transfer/importpage.h"

namespace kakuin::ui {

ImportWizard::ImportWizard(session::Workspace &workspace, const QList<domain::ServerId> &preselected, QWidget *parent)
    : TaskWizard(workspace, parent)
{
    setObjectName(QStringLiteral("importWizard"));
    const session::Session *session = workspace.session();
    m_draft = new plan::ImportDraft(session == nullptr ? nullptr : session->inventory(),
        session == nullptr ? QDateTime() : session->nowUtc(), this);
    m_draft->setServers(preselected);
    addPage(new ImportPage(*m_draft, this));
    start();
}

QString ImportWizard::taskTitle() const
{
    return tr("Import a certificate");
}

void ImportWizard::takeInventory(const domain::InventoryPtr &inventory)
{
    const session::Session *session = workspace().session();
    m_draft->setInventory(inventory, session == nullptr ? QDateTime() : session->nowUtc());
}

} // namespace kakuin::ui
