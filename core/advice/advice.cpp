// SPDX-License-Identifier: MIT
#include "core/advice/advice.h"

#include "core/advice/authadvice.h"
#include "core/domain/fitness.h"

#include <algorithm>

namespace kakuin::advice {

using namespace domain;

namespace {

constexpr qint64 renewedDays = qint64{5} * 365; ///< New-ExchangeCertificate: always five years

Advice instructions(Reason reason)
{
    Advice out;
    out.reason = reason;
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
    const AuthConfig &auth = *picture.inventory.authConfig;
    const Thumbprint &thumbprint = view.certificate->facts.thumbprint;
    const AuthState &state = picture.authState();
    // where a rotation is due, it makes the copy superfluous
    const bool isWanted = thumbprint == auth.current ? !state.isKeyless && !state.needsAnother()
                                                     : thumbprint == auth.next && state.isNextReady;
    if (view.certificate->hasPrivateKey == false && isWanted)
        return instructions(Reason::AuthKeyMissing);
    return authAdviceFor(view.certificate->facts.thumbprint, picture);
}

bool isTrusted(const Certificate &certificate)
{
    const RootCaType root = certificate.rootCaType.value_or(RootCaType::Registry);
    return root == RootCaType::Registry || root == RootCaType::GroupPolicy || root == RootCaType::Unknown;
}

// Named by a connector or the hybrid configuration, not only seen on a port
bool isNamedByConnectors(const CertificateView &view)
{
    return std::any_of(view.roles.begin(), view.roles.end(), [](const RoleEvidence &evidence) {
        return evidence.source == RoleEvidence::Source::SendConnector
            || evidence.source == RoleEvidence::Source::ReceiveConnector
            || evidence.source == RoleEvidence::Source::HybridConfiguration;
    });
}

// Exchange 2013 signs what it makes with SHA-1 as well
bool wouldBeSignedBetter(const CertificateView &view, const ServerView &server)
{
    return !view.isSelfSigned() || server.entry->server.version.product() != Product::Exchange2013;
}

// A role that the certificate has and another one should have
std::optional<Advice> ofRole(Role role, const CertificateView &view, const ServerView &server, const Picture &picture)
{
    const Certificate *heir = view.has(role) ? server.heirFor(role, view, picture) : nullptr;
    if (heir == nullptr)
        return std::nullopt;
    const Thumbprint thumbprint = heir->facts.thumbprint;
    if (role == Role::InternalTransport)
        return Advice{Reason::TransportToHeir, {Task::Kind::TakeTransport, {heir->id()}, {}, {}}, thumbprint, {}};
    if (role == Role::BackEnd444)
        return Advice{Reason::BackEndToHeir, {}, thumbprint, {}};
    return Advice{
        Reason::FrontEndToHeir, {Task::Kind::Assign, {heir->id()}, {}, Service::Iis}, thumbprint, Service::Iis};
}

// Without an heir for everything, others can still take over a part: the server's own, an issued one for clients
std::optional<Advice> ofParts(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    for (const Role role : {Role::InternalTransport, Role::FrontEnd443, Role::BackEnd444}) {
        if (const auto found = ofRole(role, view, server, picture))
            return found;
    }
    return std::nullopt;
}

std::optional<Advice> ofRequestsAndKeys(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    if (view.isPending)
        return instructions(Reason::CompleteRequest);
    if (view.certificate->hasPrivateKey != false)
        return std::nullopt;
    if (server.requestOf(view) != nullptr)
        return instructions(Reason::AnswerWithoutKey);
    if (!view.hasServerWork() || view.heir != nullptr)
        return std::nullopt;
    if (const auto found = ofParts(view, server, picture))
        return found;
    Advice out = instructions(Reason::KeyMissing);
    out.task = {Task::Kind::Import, {}, {view.certificate->server}, {}};
    return out;
}

// What is still on the old one although another can do it, in the order in which it is done
Advice ofHeir(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    Advice out;
    const auto to = [&](const Certificate *heir, Reason reason, Task::Kind kind = Task::Kind::Instructions,
                        ServiceSet services = {}) {
        out.reason = reason;
        out.heir = heir->facts.thumbprint;
        out.services = services;
        if (kind != Task::Kind::Instructions)
            out.task = {kind, {heir->id()}, {}, services};
        return out;
    };
    if (const auto found = ofRole(Role::InternalTransport, view, server, picture))
        return *found;
    if (const ServiceSet left = servicesLeft(view, server) & ~ServiceSet(Service::Iis))
        return to(view.heir, Reason::ServicesToHeir, Task::Kind::Assign, left);
    for (const Role site : {Role::FrontEnd443, Role::BackEnd444}) {
        if (const auto found = ofRole(site, view, server, picture))
            return *found;
    }
    if (view.has(Role::WmSvc) || mayBeOfWmSvc(*view.certificate))
        return to(view.heir, Reason::WmSvcToHeir);
    const CertificateView *heir = server.find(view.heir->facts.thumbprint);
    const bool isHeirBound = heir != nullptr && (heir->has(Role::BackEnd444) || heir->has(Role::FrontEnd443));
    if (isHeirBound && heir->has(Role::Own) && !isTrusted(*view.heir))
        return to(view.heir, Reason::TrustHeir);
    // Exchange refuses to remove what a Send connector names, also when another one bears the same names
    if (isNamedByConnectors(view))
        return to(view.heir, Reason::ConnectorsToHeir);
    if (view.isAuth && picture.inventory.authConfig) // its last work is the organisation's
        return authAdviceFor(view.certificate->facts.thumbprint, picture);
    const Use use = useOf(view, server, picture);
    if (use.isOutside && !picture.isEnding(*view.certificate))
        return {}; // not Exchange's, and nothing is wrong with it
    if (!use.isKnown || use.isUsed)
        return to(view.heir, Reason::UseNotKnown);
    to(view.heir, Reason::CanBeRemoved);
    out.task = {Task::Kind::Remove, {view.certificate->id()}, {}, {}};
    return out;
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
    return instructions(picture.isEnding(*view.certificate) ? Reason::NoHeir : Reason::NothingToDo);
}

} // namespace

Advice adviceFor(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    if (const auto found = ofRequestsAndKeys(view, server, picture))
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
    const Certificate &certificate = *view.certificate;
    if (const auto found = ofParts(view, server, picture))
        return *found;
    const Use use = useOf(view, server, picture);
    if (picture.isExpired(certificate)) {
        if (use.isOutside || (!use.isKnown && mayBeOfWmSvc(certificate)))
            return instructions(Reason::UseNotKnown);
        if (use.isKnown && !use.isUsed) {
            if (isNamedByConnectors(view)) // by one that is switched off, which Exchange does not distinguish
                return instructions(Reason::ConnectorsToHeir);
            Advice out = instructions(Reason::CanBeRemoved);
            out.task = {Task::Kind::Remove, {certificate.id()}, {}, {}};
            return out;
        }
    }
    // a renewed one that ends before the old one would be no successor
    const bool isOutlasted = !view.isSelfSigned() || *days <= renewedDays;
    const bool isWeak = isPoor(certificate, picture.policy, picture.nowUtc)
        || (use.isUsed && isWeaklySigned(certificate.facts) && wouldBeSignedBetter(view, server));
    const bool wantsSuccessor
        = picture.isEnding(certificate) || certificate.status == CertificateStatus::Revoked || (isWeak && isOutlasted);
    if (!wantsSuccessor || use.isOutside)
        return {};
    // where services were not read, the role is not known; renewing it on one server would not be the trust's
    if (view.isSelfSigned() && bearsFederationName(certificate.facts))
        return instructions(Reason::UseNotKnown);
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
