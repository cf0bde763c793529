// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/rotatedraft.h"
#include "ui/wizards/shared/formpage.h"

class QSpinBox;

namespace kakuin::ui {

/// Planned or at once, what is recommended and by which row of the decision table, and when.
class WhenPage final : public FormPage {
    Q_OBJECT
public:
    WhenPage(plan::RotateDraft &draft, const QDateTime &nowUtc, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    void enter() override;

protected:
    void retranslate() override;

private:
    void bind();
    void check();

    plan::RotateDraft &m_draft;
    QDateTime m_nowUtc;
    WrapLabel *m_advice = nullptr;
    WrapLabel *m_row = nullptr;
    WrapLabel *m_evidence = nullptr;
    WrapLabel *m_reason = nullptr;
    Option m_leaveOut;
    Choice m_planned;
    QSpinBox *m_hours = nullptr;
    Choice m_immediate;
    Option m_clear;
    WrapLabel *m_staged = nullptr;
    bool m_isBinding = false;
};

} // namespace kakuin::ui
