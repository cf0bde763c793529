// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/consent.h"
#include "ui/wizards/shared/wizardpage.h"

#include <memory>

namespace Ui {
class ConsentPage;
}

namespace kakuin::ui {

/// "Answer as recommended": every question that a plan expects, how each will be recognised, and its answer. The person
/// agrees to all of them with the main button, or goes back.
class ConsentPage final : public WizardPage {
    Q_OBJECT
public:
    explicit ConsentPage(QWidget *parent = nullptr);
    ~ConsentPage() override;

    /// Whether a plan has several questions whose answers are known beforehand: for one the question itself is as quick.
    [[nodiscard]] static bool isWorthIt(const plan::Plan &plan);
    /// `inventory` gives the certificates their names; may be null.
    void setPlan(const plan::Plan &plan, const domain::InventoryPtr &inventory);
    /// What agreeing means for the plan that is shown.
    [[nodiscard]] Result<plan::Consent> consent(const QDateTime &nowUtc) const;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;

protected:
    void retranslate() override;

private:
    [[nodiscard]] QString certificateToday(const plan::ConsentedAnswer &answer) const;
    [[nodiscard]] QString recognisedBy(const plan::ConsentedAnswer &answer) const;
    [[nodiscard]] static QString question(shell::PromptKind kind);

    std::unique_ptr<Ui::ConsentPage> m_form;
    plan::Plan m_plan;
    domain::InventoryPtr m_inventory;
    QList<plan::ConsentedAnswer> m_answers;
};

} // namespace kakuin::ui
