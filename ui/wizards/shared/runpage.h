// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/planrunner.h"
#include "ui/wizards/shared/wizardpage.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

class QVBoxLayout;

namespace kakuin::ui {

class RunRow;

/// The steps while they run: one row a step, followed live.
class RunPage final : public WizardPage {
    Q_OBJECT
public:
    explicit RunPage(QWidget *parent = nullptr);

    /// Follows a runner; it must outlive its last signal, not the page. `inventory` gives the certificates their names.
    void setRunner(plan::PlanRunner *runner, const domain::InventoryPtr &inventory);
    /// A stop was asked for: says that the running step ends first.
    void setStopping(bool stopping);
    [[nodiscard]] bool isStopping() const { return m_isStopping; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;

protected:
    void retranslate() override;

private:
    void update(int step);
    void setAsking(int step, bool asking);

    QPointer<plan::PlanRunner> m_runner;
    domain::InventoryPtr m_inventory;
    QVBoxLayout *m_rowLayout = nullptr;
    QHash<int, RunRow *> m_rows;
    QTimer m_timer; ///< moves the elapsed times on
    int m_asking = 0; ///< the step whose question is open; 0 if none
    bool m_isStopping = false;
};

} // namespace kakuin::ui
