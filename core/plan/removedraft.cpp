// SPDX-License-Identifier: MIT
#include "core/plan/removedraft.h"

#include "core/plan/exportdraft.h"
#include "core/plan/sitecheck.h"
#include "core/plan/transportquery.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

using RemoveProblem = RemoveDraft::Problem;
using RemoveCode = RemoveDraft::ProblemCode;

bool wantsAcknowledgement(const PreflightItem &item)
{
    return item.verdict == Verdict::Warning || item.verdict == Verdict::NotKnown;
}

Step removeStep(int number, const domain::CertificateId &id)
{
    Step step;
    step.number = number;
    step.kind = StepKind::RemoveCertificate;
    step.server = id.server;
    step.subject = id.thumbprint;
    step.command
        = shell::Cmdlet(QStringLiteral("Remove-ExchangeCertificate")).onServer(id.server).withThumbprint(id.thumbprint);
    ExpectedPrompt prompt;
    prompt.kind = shell::PromptKind::RemoveCertificate;
    prompt.recommended = shell::Confirmation::Yes;
    prompt.reason = RecommendationReason::RemovalReviewed;
    prompt.currentCertificate = id.thumbprint;
    step.prompts.append(prompt);
    Check absent;
    absent.kind = Check::Kind::CertificateAbsent;
    absent.server = id.server;
    absent.certificate = {id.thumbprint, 0};
    // all of them: asked for one that is gone, the cmdlet fails
    absent.command = storeQuery(id.server);
    step.checks.append(absent);
    return step;
}

} // namespace

const PreflightItem *RemoveDraft::Target::item(RemovalCheck check) const
{
    const auto it
        = std::find_if(items.begin(), items.end(), [check](const PreflightItem &i) { return i.check == check; });
    return it == items.end() ? nullptr : &*it;
}

bool RemoveDraft::Target::needsReplacement() const
{
    const PreflightItem *transport = item(RemovalCheck::InternalTransport);
    return transport != nullptr && transport->mend == Mend::ReplaceTransport;
}

bool RemoveDraft::Target::canBackUp() const
{
    const PreflightItem *backup = item(RemovalCheck::Backup);
    return backup != nullptr && backup->mend == Mend::ExportPfx;
}

RemoveDraft::RemoveDraft(domain::InventoryPtr inventory, const QDateTime &nowUtc, QObject *parent)
    : Draft(std::move(inventory), nowUtc, parent)
{
}

RemoveDraft::~RemoveDraft() = default;

RemoveDraft::Target RemoveDraft::targetFor(const domain::CertificateId &id, const Target *before) const
{
    Target target;
    target.id = id;
    target.items = removalPreflight(id, *inventory(), nowUtc());
    if (target.needsReplacement()) {
        const auto offered = transportReplacements(id, *inventory(), nowUtc());
        target.replacement = before != nullptr && offered.contains(before->replacement)
            ? before->replacement
            : target.item(RemovalCheck::InternalTransport)->other;
    }
    if (before != nullptr && target.canBackUp())
        target.backupPath = before->backupPath;
    return target;
}

RemoveDraft::Target *RemoveDraft::find(const domain::CertificateId &id)
{
    const auto it = std::find_if(m_targets.begin(), m_targets.end(), [&id](const Target &t) { return t.id == id; });
    return it == m_targets.end() ? nullptr : &*it;
}

void RemoveDraft::replaceTargets(QList<Target> targets)
{
    const auto warnings = [](const QList<Target> &list) {
        QList<std::pair<domain::CertificateId, PreflightItem>> out;
        for (const Target &target : list) {
            for (const PreflightItem &item : target.items) {
                if (wantsAcknowledgement(item))
                    out.append({target.id, item});
            }
        }
        return out;
    };
    if (warnings(targets) != warnings(m_targets))
        m_isAcknowledged = false;
    m_targets = std::move(targets);
}

void RemoveDraft::lookAgain()
{
    QList<Target> targets;
    for (const Target &target : std::as_const(m_targets))
        targets.append(targetFor(target.id, &target));
    replaceTargets(std::move(targets));
}

void RemoveDraft::setTargets(const QList<domain::CertificateId> &ids)
{
    QList<Target> targets;
    for (const domain::CertificateId &id : ids) {
        const bool isThere = std::any_of(targets.begin(), targets.end(), [&](const Target &t) { return t.id == id; });
        if (!isThere)
            targets.append(targetFor(id, find(id)));
    }
    if (targets == m_targets)
        return;
    replaceTargets(std::move(targets));
    Q_EMIT changed();
}

void RemoveDraft::setReplacement(const domain::CertificateId &id, const domain::Thumbprint &replacement)
{
    Target *target = find(id);
    if (target == nullptr || target->replacement == replacement)
        return;
    target->replacement = replacement;
    Q_EMIT changed();
}

void RemoveDraft::setBackupPath(const domain::CertificateId &id, const QString &path)
{
    Target *target = find(id);
    if (target == nullptr || target->backupPath == path)
        return;
    target->backupPath = path;
    Q_EMIT changed();
}

void RemoveDraft::setPassword(const Secret &password)
{
    m_password = password;
    Q_EMIT changed();
}

void RemoveDraft::setAcknowledged(bool acknowledged)
{
    if (m_isAcknowledged == acknowledged)
        return;
    m_isAcknowledged = acknowledged;
    Q_EMIT changed();
}

bool RemoveDraft::needsAcknowledgement() const
{
    return std::any_of(m_targets.begin(), m_targets.end(), [](const Target &target) {
        return std::any_of(target.items.begin(), target.items.end(), wantsAcknowledgement);
    });
}

void RemoveDraft::setErrorPolicy(ErrorPolicy policy)
{
    if (m_errorPolicy == policy)
        return;
    m_errorPolicy = policy;
    Q_EMIT changed();
}

QList<RemoveProblem> RemoveDraft::problems() const
{
    QList<RemoveProblem> out;
    if (m_targets.isEmpty())
        out.append({RemoveCode::NoTarget, {}, {}});
    QStringList paths;
    for (const Target &target : m_targets) {
        if (target.items.isEmpty())
            out.append({RemoveCode::TargetNotFound, target.id, {}});
        for (const PreflightItem &item : target.items) {
            if (item.verdict == Verdict::Blocks && item.mend != Mend::ReplaceTransport)
                out.append({RemoveCode::Blocked, target.id, item.check});
        }
        if (target.needsReplacement()) {
            const domain::CertificateId replacement{target.id.server, target.replacement};
            if (target.replacement.isNull() || inventory()->find(replacement) == nullptr)
                out.append({RemoveCode::ReplacementMissing, target.id, {}});
            else if (std::any_of(
                         m_targets.begin(), m_targets.end(), [&](const Target &t) { return t.id == replacement; }))
                out.append({RemoveCode::ReplacementGoesToo, target.id, {}});
        }
        if (!target.backupPath.isEmpty() && paths.contains(target.backupPath))
            out.append({RemoveCode::BackupPathTwice, target.id, {}});
        if (!target.backupPath.isEmpty())
            paths.append(target.backupPath);
    }
    if (!paths.isEmpty() && m_password.isEmpty())
        out.append({RemoveCode::BackupPasswordMissing, {}, {}});
    if (needsAcknowledgement() && !m_isAcknowledged)
        out.append({RemoveCode::NotAcknowledged, {}, {}});
    return out;
}

void RemoveDraft::addSteps(const Target &target, QList<Step> &steps) const
{
    const auto number = [&steps] { return static_cast<int>(steps.size()) + 1; };
    if (target.needsReplacement()) {
        if (const domain::ServerEntry *entry = inventory()->find(target.id.server))
            steps.append(replaceTransportStep(number(), *entry, {target.replacement, 0}, target.id.thumbprint,
                RecommendationReason::ReplacedBeforeRemoval));
    }
    if (!target.backupPath.isEmpty())
        steps.append(exportStep(number(), target.id, target.backupPath));
    steps.append(removeStep(number(), target.id));
}

Plan RemoveDraft::plan() const
{
    Plan plan;
    if (!problems().isEmpty())
        return plan;
    plan.kind = PlanKind::RemoveCertificates;
    plan.errorPolicy = m_errorPolicy;
    bool isReplacing = false;
    bool isFinal = false;
    bool isSaved = false;
    for (const Target &target : m_targets) {
        addSteps(target, plan.steps);
        isReplacing = isReplacing || target.needsReplacement();
        isSaved = isSaved || !target.backupPath.isEmpty();
        isFinal = isFinal || target.backupPath.isEmpty();
    }
    if (isReplacing)
        plan.cautions.append(Caution::TransportPublished);
    if (isFinal)
        plan.cautions.append(Caution::RemovalIsFinal);
    if (isSaved)
        plan.cautions.append(Caution::PfxHoldsKey);
    return plan;
}

} // namespace kakuin::plan
