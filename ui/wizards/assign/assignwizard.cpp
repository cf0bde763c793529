// SPDX-License-Identifier: MIT
#include "ui/wizards/assign/assignwizard.h"

#include "ui/wizards/assign/servicespage.h"

namespace kakuin::ui {

AssignWizard::AssignWizard(session::Workspace &workspace, const domain::CertificateId &id, Start start,
    domain::ServiceSet services, QWidget *parent)
    : TaskWizard(workspace, parent)
{
    setObjectName(QStringLiteral("assignWizard"));
    const session::Session *session = workspace.session();
    m_draft = new plan::AssignDraft(session == nullptr ? nullptr : session->inventory(),
        session == nullptr ? QDateTime() : session->nowUtc(), id, this);
    m_draft->setServices(services);
    if (start == Start::InternalTransport) {
        m_draft->setServices(domain::Service::Smtp);
        m_draft->setTakesTransport(true);
    }
    addPage(new ServicesPage(*m_draft, this));
    TaskWizard::start();
}

plan::Plan AssignWizard::makePlan() const
{
    return m_draft->plan();
}

QString AssignWizard::taskTitle() const
{
    return tr("Assign services");
}

void AssignWizard::takeInventory(const domain::InventoryPtr &inventory)
{
    const session::Session *session = workspace().session();
    m_draft->setInventory(inventory, session == nullptr ? QDateTime() : session->nowUtc());
}

} // namespace kakuin::ui
