// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QWidget>

class QLabel;

namespace kakuin::ui {

class WrapLabel;

/// One step on the Run page: mark, words, state with elapsed time, and beneath what it made and what was verified.
class RunRow final : public QWidget {
    Q_OBJECT
public:
    explicit RunRow(plan::Step step, QWidget *parent = nullptr);

    /// Takes its own record out of all of them: which checks applied depends on the answers of other steps.
    /// `isAsking`: its question is with the person.
    void setRecords(const QList<plan::StepRecord> &records, bool isAsking);
    /// Called once a second while the step runs.
    void tick();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QStringList resultLines() const;
    void decorate();

    plan::Step m_step;
    plan::StepRecord m_record;
    QList<plan::Check> m_verified; ///< those that applied and were met
    bool m_isAsking = false;
    QElapsedTimer m_elapsed;
    QLabel *m_mark = nullptr;
    WrapLabel *m_words = nullptr;
    QLabel *m_state = nullptr;
    WrapLabel *m_result = nullptr;
};

} // namespace kakuin::ui
