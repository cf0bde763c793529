// SPDX-License-Identifier: MIT
#include "core/plan/planrunner.h"

#include "core/base/whendone.h"
#include "core/domain/fitness.h"
#include "core/plan/checkoutcome.h"
#include "core/plan/latevalues.h"
#include "core/plan/lefttodo.h"
#include "core/plan/planjson.h"
#include "core/plan/preconditions.h"
#include "core/plan/questionrecorder.h"
#include "core/shell/certificateladder.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/refusal.h"

#include <QtCore/QPointer>

#include <algorithm>

namespace kakuin::plan {

using shell::PipelineOutput;

namespace {

/// The state that was to hold was not seen: it does not hold, or the answer does not tell it.
bool isUnverified(const Error &error)
{
    return error.code == ErrorCode::VerificationFailed || error.code == ErrorCode::VerificationImpossible;
}

// What is written to the directory may be read back from another domain controller a moment later
bool readsDirectory(Check::Kind kind)
{
    switch (kind) {
    case Check::Kind::InternalTransportIs:
    case Check::Kind::AuthNextIs:
    case Check::Kind::AuthCurrentIs:
    case Check::Kind::AuthPreviousIsEmpty:
        return true;
    case Check::Kind::CertificatePresent:
    case Check::Kind::CertificateAbsent:
    case Check::Kind::PfxHoldsCertificate:
    case Check::Kind::NothingNewInStore:
    case Check::Kind::ServicesAre:
    case Check::Kind::NoFurtherServices:
    case Check::Kind::AuthConfigIs:
        break;
    }
    return false;
}

} // namespace

template <class F>
bool PlanRunner::write(F &&f)
{
    if (m_operation == 0)
        return true;
    const Result<void> written = f(*m_context.journal);
    if (!written && !m_journalError)
        m_journalError = written.error();
    return written.has_value();
}

PlanRunner::PlanRunner(Plan plan, Context context, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_context(std::move(context))
{
    m_pause.setSingleShot(true);
    for (const Step &step : m_plan.steps) {
        StepRecord record;
        record.number = step.number;
        m_steps.append(record);
    }
}

PlanRunner::~PlanRunner()
{
    if (m_recorder)
        m_recorder->close();
    if (m_running)
        m_running->cancel();
}

const StepRecord *PlanRunner::record(int step) const
{
    const auto it
        = std::find_if(m_steps.begin(), m_steps.end(), [step](const StepRecord &r) { return r.number == step; });
    return it == m_steps.end() ? nullptr : &*it;
}

std::optional<Error> PlanRunner::firstError() const
{
    if (m_journalError)
        return m_journalError;
    const auto it = std::find_if(m_steps.begin(), m_steps.end(), [](const StepRecord &r) { return r.error; });
    return it == m_steps.end() ? std::nullopt : it->error;
}

void PlanRunner::start()
{
    Q_ASSERT(m_context.shell != nullptr);
    if (m_isStarted || !m_context.shell)
        return;
    m_isStarted = true;
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

void PlanRunner::requestStop()
{
    m_isStopRequested = true;
    if (!m_isSettling)
        return;
    m_isSettling = false;
    m_pause.stop();
    failStep({ErrorCode::Cancelled, activeStep().server.name(), {}});
}

bool PlanRunner::isToEnd() const
{
    return m_isAborted || (m_isStopRequested && activeStep().isChanging());
}

void PlanRunner::abort()
{
    if (!isRunning())
        return;
    m_isStopRequested = true;
    m_isAborted = true;
    // cancelled first: a shell that sees the question withdrawn would report that instead
    if (m_running)
        m_running->cancel();
    if (m_recorder)
        m_recorder->close();
    if (m_pause.isActive()) {
        m_isSettling = false;
        m_pause.stop();
        failStep({ErrorCode::Cancelled, activeStep().server.name(), {}});
    }
}

void PlanRunner::begin()
{
    const shell::ShellDescription::Kind kind = m_context.shell->description().kind;
    const bool isReal = kind == shell::ShellDescription::Kind::Remote || kind == shell::ShellDescription::Kind::Process;
    const bool changes = std::any_of(m_plan.steps.begin(), m_plan.steps.end(), [](const Step &step) {
        return step.isChanging() || step.kind == StepKind::ExportCertificate; // a private key leaves the server
    });
    if (!m_context.journal && isReal && changes) {
        m_journalError = Error{ErrorCode::JournalMissing, m_context.shell->description().name, {}};
        finish(OperationState::Failed);
        return;
    }
    // consent is given to one plan; another one asks the person
    if (m_context.consent && m_context.consent->planHash != planHash(m_plan).value_or(QByteArray()))
        m_context.consent.reset();
    if (m_context.journal) {
        const auto begun = m_context.journal->beginOperation(
            {m_context.organisation, m_context.origin, m_context.consent, m_context.names}, m_plan, nowUtc());
        if (!begun) {
            m_journalError = begun.error();
            finish(OperationState::Failed);
            return;
        }
        m_operation = *begun;
    }
    next();
}

void PlanRunner::next()
{
    const auto waiting = std::find_if(
        m_steps.begin(), m_steps.end(), [](const StepRecord &r) { return r.state == StepState::Waiting; });
    if (waiting == m_steps.end()) {
        const auto isAny = [this](StepState state) { return firstIn(m_steps, state) != nullptr; };
        if (isAny(StepState::Failed) || isAny(StepState::OutcomeUnknown) || isAny(StepState::Stopped))
            finish(OperationState::Failed);
        else
            finish(isAny(StepState::Declined) ? OperationState::Declined : OperationState::Succeeded);
        return;
    }
    if (m_isStopRequested) {
        finish(OperationState::Cancelled);
        return;
    }
    m_index = waiting - m_steps.begin();
    if (activeStep().condition && !applies(*activeStep().condition, m_steps)) {
        activeRecord().startedUtc = nowUtc();
        endStep(StepState::NotNeeded, std::nullopt);
        return;
    }
    beginStep();
}

void PlanRunner::beginStep()
{
    const QDateTime started = nowUtc();
    if (!write([&](Journal &journal) { return journal.beginStep(m_operation, activeStep().number, started); })) {
        finish(OperationState::Failed);
        return;
    }
    activeRecord().state = StepState::Running;
    activeRecord().startedUtc = started;
    m_current = activeStep().number;
    m_hasReturned = false;
    m_sitesBefore.reset();
    m_sites = {};
    m_storeAfter.reset();
    const QPointer<PlanRunner> guard(this);
    Q_EMIT stepStarted(activeStep().number);
    if (!guard)
        return;
    if (m_isAborted)
        failStep({ErrorCode::Cancelled, activeStep().server.name(), {}});
    else if (activeStep().command.isEmpty())
        verify(0, 1);
    else
        settle();
}

void PlanRunner::settle()
{
    m_preconditions = activeStep().preconditions;
    const bool readsStore = std::any_of(m_preconditions.begin(), m_preconditions.end(),
        [](const Check &check) { return check.kind == Check::Kind::NothingNewInStore; });
    const shell::Pipeline store = storeQuery(activeStep().server);
    const bool readsSites = std::any_of(m_preconditions.begin(), m_preconditions.end(),
        [&store](const Check &check) { return check.command == store; });
    if ((makesCertificate(activeStep().kind) && activeStep().isChanging() && !readsStore)
        || (mayUnbindSites(activeStep()) && !readsSites))
        m_preconditions.append(storeCheck(activeStep().server));
    if (!activeStep().mayStillRun) {
        prepare(0);
        return;
    }
    m_pause.disconnect();
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_isSettling = false;
        prepare(0);
    });
    m_isSettling = true;
    m_pause.start(m_context.settlePause);
}

void PlanRunner::prepare(qsizetype precondition)
{
    if (isToEnd()) {
        failStep({ErrorCode::Cancelled, activeStep().server.name(), {}});
        return;
    }
    if (precondition == m_preconditions.size()) {
        sendCommand();
        return;
    }
    const auto command = resolved(m_preconditions.at(precondition).command);
    if (!command) {
        failStep(command.error());
        return;
    }
    m_running = m_context.shell->invoke(*command);
    whenDone(*m_running, this, [this, precondition, command = *command](Result<PipelineOutput> result) {
        if (result && command == storeQuery(activeStep().server) && mayUnbindSites(activeStep()))
            noteSites(*result);
        if (const auto more = moreOf(m_preconditions.at(precondition), command, result)) {
            m_running = m_context.shell->invoke(*more);
            whenDone(*m_running, this,
                [this, precondition, isStore = command == storeQuery(activeStep().server)](
                    Result<PipelineOutput> picked) {
                    if (picked && isStore && mayUnbindSites(activeStep()))
                        noteSites(*picked);
                    onPrepared(precondition, std::move(picked));
                });
            return;
        }
        if (const auto bindings = bindingsOf(command, result)) {
            m_running = m_context.shell->invoke(*bindings);
            whenDone(*m_running, this, [this, precondition, result](const Result<PipelineOutput> &picked) {
                if (picked)
                    noteSites(*picked);
                onPrepared(precondition, result);
            });
            return;
        }
        onPrepared(precondition, std::move(result));
    });
}

// Where certificates come as bytes only, which tells nothing of their services, their properties are asked for by name
std::optional<shell::Pipeline> PlanRunner::moreOf(
    const Check &check, const shell::Pipeline &command, const Result<PipelineOutput> &answer) const
{
    if (!answer || !tellsCertificates(check.kind) || !m_context.shell->offers(QStringLiteral("Select-Object")))
        return std::nullopt;
    const Result<void> outcome = outcomeOf(check, thumbprintOf(check.certificate), *answer);
    const bool isUnsaid = !outcome && outcome.error().code == ErrorCode::VerificationImpossible;
    return isUnsaid ? std::optional(shell::CertificateLadder::question(command)) : std::nullopt;
}

// What the step's own checks do not need, but the comparison of the web sites does
std::optional<shell::Pipeline> PlanRunner::bindingsOf(
    const shell::Pipeline &command, const Result<PipelineOutput> &answer) const
{
    if (!answer || !mayUnbindSites(activeStep()) || command != storeQuery(activeStep().server)
        || !m_context.shell->offers(QStringLiteral("Select-Object")))
        return std::nullopt;
    return m_sitesBefore->isComplete || !m_sitesBefore->holders.isEmpty()
        ? std::nullopt
        : std::optional(shell::CertificateLadder::question(command));
}

void PlanRunner::onPrepared(qsizetype precondition, Result<PipelineOutput> result)
{
    m_running.reset();
    Check check = m_preconditions.at(precondition);
    if (check.known && check.kind == Check::Kind::NothingNewInStore) {
        for (const StepRecord &record : std::as_const(m_steps))
            check.known->append(record.produced);
    }
    Result<void> outcome = std::move(result).and_then([&](const PipelineOutput &output) {
        return outcomeOf(check, thumbprintOf(check.certificate), output).and_then([&] {
            return notePresent(check, output);
        });
    });
    if (!outcome && isUnverified(outcome.error()))
        outcome = fail(ErrorCode::PreconditionChanged, outcome.error().subject, outcome.error().detail);
    if (outcome)
        prepare(precondition + 1);
    else if (isToEnd())
        failStep({ErrorCode::Cancelled, activeStep().server.name(), {}});
    else
        failStep(outcome.error());
}

// The store may be read twice, the second time with more said about each certificate
void PlanRunner::noteSites(const PipelineOutput &store)
{
    domain::SiteBindings sites = sitesIn(activeStep().server, store);
    if (!m_sitesBefore || !sites.holders.isEmpty())
        m_sitesBefore = std::move(sites);
}

Result<void> PlanRunner::notePresent(const Check &check, const PipelineOutput &output)
{
    if (check.kind != Check::Kind::NothingNewInStore || !makesCertificate(activeStep().kind))
        return {};
    const QList<domain::Thumbprint> present = storeIn(check.server, output);
    activeRecord().presentBefore = present;
    if (!write([&](Journal &journal) { return journal.recordPresent(m_operation, activeStep().number, present); }))
        return tl::unexpected<Error>(*m_journalError);
    return {};
}

void PlanRunner::sendCommand()
{
    const auto command = resolved(activeStep().command);
    if (!command) {
        failStep(command.error());
        return;
    }
    if (mayUnbindSites(activeStep()) && m_sitesBefore && !m_sitesBefore->holders.isEmpty()) {
        activeRecord().sitesBefore = m_sitesBefore;
        if (!write([&](Journal &journal) {
                return journal.recordSites(m_operation, activeStep().number, *m_sitesBefore);
            })) {
            failStep(*m_journalError);
            return;
        }
    }
    if (m_context.prompts) {
        m_recorder = std::make_shared<QuestionRecorder>(m_context.prompts,
            QuestionRecorder::Observer{this, [this](const shell::Prompt &prompt) { return onAsked(prompt); },
                [this](const shell::PromptAnswer &answer) { return onAnswered(answer); }});
    }
    m_sent = *command;
    m_running = m_context.shell->invoke(m_sent, m_recorder);
    whenDone(*m_running, this, [this](Result<PipelineOutput> result) { onCommandEnded(std::move(result)); });
}

void PlanRunner::onCommandEnded(Result<PipelineOutput> result)
{
    m_running.reset();
    if (m_recorder)
        m_recorder->close();
    m_recorder.reset();
    m_question.reset();
    if (mayHaveUnbound(result))
        readSites(std::move(result), storeQuery(activeStep().server));
    else
        judge(std::move(result));
}

bool PlanRunner::mayHaveUnbound(const Result<PipelineOutput> &result) const
{
    if (!mayUnbindSites(activeStep()) || !m_sitesBefore || m_sitesBefore->holders.isEmpty() || m_isAborted
        || m_journalError)
        return false;
    // nothing was sent, or there is no shell any more
    return result
        || (result.error().code != ErrorCode::ServerUnreachable && result.error().code != ErrorCode::ReadOnlyShell
            && result.error().code != ErrorCode::Cancelled);
}

// Right after the command, however it ended: nothing else is sent to a server whose web sites may be without a
// certificate. Where the session has gone with them, the shell asks through another server if it has one.
void PlanRunner::readSites(Result<PipelineOutput> ended, const shell::Pipeline &query)
{
    m_running = m_context.shell->invoke(query);
    whenDone(*m_running, this, [this, ended = std::move(ended), query](Result<PipelineOutput> store) mutable {
        m_running.reset();
        const domain::ServerId server = activeStep().server;
        const bool isAnswered = store && (!store->hasErrors() || !store->objects().isEmpty());
        const domain::SiteBindings after = isAnswered ? sitesIn(server, *store) : domain::SiteBindings();
        const bool isFirst = query == storeQuery(server);
        const bool saysMore = isFirst && m_context.shell->offers(QStringLiteral("Select-Object"));
        if (isAnswered && after.holders.isEmpty() && !after.isComplete && saysMore && !m_isAborted) {
            readSites(std::move(ended), shell::CertificateLadder::question(query));
            return;
        }
        if (isAnswered)
            m_sites = sitesKept(server, m_sent, *m_sitesBefore, after);
        else
            m_sites = fail(ErrorCode::SitesNotChecked, server.name(),
                store ? serverError(server, *store).detail : store.error().detail);
        if (isAnswered && isFirst)
            m_storeAfter = std::move(*store);
        judge(std::move(ended));
    });
}

void PlanRunner::judge(Result<PipelineOutput> result)
{
    if (!result) {
        // a journal that could not take a question or an answer made the pipeline stop: that is the reason to give
        Error error = m_journalError.value_or(result.error());
        if (m_isAborted && !m_journalError)
            error = {ErrorCode::Cancelled, activeStep().server.name(), {}};
        const bool isLost
            = result.error().code == ErrorCode::ConnectionLost || result.error().code == ErrorCode::Cancelled;
        if (isLost && activeStep().isChanging())
            endStep(StepState::OutcomeUnknown, error);
        else
            failStep(error);
        return;
    }
    m_hasReturned = !result->hasErrors();
    for (const shell::AskedPrompt &question : std::as_const(activeRecord().questions)) {
        if (question.answeredYes(shell::PromptKind::OverwriteDefaultSmtp) == true && !result->hasErrors())
            m_transportHolders.insert(activeStep().server, question.prompt.thumbprints().last());
    }
    const auto produced = producedBy(activeStep(), *result);
    const bool creates
        = activeStep().kind == StepKind::CreateSuccessor || activeStep().kind == StepKind::CreateAuthCertificate;
    const bool isUnnamed = produced ? produced->isNull() : produced.error().code == ErrorCode::RawDataMissing;
    if (produced && !produced->isNull() && !noteProduced(*produced))
        failStep(*m_journalError);
    else if (result->hasErrors())
        failStep(refusedExport(*result).value_or(serverError(activeStep().server, *result)));
    else if (creates && isUnnamed)
        findMade(produced ? Error{ErrorCode::UnexpectedOutput, activeStep().server.name(), {}} : produced.error());
    else if (!produced)
        endStep(StepState::OutcomeUnknown, produced.error());
    else if (makesCertificate(activeStep().kind) && produced->isNull())
        endStep(StepState::OutcomeUnknown, Error{ErrorCode::UnexpectedOutput, activeStep().server.name(), {}});
    else if (const Result<void> isNew = isTheNewOne(*produced); !isNew)
        endStep(StepState::OutcomeUnknown, isNew.error());
    else if (const Result<void> kept = keepFile(*result); !kept)
        failStep(kept.error());
    else if (m_journalError)
        failStep(*m_journalError);
    else
        verify(0, 1);
}

bool PlanRunner::noteProduced(const domain::Thumbprint &produced)
{
    activeRecord().produced = produced;
    return write([&](Journal &journal) { return journal.recordProduced(m_operation, activeStep().number, produced); });
}

// New-ExchangeCertificate may return an object without thumbprint and bytes. A success without a certificate would let
// the next steps change something else, so it is looked for; it counts only if nothing else can be meant.
void PlanRunner::findMade(const Error &reason)
{
    m_running = storeNow();
    whenDone(*m_running, this, [this, reason](const Result<PipelineOutput> &store) {
        m_running.reset();
        const domain::Thumbprint made = store && !store->hasErrors() ? madeIn(*store) : domain::Thumbprint();
        if (made.isNull())
            endStep(StepState::OutcomeUnknown, reason);
        else if (!noteProduced(made) || m_journalError)
            failStep(*m_journalError);
        else if (const Result<void> isNew = isTheNewOne(made); !isNew)
            endStep(StepState::OutcomeUnknown, isNew.error());
        else
            verify(0, 1);
    });
}

QFuture<Result<PipelineOutput>> PlanRunner::storeNow()
{
    if (m_storeAfter)
        return readyFuture(Result<PipelineOutput>(*std::exchange(m_storeAfter, std::nullopt)));
    return m_context.shell->invoke(storeQuery(activeStep().server));
}

domain::Thumbprint PlanRunner::madeIn(const PipelineOutput &store) const
{
    const std::optional<QList<domain::Thumbprint>> &before = m_steps.at(m_index).presentBefore;
    QString wanted;
    QList<domain::CertificateFacts> fresh;
    for (const clixml::Value &value : store.objects()) {
        const auto certificate = shell::decode::exchangeCertificate(value, activeStep().server);
        if (!certificate)
            return {}; // the one that is looked for may be the one that cannot be read
        if (certificate->facts.thumbprint == activeStep().subject)
            wanted = certificate->facts.subject;
        if (before && !before->contains(certificate->facts.thumbprint))
            fresh.append(certificate->facts);
    }
    if (fresh.size() != 1)
        return {};
    const domain::CertificateFacts &made = fresh.constFirst();
    const bool isMeant = activeStep().kind == StepKind::CreateAuthCertificate
        ? domain::bearsAuthName(made)
        : !wanted.isEmpty() && made.subject == wanted;
    return isMeant ? made.thumbprint : domain::Thumbprint();
}

// With which words a server refuses the Auth certificate is not known. The plan was warned of it, the key was exportable
// when it was made, and the server could be reached: then this is the reason, whatever the record says.
std::optional<Error> PlanRunner::refusedExport(const PipelineOutput &output) const
{
    const QList<shell::ErrorRecord> errors = output.errors();
    const bool isExpected = activeStep().kind == StepKind::ExportCertificate
        && m_plan.cautions.contains(Caution::AuthExportMayBeRefused)
        && std::none_of(errors.begin(), errors.end(), &shell::isUnreachable);
    Error error = serverError(activeStep().server, output);
    if (!isExpected || (error.code != ErrorCode::ServerError && error.code != ErrorCode::RefusedNotExportable))
        return std::nullopt;
    error.code = ErrorCode::RefusedAuthExport;
    return error;
}

Result<void> PlanRunner::isTheNewOne(const domain::Thumbprint &produced) const
{
    if (activeStep().kind != StepKind::CreateSuccessor && activeStep().kind != StepKind::CreateAuthCertificate)
        return {};
    const StepRecord &record = m_steps.at(m_index);
    const auto unexpected = [&](const QString &expected) {
        return fail(ErrorCode::UnexpectedOutput, activeStep().server.name(),
            QStringLiteral("expected=%1 found=%2").arg(expected, produced.toString()));
    };
    if (record.presentBefore && record.presentBefore->contains(produced))
        return unexpected(QStringLiteral("none"));
    for (const shell::AskedPrompt &question : record.questions) {
        if (question.kind != shell::PromptKind::OverwriteDefaultSmtp)
            continue;
        if (const domain::Thumbprint promised = question.prompt.thumbprints().last(); promised != produced)
            return unexpected(promised.toString());
    }
    return {};
}

bool PlanRunner::wasDeclined() const
{
    if (makesCertificate(activeStep().kind))
        return false; // No decides what the new certificate is used for; it is made in any case
    const QList<shell::AskedPrompt> &questions = m_steps.at(m_index).questions;
    return std::any_of(questions.begin(), questions.end(), [](const shell::AskedPrompt &question) {
        const auto answer = question.answer ? question.prompt.confirmationAt(*question.answer) : std::nullopt;
        return answer == shell::Confirmation::No || answer == shell::Confirmation::NoToAll;
    });
}

Result<void> PlanRunner::keepFile(const PipelineOutput &output)
{
    if (activeStep().kind != StepKind::ExportCertificate)
        return {};
    const QByteArray bytes = fileDataIn(output);
    if (bytes.isEmpty())
        return tl::unexpected<Error>(Error{ErrorCode::UnexpectedOutput, activeStep().server.name(), {}});
    m_fileData.insert(activeStep().number, bytes);
    if (activeStep().file.isEmpty())
        return {};
    return writePfxFile(activeStep().file, bytes);
}

void PlanRunner::verify(qsizetype check, int read)
{
    if (!m_sites) {
        failStep(m_isAborted ? Error{ErrorCode::Cancelled, activeStep().server.name(), {}} : m_sites.error());
        return;
    }
    const QList<Check> &checks = activeStep().checks;
    while (check < checks.size() && !applies(checks.at(check), m_steps))
        ++check;
    if (check == checks.size()) {
        // a step without a check of its own: what the person said is all that is known
        endStep(checks.isEmpty() && wasDeclined() ? StepState::Declined : StepState::Succeeded, std::nullopt);
        return;
    }
    if (m_isAborted) {
        failStep({ErrorCode::Cancelled, activeStep().server.name(), {}});
        return;
    }
    if (checks.at(check).kind == Check::Kind::PfxHoldsCertificate) {
        verifyFile(check);
        return;
    }
    const auto command = resolved(checks.at(check).command);
    const bool isConcerned = concernsCertificate(checks.at(check).kind);
    if (!command || (isConcerned && thumbprintOf(checks.at(check).certificate).isNull())) {
        failStep(command ? Error{ErrorCode::LateValueMissing, activeStep().server.name(), {}} : command.error());
        return;
    }
    // without a prompt handler: a check only reads, so the server has nothing to ask
    const bool isStore = *command == storeQuery(activeStep().server) && !tellsCertificates(checks.at(check).kind);
    m_running = isStore ? storeNow() : m_context.shell->invoke(*command);
    whenDone(*m_running, this, [this, check, read, command = *command](Result<PipelineOutput> result) {
        if (const auto more = moreOf(activeStep().checks.at(check), command, result)) {
            m_running = m_context.shell->invoke(*more);
            whenDone(*m_running, this,
                [this, check, read](Result<PipelineOutput> picked) { onCheckEnded(check, read, std::move(picked)); });
            return;
        }
        onCheckEnded(check, read, std::move(result));
    });
}

void PlanRunner::verifyFile(qsizetype check)
{
    m_opening = openPfxFile(activeStep().file, m_context.password);
    whenDone(*m_opening, this, [this, check](const Result<PfxSummary> &found) {
        m_opening.reset();
        const domain::Thumbprint expected = thumbprintOf(activeStep().checks.at(check).certificate);
        if (!found)
            failStep(found.error());
        else if (found->facts.thumbprint != expected || !found->hasKey)
            failStep({ErrorCode::VerificationFailed, activeStep().file,
                QStringLiteral("expected=%1 found=%2").arg(expected.toString(), found->facts.thumbprint.toString())});
        else
            verify(check + 1, 1);
    });
}

void PlanRunner::onCheckEnded(qsizetype check, int read, Result<PipelineOutput> result)
{
    m_running.reset();
    const Check &expected = activeStep().checks.at(check);
    const Result<void> outcome = std::move(result).and_then(
        [&](const PipelineOutput &output) { return outcomeOf(expected, thumbprintOf(expected.certificate), output); });
    if (outcome) {
        verify(check + 1, 1);
        return;
    }
    if (isUnverified(outcome.error()) && wasDeclined()) {
        endStep(StepState::Declined, std::nullopt);
        return;
    }
    const bool mayLag
        = readsDirectory(expected.kind) && isUnverified(outcome.error()) && read < m_context.directoryReads;
    if (!mayLag || m_isAborted) {
        failStep(outcome.error());
        return;
    }
    m_pause.disconnect();
    connect(&m_pause, &QTimer::timeout, this, [this, check, read] { verify(check, read + 1); });
    m_pause.start(m_context.directoryPause);
}

Result<shell::Pipeline> PlanRunner::resolved(const shell::Pipeline &pipeline) const
{
    return resolveLateValues(pipeline, {m_steps, nowUtc(), m_context.password, m_fileData});
}

domain::Thumbprint PlanRunner::thumbprintOf(const CertificateReference &reference) const
{
    return resolveReference(reference, m_steps);
}

void PlanRunner::failStep(Error error)
{
    const bool isStopped = error.code == ErrorCode::PromptStopped || error.code == ErrorCode::Cancelled;
    // the command took effect, and its checks could not be read to their end
    const bool isCut
        = m_hasReturned && activeStep().isChanging() && (isStopped || error.code == ErrorCode::ConnectionLost);
    const bool isOpen
        = isCut || error.code == ErrorCode::VerificationImpossible || error.code == ErrorCode::SitesNotChecked;
    endStep(isOpen ? StepState::OutcomeUnknown : isStopped ? StepState::Stopped : StepState::Failed, std::move(error));
}

void PlanRunner::endStep(StepState ownState, const std::optional<Error> &ownError)
{
    // a web site that lost its certificate comes before whatever else is to be said of the step
    const bool isSiteHurt = !m_sites && isSiteChange(m_sites.error().code);
    const std::optional<Error> error = isSiteHurt ? m_sites.error() : ownError;
    const StepState state = isSiteHurt && ownState != StepState::OutcomeUnknown ? StepState::Failed : ownState;
    m_sites = {};
    StepRecord &ended = activeRecord();
    ended.state = state;
    ended.error = error;
    ended.endedUtc = nowUtc();
    m_current = 0;
    write([&](Journal &journal) { return journal.endStep(m_operation, ended.number, state, error, ended.endedUtc); });
    const bool isStopped = error && (error->code == ErrorCode::PromptStopped || error->code == ErrorCode::Cancelled);
    const bool isLost = state == StepState::OutcomeUnknown || (error && error->code == ErrorCode::ConnectionLost);
    const bool isChanged = error && error->code == ErrorCode::PreconditionChanged;
    const bool endsPlan
        = m_journalError || isStopped || isLost || isChanged || isSiteHurt || m_plan.errorPolicy == ErrorPolicy::Stop;
    const bool isExport = activeStep().kind == StepKind::ExportCertificate; // others import what it returns
    QList<int> signalled{ended.number};
    if (!isSound(state) && !endsPlan) {
        for (qsizetype i = 0; i < m_steps.size(); ++i) {
            StepRecord &other = m_steps[i];
            const Step &step = m_plan.steps.at(i);
            const bool isLeftOut
                = step.server == activeStep().server || (isExport && needsFileOf(step.command, ended.number));
            if (other.state != StepState::Waiting || !isLeftOut)
                continue;
            other.state = StepState::Skipped;
            signalled.append(other.number);
        }
    }
    const QPointer<PlanRunner> guard(this);
    for (const int number : signalled) {
        Q_EMIT stepFinished(number);
        if (!guard)
            return;
    }
    if (m_journalError || (!isSound(state) && endsPlan))
        finish(m_journalError                  ? OperationState::Failed
                : isStopped                    ? OperationState::Cancelled
                : state == StepState::Declined ? OperationState::Declined
                                               : OperationState::Failed);
    else // from the event loop, so that a plan of any length needs no deeper stack
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
}

void PlanRunner::finish(OperationState state)
{
    QList<int> skipped;
    for (StepRecord &other : m_steps) {
        if (other.state == StepState::Waiting) {
            other.state = StepState::Skipped;
            skipped.append(other.number);
        }
    }
    const QList<HandWork> left
        = m_context.inventory ? handWorkOf(m_plan, m_steps, *m_context.inventory) : QList<HandWork>();
    write([&](Journal &journal) { return journal.endOperation(m_operation, state, nowUtc(), left); });
    const QPointer<PlanRunner> guard(this);
    for (const int number : skipped) {
        Q_EMIT stepFinished(number);
        if (!guard)
            return;
    }
    m_state = state;
    m_isFinished = true;
    Q_EMIT finished();
}

Result<std::optional<shell::PromptAnswer>> PlanRunner::onAsked(const shell::Prompt &prompt)
{
    m_question = recognise(activeStep(), prompt,
        {m_sent, activeRecord().presentBefore, m_transportHolders.value(activeStep().server), nowUtc()});
    shell::AskedPrompt asked;
    asked.prompt = prompt;
    asked.kind = m_question ? m_question->kind : shell::PromptKind::Unknown;
    std::optional<shell::PromptAnswer> given;
    if (m_question && m_context.consent && activeRecord().questions.isEmpty()) {
        if (const auto agreed = m_context.consent->answerFor(activeStep().number, *m_question))
            given = shell::PromptAnswer::choose(*prompt.indexOf(*agreed));
    }
    asked.isByConsent = given.has_value();
    if (!write([&](Journal &journal) {
            return journal.recordQuestion(m_operation, activeStep().number, asked, nowUtc());
        }))
        return tl::unexpected<Error>(*m_journalError);
    activeRecord().questions.append(asked);
    Q_EMIT stepAsked(activeStep().number);
    return given;
}

Result<void> PlanRunner::onAnswered(const shell::PromptAnswer &answer)
{
    if (!write(
            [&](Journal &journal) { return journal.recordAnswer(m_operation, activeStep().number, answer, nowUtc()); }))
        return tl::unexpected<Error>(*m_journalError);
    shell::AskedPrompt &question = activeRecord().questions.last();
    question.answer = answer.choice;
    question.isAnswered = true;
    Q_EMIT stepAnswered(activeStep().number);
    return {};
}

} // namespace kakuin::plan
