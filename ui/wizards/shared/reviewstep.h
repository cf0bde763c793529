// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace kakuin::ui {

class CodeBlock;

/// One step on the Review page: number, words, the exact PowerShell, the question to expect.
class ReviewStep final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewStep(plan::Step step, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void decorate();

    plan::Step m_step;
    QLabel *m_number = nullptr;
    QLabel *m_words = nullptr;
    CodeBlock *m_code = nullptr;
    QList<QLabel *> m_notes; ///< one for each expected question, then one for each check
};

} // namespace kakuin::ui
