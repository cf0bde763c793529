// SPDX-License-Identifier: MIT
#include "core/advice/advice.h"

#include "core/advice/authadvice.h"

#include <algorithm>

namespace kakuin::advice {

using namespace domain;

namespace {

Advice instructions(Reason reason)
{
    Advice out;
    out.reason = reason;
    return out;
}

// The request on the same server that has the key of this certificate
bool hasPendingRequest(const CertificateView &view, const ServerView &server)
{
    const QByteArray &key = view.certificate->facts.publicKeySha256;
    return !key.isEmpty()
        && std::any_of(server.certificates.begin(), server.certificates.end(), [&](const CertificateView &other) {
               return other.isPending && other.certificate->facts.publicKeySha256 == key;
           });
}

std::optional<Advice> ofRequestsAndKeys(const CertificateView &view, const ServerView &server)
{
    if (view.isPending)
        return instructions(Reason::CompleteRequest);
    if (view.certificate->hasPrivateKey != false)
        return std::nullopt;
    if (hasPendingRequest(view, server))
        return instructions(Reason::AnswerWithoutKey);
    if (!view.hasServerWork() || view.heir != nullptr)
        return std::nullopt;
    Advice out = instructions(Reason::KeyMissing);
    out.task = {Task::Kind::Import, {}, {view.certificate->server}, {}};
    return out;
}

// Roles of the whole organisation, which are not changed by renewing a certificate on one server
std::optional<Advice> ofOrganisation(const CertificateView &view, const Picture &picture)
{
    if (view.has(Role::Federation)) {
        const std::optional<qint64> days = picture.daysLeft(*view.certificate);
        const bool isNear = days && *days < picture.policy.limitsFor(view.certificate->facts, true).warning;
        return instructions(
            isNear || picture.isExpired(*view.certificate) ? Reason::FederationTrust : Reason::NothingToDo);
    }
    if (view.hasServerWork())
        return std::nullopt; // its other work is what this server is asked about
    if (!picture.inventory.authConfig) {
        if (!view.isAuthNamed)
            return std::nullopt;
        return instructions(Reason::AuthRoleNotKnown);
    }
    if (!view.isAuth && !view.isAuthNamed)
        return std::nullopt;
    return authAdviceFor(view.certificate->facts.thumbprint, picture);
}

// What is still on the old one although another can do it, in the order in which it is done
Advice ofHeir(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    Advice out;
    out.heir = view.heir->facts.thumbprint;
    const CertificateId heir{view.certificate->server, out.heir};
    const CertificateView *heirView = server.find(out.heir);
    const auto assign = [&](Reason reason, ServiceSet services) {
        out.reason = reason;
        out.services = services;
        out.task = {Task::Kind::Assign, {heir}, {}, services};
        return out;
    };
    const auto say = [&](Reason reason) {
        out.reason = reason;
        return out;
    };
    if (view.has(Role::InternalTransport)) {
        out.task = {Task::Kind::TakeTransport, {heir}, {}, {}};
        return say(Reason::TransportToHeir);
    }
    const ServiceSet left = servicesLeft(view) & ~ServiceSet(Service::Iis);
    if (left)
        return assign(Reason::ServicesToHeir, left);
    if (view.has(Role::FrontEnd443))
        return assign(Reason::FrontEndToHeir, Service::Iis);
    if (view.has(Role::BackEnd444))
        return say(Reason::BackEndToHeir);
    if (view.has(Role::WmSvc))
        return say(Reason::WmSvcToHeir);
    const bool isHeirBound
        = heirView != nullptr && (heirView->has(Role::BackEnd444) || heirView->has(Role::FrontEnd443));
    const RootCaType root = view.heir->rootCaType.value_or(RootCaType::Registry);
    if (isHeirBound && heirView->has(Role::Own) && root != RootCaType::Registry && root != RootCaType::GroupPolicy)
        return say(Reason::TrustHeir);
    const bool isNamed = view.has(Role::SendConnector) || view.has(Role::ReceiveConnector) || view.has(Role::Hybrid);
    const bool isSameName = view.heir->facts.issuer.compare(view.certificate->facts.issuer, Qt::CaseInsensitive) == 0
        && view.heir->facts.subject.compare(view.certificate->facts.subject, Qt::CaseInsensitive) == 0;
    if (isNamed && !isSameName)
        return say(Reason::ConnectorsToHeir);
    const Use use = useOf(view, server, picture);
    // a connector that names both by one name takes the one that is valid longest
    if (!use.isKnown || (use.isUsed && !(isNamed && isSameName)))
        return say(Reason::UseNotKnown);
    out.task = {Task::Kind::Remove, {view.certificate->id()}, {}, {}};
    return say(Reason::CanBeRemoved);
}

// An Auth certificate that does a server's work besides: the work goes to a certificate that is made for it
Advice ofAuthAtWork(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    const CertificateView *issued = view.has(Role::FrontEnd443) ? server.bestIssued(picture) : nullptr;
    const CertificateView *heir = issued != nullptr ? issued : server.bestOwn(picture);
    if (heir != nullptr && heir != &view) {
        CertificateView handedOver = view;
        handedOver.heir = heir->certificate;
        return ofHeir(handedOver, server, picture);
    }
    return view.isAuth ? authAdviceFor(view.certificate->facts.thumbprint, picture) : instructions(Reason::UseNotKnown);
}

} // namespace

Advice adviceFor(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    if (const auto found = ofRequestsAndKeys(view, server))
        return *found;
    if (view.isForeign)
        return {};
    if (const auto found = ofOrganisation(view, picture))
        return *found;
    const std::optional<qint64> days = picture.daysLeft(*view.certificate);
    if (!days)
        return instructions(Reason::DatesNotKnown);
    if (view.heir != nullptr)
        return ofHeir(view, server, picture);
    if (view.isSelfSigned() && (view.isAuth || view.isAuthNamed))
        return ofAuthAtWork(view, server, picture);
    const bool isExpired = picture.isExpired(*view.certificate);
    if (isExpired) {
        const Use use = useOf(view, server, picture);
        if (use.isKnown && !use.isUsed) {
            Advice out = instructions(Reason::CanBeRemoved);
            out.task = {Task::Kind::Remove, {view.certificate->id()}, {}, {}};
            return out;
        }
    }
    const Policy::Limits limits = picture.policy.limitsFor(view.certificate->facts, view.isSelfSigned());
    const bool wantsSuccessor = isExpired || *days < limits.warning
        || view.certificate->status == CertificateStatus::Revoked
        || view.certificate->status == CertificateStatus::Invalid;
    if (!wantsSuccessor)
        return {};
    return successorOf(view);
}

Advice successorOf(const CertificateView &view)
{
    Advice out;
    if (view.isSelfSigned()) {
        out.reason = Reason::Renew;
        out.task = {Task::Kind::Renew, {view.certificate->id()}, {}, {}};
    } else {
        out.reason = Reason::RequestFromAuthority;
        out.task = {Task::Kind::Import, {}, {view.certificate->server}, {}};
    }
    return out;
}

Advice adviceFor(
    const CertificateId &certificate, const Inventory &inventory, const Policy &policy, const QDateTime &nowUtc)
{
    const ServerEntry *entry = inventory.find(certificate.server);
    if (entry == nullptr)
        return {};
    const Picture picture(inventory, policy, nowUtc);
    const ServerView server = viewOf(*entry, picture);
    const CertificateView *view = server.find(certificate.thumbprint);
    return view == nullptr ? Advice() : adviceFor(*view, server, picture);
}

} // namespace kakuin::advice
