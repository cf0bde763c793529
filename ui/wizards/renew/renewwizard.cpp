// SPDX-License-Identifier: MIT
#include "ui/wizards/renew/renewwizard.h"

#include "ui/wizards/renew/certificatespage.h"
#include "ui/wizards/renew/optionspage.h"

namespace kakuin::ui {

RenewWizard::RenewWizard(
    session::Workspace &workspace, const QList<domain::CertificateId> &preselected, QWidget *parent)
    : TaskWizard(workspace, parent)
{
    setObjectName(QStringLiteral("renewWizard"));
    const session::Session *session = workspace.session();
    domain::InventoryPtr inventory = session == nullptr ? nullptr : session->inventory();
    if (!inventory)
        inventory = std::make_shared<const domain::Inventory>();
    m_draft = new plan::RenewDraft(inventory, this);
    m_draft->setTargets(preselected);
    m_certificates
        = new CertificatesPage(*m_draft, inventory, session == nullptr ? QDateTime() : session->nowUtc(), this);
    addPage(m_certificates);
    addPage(new OptionsPage(*m_draft, this));
    start();
}

plan::Plan RenewWizard::makePlan() const
{
    return m_draft->plan();
}

QString RenewWizard::taskTitle() const
{
    return tr("Renew certificates");
}

void RenewWizard::takeInventory(const domain::InventoryPtr &inventory)
{
    m_draft->setInventory(inventory);
    const session::Session *session = workspace().session();
    m_certificates->setInventory(inventory, session == nullptr ? QDateTime() : session->nowUtc());
}

void RenewWizard::takeTargets(const QList<domain::CertificateId> &ids)
{
    m_draft->setTargets(ids);
    takeInventory(m_certificates->inventory());
}

} // namespace kakuin::ui
