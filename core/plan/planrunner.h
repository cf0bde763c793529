// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/consent.h"
#include "core/plan/journal.h"
#include "core/plan/pfxfile.h"
#include "core/plan/sitecheck.h"
#include "core/shell/shell.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>

namespace kakuin::plan {

class QuestionRecorder;

/// Steps through a plan over a shell: journal, command, checks, journal.
/// Before:  a changing step first reads its preconditions again, and a creating one what the server's store holds (it goes
///          into the journal). Where someone else has changed them, the plan stops with PreconditionChanged, and nothing
///          is sent. A command that may still be at work from before (Step::mayStillRun) is waited for first.
/// Sites:   around every New-, Enable- and Remove-ExchangeCertificate the server's store is read; what stood there before
///          comes from the preconditions where they read it. A web site that has lost its certificate, or has another one
///          that it was not meant to get, fails the step at once (SiteWithoutCertificate, SiteCertificateMoved) and ends
///          the plan, whatever the policy. Where the sites had certificates and cannot be read afterwards, the step is
///          OutcomeUnknown (SitesNotChecked). What was not known before is not compared.
/// Questions: recognised by recognise(); where the plan's consent covers one, it is answered at once and recorded so.
/// Shape:   start() once; stepStarted / stepAsked / stepAnswered / stepFinished as it goes (stepFinished also for a
///          step that is skipped), finished() once at the end, also after a stop. All of them from the event loop,
///          never from inside start(). The object may be destroyed at any point, also by what these signals call:
///          nothing more is sent or signalled; the command that runs is cancelled. Never skips a failed check, never
///          repeats a command. After a failure: Stop ends the plan, ContinueWithNextServer skips the failed server's
///          remaining steps. Whatever the policy, the plan ends when the person stopped at a question, when the
///          connection is lost, or when the outcome of a command is not known.
/// Conditions: a step whose condition does not hold is NotNeeded, and never begun.
/// Declined: a step whose question was answered No and whose checks show that nothing has changed.
/// Files:   what an exporting step returns is kept in memory for later steps, and written to the step's file if it
///          names one; a file that cannot be written fails the step.
/// Stop:    requestStop() lets a command that was sent end, and sends no other one. abort() also cancels the running
///          command and withdraws its question; what it had done stays done.
/// States:  a step whose changing command was sent and neither succeeded nor failed before the connection was lost or
///          the command cancelled is OutcomeUnknown: only reading the organisation afresh can tell. So is a creation
///          that returned nothing, another certificate than the one that its question had named, or one that was there
///          before.
/// Errors:  a journal that cannot be written ends the plan before the next command is sent, before a question is shown
///          and before an answer is sent. An error record of a command is ServerError with the server's words.
/// Threads: the thread of the object; shell and journal of the same thread.
class PlanRunner final : public QObject {
    Q_OBJECT
public:
    struct Context final {
        std::shared_ptr<shell::Shell> shell;
        std::shared_ptr<shell::PromptHandler> prompts;
        /// May be null where there is nothing real to change (practice without a data folder); on a real organisation a
        /// changing plan then ends before its first step, with JournalMissing.
        std::shared_ptr<Journal> journal;
        QString organisation;
        Secret password; ///< for plans whose commands take one; it stays in memory
        /// The directory may lag behind the command that changed it: a check of it (internal transport, AuthConfig)
        /// that is not met is read again, so often and at this distance, before it counts as failed.
        int directoryReads = 4;
        std::chrono::milliseconds directoryPause{2000};
        Origin origin; ///< for the journal
        QHash<domain::Thumbprint, QString> names; ///< of the plan's certificates, for the journal
        /// The plan was made from it: what it leaves to be done by hand goes into the journal with its end. Null: nothing.
        domain::InventoryPtr inventory;
        std::optional<Consent> consent;
        /// How long a command that may still be at work is waited for: longer than New-ExchangeCertificate takes.
        std::chrono::milliseconds settlePause{30000};
    };

    PlanRunner(Plan plan, Context context, QObject *parent = nullptr);
    ~PlanRunner() override;
    Q_DISABLE_COPY_MOVE(PlanRunner)

    [[nodiscard]] const Plan &plan() const { return m_plan; }
    /// One record a step, in the plan's order.
    [[nodiscard]] const QList<StepRecord> &steps() const { return m_steps; }
    [[nodiscard]] const StepRecord *record(int step) const;
    /// Its number in the journal; 0 where it is not recorded.
    [[nodiscard]] qint64 operation() const { return m_operation; }
    /// Running until finished() is near; isRunning() tells whether it has begun.
    [[nodiscard]] OperationState state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_isStarted && !m_isFinished; }
    /// The step that runs now; 0 if none.
    [[nodiscard]] int currentStep() const { return m_current; }
    /// The failure that ended or marked the operation, if any: the journal's before that of the first failed step.
    [[nodiscard]] std::optional<Error> firstError() const;

    /// What the question that is with the person was recognised as; empty when it was not, or when there is none.
    [[nodiscard]] const std::optional<RecognisedQuestion> &question() const { return m_question; }

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
    // The loop. Each function ends by starting the next one or by returning to the event loop. What a signal calls may
    // destroy this object, so nothing follows a Q_EMIT unless a QPointer has shown that the object still exists.
    void begin();
    void next();
    void beginStep();
    void settle();
    void prepare(qsizetype precondition);
    [[nodiscard]] std::optional<shell::Pipeline> bindingsOf(
        const shell::Pipeline &command, const Result<shell::PipelineOutput> &answer) const;
    [[nodiscard]] std::optional<shell::Pipeline> moreOf(
        const Check &check, const shell::Pipeline &command, const Result<shell::PipelineOutput> &answer) const;
    void onPrepared(qsizetype precondition, Result<shell::PipelineOutput> result);
    [[nodiscard]] Result<void> notePresent(const Check &check, const shell::PipelineOutput &output);
    void sendCommand();
    void onCommandEnded(Result<shell::PipelineOutput> result);
    /// Keeps what the web sites had before the command.
    void noteSites(const shell::PipelineOutput &store);
    /// Whether web sites had certificates, and the command that ended so may have taken them off.
    [[nodiscard]] bool mayHaveUnbound(const Result<shell::PipelineOutput> &result) const;
    /// Reads the store after the command, which `ended` so, and goes on with judge().
    void readSites(Result<shell::PipelineOutput> ended, const shell::Pipeline &query);
    /// What the store holds: as readSites() has read it, else read now.
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> storeNow();
    void judge(Result<shell::PipelineOutput> result);
    void verify(qsizetype check, int read);
    void verifyFile(qsizetype check);
    void onCheckEnded(qsizetype check, int read, Result<shell::PipelineOutput> result);
    [[nodiscard]] Result<void> keepFile(const shell::PipelineOutput &output);
    void failStep(Error error);
    void endStep(StepState ownState, const std::optional<Error> &ownError);
    void finish(OperationState state);
    /// Whether the person wants nothing more to be sent than what is under way.
    [[nodiscard]] bool isToEnd() const;
    /// Whether the person answered No to a question of the active step.
    [[nodiscard]] bool wasDeclined() const;
    /// RefusedAuthExport if an export of the Auth certificate failed that was expected to be refused.
    [[nodiscard]] std::optional<Error> refusedExport(const shell::PipelineOutput &output) const;
    /// Looks in the store for the certificate that a creating command made without returning it; `reason` otherwise.
    void findMade(const Error &reason);
    /// The only certificate that the store did not have before, if it has the right name; null otherwise.
    [[nodiscard]] domain::Thumbprint madeIn(const shell::PipelineOutput &store) const;
    /// Keeps what the active step made, also in the journal; false if that cannot be written.
    [[nodiscard]] bool noteProduced(const domain::Thumbprint &produced);
    /// That a creating command returned the certificate that it was to make, and no other.
    [[nodiscard]] Result<void> isTheNewOne(const domain::Thumbprint &produced) const;
    [[nodiscard]] Result<std::optional<shell::PromptAnswer>> onAsked(const shell::Prompt &prompt);
    [[nodiscard]] Result<void> onAnswered(const shell::PromptAnswer &answer);
    /// Writes to the journal, if there is one. The first failure is kept: from then on nothing more is sent.
    template <class F>
    bool write(F &&f);

    [[nodiscard]] const Step &activeStep() const { return m_plan.steps.at(m_index); }
    [[nodiscard]] StepRecord &activeRecord() { return m_steps[m_index]; }
    [[nodiscard]] QDateTime nowUtc() const { return m_context.shell->clock()->nowUtc(); }
    [[nodiscard]] Result<shell::Pipeline> resolved(const shell::Pipeline &pipeline) const;
    [[nodiscard]] domain::Thumbprint thumbprintOf(const CertificateReference &reference) const;

    Plan m_plan;
    Context m_context;
    QList<StepRecord> m_steps;
    OperationState m_state = OperationState::Running;
    qsizetype m_index = 0; ///< of the step under way, or of the last one
    int m_current = 0; ///< number of the step under way; 0: none
    qint64 m_operation = 0; ///< in the journal; 0: none
    std::optional<Error> m_journalError;
    QList<Check> m_preconditions; ///< of the step under way
    shell::Pipeline m_sent; ///< the command under way, late values resolved
    std::optional<RecognisedQuestion> m_question;
    QHash<domain::ServerId, domain::Thumbprint> m_transportHolders; ///< where this plan has moved internal transport
    std::shared_ptr<QuestionRecorder> m_recorder; ///< of the command under way
    std::optional<QFuture<Result<shell::PipelineOutput>>> m_running; ///< the command or check under way
    std::optional<QFuture<Result<PfxSummary>>> m_opening; ///< the file that a check looks into
    QHash<int, QByteArray> m_fileData; ///< what exporting steps returned
    QTimer m_pause; ///< between two reads of a check, or before a command that may still run
    bool m_isStarted = false;
    bool m_isFinished = false;
    bool m_isSettling = false; ///< m_pause is the one before a command that may still run
    std::optional<domain::SiteBindings> m_sitesBefore; ///< of the step's server, right before the command
    Result<void> m_sites; ///< what came of them, until the step ends
    std::optional<shell::PipelineOutput> m_storeAfter; ///< read after the command; one check may use it
    bool m_hasReturned = false; ///< the command of the step under way has ended well; its checks are read
    bool m_isStopRequested = false;
    bool m_isAborted = false;
};

} // namespace kakuin::plan
