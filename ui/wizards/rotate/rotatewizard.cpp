// SPDX-License-Identifier: MIT
#include "ui/wizards/rotate/rotatewizard.h"

#include "ui/wizards/rotate/certificatepage.h"
#include "ui/wizards/rotate/sourcepage.h"
#include "ui/wizards/rotate/whenpage.h"

namespace kakuin::ui {

RotateWizard::RotateWizard(
    session::Workspace &workspace, QWidget *parent, const domain::Thumbprint &existing, const advice::Policy &policy)
    : TaskWizard(workspace, parent)
{
    setObjectName(QStringLiteral("rotateWizard"));
    const session::Session *session = workspace.session();
    m_draft = new plan::RotateDraft(session == nullptr ? nullptr : session->inventory(),
        session == nullptr ? QDateTime() : session->nowUtc(), policy, this);
    if (!existing.isNull()) {
        m_draft->setSource(plan::RotateDraft::Source::Existing);
        m_draft->setExisting(existing);
    }
    addPage(new SourcePage(*m_draft, this));
    addPage(new WhenPage(*m_draft, session == nullptr ? QDateTime() : session->nowUtc(), this));
    addPage(new CertificatePage(*m_draft, this));
    start();
}

plan::Plan RotateWizard::makePlan() const
{
    return m_draft->plan();
}

QString RotateWizard::taskTitle() const
{
    return tr("Rotate the Auth certificate");
}

void RotateWizard::takeInventory(const domain::InventoryPtr &inventory)
{
    const session::Session *session = workspace().session();
    m_draft->setInventory(inventory, session == nullptr ? QDateTime() : session->nowUtc());
}

} // namespace kakuin::ui
