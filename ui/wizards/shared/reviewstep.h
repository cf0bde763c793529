// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

class CodeBlock;
class WrapLabel;

/// One step on the Review page: number, words, the exact PowerShell, the question to expect.
class ReviewStep final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewStep(plan::Step step, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    plan::Step m_step;
    WrapLabel *m_number = nullptr;
    WrapLabel *m_words = nullptr;
    CodeBlock *m_code = nullptr;
    QList<WrapLabel *> m_notes; ///< one for each expected question, then one for each check
};

} // namespace kakuin::ui
