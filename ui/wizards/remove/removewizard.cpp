// SPDX-License-Identifier: MIT
#include "ui/wizards/remove/removewizard.h"

#include "ui/wizards/remove/preflightpage.h"

namespace kakuin::ui {

RemoveWizard::RemoveWizard(
    session::Workspace &workspace, const QList<domain::CertificateId> &preselected, QWidget *parent)
    : TaskWizard(workspace, parent)
{
    setObjectName(QStringLiteral("removeWizard"));
    const session::Session *session = workspace.session();
    m_draft = new plan::RemoveDraft(session == nullptr ? nullptr : session->inventory(),
        session == nullptr ? QDateTime() : session->nowUtc(), this);
    m_draft->setTargets(preselected);
    auto *page = new PreflightPage(*m_draft, this);
    connect(page, &PreflightPage::mendRequested, this, &RemoveWizard::mend);
    addPage(page);
    start();
}

plan::Plan RemoveWizard::makePlan() const
{
    return m_draft->plan();
}

QString RemoveWizard::taskTitle() const
{
    return tr("Remove certificates");
}

Secret RemoveWizard::password() const
{
    return m_draft->password();
}

void RemoveWizard::takeInventory(const domain::InventoryPtr &inventory)
{
    const session::Session *session = workspace().session();
    m_draft->setInventory(inventory, session == nullptr ? QDateTime() : session->nowUtc());
}

void RemoveWizard::mend(plan::Mend mend, const domain::CertificateId &id)
{
    switch (mend) {
    case plan::Mend::RotateAuth:
    case plan::Mend::CancelStaging:
    case plan::Mend::ClearPreviousAuth:
        Q_EMIT rotateRequested();
        break;
    case plan::Mend::AssignServices:
        Q_EMIT assignRequested(id);
        break;
    case plan::Mend::RebindBackEnd:
    case plan::Mend::SelectForWmSvc:
    case plan::Mend::EditSendConnectors:
    case plan::Mend::FederationTrust:
    case plan::Mend::ReadAgain:
        if (session::Session *session = workspace().session()) [[maybe_unused]]
            const auto refresh = session->refresh();
        break;
    case plan::Mend::CheckPorts:
        if (const auto probe = workspace().portProbe()) [[maybe_unused]]
            const auto check = workspace().session()->checkPorts(probe, {id.server});
        break;
    case plan::Mend::ReplaceTransport:
        Q_EMIT renewRequested(id);
        break;
    case plan::Mend::None:
    case plan::Mend::ExportPfx:
        break;
    }
}

} // namespace kakuin::ui
