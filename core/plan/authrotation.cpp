// SPDX-License-Identifier: MIT
#include "core/plan/authrotation.h"

#include "core/plan/exportdraft.h"
#include "core/plan/importdraft.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

using namespace Qt::StringLiterals;
using DistributionState = RotationServer::State;

constexpr std::chrono::hours stagingLead{49};

DistributionState stateOf(const domain::ServerEntry &entry, const domain::Thumbprint &thumbprint)
{
    if (entry.server.isEdge())
        return DistributionState::NotConcerned;
    if (!entry.certificates)
        return DistributionState::NotKnown;
    const domain::Certificate *found = entry.find(thumbprint);
    if (found == nullptr)
        return DistributionState::Lacks;
    return found->hasPrivateKey == false ? DistributionState::HasWithoutKey : DistributionState::Has;
}

Step authStep(int number, StepKind kind, const domain::Thumbprint &subject, const shell::Cmdlet &command)
{
    Step step;
    step.number = number;
    step.kind = kind;
    step.subject = subject;
    step.command = command;
    return step;
}

shell::Cmdlet setAuthConfig()
{
    return shell::Cmdlet(u"Set-AuthConfig"_s);
}

/// The servers that hold the certificate, by whether they would export it.
struct Exporters final {
    domain::ServerId willing; ///< known to export the Auth certificate, and the key is exportable
    domain::ServerId untold; ///< the same, but the update level is not known
    bool isAnyRefusing = false;

    [[nodiscard]] domain::ServerId best() const { return willing.isEmpty() ? untold : willing; }
};

Exporters exportersOf(const domain::Inventory &inventory, const domain::Thumbprint &thumbprint)
{
    Exporters out;
    for (const domain::ServerEntry &entry : inventory.servers) {
        const domain::Certificate *found = entry.find(thumbprint);
        if (found == nullptr || found->hasPrivateKey == false)
            continue;
        const std::optional<bool> isRefusing = refusesExport(inventory, found->id());
        out.isAnyRefusing = out.isAnyRefusing || isRefusing == true;
        const bool isExportable = found->hasPrivateKey.value_or(false) && found->privateKeyExportable.value_or(false);
        domain::ServerId &place = isRefusing == false ? out.willing : out.untold;
        if (isExportable && isRefusing != true && place.isEmpty())
            place = entry.server.id;
    }
    return out;
}

/// Of the servers that lack it: one of each site where nobody has it (from there it spreads), all of the other sites.
QList<domain::ServerId> importersOf(const RotationStatus &status)
{
    QStringList supplied;
    for (const RotationServer &server : status.servers) {
        if (server.state == DistributionState::Has)
            supplied.append(server.site);
    }
    QList<domain::ServerId> out;
    for (const RotationServer &server : status.servers) {
        if (server.state != DistributionState::Lacks)
            continue;
        const bool isFirstOfSite = !server.site.isEmpty() && !supplied.contains(server.site);
        if (isFirstOfSite)
            supplied.append(server.site);
        else if (!server.site.isEmpty() && !status.isLate)
            continue; // it arrives from its neighbour
        out.append(server.server);
    }
    return out;
}

} // namespace

Check authCheck(Check::Kind kind, const CertificateReference &certificate)
{
    Check check;
    check.kind = kind;
    check.certificate = certificate;
    check.command = shell::Cmdlet(u"Get-AuthConfig"_s);
    return check;
}

RotationStatus rotationStatus(const domain::Inventory &inventory, const QDateTime &nowUtc, const advice::Policy &policy)
{
    RotationStatus status;
    if (!inventory.authConfig)
        return status;
    status.auth = *inventory.authConfig;
    status.followed = status.auth.isStaged() ? status.auth.next : status.auth.current;
    for (const domain::ServerEntry &entry : inventory.servers) {
        const DistributionState state = stateOf(entry, status.followed);
        status.servers.append({entry.server.id, entry.server.site, state});
        status.having += state == DistributionState::Has ? 1 : 0;
        status.lacking += state == DistributionState::Lacks || state == DistributionState::HasWithoutKey ? 1 : 0;
        status.notKnown += state == DistributionState::NotKnown ? 1 : 0;
        if (const domain::Certificate *found = entry.find(status.followed))
            status.sentUtc = found->facts.notBeforeUtc;
    }
    std::stable_sort(
        status.servers.begin(), status.servers.end(), [](const RotationServer &a, const RotationServer &b) {
            return a.site.compare(b.site, Qt::CaseInsensitive) < 0;
        });
    const qint64 patienceSeconds = qint64{3600} * policy.distributionHours;
    status.isLate = status.lacking > 0 && status.sentUtc.isValid() && status.sentUtc.addSecs(patienceSeconds) <= nowUtc;
    const Exporters exporters = exportersOf(inventory, status.followed);
    status.isExportRefused = status.lacking > 0 && exporters.best().isEmpty() && exporters.isAnyRefusing;
    if (!status.auth.isStaged())
        status.phase = status.auth.isPreviousHeld() ? RotationPhase::PreviousHeld : RotationPhase::Quiet;
    else if (status.auth.nextEffectiveUtc.isValid() && status.auth.nextEffectiveUtc <= nowUtc)
        status.phase = RotationPhase::Overdue;
    else
        status.phase = status.lacking == 0 && status.notKnown == 0 ? RotationPhase::Distributed : RotationPhase::Staged;
    return status;
}

Plan publishPlan(const domain::Inventory &inventory, bool clearsPrevious)
{
    Plan plan;
    plan.kind = PlanKind::CompleteAuthRotation;
    if (!inventory.authConfig || !inventory.authConfig->isStaged())
        return plan;
    const domain::Thumbprint next = inventory.authConfig->next;
    shell::Cmdlet publish = setAuthConfig().withSwitch(u"PublishCertificate"_s);
    if (clearsPrevious)
        publish.withSwitch(u"ClearPreviousCertificate"_s);
    Step step = authStep(1, StepKind::PublishAuthCertificate, next, publish);
    step.checks.append(authCheck(Check::Kind::AuthCurrentIs, {next, 0}));
    if (clearsPrevious)
        step.checks.append(authCheck(Check::Kind::AuthPreviousIsEmpty, {}));
    plan.steps.append(step);
    plan.cautions = {Caution::ServersMayLackAuth, Caution::RestartAfterAuth};
    if (!inventory.hybrid || *inventory.hybrid)
        plan.cautions.append(Caution::HybridAfterAuth);
    return plan;
}

Plan clearPreviousPlan(const domain::Inventory &inventory)
{
    Plan plan;
    plan.kind = PlanKind::CompleteAuthRotation;
    if (!inventory.authConfig || inventory.authConfig->previous.isNull())
        return plan;
    Step step = authStep(1, StepKind::ClearPreviousAuthCertificate, inventory.authConfig->previous,
        setAuthConfig().withSwitch(u"ClearPreviousCertificate"_s));
    step.checks.append(authCheck(Check::Kind::AuthPreviousIsEmpty, {}));
    plan.steps.append(step);
    return plan;
}

Plan spreadPlan(const domain::Inventory &inventory, const QDateTime &nowUtc, const advice::Policy &policy)
{
    Plan plan;
    plan.kind = PlanKind::SpreadAuthCertificate;
    plan.errorPolicy = ErrorPolicy::ContinueWithNextServer;
    const RotationStatus status = rotationStatus(inventory, nowUtc, policy);
    const Exporters exporters = exportersOf(inventory, status.followed);
    const domain::ServerId exporter = exporters.best();
    const QList<domain::ServerId> importers = importersOf(status);
    if (exporter.isEmpty() || importers.isEmpty())
        return plan;
    if (exporters.willing.isEmpty())
        plan.cautions.append(Caution::AuthExportMayBeRefused);
    plan.steps.append(exportStep(1, {exporter, status.followed}, {}));
    for (const domain::ServerId &server : importers)
        plan.steps.append(importStep(static_cast<int>(plan.steps.size()) + 1, server,
            shell::LateValue::fileDataOfStep(1), status.followed, true));
    return plan;
}

Plan cancelStagingPlan(const domain::Inventory &inventory)
{
    Plan plan;
    plan.kind = PlanKind::CancelAuthRotation;
    if (!inventory.authConfig || !inventory.authConfig->isStaged() || inventory.authConfig->current.isNull())
        return plan;
    const domain::Thumbprint current = inventory.authConfig->current;
    Step step = authStep(1, StepKind::StageAuthCertificate, current,
        setAuthConfig()
            .with(u"NewCertificateThumbprint"_s, current.toString())
            .with(u"NewCertificateEffectiveDate"_s, shell::LateValue::timeOfSending(stagingLead)));
    step.checks.append(authCheck(Check::Kind::AuthNextIs, {current, 0}));
    plan.steps.append(step);
    return plan;
}

} // namespace kakuin::plan
