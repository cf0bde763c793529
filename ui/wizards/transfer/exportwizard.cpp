// SPDX-License-Identifier: MIT
#include "ui/wizards/transfer/exportwizard.h"

#include "ui/wizards/transfer/exportpage.h"

namespace kakuin::ui {

ExportWizard::ExportWizard(session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent)
    : TaskWizard(workspace, parent)
{
    setObjectName(QStringLiteral("exportWizard"));
    const session::Session *session = workspace.session();
    m_draft = new plan::ExportDraft(session == nullptr ? nullptr : session->inventory(), id, this);
    addPage(new ExportPage(*m_draft, this));
    start();
}

QString ExportWizard::taskTitle() const
{
    return tr("Export a certificate");
}

} // namespace kakuin::ui
