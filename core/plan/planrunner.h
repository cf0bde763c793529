// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"
#include "core/shell/shell.h"

#include <QtCore/QObject>

#include <chrono>

namespace kakuin::plan {

/// Steps through a plan over a shell: journal, command, checks, journal.
/// Shape:   start() once; stepStarted / stepAsked / stepAnswered / stepFinished as it goes (stepFinished also for a
///          step that is skipped), finished() once at the end, also after a stop. All of them from the event loop,
///          never from inside start(). The object may be destroyed at any point, also by what these signals call:
///          nothing more is sent or signalled; the command that runs is cancelled. Never skips a failed check, never
///          repeats a command. After a failure: Stop ends the plan, ContinueWithNextServer skips the failed server's
///          remaining steps. Whatever the policy, the plan ends when the person stopped at a question, when the
///          connection is lost, or when the outcome of a command is not known.
/// Conditions: a step whose condition does not hold is done without a command (Succeeded, and never begun).
/// Files:   what an exporting step returns is kept in memory for later steps, and written to the step's file if it
///          names one; a file that cannot be written fails the step.
/// Stop:    requestStop() lets the running step end and starts no further one. abort() also cancels the running
///          command and withdraws its question; what it had done stays done.
/// States:  a step whose changing command was sent and neither succeeded nor failed before the connection was lost or
///          the command cancelled is OutcomeUnknown: only reading the organisation afresh can tell.
/// Errors:  a journal that cannot be written ends the plan before the next command is sent, before a question is shown
///          and before an answer is sent. An error record of a command is ServerError with the server's words.
/// Threads: the thread of the object; shell and journal of the same thread.
class PlanRunner final : public QObject {
    Q_OBJECT
public:
    struct Context final {
        std::shared_ptr<shell::Shell> shell;
        std::shared_ptr<shell::PromptHandler> prompts;
        std::shared_ptr<Journal> journal; ///< may be null: nothing is recorded (practice without a data folder)
        QString organisation;
        Secret password; ///< for plans whose commands take one; it stays in memory
        /// The directory may lag behind the command that changed it: a check of it (internal transport, AuthConfig)
        /// that is not met is read again, so often and at this distance, before it counts as failed.
        int directoryReads = 4;
        std::chrono::milliseconds directoryPause{2000};
    };

    PlanRunner(Plan plan, Context context, QObject *parent = nullptr);
    ~PlanRunner() override;
    Q_DISABLE_COPY_MOVE(PlanRunner)

    [[nodiscard]] const Plan &plan() const { return m_plan; }
    /// One record a step, in the plan's order.
    [[nodiscard]] const QList<StepRecord> &steps() const { return m_steps; }
    [[nodiscard]] const StepRecord *record(int step) const;
    /// Running until finished() is near; isRunning() tells whether it has begun.
    [[nodiscard]] OperationState state() const { return m_state; }
    [[nodiscard]] bool isRunning() const;
    /// The step that runs now; 0 if none.
    [[nodiscard]] int currentStep() const { return m_current; }
    /// The failure that ended or marked the operation, if any: the journal's before that of the first failed step.
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
