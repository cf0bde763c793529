// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/resumption.h"
#include "ui/wizards/shared/taskwizard.h"

namespace kakuin::ui {

class StandingPage;

/// Goes on with an operation that ended in the middle: reads the organisation afresh, shows where each step stands,
/// then runs what is left. The old operation is set aside in the journal before the first command of the rest is sent.
class ResumeWizard final : public TaskWizard {
    Q_OBJECT
public:
    ResumeWizard(session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ResumeWizard)

    [[nodiscard]] const plan::Resumption &resumption() const { return m_resumption; }

protected:
    [[nodiscard]] plan::Plan makePlan() const override { return m_resumption.plan; }
    [[nodiscard]] QString taskTitle() const override;
    void takeInventory(const domain::InventoryPtr &inventory) override;
    [[nodiscard]] Result<void> aboutToRun() override;

private:
    void readAfresh();
    void judge(const domain::Inventory &inventory);
    [[nodiscard]] Result<void> setAside();

    plan::OperationRecord m_operation;
    plan::Resumption m_resumption;
    StandingPage *m_standing = nullptr;
    bool m_isFresh = false; ///< the organisation was read after the wizard was opened
};

} // namespace kakuin::ui
