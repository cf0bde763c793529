// SPDX-License-Identifier: MIT
#include "core/plan/lefttodo.h"

#include "core/domain/roles.h"
#include "core/plan/latevalues.h"
#include "core/plan/operationfacts.h"
#include "core/plan/renewcautions.h"

#include <QtCore/QMap>

#include <algorithm>

namespace kakuin::plan {
namespace {

using advice::Reason;
using domain::Inventory;
using domain::ServerEntry;

// The Auth certificate that a step stages or publishes; null for any other step
domain::Thumbprint newAuthOf(const Plan &plan, const Step &step, const QList<StepRecord> &steps)
{
    const bool isOne = step.kind == StepKind::StageAuthCertificate || step.kind == StepKind::PublishAuthCertificate;
    if (!isOne || plan.kind == PlanKind::CancelAuthRotation)
        return {};
    for (const Check &check : step.checks) {
        if (check.kind == Check::Kind::AuthNextIs || check.kind == Check::Kind::AuthCurrentIs)
            return resolveReference(check.certificate, steps);
    }
    return {};
}

// A server that was left out of the decision is not waited for
void addAuthWork(QList<HandWork> &out, const Plan &plan, const domain::Thumbprint &auth, const Inventory &inventory)
{
    const advice::Picture picture(inventory, {}, inventory.takenUtc);
    for (const ServerEntry *entry : picture.authServers()) {
        if (plan.leftOut.contains(entry->server.id))
            continue;
        out.append({HandWorkKind::RestartServiceHost, entry->server.id, auth});
        out.append({HandWorkKind::RecycleApplicationPools, entry->server.id, auth});
    }
    if (!inventory.hybrid || *inventory.hybrid) {
        out.append({HandWorkKind::RunHybridWizard, {}, auth});
        out.append({HandWorkKind::UploadToEntra, {}, auth});
    }
}

void addRenewalWork(QList<HandWork> &out, const Step &step, const domain::Thumbprint &made, const Inventory &inventory)
{
    const CautionSource source{{step.server, step.subject}, {}, false};
    const auto warns = [&](Caution caution) { return renewCautions({source}, inventory).contains(caution); };
    const bool isOfBackEnd = warns(Caution::BackEndBindingStays);
    if (isOfBackEnd && warns(Caution::NotTrustedRoot))
        out.append({HandWorkKind::TrustRoot, step.server, made});
    if (isOfBackEnd)
        out.append({HandWorkKind::BindBackEnd, step.server, made});
    if (warns(Caution::WmSvcBindingStays))
        out.append({HandWorkKind::ChooseForWmSvc, step.server, made});
}

// Internal transport of a server, before the plan and after it, as far as the plan moved it
struct MovedTransport final {
    domain::Thumbprint before;
    domain::Thumbprint after;
};

QMap<domain::ServerId, MovedTransport> movedTransport(const Plan &plan, const QList<StepRecord> &steps)
{
    QMap<domain::ServerId, MovedTransport> out;
    for (const StepRecord &record : steps) {
        const Step *step = plan.find(record.number);
        for (const shell::AskedPrompt &question : record.questions) {
            if (step == nullptr || question.answeredYes(shell::PromptKind::OverwriteDefaultSmtp) != true)
                continue;
            MovedTransport &moved = out[step->server];
            if (moved.after.isNull())
                moved.before = question.prompt.thumbprints().value(0);
            moved.after = question.prompt.thumbprints().value(1);
        }
    }
    return out;
}

HandWorkStanding standingOfAuth(const HandWork &work, const ServerEntry *entry, const Inventory &inventory)
{
    if (!inventory.authConfig)
        return HandWorkStanding::Unproven;
    const domain::AuthConfig &auth = *inventory.authConfig;
    if (auth.current != work.certificate)
        return auth.isStaged() && auth.next == work.certificate ? HandWorkStanding::Waiting
                                                                : HandWorkStanding::Superseded;
    if (entry == nullptr || !entry->certificates)
        return HandWorkStanding::Unproven;
    const domain::Certificate *copy = entry->find(work.certificate);
    const bool isUsable = copy != nullptr && copy->hasPrivateKey != false;
    return isUsable ? HandWorkStanding::Unproven : HandWorkStanding::Waiting;
}

bool isBackEndKnown(const ServerEntry &entry)
{
    return entry.served(domain::LiveService::BackEnd) != nullptr
        || std::all_of(entry.certificates->begin(), entry.certificates->end(),
            [](const domain::Certificate &each) { return each.iisBindings.has_value(); });
}

HandWorkStanding standingOfRenewal(const HandWork &work, const ServerEntry &entry, const Inventory &inventory)
{
    using domain::RootCaType;
    const domain::Certificate *certificate = entry.find(work.certificate);
    if (!entry.certificates || (certificate == nullptr && !entry.isWhole()))
        return HandWorkStanding::Unproven;
    if (certificate == nullptr)
        return HandWorkStanding::Superseded;
    const auto roles = domain::rolesOf(*certificate, &entry, inventory);
    const auto judged = [&](bool isProven, bool isKnown) {
        return isProven ? HandWorkStanding::Proven : isKnown ? HandWorkStanding::Open : HandWorkStanding::Unproven;
    };
    const auto holdsNewer = [&](const auto &isHolder) {
        return std::any_of(
            entry.certificates->begin(), entry.certificates->end(), [&](const domain::Certificate &each) {
                return each.facts.thumbprint != work.certificate
                    && each.facts.notBeforeUtc > certificate->facts.notBeforeUtc && isHolder(each);
            });
    };
    const bool isBound = domain::hasRole(roles, domain::Role::BackEnd444);
    const bool isOfBackEnd = work.kind == HandWorkKind::BindBackEnd || work.kind == HandWorkKind::TrustRoot;
    if (isOfBackEnd && !isBound && holdsNewer([&](const domain::Certificate &each) {
            return domain::hasRole(domain::rolesOf(each, &entry, inventory), domain::Role::BackEnd444);
        }))
        return HandWorkStanding::Superseded;
    const domain::LiveReading *wmSvc = entry.served(domain::LiveService::WmSvc);
    if (work.kind == HandWorkKind::ChooseForWmSvc && wmSvc != nullptr && !wmSvc->shows(work.certificate)
        && holdsNewer([&](const domain::Certificate &each) { return wmSvc->shows(each.facts.thumbprint); }))
        return HandWorkStanding::Superseded;
    switch (work.kind) {
    case HandWorkKind::BindBackEnd:
        return judged(isBound, isBackEndKnown(entry));
    case HandWorkKind::TrustRoot: {
        const RootCaType root = certificate->rootCaType.value_or(RootCaType::Unknown);
        return judged(root == RootCaType::Registry || root == RootCaType::GroupPolicy, root != RootCaType::Unknown);
    }
    case HandWorkKind::ChooseForWmSvc:
        return judged(wmSvc != nullptr && wmSvc->shows(work.certificate), wmSvc != nullptr);
    default:
        return HandWorkStanding::Unproven;
    }
}

// What the adviser says about a certificate's age or purpose is a finding, and comes from no operation
bool isLeftByOperation(Reason reason)
{
    switch (reason) {
    case Reason::CompleteRequest:
    case Reason::AnswerWithoutKey:
    case Reason::KeyMissing:
    case Reason::AuthIsStaged:
    case Reason::AuthIsWaiting:
    case Reason::AuthKeyMissing:
    case Reason::TransportToHeir:
    case Reason::ServicesToHeir:
    case Reason::FrontEndToHeir:
    case Reason::BackEndToHeir:
    case Reason::WmSvcToHeir:
    case Reason::TrustHeir:
    case Reason::ConnectorsToHeir:
    case Reason::CanBeRemoved:
        return true;
    case Reason::NothingToDo:
    case Reason::DatesNotKnown:
    case Reason::RotateAuth:
    case Reason::AuthRoleNotKnown:
    case Reason::FederationTrust:
    case Reason::NoHeir:
    case Reason::Renew:
    case Reason::RequestFromAuthority:
    case Reason::UseNotKnown:
        break;
    }
    return false;
}

std::optional<HandWork> workOf(const advice::Advice &advice, const domain::ServerId &server)
{
    switch (advice.reason) {
    case Reason::BackEndToHeir:
        return HandWork{HandWorkKind::BindBackEnd, server, advice.heir};
    case Reason::WmSvcToHeir:
        return HandWork{HandWorkKind::ChooseForWmSvc, server, advice.heir};
    case Reason::TrustHeir:
        return HandWork{HandWorkKind::TrustRoot, server, advice.heir};
    default:
        return std::nullopt;
    }
}

/// Collects the items of one organisation.
class Collector final {
public:
    Collector(const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
        : m_inventory(inventory)
        , m_picture(inventory, policy, nowUtc)
    {
    }

    void addHandWork(const OperationRecord &operation);
    void addMissingAuth();
    void addAdvice(const QList<OperationRecord> &operations);
    [[nodiscard]] LeftToDo result();

private:
    [[nodiscard]] bool isListed(const HandWork &work) const
    {
        return std::any_of(m_items.begin(), m_items.end(), [&](const LeftItem &item) { return item.work == work; });
    }
    [[nodiscard]] bool isReplaced(const HandWork &work) const;
    [[nodiscard]] bool leavesWhatNoReadingShows(const OperationRecord &operation) const;

    const Inventory &m_inventory;
    const advice::Picture m_picture;
    QList<LeftItem> m_items;
    QList<HandWork> m_seen; ///< of operations so far, newest first
    QList<domain::ServerId> m_leftOut; ///< of the operations that put the current Auth certificate into use
    int m_unrecorded = 0;
    bool m_isAuthPublished = false; ///< an operation put the current Auth certificate into use
};

// A later operation left the same work on the same server for another certificate
bool Collector::isReplaced(const HandWork &work) const
{
    return std::any_of(m_seen.begin(), m_seen.end(), [&](const HandWork &newer) {
        const bool isSamePlace = newer.kind == work.kind && newer.server == work.server;
        return isSamePlace
            && (newer.certificate == work.certificate
                || (!isOfAuth(work.kind) && standingOf(newer, m_inventory) != HandWorkStanding::Superseded));
    });
}

// This version records such work when an operation ends, and an operation without any has left none
bool Collector::leavesWhatNoReadingShows(const OperationRecord &operation) const
{
    const QList<HandWork> all = handWorkOf(operation.plan, operation.steps, m_inventory);
    return std::any_of(all.begin(), all.end(), [this](const HandWork &work) {
        const HandWorkStanding standing = standingOf(work, m_inventory);
        return !isReplaced(work) && (standing == HandWorkStanding::Unproven || standing == HandWorkStanding::Waiting);
    });
}

void Collector::addHandWork(const OperationRecord &operation)
{
    if (operation.handWork.isEmpty() && leavesWhatNoReadingShows(operation))
        ++m_unrecorded;
    QList<HandWork> ofOperation;
    for (const HandWorkRecord &record : operation.handWork) {
        if (record.event != HandWorkEvent::Left || isReplaced(record.work))
            continue;
        ofOperation.append(record.work);
        const HandWorkStanding standing = standingOf(record.work, m_inventory);
        if (isOfAuth(record.work.kind) && m_inventory.authConfig
            && m_inventory.authConfig->current == record.work.certificate) {
            m_isAuthPublished = true;
            m_leftOut.append(operation.plan.leftOut);
        }
        if (standing == HandWorkStanding::Proven || standing == HandWorkStanding::Superseded)
            continue;
        LeftItem item;
        item.server = record.work.server;
        item.certificate = record.work.certificate;
        item.work = record.work;
        item.operation = operation.id;
        item.isTickable = standing == HandWorkStanding::Unproven;
        item.state = standing == HandWorkStanding::Waiting ? LeftItem::State::Waiting : LeftItem::State::Open;
        const auto newest = std::find_if(operation.handWork.rbegin(), operation.handWork.rend(),
            [&](const HandWorkRecord &each) { return each.work == record.work; });
        if (item.isTickable && newest->event == HandWorkEvent::Ticked) {
            item.state = LeftItem::State::Ticked;
            item.tick = *newest;
        }
        m_items.append(item);
    }
    m_seen.append(ofOperation);
}

void Collector::addMissingAuth()
{
    if (!m_isAuthPublished)
        return;
    const domain::Thumbprint auth = m_inventory.authConfig->current;
    for (const ServerEntry *entry : m_picture.authServers()) {
        const domain::Certificate *copy = entry->find(auth);
        if (copy != nullptr && copy->hasPrivateKey != false)
            continue;
        LeftItem item;
        item.kind = LeftItem::Kind::AuthMissing;
        item.server = entry->server.id;
        item.certificate = auth;
        const bool isKnown = copy != nullptr || entry->isWhole();
        if (!isKnown && (entry->reading.isAwaited || m_leftOut.contains(entry->server.id)))
            continue; // until it answers, or answers again
        item.holding = copy != nullptr ? RotationServer::State::HasWithoutKey
            : isKnown                  ? RotationServer::State::Lacks
                                       : RotationServer::State::NotKnown;
        item.task.kind = isKnown ? advice::Task::Kind::FollowRotation : advice::Task::Kind::ReadAgain;
        if (!isKnown)
            item.task.servers = {entry->server.id};
        m_items.append(item);
    }
}

void Collector::addAdvice(const QList<OperationRecord> &operations)
{
    QMap<domain::ServerId, QList<domain::Thumbprint>> touched;
    for (const OperationRecord &operation : operations) {
        const QList<domain::CertificateId> ids = touchedCertificates(operation.plan, operation.steps, m_inventory);
        for (const domain::CertificateId &id : ids) {
            if (!touched[id.server].contains(id.thumbprint))
                touched[id.server].append(id.thumbprint);
        }
    }
    for (auto it = touched.begin(); it != touched.end(); ++it) {
        const ServerEntry *entry = m_picture.find(it.key());
        const advice::ServerView view = advice::viewOf(*entry, m_picture);
        for (const domain::Thumbprint &thumbprint : std::as_const(*it)) {
            const advice::CertificateView *certificate = view.find(thumbprint);
            if (certificate == nullptr)
                continue;
            LeftItem item;
            item.kind = LeftItem::Kind::Advice;
            item.advice = advice::adviceFor(*certificate, view, m_picture);
            item.server = it.key();
            item.certificate = thumbprint;
            item.work = workOf(item.advice, item.server);
            item.task = item.advice.task;
            if (isLeftByOperation(item.advice.reason) && !(item.work && isListed(*item.work)))
                m_items.append(item);
        }
    }
}

LeftToDo Collector::result()
{
    QHash<domain::ServerId, int> places;
    for (const ServerEntry &entry : m_inventory.servers)
        places.insert(entry.server.id, static_cast<int>(places.size()) + 1);
    std::stable_sort(m_items.begin(), m_items.end(), [&places](const LeftItem &a, const LeftItem &b) {
        const auto rank = [&places](const LeftItem &item) {
            return std::pair(
                item.server.isEmpty() ? 0 : places.value(item.server, INT_MAX), static_cast<int>(item.kind));
        };
        return rank(a) < rank(b);
    });
    LeftToDo out;
    QSet<domain::ServerId> servers;
    for (const LeftItem &item : std::as_const(m_items)) {
        if (item.state != LeftItem::State::Ticked && m_isAuthPublished
            && ((item.kind == LeftItem::Kind::AuthMissing && item.holding != RotationServer::State::NotKnown)
                || (item.kind == LeftItem::Kind::HandWork && isOfAuth(item.work->kind)
                    && item.certificate == m_inventory.authConfig->current)))
            out.isAuthOpen = true;
        if (item.state != LeftItem::State::Open)
            continue;
        ++out.open;
        if (!item.server.isEmpty())
            servers.insert(item.server);
    }
    out.servers = static_cast<int>(servers.size());
    out.unrecorded = m_unrecorded;
    out.items = std::move(m_items);
    return out;
}

} // namespace

QList<HandWork> handWorkOf(const Plan &plan, const QList<StepRecord> &steps, const Inventory &inventory)
{
    QList<HandWork> all;
    for (const StepRecord &record : steps) {
        const Step *step = plan.find(record.number);
        if (step == nullptr)
            continue;
        const bool isEffective = record.state == StepState::Succeeded || isOutcomeOpen(record);
        if (const domain::Thumbprint auth = isEffective ? newAuthOf(plan, *step, steps) : domain::Thumbprint();
            !auth.isNull())
            addAuthWork(all, plan, auth, inventory);
        if (step->kind == StepKind::CreateSuccessor && !record.produced.isNull())
            addRenewalWork(all, *step, record.produced, inventory);
    }
    const auto moved = movedTransport(plan, steps);
    for (auto it = moved.begin(); it != moved.end(); ++it) {
        const CautionSource source{{it.key(), it->before}, {}, true};
        if (it->before != it->after && !it->after.isNull()
            && renewCautions({source}, inventory).contains(Caution::EdgeResubscription))
            all.append({HandWorkKind::ResubscribeEdge, it.key(), it->after});
    }
    QList<HandWork> out; // staged and published by the same plan is once
    for (const HandWork &work : std::as_const(all)) {
        if (!out.contains(work))
            out.append(work);
    }
    return out;
}

HandWorkStanding standingOf(const HandWork &work, const Inventory &inventory)
{
    const ServerEntry *entry = work.server.isEmpty() ? nullptr : inventory.find(work.server);
    if (!work.server.isEmpty() && entry == nullptr)
        return inventory.serverList ? HandWorkStanding::Superseded : HandWorkStanding::Unproven;
    if (isOfAuth(work.kind))
        return standingOfAuth(work, entry, inventory);
    return entry == nullptr ? HandWorkStanding::Unproven : standingOfRenewal(work, *entry, inventory);
}

LeftToDo leftToDo(const QList<OperationRecord> &operations, const Inventory &inventory, const advice::Policy &policy,
    const QDateTime &nowUtc)
{
    QList<OperationRecord> ended = operations;
    ended.removeIf([](const OperationRecord &operation) { return operation.state == OperationState::Running; });
    Collector collector(inventory, policy, nowUtc);
    for (const OperationRecord &operation : std::as_const(ended))
        collector.addHandWork(operation);
    collector.addMissingAuth();
    collector.addAdvice(ended);
    return collector.result();
}

} // namespace kakuin::plan
