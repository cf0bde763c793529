// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/consent.h"
#include "ui/wizards/shared/wizardpage.h"

class QPushButton;
class QVBoxLayout;

namespace kakuin::ui {

class MessageBar;
class WrapLabel;

/// What will run, before it runs: every step in words and as PowerShell, the questions to expect, what to know
/// beforehand, and the plan's hash, by which what runs can be compared with what was approved. Where nothing may be
/// changed it is the last page: it says why, and the script is what the person takes away.
class ReviewPage final : public WizardPage {
    Q_OBJECT
public:
    explicit ReviewPage(bool isReadOnly, QWidget *parent = nullptr);

    /// Why nothing may be changed on a real organisation; empty: it may.
    void setRefusal(const std::optional<Error> &refusal);
    /// The plan is what an interrupted operation left: the page does not claim that nothing has been changed.
    void setResumption() { m_isResumption = true; }
    /// `inventory` gives the certificates their names; may be null.
    void setPlan(const plan::Plan &plan, const domain::InventoryPtr &inventory);
    [[nodiscard]] const plan::Plan &plan() const { return m_plan; }
    /// What was agreed to for this plan; forgotten when another plan is shown.
    void setConsent(const std::optional<plan::Consent> &consent);
    [[nodiscard]] const std::optional<plan::Consent> &consent() const { return m_consent; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] bool isComplete() const override { return !m_plan.steps.isEmpty(); }

Q_SIGNALS:
    /// The person wants to look at the questions and agree to their answers.
    void consentRequested();

protected:
    void retranslate() override;

private:
    void showConsent();

    plan::Plan m_plan;
    domain::InventoryPtr m_inventory;
    bool m_isReadOnly = false;
    bool m_isResumption = false;
    std::optional<Error> m_refusal;
    std::optional<plan::Consent> m_consent;
    MessageBar *m_refusalBar = nullptr;
    MessageBar *m_consentBar = nullptr;
    QPushButton *m_consentButton = nullptr; ///< looks at the questions
    QPushButton *m_withdraw = nullptr;
    WrapLabel *m_hash = nullptr;
    QVBoxLayout *m_stepLayout = nullptr;
    QWidget *m_content = nullptr; ///< what scrolls
    MessageBar *m_cautions = nullptr;
};

} // namespace kakuin::ui
