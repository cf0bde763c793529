// SPDX-License-Identifier: MIT
// What an interrupted command that makes a certificate has made, and what that lacks.
#include "core/domain/lineage.h"
#include "core/plan/remainingsteps.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

// The clocks of this computer and of the server need not agree
constexpr std::chrono::minutes clockSkew{15};

} // namespace

QList<domain::Thumbprint> RemainingSteps::candidatesFor(const Step &step) const
{
    QList<domain::Thumbprint> out;
    const domain::ServerEntry *entry = m_inventory.find(step.server);
    const StepRecord *recorded = record(step.number);
    if (entry == nullptr || !entry->certificates || recorded == nullptr || !recorded->startedUtc.isValid())
        return out;
    const QDateTime earliest = recorded->startedUtc.addSecs(-std::chrono::seconds(clockSkew).count());
    const domain::Certificate *old = step.subject.isNull() ? nullptr : entry->find(step.subject);
    for (const domain::Certificate &certificate : *entry->certificates) {
        const domain::Thumbprint &thumbprint = certificate.facts.thumbprint;
        if (thumbprint == step.subject || certificate.facts.notBeforeUtc < earliest)
            continue;
        const bool isKin = step.kind == StepKind::CreateAuthCertificate
            ? certificate.facts.subjectCommonName.compare(
                  QLatin1String("Microsoft Exchange Server Auth Certificate"), Qt::CaseInsensitive)
                == 0
            : old != nullptr && domain::lineageOf(*old, *entry).generations.contains(thumbprint);
        if (isKin)
            out.append(thumbprint);
    }
    return out;
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
    if (isInferred) {
        const QList<domain::Thumbprint> candidates = candidatesFor(step);
        if (candidates.size() > 1)
            return blocked(step, Obstacle::SeveralCandidates, candidates.first());
        made = candidates.value(0);
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

} // namespace kakuin::plan
