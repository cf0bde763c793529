// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/runbook.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <memory>

namespace kakuin::ui {

/// The words of a script: the same as on the Review page.
/// Shape:  `nowUtc` is written into the introduction; with an inventory, certificates are called by their names.
class RunbookTextWriter final : public plan::RunbookText {
    Q_DECLARE_TR_FUNCTIONS(RunbookTextWriter)
public:
    explicit RunbookTextWriter(const QDateTime &nowUtc, domain::InventoryPtr inventory = nullptr);

    [[nodiscard]] QString title(const plan::Plan &plan) const override;
    [[nodiscard]] QString introduction(const plan::Plan &plan) const override;
    [[nodiscard]] QString step(const plan::Step &step) const override;
    [[nodiscard]] QString expectedPrompt(const plan::Step &step, const plan::ExpectedPrompt &prompt) const override;
    [[nodiscard]] QString check(const plan::Check &check) const override;
    [[nodiscard]] QString checkFailed(const plan::Check &check) const override;
    [[nodiscard]] QString caution(plan::Caution caution) const override;

private:
    QDateTime m_nowUtc;
    domain::InventoryPtr m_inventory;
};

} // namespace kakuin::ui
