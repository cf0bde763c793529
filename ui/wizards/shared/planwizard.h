// SPDX-License-Identifier: MIT
#pragma once

#include "ui/wizards/shared/taskwizard.h"

namespace kakuin::ui {

/// A task without a choice to make: Review, Run and Result of a plan that follows from the organisation as it stands.
class PlanWizard final : public TaskWizard {
    Q_OBJECT
public:
    using MakePlan = std::function<plan::Plan(const domain::Inventory &, const QDateTime &nowUtc)>;

    /// `makePlan` is asked again whenever the organisation was read. `password` serves plans that move keys.
    PlanWizard(session::Workspace &workspace, MakePlan makePlan, const Secret &password, QWidget *parent = nullptr);

protected:
    [[nodiscard]] plan::Plan makePlan() const override;
    [[nodiscard]] QString taskTitle() const override;
    [[nodiscard]] Secret password() const override { return m_password; }
    void takeInventory(const domain::InventoryPtr &inventory) override;

private:
    MakePlan m_makePlan;
    Secret m_password;
    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
};

} // namespace kakuin::ui
