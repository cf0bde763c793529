// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"

#include "core/advice/renewal.h"
#include "core/base/untrustedtext.h"
#include "core/domain/roles.h"
#include "core/plan/renewcautions.h"
#include "core/plan/transportquery.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

using domain::Service;
using domain::ServiceSet;
using RenewProblem = RenewDraft::Problem;
using RenewCode = RenewDraft::ProblemCode;
using Field = RenewDraft::Field;
using TransportChoice = RenewDraft::TransportChoice;

ServiceSet presetServices(const domain::Certificate &certificate, bool isWmSvc)
{
    if (isWmSvc)
        return {};
    ServiceSet services = knownServices(certificate.services.value_or(ServiceSet()));
    services.setFlag(Service::Federation, false);
    if (certificate.iisBindings && !certificate.isBoundToSite(domain::IisBinding::frontEndSite))
        services.setFlag(Service::Iis, false);
    return services;
}

} // namespace

RenewDraft::RenewDraft(domain::InventoryPtr inventory, const QDateTime &nowUtc, QObject *parent)
    : Draft(std::move(inventory), nowUtc, parent)
{
}

RenewDraft::~RenewDraft() = default;

RenewDraft::Target RenewDraft::targetFor(const domain::CertificateId &id) const
{
    Target target;
    target.id = id;
    const domain::Certificate *certificate = inventory()->find(id);
    if (certificate == nullptr)
        return target;
    const auto roles = domain::rolesOf(*certificate, *inventory());
    const domain::ServerEntry *entry = inventory()->find(id.server);
    target.id = certificate->id();
    target.isWmSvc = domain::hasRole(roles, domain::Role::WmSvc);
    target.services = presetServices(*certificate, target.isWmSvc);
    target.isInternalTransport = domain::hasRole(roles, domain::Role::InternalTransport);
    if (target.isInternalTransport && !target.isWmSvc && certificate->services) // what takes the role over carries SMTP
        target.services.setFlag(Service::Smtp);
    target.leftOut = certificate->services.value_or(ServiceSet()) & ~target.services;
    target.areServicesKnown = target.isWmSvc || certificate->services.has_value();
    target.isTransportKnown = entry != nullptr && entry->transport.has_value();
    target.isSelfSigned = advice::renewalObstacle(*certificate, *inventory()) != advice::RenewalObstacle::Issued;
    target.friendlyName = certificate->friendlyName;
    target.wasKeyExportable = certificate->privateKeyExportable;
    return target;
}

QList<RenewDraft::Target> RenewDraft::candidates() const
{
    QList<Target> out;
    for (const domain::ServerEntry &entry : inventory()->servers) {
        if (!entry.certificates)
            continue;
        for (const domain::Certificate &certificate : *entry.certificates) {
            if (advice::renewalObstacle(certificate, *inventory()) == advice::RenewalObstacle::Nothing)
                out.append(targetFor(certificate.id()));
        }
    }
    return out;
}

void RenewDraft::lookAgain()
{
    for (Target &target : m_targets)
        target = targetFor(target.id);
}

void RenewDraft::setTargets(const QList<domain::CertificateId> &ids)
{
    QList<Target> targets;
    QList<domain::CertificateId> seen;
    for (const domain::CertificateId &id : ids) {
        if (seen.contains(id))
            continue;
        seen.append(id);
        targets.append(targetFor(id));
    }
    if (targets == m_targets)
        return;
    m_targets = targets;
    Q_EMIT changed();
}

void RenewDraft::setServices(const std::optional<ServiceSet> &services)
{
    if (m_services == services)
        return;
    m_services = services;
    Q_EMIT changed();
}

ServiceSet RenewDraft::servicesFor(const Target &target) const
{
    return target.isWmSvc ? ServiceSet() : m_services.value_or(target.services);
}

void RenewDraft::setTransportChoice(TransportChoice choice)
{
    if (m_transport == choice)
        return;
    m_transport = choice;
    Q_EMIT changed();
}

void RenewDraft::setFriendlyName(const QString &name)
{
    if (m_friendlyName == name)
        return;
    m_friendlyName = name;
    Q_EMIT changed();
}

void RenewDraft::setKeyExportable(bool exportable)
{
    if (m_keyExportable == exportable)
        return;
    m_keyExportable = exportable;
    Q_EMIT changed();
}

void RenewDraft::setErrorPolicy(ErrorPolicy policy)
{
    if (m_errorPolicy == policy)
        return;
    m_errorPolicy = policy;
    Q_EMIT changed();
}

QList<RenewProblem> RenewDraft::problems() const
{
    QList<RenewProblem> out;
    if (m_targets.isEmpty())
        out.append({Field::Targets, RenewCode::NoTarget, {}});
    for (const Target &target : m_targets) {
        const domain::Certificate *certificate = inventory()->find(target.id);
        if (certificate == nullptr) {
            out.append({Field::Targets, RenewCode::TargetNotFound, target.id});
            continue;
        }
        switch (advice::renewalObstacle(*certificate, *inventory())) {
        case advice::RenewalObstacle::Nothing:
            break;
        case advice::RenewalObstacle::Issued:
            out.append({Field::Targets, RenewCode::TargetNotSelfSigned, target.id});
            break;
        case advice::RenewalObstacle::Auth:
            out.append({Field::Targets, RenewCode::TargetIsAuthCertificate, target.id});
            break;
        case advice::RenewalObstacle::Federation:
            out.append({Field::Targets, RenewCode::TargetIsFederationCertificate, target.id});
            break;
        }
        if (!target.areServicesKnown && !m_services) {
            out.append({Field::Services, RenewCode::ServicesUnknown, target.id});
            continue;
        }
        const bool wantsRole = m_transport == TransportChoice::TakeOver
            || (m_transport == TransportChoice::FollowOld && target.isInternalTransport);
        if (wantsRole && !target.isWmSvc && !servicesFor(target).testFlag(Service::Smtp))
            out.append({Field::Services, RenewCode::TransportNeedsSmtp, target.id});
    }
    const QString name = m_friendlyName.trimmed();
    if (name.size() > domain::longestFriendlyName)
        out.append({Field::FriendlyName, RenewCode::FriendlyNameTooLong, {}});
    if (singleLine(name) != name || !name.isValidUtf16())
        out.append({Field::FriendlyName, RenewCode::FriendlyNameHasControlCharacters, {}});
    return out;
}

QList<RenewProblem> RenewDraft::problems(Field field) const
{
    QList<RenewProblem> out = problems();
    out.removeIf([field](const RenewProblem &problem) { return problem.field != field; });
    return out;
}

std::optional<ExpectedPrompt> RenewDraft::expectedPrompt(const Target &target) const
{
    const domain::ServerEntry *entry = inventory()->find(target.id.server);
    if (entry == nullptr || !servicesFor(target).testFlag(Service::Smtp))
        return std::nullopt;
    if (entry->transport && entry->transport->thumbprint.isNull())
        return std::nullopt;
    ExpectedPrompt prompt;
    prompt.kind = shell::PromptKind::OverwriteDefaultSmtp;
    if (entry->transport)
        prompt.currentCertificate = entry->transport->thumbprint;
    const bool oldHoldsRole = prompt.currentCertificate == target.id.thumbprint;
    switch (m_transport) {
    case TransportChoice::Keep:
        prompt.reason = RecommendationReason::KeepTransportAsItIs;
        break;
    case TransportChoice::TakeOver:
        prompt.recommended = shell::Confirmation::Yes;
        prompt.reason
            = oldHoldsRole ? RecommendationReason::SuccessorTakesOverTransport : RecommendationReason::TakeOverChosen;
        break;
    case TransportChoice::FollowOld:
        prompt.followsCurrent = true;
        if (prompt.currentCertificate.isNull()) {
            prompt.reason = RecommendationReason::CurrentNotKnown;
        } else {
            prompt.recommended = oldHoldsRole ? shell::Confirmation::Yes : shell::Confirmation::No;
            prompt.reason = oldHoldsRole ? RecommendationReason::SuccessorTakesOverTransport
                                         : RecommendationReason::OldIsNotTransport;
        }
        break;
    }
    return prompt;
}

Step RenewDraft::createStep(const Target &target, int number) const
{
    Step step;
    step.number = number;
    step.kind = StepKind::CreateSuccessor;
    step.server = target.id.server;
    step.subject = target.id.thumbprint;
    shell::Cmdlet read(QStringLiteral("Get-ExchangeCertificate"));
    read.onServer(step.server).withThumbprint(step.subject);
    shell::Cmdlet make(QStringLiteral("New-ExchangeCertificate"));
    make.onServer(step.server).withServices(servicesFor(target));
    if (const QString name = m_friendlyName.trimmed(); !name.isEmpty())
        make.with(QStringLiteral("FriendlyName"), name);
    if (m_keyExportable)
        make.with(QStringLiteral("PrivateKeyExportable"), true);
    step.command = shell::Pipeline(QList<shell::Cmdlet>{read, make});
    if (const auto prompt = expectedPrompt(target))
        step.prompts.append(*prompt);
    return step;
}

Step RenewDraft::verifyStep(const Target &target, const Step &created) const
{
    Step step;
    step.number = created.number + 1;
    step.kind = StepKind::VerifySuccessor;
    step.server = created.server;
    step.subject = created.subject;
    const CertificateReference successor{{}, created.number};
    Check present;
    present.kind = Check::Kind::CertificatePresent;
    present.server = step.server;
    present.certificate = successor;
    present.services = servicesFor(target);
    present.command = shell::Cmdlet(QStringLiteral("Get-ExchangeCertificate"))
                          .onServer(step.server)
                          .with(QStringLiteral("Thumbprint"), successor.value());
    step.checks.append(present);

    const domain::ServerEntry *entry = inventory()->find(step.server);
    if (entry == nullptr || !present.services.testFlag(Service::Smtp))
        return step;
    Check transport;
    transport.kind = Check::Kind::InternalTransportIs;
    transport.server = step.server;
    transport.command = transportQuery(*entry);
    if (transport.command.isEmpty())
        return step;
    const domain::Thumbprint current = entry->transport ? entry->transport->thumbprint : domain::Thumbprint();
    transport.certificate = successor;
    // a server without one takes the first SMTP certificate without asking: what was wanted must then be so
    transport.condition = Check::Condition{shell::PromptKind::OverwriteDefaultSmtp, created.number, true,
        entry->transport && current.isNull() && m_transport == TransportChoice::TakeOver};
    step.checks.append(transport);
    if (!current.isNull()) {
        transport.certificate = {current, 0};
        transport.condition = Check::Condition{shell::PromptKind::OverwriteDefaultSmtp, created.number, false, true};
        step.checks.append(transport);
    }
    return step;
}

QList<Caution> RenewDraft::cautions() const
{
    QList<CautionSource> sources;
    for (const Target &target : m_targets) {
        // unasked, a server takes its first SMTP certificate for internal transport
        const auto prompt = expectedPrompt(target);
        const bool mayTakeOver = servicesFor(target).testFlag(Service::Smtp)
            && (!prompt || prompt->recommended == shell::Confirmation::Yes
                || prompt->reason == RecommendationReason::CurrentNotKnown);
        sources.append({target.id, servicesFor(target), mayTakeOver});
    }
    return renewCautions(sources, *inventory());
}

Plan RenewDraft::plan() const
{
    Plan plan;
    if (!problems().isEmpty())
        return plan;
    plan.kind = PlanKind::RenewCertificate;
    plan.errorPolicy = m_errorPolicy;
    int number = 1;
    for (const Target &target : m_targets) {
        const Step created = createStep(target, number);
        const Step verified = verifyStep(target, created);
        plan.steps.append(created);
        plan.steps.append(verified);
        number = verified.number + 1;
    }
    plan.cautions = cautions();
    return plan;
}

} // namespace kakuin::plan
