// SPDX-License-Identifier: MIT
#include "core/plan/operationfacts.h"

#include "core/domain/fitness.h"

#include <algorithm>

namespace kakuin::plan {

bool concerns(const OperationRecord &operation, const domain::CertificateId &id)
{
    for (const Step &step : operation.plan.steps) {
        if (!step.server.isEmpty() && step.server != id.server)
            continue;
        const bool isNamed = step.subject == id.thumbprint
            || std::any_of(step.checks.begin(), step.checks.end(),
                [&id](const Check &check) { return check.certificate.thumbprint == id.thumbprint; });
        const bool isMade = std::any_of(operation.steps.begin(), operation.steps.end(),
            [&](const StepRecord &r) { return r.number == step.number && r.produced == id.thumbprint; });
        if (isNamed || isMade)
            return true;
    }
    return false;
}

domain::CertificateId formerTransport(const Plan &plan, const QList<StepRecord> &steps)
{
    domain::CertificateId former;
    for (const StepRecord &record : steps) {
        const Step *step = plan.find(record.number);
        if (step == nullptr || record.state != StepState::Succeeded)
            continue;
        if (step->kind == StepKind::RemoveCertificate && step->subject == former.thumbprint)
            return {};
        for (const shell::AskedPrompt &question : record.questions) {
            if (question.answeredYes(shell::PromptKind::OverwriteDefaultSmtp) == true)
                former = {step->server, question.prompt.thumbprints().value(0)};
        }
    }
    return former;
}

QList<KeptTransport> keptTransport(
    const Plan &plan, const QList<StepRecord> &steps, const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    QList<KeptTransport> kept;
    for (const StepRecord &record : steps) {
        const Step *step = plan.find(record.number);
        if (step == nullptr)
            continue;
        for (const shell::AskedPrompt &question : record.questions) {
            const std::optional<bool> isYes = question.answeredYes(shell::PromptKind::OverwriteDefaultSmtp);
            if (!isYes)
                continue;
            kept.removeIf([step](const KeptTransport &each) { return each.certificate.server == step->server; });
            const domain::CertificateId holder{step->server, question.prompt.thumbprints().value(0)};
            const bool isMadeHere = std::any_of(steps.begin(), steps.end(),
                [&holder](const StepRecord &each) { return each.produced == holder.thumbprint; });
            if (*isYes || holder.thumbprint.isNull() || isMadeHere)
                continue;
            const domain::Certificate *certificate = inventory.find(holder);
            kept.append({holder, certificate != nullptr && domain::isExpired(certificate->facts, nowUtc)});
        }
    }
    return kept;
}

QList<domain::CertificateId> touchedCertificates(
    const Plan &plan, const QList<StepRecord> &steps, const domain::Inventory &inventory)
{
    QList<domain::CertificateId> out;
    const auto add = [&](const domain::ServerId &server, const domain::Thumbprint &thumbprint) {
        const auto holder
            = std::find_if(inventory.servers.begin(), inventory.servers.end(), [&](const domain::ServerEntry &entry) {
                  const bool isItsServer = server.isEmpty() || server == entry.server.id;
                  return isItsServer && !thumbprint.isNull() && entry.find(thumbprint) != nullptr;
              });
        if (holder != inventory.servers.end() && !out.contains({holder->server.id, thumbprint}))
            out.append({holder->server.id, thumbprint});
    };
    for (const StepRecord &record : steps) {
        const Step *step = plan.find(record.number);
        if (step == nullptr)
            continue;
        add(step->server, step->subject);
        add(step->server, record.produced);
        add(step->server, leftBehind(record));
    }
    return out;
}

QHash<domain::Thumbprint, QString> namesIn(const Plan &plan, const domain::Inventory &inventory)
{
    QHash<domain::Thumbprint, QString> out;
    for (const Step &step : plan.steps) {
        for (const domain::ServerEntry &entry : inventory.servers) {
            const bool isItsServer = step.server.isEmpty() || step.server == entry.server.id;
            const domain::Certificate *found
                = step.subject.isNull() || !isItsServer ? nullptr : entry.find(step.subject);
            if (found != nullptr)
                out.insert(step.subject, found->displayName());
        }
    }
    return out;
}

QList<ChangedSite> changedSites(const Plan &plan, const QList<StepRecord> &steps)
{
    QList<ChangedSite> out;
    for (const StepRecord &record : steps) {
        const Step *step = plan.find(record.number);
        const QList<domain::SiteChange> changes
            = step != nullptr && record.error ? sitesOf(*record.error) : QList<domain::SiteChange>();
        for (const domain::SiteChange &change : changes) {
            const bool isRemoved = step->kind == StepKind::RemoveCertificate && change.before.contains(step->subject);
            const bool isOne = change.before.size() == 1 && !isRemoved;
            out.append(
                {step->server, change, {step->server, isOne ? change.before.constFirst() : domain::Thumbprint()}});
        }
    }
    return out;
}

domain::Thumbprint leftBehind(const StepRecord &record)
{
    const bool hasEnded = record.state == StepState::Failed || record.state == StepState::Stopped;
    if (!record.produced.isNull() || !hasEnded)
        return {};
    for (const shell::AskedPrompt &question : record.questions) {
        // New-ExchangeCertificate asks after it has created; Enable- asks about one that was there before
        const bool isNew = question.prompt.cmdlet.startsWith(QLatin1String("New-"), Qt::CaseInsensitive);
        if (isNew && question.kind == shell::PromptKind::OverwriteDefaultSmtp)
            return question.prompt.thumbprints().value(1);
    }
    return {};
}

bool isOutcomeOpen(const StepRecord &record)
{
    return record.state == StepState::Running || record.state == StepState::OutcomeUnknown;
}

} // namespace kakuin::plan
