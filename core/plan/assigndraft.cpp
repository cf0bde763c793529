// SPDX-License-Identifier: MIT
#include "core/plan/assigndraft.h"

#include "core/domain/roles.h"
#include "core/plan/renewcautions.h"
#include "core/plan/transportquery.h"

namespace kakuin::plan {
namespace {

using domain::Service;
using domain::ServiceSet;

// SMTP can be carried by many; of these a server has one certificate each
constexpr std::array exclusive{Service::Imap, Service::Pop, Service::Um, Service::UmCallRouter};

} // namespace

AssignDraft::AssignDraft(
    domain::InventoryPtr inventory, const QDateTime &nowUtc, domain::CertificateId id, QObject *parent)
    : Draft(std::move(inventory), nowUtc, parent)
    , m_id(std::move(id))
{
}

AssignDraft::~AssignDraft() = default;

std::optional<ServiceSet> AssignDraft::present() const
{
    const domain::Certificate *found = certificate();
    return found == nullptr ? std::nullopt : found->services;
}

void AssignDraft::setServices(ServiceSet services)
{
    if (m_services == services)
        return;
    m_services = services;
    Q_EMIT changed();
}

void AssignDraft::setTakesTransport(bool takes)
{
    if (m_takesTransport == takes)
        return;
    m_takesTransport = takes;
    Q_EMIT changed();
}

void AssignDraft::setLeavesSslOptional(bool leaves)
{
    if (m_leavesSslOptional == leaves)
        return;
    m_leavesSslOptional = leaves;
    Q_EMIT changed();
}

QList<AssignDraft::Takeover> AssignDraft::takeovers() const
{
    QList<Takeover> out;
    const domain::ServerEntry *entry = inventory()->find(m_id.server);
    if (entry == nullptr || !entry->certificates)
        return out;
    for (const domain::Certificate &other : *entry->certificates) {
        if (other.facts.thumbprint == m_id.thumbprint)
            continue;
        for (const Service service : exclusive) {
            if (m_services.testFlag(service) && other.hasService(service))
                out.append({service, other.facts.thumbprint});
        }
        if (m_services.testFlag(Service::Iis) && other.isBoundToSite(domain::IisBinding::frontEndSite))
            out.append({Service::Iis, other.facts.thumbprint});
    }
    return out;
}

domain::Thumbprint AssignDraft::transportHolder() const
{
    const domain::ServerEntry *entry = inventory()->find(m_id.server);
    return entry != nullptr && entry->transport ? entry->transport->thumbprint : domain::Thumbprint();
}

bool AssignDraft::holdsTransport() const
{
    return !m_id.thumbprint.isNull() && transportHolder() == m_id.thumbprint;
}

QList<AssignDraft::ProblemCode> AssignDraft::problems() const
{
    const domain::Certificate *found = certificate();
    const domain::ServerEntry *entry = inventory()->find(m_id.server);
    if (found == nullptr || entry == nullptr)
        return {ProblemCode::TargetNotFound};
    QList<ProblemCode> out;
    const ServiceSet had = found->services.value_or(ServiceSet());
    const bool addsIis = m_services.testFlag(Service::Iis) && !found->isBoundToSite(domain::IisBinding::frontEndSite);
    const bool adds = (m_services & ~had & ~ServiceSet(Service::Iis)) || addsIis || !found->services;
    if (!m_services || (!adds && (!m_takesTransport || holdsTransport())))
        out.append(ProblemCode::NothingToDo);
    if (found->hasPrivateKey == false || found->status == domain::CertificateStatus::PendingRequest)
        out.append(ProblemCode::NoPrivateKey);
    if (found->facts.notAfterUtc <= nowUtc())
        out.append(ProblemCode::Expired);
    if (m_takesTransport && !m_services.testFlag(Service::Smtp))
        out.append(ProblemCode::TransportNeedsSmtp);
    if (m_services.testFlag(Service::Federation))
        out.append(ProblemCode::ServiceOfFederation);
    const domain::Product product = entry->server.version.product();
    if ((m_services.testFlag(Service::Um) || m_services.testFlag(Service::UmCallRouter))
        && (product == domain::Product::Exchange2019 || product == domain::Product::ExchangeSe))
        out.append(ProblemCode::ServiceNotOfThisVersion);
    const auto roles = domain::rolesOf(*found, *inventory());
    if (domain::hasRole(roles, domain::Role::AuthCurrent) || domain::hasRole(roles, domain::Role::AuthNext))
        out.append(ProblemCode::IsAuthCertificate);
    return out;
}

std::optional<ExpectedPrompt> AssignDraft::expectedPrompt() const
{
    const domain::ServerEntry *entry = inventory()->find(m_id.server);
    const bool nobodyHolds = entry != nullptr && entry->transport && entry->transport->thumbprint.isNull();
    if (!m_services.testFlag(Service::Smtp) || holdsTransport() || nobodyHolds)
        return std::nullopt;
    ExpectedPrompt prompt;
    prompt.kind = shell::PromptKind::OverwriteDefaultSmtp;
    prompt.recommended = m_takesTransport ? shell::Confirmation::Yes : shell::Confirmation::No;
    prompt.reason = m_takesTransport ? RecommendationReason::TakeOverChosen : RecommendationReason::OnlyServices;
    prompt.currentCertificate = transportHolder();
    return prompt;
}

Plan AssignDraft::plan() const
{
    Plan plan;
    const domain::ServerEntry *entry = inventory()->find(m_id.server);
    if (!problems().isEmpty() || entry == nullptr)
        return plan;
    plan.kind = PlanKind::AssignServices;
    Step step;
    step.number = 1;
    step.kind = StepKind::AssignServices;
    step.server = m_id.server;
    step.subject = m_id.thumbprint;
    shell::Cmdlet enable(QStringLiteral("Enable-ExchangeCertificate"));
    enable.onServer(step.server).withThumbprint(step.subject).withServices(m_services);
    if (m_leavesSslOptional && m_services.testFlag(Service::Iis))
        enable.withSwitch(QStringLiteral("DoNotRequireSsl"));
    step.command = enable;
    step.checks.append(presenceCheck(step.server, {m_id.thumbprint, 0}, m_services));
    const auto prompt = expectedPrompt();
    if (prompt) {
        step.prompts.append(*prompt);
        Check now = transportCheck(*entry, {m_id.thumbprint, 0});
        now.condition = Check::Condition{shell::PromptKind::OverwriteDefaultSmtp, 1, true, false};
        Check before = transportCheck(*entry, {prompt->currentCertificate, 0});
        before.condition = Check::Condition{shell::PromptKind::OverwriteDefaultSmtp, 1, false, false};
        if (!now.command.isEmpty())
            step.checks.append(now);
        if (!before.command.isEmpty() && !prompt->currentCertificate.isNull())
            step.checks.append(before);
    }
    plan.steps.append(step);
    if (!takeovers().isEmpty())
        plan.cautions.append(Caution::ServicesAreTakenOver);
    const QList<Caution> others = renewCautions({{m_id, m_services, m_takesTransport}}, *inventory());
    for (const Caution caution : others) {
        if (caution == Caution::FrontEndBindingMoves || caution == Caution::TransportPublished
            || caution == Caution::EdgeResubscription)
            plan.cautions.append(caution);
    }
    return plan;
}

} // namespace kakuin::plan
