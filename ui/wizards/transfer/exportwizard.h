// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/exportdraft.h"
#include "ui/wizards/shared/taskwizard.h"

namespace kakuin::ui {

/// Saves a certificate with its key in a PFX file.
class ExportWizard final : public TaskWizard {
    Q_OBJECT
public:
    ExportWizard(session::Workspace &workspace, const domain::CertificateId &id, QWidget *parent = nullptr);

    [[nodiscard]] plan::ExportDraft *draft() { return m_draft; }

protected:
    [[nodiscard]] plan::Plan makePlan() const override { return m_draft->plan(); }
    [[nodiscard]] QString taskTitle() const override;
    [[nodiscard]] Secret password() const override { return m_draft->password(); }
    void takeInventory(const domain::InventoryPtr &inventory) override { m_draft->setInventory(inventory); }

private:
    plan::ExportDraft *m_draft = nullptr;
};

} // namespace kakuin::ui
