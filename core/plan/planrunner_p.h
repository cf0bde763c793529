// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/whendone.h"
#include "core/plan/latevalues.h"
#include "core/plan/pfxfile.h"
#include "core/plan/planrunner.h"
#include "core/plan/questionrecorder.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace kakuin::plan {

/// The loop. Each function ends by starting the next one or by going back to the event loop: after a signal this object
/// may be gone, so nothing may follow the call that emits one, but what a guard lets pass.
struct PlanRunner::Private final {
    PlanRunner *q;
    Context context;
    qint64 operation = 0; ///< in the journal; 0: none
    std::optional<Error> journalError;
    std::shared_ptr<QuestionRecorder> recorder; ///< of the command under way
    std::optional<QFuture<Result<shell::PipelineOutput>>> running; ///< the command or check under way
    std::optional<QFuture<Result<PfxSummary>>> opening; ///< the file that a check looks into
    QHash<int, QByteArray> fileData; ///< what exporting steps returned
    QTimer pause; ///< between two reads of a check
    qsizetype index = 0; ///< of the step under way
    bool isStarted = false;
    bool isFinished = false;
    bool isStopRequested = false;
    bool isAborted = false;

    Private(PlanRunner *owner, Context given)
        : q(owner)
        , context(std::move(given))
    {
        pause.setSingleShot(true);
    }

    [[nodiscard]] const Step &step() const { return q->m_plan.steps.at(index); }
    [[nodiscard]] StepRecord &record() { return q->m_steps[index]; }
    [[nodiscard]] QDateTime now() const { return context.shell->clock()->nowUtc(); }

    void begin();
    void next();
    void beginStep();
    void send();
    void commandEnded(Result<shell::PipelineOutput> result);
    void verify(qsizetype check, int read);
    void verifyFile(qsizetype check);
    void checkEnded(qsizetype check, int read, Result<shell::PipelineOutput> result);
    [[nodiscard]] Result<void> keepFile(const shell::PipelineOutput &output);
    void fail(Error error);
    void endStep(StepState state, const std::optional<Error> &error);
    void finish(OperationState state);
    [[nodiscard]] Result<void> asked(const shell::Prompt &prompt);
    [[nodiscard]] Result<void> answered(const shell::PromptAnswer &answer);
    [[nodiscard]] Result<shell::Pipeline> resolved(const shell::Pipeline &pipeline) const
    {
        return resolveLateValues(pipeline, {q->m_steps, now(), context.password, fileData});
    }
    [[nodiscard]] domain::Thumbprint thumbprintOf(const CertificateReference &reference) const
    {
        return resolveReference(reference, q->m_steps);
    }
    /// Writes to the journal, if there is one. The first failure is kept: from then on nothing more is sent.
    template <class F>
    bool write(F &&f)
    {
        if (operation == 0)
            return true;
        const Result<void> written = f(*context.journal);
        if (!written && !journalError)
            journalError = written.error();
        return written.has_value();
    }
};

} // namespace kakuin::plan
