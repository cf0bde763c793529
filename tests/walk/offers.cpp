// SPDX-License-Identifier: MIT
#include "tests/walk/offers.h"

#include "core/findings/findings.h"
#include "core/plan/assigndraft.h"
#include "core/plan/authrotation.h"
#include "core/plan/removedraft.h"
#include "core/plan/renewdraft.h"
#include "core/plan/rotatedraft.h"

#include <array>

namespace kakuin::walk {

using namespace Qt::StringLiterals;
using advice::Advice;
using advice::Reason;
using advice::Task;
using domain::CertificateId;
using domain::Inventory;
using Kind = Task::Kind;

namespace {

constexpr std::array reasons{"NothingToDo", "DatesNotKnown", "CompleteRequest", "AnswerWithoutKey", "KeyMissing",
    "RotateAuth", "AuthIsStaged", "AuthRoleNotKnown", "AuthIsWaiting", "AuthKeyMissing", "FederationTrust",
    "TransportToHeir", "ServicesToHeir", "FrontEndToHeir", "BackEndToHeir", "WmSvcToHeir", "TrustHeir",
    "ConnectorsToHeir", "NoHeir", "Renew", "RequestFromAuthority", "CanBeRemoved", "UseNotKnown"};
static_assert(reasons.size() == static_cast<size_t>(Reason::UseNotKnown) + 1);
constexpr std::array kinds{"Instructions", "Renew", "RotateAuth", "FollowRotation", "Assign", "TakeTransport", "Remove",
    "Export", "Import", "ReadAgain", "CheckPorts"};
static_assert(kinds.size() == static_cast<size_t>(Kind::CheckPorts) + 1);
constexpr std::array checks{"AuthConfig", "InternalTransport", "IisBindings", "WmSvc", "ServedPorts", "SendConnectors",
    "ReceiveConnectors", "Federation", "LastOfService", "StillValid", "Backup"};
static_assert(checks.size() == static_cast<size_t>(plan::RemovalCheck::Backup) + 1);

QString textOf(const char *name)
{
    return QString::fromLatin1(name);
}

template <class Problems>
QString firstOf(const char *draft, const Problems &problems)
{
    return problems.isEmpty() ? QString()
                              : u"%1, problem %2"_s.arg(textOf(draft)).arg(static_cast<int>(problems.first()));
}

Opened openedRenewal(const Task &task, const domain::InventoryPtr &inventory)
{
    plan::RenewDraft draft(inventory);
    draft.setTargets(task.certificates);
    QList<plan::RenewDraft::ProblemCode> codes;
    for (const auto &problem : draft.problems())
        codes.append(problem.code);
    return {draft.plan(), firstOf("RenewDraft", codes)};
}

Opened openedRotation(const Task &task, const domain::InventoryPtr &inventory, const QDateTime &nowUtc)
{
    plan::RotateDraft draft(inventory, nowUtc);
    if (!task.certificates.isEmpty()) { // as the wizard does
        draft.setSource(plan::RotateDraft::Source::Existing);
        draft.setExisting(task.certificates.first().thumbprint);
    }
    QList<plan::RotateDraft::ProblemCode> codes;
    for (const auto &problem : draft.problems())
        codes.append(problem.code);
    return {draft.plan(), firstOf("RotateDraft", codes)};
}

Opened openedAssignment(const Task &task, const domain::InventoryPtr &inventory, const QDateTime &nowUtc)
{
    plan::AssignDraft draft(inventory, nowUtc, task.certificates.value(0));
    draft.setServices(task.services);
    if (task.kind == Kind::TakeTransport) {
        draft.setServices(domain::Service::Smtp);
        draft.setTakesTransport(true);
    }
    return {draft.plan(), firstOf("AssignDraft", draft.problems())};
}

Opened openedRemoval(const Task &task, const domain::InventoryPtr &inventory, const QDateTime &nowUtc)
{
    plan::RemoveDraft draft(inventory, nowUtc);
    draft.setTargets(task.certificates);
    draft.setAcknowledged(true);
    for (const auto &target : draft.targets()) {
        for (const plan::PreflightItem &item : target.items) {
            if (item.verdict == plan::Verdict::Blocks)
                return {{}, u"removal is blocked by "_s + textOf(checks.at(static_cast<size_t>(item.check)))};
        }
    }
    QList<plan::RemoveDraft::ProblemCode> codes;
    for (const auto &problem : draft.problems())
        codes.append(problem.code);
    return {draft.plan(), firstOf("RemoveDraft", codes)};
}

// The window for it shows several buttons; which of them is meant follows from where the rotation stands.
Opened openedFollowing(const Inventory &inventory, const QDateTime &nowUtc)
{
    const plan::RotationStatus status = plan::rotationStatus(inventory, nowUtc);
    const bool isStaged = !status.auth.next.isNull() && status.auth.next != status.auth.current;
    if (status.lacking > 0) {
        Opened spread{plan::spreadPlan(inventory, nowUtc), {}};
        if (!spread.plan.steps.isEmpty())
            return spread;
        if (!isStaged && status.auth.previous.isNull())
            return {{}, status.isLate ? u"nothing can be copied to the servers that lack it"_s : QString(), true};
    }
    if (isStaged) {
        const bool isDue = status.phase == plan::RotationPhase::Overdue;
        const advice::Picture picture(inventory, {}, nowUtc);
        if (isDue || !picture.authState().isUsable)
            return {plan::publishPlan(inventory, false), {}};
        return {{}, {}, true};
    }
    if (!status.auth.previous.isNull())
        return {plan::clearPreviousPlan(inventory), {}};
    return {{}, u"there is no rotation to follow"_s};
}

QString ruleOf(const QString &about, const Task &task)
{
    return about + u" -> "_s + nameOf(task.kind);
}

} // namespace

QString nameOf(Reason reason)
{
    return textOf(reasons.at(static_cast<size_t>(reason)));
}

QString nameOf(Kind kind)
{
    return textOf(kinds.at(static_cast<size_t>(kind)));
}

Offers offersOf(const Inventory &inventory, const QDateTime &nowUtc)
{
    Offers out;
    const advice::Policy policy;
    const advice::Picture picture(inventory, policy, nowUtc);
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates)
            continue;
        const advice::ServerView server = advice::viewOf(entry, picture);
        for (const advice::CertificateView &view : server.certificates) {
            const Advice advice = advice::adviceFor(view, server, picture);
            const CertificateId id = view.certificate->id();
            out.advice.insert(id, advice);
            if (advice.reason != Reason::NothingToDo)
                out.tasks.append(
                    {u"advice %1/%2 %3"_s.arg(id.server.name(), id.thumbprint.toShortString(), nameOf(advice.reason)),
                        ruleOf(nameOf(advice.reason), advice.task), advice.task});
        }
    }
    out.findings = findings::findingsOf(inventory, policy, nowUtc);
    for (const findings::Finding &finding : std::as_const(out.findings)) {
        if (finding.task.kind != Kind::Instructions)
            out.tasks.append({u"finding "_s + finding.key(),
                ruleOf(QString(findings::codeName(finding.code)), finding.task), finding.task});
    }
    return out;
}

Opened opened(const Task &task, const domain::InventoryPtr &inventory, const QDateTime &nowUtc)
{
    Opened out;
    switch (task.kind) {
    case Kind::Renew:
        out = openedRenewal(task, inventory);
        break;
    case Kind::RotateAuth:
        out = openedRotation(task, inventory, nowUtc);
        break;
    case Kind::FollowRotation:
        out = openedFollowing(*inventory, nowUtc);
        break;
    case Kind::Assign:
    case Kind::TakeTransport:
        out = openedAssignment(task, inventory, nowUtc);
        break;
    case Kind::Remove:
        out = openedRemoval(task, inventory, nowUtc);
        break;
    case Kind::Export: // never advised
        out.refusal = u"an export is advised"_s;
        break;
    case Kind::Import: // needs a person's file
        for (const domain::ServerId &server : task.servers) {
            const domain::ServerEntry *entry = inventory->find(server);
            if (entry == nullptr || !entry->certificates)
                out.refusal = u"a file is to be imported on a server that does not answer"_s;
        }
        [[fallthrough]];
    case Kind::Instructions:
    case Kind::ReadAgain:
    case Kind::CheckPorts:
        out.isWaiting = true;
        break;
    }
    if (out.refusal.isEmpty() && !out.isWaiting && out.plan.steps.isEmpty())
        out.refusal = u"the plan is empty"_s;
    return out;
}

std::optional<std::pair<QString, QString>> disagreementIn(const Offers &offers, const Inventory &)
{
    for (const findings::Finding &finding : offers.findings) {
        const Kind kind = finding.task.kind;
        if (kind != Kind::Renew && kind != Kind::Remove)
            continue;
        for (const CertificateId &id : finding.task.certificates) {
            const Advice advice = offers.advice.value(id);
            if (advice.task.kind != kind)
                return std::pair{u"finding %1 -> %2, advice %3"_s.arg(
                                     findings::codeName(finding.code), nameOf(kind), nameOf(advice.reason)),
                    finding.key()};
        }
    }
    for (const findings::Finding &finding : offers.findings) {
        const bool isOfCertificate
            = finding.subject.kind == findings::Subject::Kind::Certificate && !finding.subject.server.isEmpty();
        const Kind kind = finding.task.kind;
        if (!isOfCertificate || finding.severity == findings::Severity::Information
            || (kind != Kind::Assign && kind != Kind::TakeTransport))
            continue;
        const Advice advice = offers.advice.value(finding.subject.certificate());
        // one after the other, different services may go to different certificates
        const bool isOfOthers
            = advice.task.kind != kind || (kind == Kind::Assign && !(advice.task.services & finding.task.services));
        const bool isSame = isOfOthers || advice.task.certificates == finding.task.certificates;
        if ((advice.task.kind != Kind::Assign && advice.task.kind != Kind::TakeTransport) || !isSame)
            return std::pair{u"finding %1 -> %2, advice %3%4"_s.arg(findings::codeName(finding.code), nameOf(kind),
                                 nameOf(advice.reason), isSame ? QString() : u" to another certificate"_s),
                finding.key()};
    }
    return std::nullopt;
}

QString nameOf(const CertificateId &id, const Inventory &inventory, const QDateTime &nowUtc)
{
    const domain::Certificate *certificate = inventory.find(id);
    if (certificate == nullptr)
        return id.server.name() + u": "_s + id.thumbprint.toShortString();
    return u"%1: %2 (%3 %4 days)"_s.arg(id.server.name(), certificate->facts.subject, id.thumbprint.toShortString())
        .arg(domain::wholeDays(nowUtc, certificate->facts.notAfterUtc));
}

QStringList described(const Inventory &inventory, const QDateTime &nowUtc)
{
    QStringList out;
    for (const domain::ServerEntry &entry : inventory.servers) {
        out.append(u"%1, %2, %3%4"_s.arg(entry.server.id.name(), entry.server.version.displayText(), entry.server.site,
            entry.server.isEdge()                   ? u", Edge"_s
                : entry.server.isClientAccessOnly() ? u", Client Access only"_s
                : entry.certificates.has_value()    ? QString()
                                                    : u", does not answer"_s));
        for (const domain::Certificate &one : entry.certificates.value_or(QList<domain::Certificate>())) {
            QStringList facts{domain::displayText(one.services.value_or(domain::ServiceSet()))};
            for (const domain::IisBinding &binding : one.iisBindings.value_or(QList<domain::IisBinding>()))
                facts.append(binding.siteId == domain::IisBinding::backEndSite ? u"444"_s : u"443"_s);
            if (entry.transport && entry.transport->thumbprint == one.facts.thumbprint)
                facts.append(u"internal transport"_s);
            if (one.hasPrivateKey == false)
                facts.append(u"no key"_s);
            if (!one.facts.isSelfIssued)
                facts.append(u"issued"_s);
            if (!one.keyContainer.isEmpty() && one.keyContainer.startsWith(u"WMSvc"_s))
                facts.append(u"made for WMSvc"_s);
            if (one.status)
                facts.append(u"status %1"_s.arg(static_cast<int>(*one.status)));
            facts.append(one.facts.dnsNames.join(u' '));
            facts.removeAll(QString());
            out.append(u"  %1 %2"_s.arg(nameOf(one.id(), inventory, nowUtc), facts.join(u", "_s)));
        }
    }
    if (inventory.authConfig) {
        const domain::AuthConfig &auth = *inventory.authConfig;
        out.append(u"Auth: current %1, next %2 at %3, previous %4"_s.arg(auth.current.toShortString(),
            auth.next.toShortString(), auth.nextEffectiveUtc.toString(Qt::ISODate), auth.previous.toShortString()));
    }
    for (const auto *connectors : {&inventory.sendConnectors, &inventory.receiveConnectors}) {
        for (const domain::Connector &one : connectors->value_or(QList<domain::Connector>())) {
            if (one.tlsCertificateName)
                out.append(u"connector %1 names %2%3"_s.arg(
                    one.name, one.tlsCertificateName->subject, one.isEnabled ? QString() : u", disabled"_s));
        }
    }
    return out;
}

} // namespace kakuin::walk
