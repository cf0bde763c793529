// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QWidget>

class QLabel;

namespace kakuin::ui {

/// One step on the Run page: mark, words, state with elapsed time, the result beneath.
class RunRow final : public QWidget {
    Q_OBJECT
public:
    explicit RunRow(plan::Step step, QWidget *parent = nullptr);

    /// `isAsking`: its question is with the person.
    void setRecord(const plan::StepRecord &record, bool isAsking);
    /// Called once a second while the step runs.
    void tick();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void decorate();

    plan::Step m_step;
    plan::StepRecord m_record;
    bool m_isAsking = false;
    QElapsedTimer m_elapsed;
    QLabel *m_mark = nullptr;
    QLabel *m_words = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_result = nullptr;
};

} // namespace kakuin::ui
