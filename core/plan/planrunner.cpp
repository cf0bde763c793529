// SPDX-License-Identifier: MIT
#include "core/plan/planrunner_p.h"

#include "core/plan/checkoutcome.h"

#include <algorithm>

namespace kakuin::plan {

using shell::PipelineOutput;

namespace {

} // namespace

PlanRunner::PlanRunner(Plan plan, Context context, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(context)))
    , m_plan(std::move(plan))
{
    for (const Step &step : m_plan.steps) {
        StepRecord record;
        record.number = step.number;
        m_steps.append(record);
    }
}

PlanRunner::~PlanRunner()
{
    if (d->recorder)
        d->recorder->close();
    if (d->running)
        d->running->cancel();
}

const StepRecord *PlanRunner::record(int step) const
{
    const auto it
        = std::find_if(m_steps.begin(), m_steps.end(), [step](const StepRecord &r) { return r.number == step; });
    return it == m_steps.end() ? nullptr : &*it;
}

bool PlanRunner::isRunning() const
{
    return d->isStarted && !d->isFinished;
}

std::optional<Error> PlanRunner::firstError() const
{
    if (d->journalError)
        return d->journalError;
    const auto it = std::find_if(m_steps.begin(), m_steps.end(), [](const StepRecord &r) { return r.error; });
    return it == m_steps.end() ? std::nullopt : it->error;
}

void PlanRunner::start()
{
    Q_ASSERT(d->context.shell != nullptr);
    if (d->isStarted || !d->context.shell)
        return;
    d->isStarted = true;
    QMetaObject::invokeMethod(
        this, [this] { d->begin(); }, Qt::QueuedConnection);
}

void PlanRunner::requestStop()
{
    d->isStopRequested = true;
}

void PlanRunner::abort()
{
    if (!isRunning())
        return;
    d->isStopRequested = true;
    d->isAborted = true;
    // cancelled first: a shell that sees the question withdrawn would report that instead
    if (d->running)
        d->running->cancel();
    if (d->recorder)
        d->recorder->close();
    if (d->pause.isActive()) {
        d->pause.stop();
        d->fail({ErrorCode::Cancelled, d->step().server.name(), {}});
    }
}

void PlanRunner::Private::begin()
{
    if (context.journal) {
        const auto begun = context.journal->beginOperation(context.organisation, q->m_plan, now());
        if (!begun) {
            journalError = begun.error();
            finish(OperationState::Failed);
            return;
        }
        operation = *begun;
    }
    next();
}

void PlanRunner::Private::next()
{
    const auto waiting = std::find_if(
        q->m_steps.begin(), q->m_steps.end(), [](const StepRecord &r) { return r.state == StepState::Waiting; });
    if (waiting == q->m_steps.end()) {
        const bool isSound = std::all_of(
            q->m_steps.begin(), q->m_steps.end(), [](const StepRecord &r) { return r.state == StepState::Succeeded; });
        finish(isSound ? OperationState::Succeeded : OperationState::Failed);
        return;
    }
    if (isStopRequested) {
        finish(OperationState::Cancelled);
        return;
    }
    index = waiting - q->m_steps.begin();
    if (step().condition && !applies(*step().condition, q->m_steps)) {
        record().startedUtc = now();
        endStep(StepState::Succeeded, std::nullopt);
        return;
    }
    beginStep();
}

void PlanRunner::Private::beginStep()
{
    const QDateTime started = now();
    if (!write([&](Journal &journal) { return journal.beginStep(operation, step().number, started); })) {
        finish(OperationState::Failed);
        return;
    }
    record().state = StepState::Running;
    record().startedUtc = started;
    q->m_current = step().number;
    const QPointer<PlanRunner> guard(q);
    Q_EMIT q->stepStarted(step().number);
    if (!guard)
        return;
    if (isAborted)
        endStep(StepState::Failed, Error{ErrorCode::Cancelled, step().server.name(), {}});
    else if (step().command.isEmpty())
        verify(0, 1);
    else
        send();
}

void PlanRunner::Private::send()
{
    const auto command = resolved(step().command);
    if (!command) {
        fail(command.error());
        return;
    }
    if (context.prompts) {
        recorder = std::make_shared<QuestionRecorder>(context.prompts,
            QuestionRecorder::Observer{q, [this](const shell::Prompt &prompt) { return asked(prompt); },
                [this](const shell::PromptAnswer &answer) { return answered(answer); }});
    }
    running = context.shell->invoke(*command, recorder);
    whenDone(*running, q, [this](Result<PipelineOutput> result) { commandEnded(std::move(result)); });
}

void PlanRunner::Private::commandEnded(Result<PipelineOutput> result)
{
    running.reset();
    if (recorder)
        recorder->close();
    recorder.reset();
    if (!result) {
        // a journal that could not take a question or an answer made the pipeline stop: that is the reason to give
        Error error = journalError.value_or(result.error());
        if (isAborted && !journalError)
            error = {ErrorCode::Cancelled, step().server.name(), {}};
        const bool isLost
            = result.error().code == ErrorCode::ConnectionLost || result.error().code == ErrorCode::Cancelled;
        endStep(isLost && step().isChanging() ? StepState::OutcomeUnknown : StepState::Failed, error);
        return;
    }
    const auto produced = producedBy(step(), *result);
    if (produced && !produced->isNull()) {
        record().produced = *produced;
        if (!write([&](Journal &journal) {
                return journal.recordProduced(operation, step().number, record().produced);
            })) {
            fail(*journalError);
            return;
        }
    }
    if (result->hasErrors())
        fail(serverError(step().server, *result));
    else if (!produced)
        fail(produced.error());
    else if (makesCertificate(step().kind) && produced->isNull())
        fail({ErrorCode::UnexpectedOutput, step().server.name(), {}});
    else if (const Result<void> kept = keepFile(*result); !kept)
        fail(kept.error());
    else if (journalError)
        fail(*journalError);
    else
        verify(0, 1);
}

void PlanRunner::Private::fail(Error error)
{
    endStep(StepState::Failed, std::move(error));
}

void PlanRunner::Private::endStep(StepState state, const std::optional<Error> &error)
{
    StepRecord &ended = record();
    ended.state = state;
    ended.error = error;
    ended.endedUtc = now();
    q->m_current = 0;
    write([&](Journal &journal) { return journal.endStep(operation, ended.number, state, error, ended.endedUtc); });
    const bool isStopped = error && (error->code == ErrorCode::PromptStopped || error->code == ErrorCode::Cancelled);
    const bool isLost = state == StepState::OutcomeUnknown || (error && error->code == ErrorCode::ConnectionLost);
    const bool endsPlan = journalError || isStopped || isLost || q->m_plan.errorPolicy == ErrorPolicy::Stop;
    QList<int> signalled{ended.number};
    if (state != StepState::Succeeded && !endsPlan) {
        for (qsizetype i = 0; i < q->m_steps.size(); ++i) {
            StepRecord &other = q->m_steps[i];
            if (other.state != StepState::Waiting || q->m_plan.steps.at(i).server != step().server)
                continue;
            other.state = StepState::Skipped;
            signalled.append(other.number);
        }
    }
    const QPointer<PlanRunner> guard(q);
    for (const int number : signalled) {
        Q_EMIT q->stepFinished(number);
        if (!guard)
            return;
    }
    if (journalError || (state != StepState::Succeeded && endsPlan))
        finish(!journalError && isStopped ? OperationState::Cancelled : OperationState::Failed);
    else // from the event loop, so that a plan of any length needs no deeper stack
        QMetaObject::invokeMethod(
            q, [this] { next(); }, Qt::QueuedConnection);
}

void PlanRunner::Private::finish(OperationState state)
{
    QList<int> skipped;
    for (StepRecord &other : q->m_steps) {
        if (other.state == StepState::Waiting) {
            other.state = StepState::Skipped;
            skipped.append(other.number);
        }
    }
    write([&](Journal &journal) { return journal.endOperation(operation, state, now()); });
    const QPointer<PlanRunner> guard(q);
    for (const int number : skipped) {
        Q_EMIT q->stepFinished(number);
        if (!guard)
            return;
    }
    q->m_state = state;
    isFinished = true;
    Q_EMIT q->finished();
}

Result<void> PlanRunner::Private::asked(const shell::Prompt &prompt)
{
    if (!write([&](Journal &journal) { return journal.recordQuestion(operation, step().number, prompt, now()); }))
        return tl::unexpected<Error>(*journalError);
    record().questions.append({prompt, std::nullopt, false});
    Q_EMIT q->stepAsked(step().number);
    return {};
}

Result<void> PlanRunner::Private::answered(const shell::PromptAnswer &answer)
{
    if (!write([&](Journal &journal) { return journal.recordAnswer(operation, step().number, answer, now()); }))
        return tl::unexpected<Error>(*journalError);
    shell::AskedPrompt &question = record().questions.last();
    question.answer = answer.choice;
    question.isAnswered = true;
    Q_EMIT q->stepAnswered(step().number);
    return {};
}

} // namespace kakuin::plan
