// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/rotatedraft.h"
#include "ui/wizards/shared/taskwizard.h"

namespace kakuin::ui {

/// Rotates the organisation's Auth certificate: planned, or at once; with a new one, or with one that is there.
class RotateWizard final : public TaskWizard {
    Q_OBJECT
public:
    /// `existing`: the certificate that is to be used; null: the draft's own proposal.
    explicit RotateWizard(session::Workspace &workspace, QWidget *parent = nullptr,
        const domain::Thumbprint &existing = {}, const advice::Policy &policy = {});

    [[nodiscard]] plan::RotateDraft *draft() { return m_draft; }

protected:
    [[nodiscard]] plan::Plan makePlan() const override;
    [[nodiscard]] QString taskTitle() const override;
    void takeInventory(const domain::InventoryPtr &inventory) override;

private:
    plan::RotateDraft *m_draft = nullptr;
};

} // namespace kakuin::ui
