// SPDX-License-Identifier: MIT
#include "core/plan/remainingsteps.h"

#include "core/domain/lineage.h"
#include "core/plan/authrotation.h"
#include "core/plan/checkoutcome.h"
#include "core/plan/latevalues.h"
#include "core/plan/removalpreflight.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

using shell::LateValue;
using shell::ParameterValue;

bool isAuthStep(StepKind kind)
{
    return kind == StepKind::StageAuthCertificate || kind == StepKind::PublishAuthCertificate
        || kind == StepKind::ClearPreviousAuthCertificate;
}

bool hasSwitch(const Step &step, QStringView name)
{
    return std::any_of(step.command.cmdlets.begin(), step.command.cmdlets.end(),
        [name](const shell::Cmdlet &cmdlet) { return cmdlet.value(name) != nullptr; });
}

const Check *checkOf(const Step &step, Check::Kind kind)
{
    const auto it = std::find_if(
        step.checks.begin(), step.checks.end(), [kind](const Check &check) { return check.kind == kind; });
    return it == step.checks.end() ? nullptr : &*it;
}

// What only the program that began the operation had in its memory
bool needsSecret(const Step &step)
{
    for (const shell::Cmdlet &cmdlet : step.command.cmdlets) {
        for (const shell::Parameter &parameter : cmdlet.parameters()) {
            const auto *late = std::get_if<LateValue>(&parameter.value);
            if (late != nullptr
                && (late->kind == LateValue::Kind::Password || late->kind == LateValue::Kind::FileDataOfStep))
                return true;
        }
    }
    return false;
}

} // namespace

RemainingSteps::Judgement RemainingSteps::judgement(
    const Step &step, StepStanding standing, Obstacle obstacle, const domain::Thumbprint &certificate)
{
    ResumedStep out;
    out.number = step.number;
    out.standing = standing;
    out.obstacle = obstacle;
    out.certificate = certificate;
    return {out, step};
}

RemainingSteps::Judgement RemainingSteps::blocked(
    const Step &step, Obstacle obstacle, const domain::Thumbprint &certificate)
{
    return judgement(step, StepStanding::Blocked, obstacle, certificate);
}

RemainingSteps::RemainingSteps(
    const OperationRecord &operation, const domain::Inventory &inventory, const QDateTime &nowUtc)
    : m_operation(operation)
    , m_inventory(inventory)
    , m_nowUtc(nowUtc)
    , m_records(operation.steps)
{
}

const StepRecord *RemainingSteps::record(int step) const
{
    const auto it = std::find_if(
        m_records.begin(), m_records.end(), [step](const StepRecord &record) { return record.number == step; });
    return it == m_records.end() ? nullptr : &*it;
}

bool RemainingSteps::isSettled(int step) const
{
    const auto it = m_standings.find(step);
    return it != m_standings.end() && (*it == StepStanding::Done || *it == StepStanding::NotNeeded);
}

std::optional<bool> RemainingSteps::answeredYes(int step, shell::PromptKind kind) const
{
    std::optional<bool> out;
    const StepRecord *found = record(step);
    if (found == nullptr)
        return out;
    for (const shell::AskedPrompt &question : found->questions) {
        if (const std::optional<bool> answer = question.answeredYes(kind))
            out = answer;
    }
    return out;
}

bool RemainingSteps::isThere(const domain::ServerId &server, const domain::Thumbprint &thumbprint) const
{
    if (!server.isEmpty())
        return m_inventory.find(domain::CertificateId{server, thumbprint}) != nullptr;
    return std::any_of(m_inventory.servers.begin(), m_inventory.servers.end(),
        [&thumbprint](const domain::ServerEntry &entry) { return entry.find(thumbprint) != nullptr; });
}

RemainingSteps::Judgement RemainingSteps::judge(const Step &step)
{
    const StepRecord *recorded = record(step.number);
    Judgement out;
    if (recorded != nullptr && isSound(recorded->state)) {
        out = judgement(step, recorded->state == StepState::Succeeded ? StepStanding::Done : StepStanding::NotNeeded,
            Obstacle::None, recorded->produced);
    } else if (recorded != nullptr && hasLostSite(step, *recorded)) {
        out = blocked(step, Obstacle::SiteWithoutCertificate);
    } else {
        out = byState(step);
        if (out.standing.standing == StepStanding::Left || out.standing.standing == StepStanding::Amended) {
            // references are resolved after the step's own standing is known: an amended one knows what it completes
            m_standings.insert(step.number, out.standing.standing);
            if (out.standing.standing == StepStanding::Amended && !out.step.prompts.isEmpty())
                m_askingAgain.insert(step.number);
            out.step = settled(out.step);
            out.step.mayStillRun = step.isChanging() && recorded != nullptr && recorded->startedUtc.isValid();
            domain::Thumbprint missing;
            const Obstacle obstacle = obstacleFor(out.step, &missing);
            if (obstacle != Obstacle::None)
                out = blocked(step, obstacle, missing);
        }
    }
    m_standings.insert(step.number, out.standing.standing);
    return out;
}

// The program ended before the reading that follows the command could be compared with the one before
bool RemainingSteps::hasLostSite(const Step &step, const StepRecord &recorded) const
{
    const domain::ServerEntry *entry = m_inventory.find(step.server);
    if (!recorded.sitesBefore || entry == nullptr || !entry->certificates)
        return false;
    const domain::SiteBindings now = domain::siteBindingsOf(*entry->certificates, entry->unreadable.isEmpty());
    const QList<domain::SiteChange> changes = domain::changedSites(*recorded.sitesBefore, now, {});
    return std::any_of(changes.begin(), changes.end(),
        [](const domain::SiteChange &change) { return change.kind == domain::SiteChange::Kind::Lost; });
}

RemainingSteps::Judgement RemainingSteps::byState(const Step &step)
{
    switch (step.kind) {
    case StepKind::CreateSuccessor:
    case StepKind::CreateAuthCertificate:
        return ofCreation(step);
    case StepKind::StageAuthCertificate:
    case StepKind::PublishAuthCertificate:
    case StepKind::ClearPreviousAuthCertificate:
        return ofAuthChange(step);
    case StepKind::ReplaceInternalTransport:
        return ofTransport(step);
    case StepKind::AssignServices:
        return ofAssignment(step);
    case StepKind::RemoveCertificate:
        return ofRemoval(step);
    case StepKind::ExportCertificate:
    case StepKind::ImportCertificate:
    case StepKind::VerifySuccessor:
        break;
    }
    return judgement(step, StepStanding::Left);
}

bool RemainingSteps::isKin(const Step &step, const domain::Certificate &certificate, const domain::ServerEntry &entry)
{
    if (step.kind == StepKind::CreateAuthCertificate)
        return certificate.facts.subjectCommonName.compare(
                   QLatin1String("Microsoft Exchange Server Auth Certificate"), Qt::CaseInsensitive)
            == 0;
    const domain::Certificate *old = step.subject.isNull() ? nullptr : entry.find(step.subject);
    return old != nullptr && domain::lineageOf(*old, entry).generations.contains(certificate.facts.thumbprint);
}

std::optional<QList<domain::Thumbprint>> RemainingSteps::storeBefore(const Step &step, const StepRecord &recorded)
{
    if (recorded.presentBefore || !step.mayStillRun)
        return recorded.presentBefore;
    // interrupted before it was sent again: the first command is at work since the plan to go on was made
    const Check *store = nullptr;
    for (const Check &check : step.preconditions) {
        if (check.kind == Check::Kind::NothingNewInStore)
            store = &check;
    }
    return store == nullptr ? std::nullopt : store->known;
}

QList<domain::Thumbprint> RemainingSteps::candidatesFor(
    const Step &step, const QList<domain::Thumbprint> &present) const
{
    const domain::ServerEntry *entry = m_inventory.find(step.server);
    QList<domain::Thumbprint> out;
    for (const domain::Certificate &certificate : *entry->certificates) {
        const domain::Thumbprint &thumbprint = certificate.facts.thumbprint;
        const bool isOfAnotherStep = std::any_of(m_records.begin(), m_records.end(),
            [&](const StepRecord &other) { return other.number != step.number && other.produced == thumbprint; });
        if (thumbprint == step.subject || isOfAnotherStep || present.contains(thumbprint))
            continue;
        if (isKin(step, certificate, *entry))
            out.append(thumbprint);
    }
    return out;
}

domain::Thumbprint RemainingSteps::possiblyMade(const Step &step) const
{
    const domain::ServerEntry *entry = m_inventory.find(step.server);
    const domain::Certificate *old = step.subject.isNull() ? nullptr : entry->find(step.subject);
    for (const domain::Certificate &certificate : *entry->certificates) {
        const domain::Thumbprint &thumbprint = certificate.facts.thumbprint;
        const bool isNamed = m_inventory.authConfig
            && (thumbprint == m_inventory.authConfig->current || thumbprint == m_inventory.authConfig->next
                || thumbprint == m_inventory.authConfig->previous);
        const bool isOlder = old != nullptr && certificate.facts.notBeforeUtc <= old->facts.notBeforeUtc;
        if (thumbprint != step.subject && !isNamed && !isOlder && isKin(step, certificate, *entry))
            return thumbprint;
    }
    return {};
}

RemainingSteps::Judgement RemainingSteps::ofCreation(const Step &step)
{
    const domain::ServerEntry *entry = m_inventory.find(step.server);
    if (entry == nullptr || !entry->certificates)
        return blocked(step, Obstacle::ServerNotRead);
    const StepRecord *recorded = record(step.number);
    if (recorded == nullptr || recorded->state == StepState::Waiting || recorded->state == StepState::Skipped)
        return judgement(step, StepStanding::Left);
    domain::Thumbprint made = recorded->produced;
    const bool isInferred = made.isNull();
    const std::optional<QList<domain::Thumbprint>> before = storeBefore(step, *recorded);
    if (isInferred && before) {
        const QList<domain::Thumbprint> candidates = candidatesFor(step, *before);
        if (candidates.size() > 1)
            return blocked(step, Obstacle::SeveralCandidates, candidates.first());
        made = candidates.value(0);
    } else if (isInferred && (m_operation.planHash.isEmpty() || step.mayStillRun)) {
        // what was there before is not known
        if (const domain::Thumbprint possible = possiblyMade(step); !possible.isNull())
            return blocked(step, Obstacle::SeveralCandidates, possible);
    }
    const domain::Certificate *found = made.isNull() ? nullptr : entry->find(made);
    if (found == nullptr)
        return judgement(step, StepStanding::Left);
    for (StepRecord &each : m_records) {
        if (each.number == step.number)
            each.produced = made;
    }
    Judgement out = judgement(step, StepStanding::Done, Obstacle::None, made);
    if (const std::optional<Step> rest = completion(step, *found)) {
        out.standing.standing = StepStanding::Amended;
        out.step = *rest;
    }
    out.standing.isInferred = isInferred;
    return out;
}

std::optional<Step> RemainingSteps::completion(const Step &step, const domain::Certificate &made) const
{
    // which services were meant is what the following step wants to find
    domain::ServiceSet wanted;
    for (const Step &other : m_operation.plan.steps) {
        for (const Check &check : other.checks) {
            if (check.kind == Check::Kind::CertificatePresent && check.certificate.step == step.number)
                wanted |= check.services;
        }
    }
    domain::ServiceSet missing = wanted & ~made.services.value_or(domain::ServiceSet());
    const domain::ServerEntry *entry = m_inventory.find(step.server);
    QList<ExpectedPrompt> prompts;
    const bool isSo = entry->transport && entry->transport->thumbprint == made.facts.thumbprint;
    for (const ExpectedPrompt &prompt : step.prompts) {
        if (prompt.kind != shell::PromptKind::OverwriteDefaultSmtp)
            continue;
        // an answer is a decision; where none was given, the advice of the plan stands in for it
        const bool holds = entry->transport && entry->transport->thumbprint == step.subject;
        const bool isAdvised
            = prompt.followsCurrent ? !entry->transport || holds : prompt.recommended == shell::Confirmation::Yes;
        const bool isWanted = answeredYes(step.number, prompt.kind).value_or(isAdvised);
        if (isWanted && !isSo && wanted.testFlag(domain::Service::Smtp))
            missing |= domain::Service::Smtp;
        if (missing.testFlag(domain::Service::Smtp))
            prompts.append(prompt);
    }
    if (missing == domain::ServiceSet())
        return std::nullopt;
    Step rest = step;
    rest.kind = StepKind::AssignServices;
    rest.command = shell::Cmdlet(QStringLiteral("Enable-ExchangeCertificate"))
                       .onServer(step.server)
                       .withThumbprint(made.facts.thumbprint)
                       .withServices(missing);
    rest.prompts = prompts;
    rest.checks.clear();
    return rest;
}

RemainingSteps::Judgement RemainingSteps::ofAuthChange(const Step &step) const
{
    if (!m_inventory.authConfig)
        return blocked(step, Obstacle::AuthConfigNotRead);
    const domain::AuthConfig &auth = *m_inventory.authConfig;
    if (step.kind == StepKind::ClearPreviousAuthCertificate)
        return judgement(step, auth.previous.isNull() ? StepStanding::Done : StepStanding::Left);
    const Check *check = checkOf(
        step, step.kind == StepKind::StageAuthCertificate ? Check::Kind::AuthNextIs : Check::Kind::AuthCurrentIs);
    const domain::Thumbprint wanted
        = check == nullptr ? domain::Thumbprint() : resolveReference(check->certificate, m_records);
    const bool isCurrent = !wanted.isNull() && auth.current == wanted;
    const bool isNext = !wanted.isNull() && auth.next == wanted;
    if (step.kind == StepKind::StageAuthCertificate) {
        // putting the current one back in the place of the staged one is a plan, too
        const bool isCancelling = m_operation.plan.kind == PlanKind::CancelAuthRotation;
        return judgement(step, isNext || (isCurrent && !isCancelling) ? StepStanding::Done : StepStanding::Left,
            Obstacle::None, wanted);
    }
    if (isCurrent) {
        if (!hasSwitch(step, u"ClearPreviousCertificate") || auth.previous.isNull())
            return judgement(step, StepStanding::Done, Obstacle::None, wanted);
        Judgement out = judgement(step, StepStanding::Amended, Obstacle::None, wanted);
        out.step = clearPreviousPlan(m_inventory).steps.first();
        out.step.number = step.number;
        return out;
    }
    const bool isStagedBefore
        = std::any_of(m_operation.plan.steps.begin(), m_operation.plan.steps.end(), [this, &step](const Step &other) {
              return other.kind == StepKind::StageAuthCertificate && other.number < step.number
                  && m_standings.value(other.number) == StepStanding::Left;
          });
    if (!isNext && !isStagedBefore)
        return blocked(step, Obstacle::OtherStaged, auth.next);
    return judgement(step, StepStanding::Left);
}

RemainingSteps::Judgement RemainingSteps::ofTransport(const Step &step) const
{
    const domain::ServerEntry *entry = m_inventory.find(step.server);
    if (entry == nullptr)
        return blocked(step, Obstacle::ServerNotRead);
    // an earlier step that is still to be sent may move the role yet
    if (step.condition && !isSettled(step.condition->step))
        return judgement(step, StepStanding::Left);
    const Check *check = checkOf(step, Check::Kind::InternalTransportIs);
    const domain::Thumbprint wanted = check == nullptr ? step.subject : resolveReference(check->certificate, m_records);
    if (!wanted.isNull() && entry->transport && entry->transport->thumbprint == wanted)
        return judgement(step, StepStanding::Done, Obstacle::None, wanted);
    if (step.condition && !applies(*step.condition, m_records))
        return judgement(step, StepStanding::NotNeeded);
    return judgement(step, StepStanding::Left);
}

RemainingSteps::Judgement RemainingSteps::ofAssignment(const Step &step) const
{
    const Check *check = checkOf(step, Check::Kind::CertificatePresent);
    const domain::Certificate *certificate = m_inventory.find(domain::CertificateId{step.server, step.subject});
    const bool hasAll = certificate != nullptr && certificate->services && check != nullptr
        && (check->services & ~*certificate->services) == domain::ServiceSet();
    const domain::ServerEntry *entry = m_inventory.find(step.server);
    const bool holds = entry != nullptr && entry->transport && entry->transport->thumbprint == step.subject;
    const auto answer = answeredYes(step.number, shell::PromptKind::OverwriteDefaultSmtp);
    const bool isDecided = step.prompts.isEmpty() || answer == false || (answer == true && holds);
    return judgement(step, hasAll && isDecided ? StepStanding::Done : StepStanding::Left);
}

RemainingSteps::Judgement RemainingSteps::ofRemoval(const Step &step) const
{
    const domain::ServerEntry *entry = m_inventory.find(step.server);
    if (entry == nullptr || !entry->certificates)
        return blocked(step, Obstacle::ServerNotRead);
    const domain::CertificateId id{step.server, step.subject};
    if (m_inventory.find(id) == nullptr)
        return judgement(step, StepStanding::Done);
    const bool isReplacedBefore
        = std::any_of(m_operation.plan.steps.begin(), m_operation.plan.steps.end(), [this, &step](const Step &other) {
              return other.kind == StepKind::ReplaceInternalTransport && other.server == step.server
                  && other.number < step.number && m_standings.value(other.number) == StepStanding::Left;
          });
    const QList<PreflightItem> items = removalPreflight(id, m_inventory, m_nowUtc);
    for (const PreflightItem &item : items) {
        if (item.verdict == Verdict::Blocks && !(item.mend == Mend::ReplaceTransport && isReplacedBefore))
            return blocked(step, Obstacle::StillNeeded, step.subject);
    }
    return judgement(step, StepStanding::Left);
}

Step RemainingSteps::settled(Step step) const
{
    const auto isKnown
        = [this](int number) { return m_standings.value(number, StepStanding::Left) != StepStanding::Left; };
    const auto fix = [this, &isKnown](CertificateReference &reference) {
        if (reference.isLate() && reference.step > 0 && isKnown(reference.step))
            reference = {resolveReference(reference, m_records), 0};
    };
    const auto resolve = [this, &isKnown](shell::Pipeline &pipeline) {
        for (shell::Cmdlet &cmdlet : pipeline.cmdlets) {
            cmdlet.resolve([this, &isKnown](const LateValue &late) -> ParameterValue {
                if (late.kind != LateValue::Kind::ThumbprintOfStep || !isKnown(late.step))
                    return late;
                const domain::Thumbprint made = resolveReference({{}, late.step}, m_records);
                return made.isNull() ? ParameterValue(late) : ParameterValue(made.toString());
            });
        }
    };
    // a question that comes again decides again; one that does not was decided by its answer then
    const auto isDecided = [this](const Check::Condition &condition) {
        return m_standings.value(condition.step, StepStanding::Left) != StepStanding::Left
            && !m_askingAgain.contains(condition.step);
    };
    resolve(step.command);
    if (step.condition && isDecided(*step.condition))
        step.condition.reset(); // what does not apply has been left out before
    QList<Check> checks;
    for (Check check : std::as_const(step.checks)) {
        if (check.condition && isDecided(*check.condition)) {
            if (!applies(*check.condition, m_records))
                continue;
            check.condition.reset();
        }
        fix(check.certificate);
        resolve(check.command);
        checks.append(check);
    }
    step.checks = checks;
    return step;
}

Obstacle RemainingSteps::obstacleFor(const Step &step, domain::Thumbprint *missing) const
{
    if (needsSecret(step))
        return Obstacle::NeedsPassword;
    if (isAuthStep(step.kind) && !m_inventory.authConfig)
        return Obstacle::AuthConfigNotRead;
    const domain::ServerEntry *entry = step.server.isEmpty() ? nullptr : m_inventory.find(step.server);
    if (!step.server.isEmpty() && (entry == nullptr || !entry->certificates))
        return Obstacle::ServerNotRead;
    QList<domain::Thumbprint> needed;
    if (!step.subject.isNull() && !makesCertificate(step.kind))
        needed.append(step.subject);
    if (step.kind == StepKind::CreateSuccessor)
        needed.append(step.subject);
    for (const Check &check : step.checks) {
        const bool isToBeThere = check.kind == Check::Kind::CertificatePresent || check.kind == Check::Kind::AuthNextIs
            || check.kind == Check::Kind::AuthCurrentIs;
        if (isToBeThere && !check.certificate.isLate())
            needed.append(check.certificate.thumbprint);
    }
    for (const domain::Thumbprint &thumbprint : std::as_const(needed)) {
        if (!isThere(step.server, thumbprint)) {
            *missing = thumbprint;
            return Obstacle::CertificateGone;
        }
    }
    return Obstacle::None;
}

} // namespace kakuin::plan
