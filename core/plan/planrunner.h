// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"
#include "core/shell/shell.h"

#include <QtCore/QObject>

namespace kakuin::plan {

/// Steps through a plan over a shell: journal, command, checks, journal.
/// Shape:   start() once; stepStarted / stepAsked / stepFinished as it goes, finished() once at the end, also after
/// stop().
///          Never skips a failed check, never repeats a command. After a failure: Stop ends the plan,
///          ContinueWithNextServer skips the failed server's remaining steps.
/// Stop:    requestStop() lets the running step end and starts no further one. abort() also cancels the running
/// command;
///          the step is then recorded as failed with Cancelled: what it had done stays done.
/// Errors:  a journal that cannot be written ends the plan before the next command is sent.
/// Threads: the thread of the object; shell and journal of the same thread.
class PlanRunner final : public QObject {
    Q_OBJECT
public:
    struct Context final {
        std::shared_ptr<shell::Shell> shell;
        std::shared_ptr<shell::PromptHandler> prompts;
        std::shared_ptr<Journal> journal; ///< may be null: nothing is recorded (practice without a data folder)
        QString organisation;
    };

    PlanRunner(Plan plan, Context context, QObject *parent = nullptr);
    ~PlanRunner() override;
    Q_DISABLE_COPY_MOVE(PlanRunner)

    [[nodiscard]] const Plan &plan() const { return m_plan; }
    /// One record a step, in the plan's order.
    [[nodiscard]] const QList<StepRecord> &steps() const { return m_steps; }
    [[nodiscard]] const StepRecord *record(int step) const;
    [[nodiscard]] OperationState state() const { return m_state; }
    [[nodiscard]] bool isRunning() const;
    /// The step that runs now; 0 if none.
    [[nodiscard]] int currentStep() const { return m_current; }
    /// The failure that ended or marked the operation, if any.
    [[nodiscard]] std::optional<Error> firstError() const;

    void start();
    void requestStop();
    void abort();

Q_SIGNALS:
    void stepStarted(int step);
    void stepAsked(int step); ///< a question is with the person
    void stepAnswered(int step);
    void stepFinished(int step);
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
    Plan m_plan;
    QList<StepRecord> m_steps;
    OperationState m_state = OperationState::Running;
    int m_current = 0;
};

} // namespace kakuin::plan
