// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/importdraft.h"
#include "ui/wizards/shared/taskwizard.h"

namespace kakuin::ui {

/// Brings a PFX file to one or several servers.
class ImportWizard final : public TaskWizard {
    Q_OBJECT
public:
    ImportWizard(session::Workspace &workspace, const QList<domain::ServerId> &preselected, QWidget *parent = nullptr);

    [[nodiscard]] plan::ImportDraft *draft() { return m_draft; }

protected:
    [[nodiscard]] plan::Plan makePlan() const override { return m_draft->plan(); }
    [[nodiscard]] QString taskTitle() const override;
    [[nodiscard]] Secret password() const override { return m_draft->password(); }
    void takeInventory(const domain::InventoryPtr &inventory) override;

private:
    plan::ImportDraft *m_draft = nullptr;
};

} // namespace kakuin::ui
