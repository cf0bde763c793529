// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include "core/domain/fitness.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

Task takeOver(const CertificateView *heir, const Thumbprint &from = {})
{
    return heir == nullptr || heir->certificate->facts.thumbprint == from
        ? Task{}
        : Task{Task::Kind::TakeTransport, {heir->certificate->id()}, {}, {}};
}

} // namespace

// Needs no certificates: a server without an assignment lacks it even when its store could not be read
void checkTransportAssignment(const ServerEntry &entry, const Picture &picture, Found &found)
{
    if (!entry.transport || !entry.transport->thumbprint.isNull())
        return;
    Task task;
    if (entry.certificates) {
        const ServerView server = advice::viewOf(entry, picture);
        task = takeOver(server.bestOwn(picture));
    }
    found.append({Code::TransportNotSet, Severity::Critical, Subject::of(entry.server.id), {}, task, {}});
}

void checkTransport(const ServerView &server, const Picture &picture, Found &found)
{
    if (!server.entry->transport || server.entry->transport->thumbprint.isNull())
        return;
    const Thumbprint thumbprint = server.entry->transport->thumbprint;
    const ServerId id = server.entry->server.id;
    if (picture.isAuth(thumbprint))
        found.append({Code::TransportIsAuth, Severity::Warning, Subject::of(id), {{Fact::Named, thumbprint}},
            takeOver(server.bestOwn(picture), thumbprint), {}});
    const CertificateView *view = server.find(thumbprint);
    if (view == nullptr) {
        if (!server.isComplete) // it may be the one that could not be read
            return;
        found.append({Code::TransportNotInStore, Severity::Critical, Subject::of(id), {{Fact::Named, thumbprint}},
            takeOver(server.bestOwn(picture)), {}});
        return;
    }
    if (!view->isSelfSigned()) {
        const CertificateView *own = server.bestOwn(picture);
        found.append({Code::TransportIsIssued, Severity::Information, subjectOf(*view),
            {{Fact::IssuedBy, view->certificate->facts.issuer}},
            takeOver(own != nullptr && own->isSelfSigned() ? own : nullptr), {}});
    }
    if (const Certificate *heir = server.heirFor(Role::InternalTransport, *view, picture))
        found.append({Code::TransportStale, Severity::Warning, subjectOf(*view),
            {{Fact::NewerGeneration, heir->facts.thumbprint}, {Fact::ExpiresOn, view->certificate->facts.notAfterUtc}},
            {Task::Kind::TakeTransport, {heir->id()}, {}, {}}, {}});
}

// Transport needs some valid certificate that is enabled for SMTP
void checkSmtp(const ServerView &server, const Picture &picture, Found &found)
{
    const Server &facts = server.entry->server;
    const bool carriesMail = facts.isEdge() || facts.roles.testFlag(ServerRole::Mailbox)
        || facts.roles.testFlag(ServerRole::HubTransport) || facts.roles.testFlag(ServerRole::ClientAccess);
    if (!carriesMail || !server.areServicesKnown || !server.isComplete)
        return;
    // an Auth certificate bears no server's name; one that an authority issued and AuthConfig names by mistake does its
    // work all the same
    const auto serves = [&picture](const CertificateView &view) {
        if (!view.certificate->hasService(Service::Smtp) || view.isAuthNamed || (view.isAuth && view.isSelfSigned()))
            return false;
        switch (unfitnessOf(*view.certificate, picture.nowUtc)) {
        case Unfit::Expired:
        case Unfit::NotYetValid:
        case Unfit::KeyMissing:
        case Unfit::RequestPending:
        case Unfit::Revoked:
            return false;
        case Unfit::Nothing:
        case Unfit::DatesNotKnown:
        case Unfit::KeyNotKnown:
        case Unfit::Invalid:
        case Unfit::ForeignIssuer:
        case Unfit::NotForServers:
            break;
        }
        return true;
    };
    const bool isServed = std::any_of(server.certificates.begin(), server.certificates.end(), serves);
    if (isServed)
        return;
    const CertificateView *own = server.bestOwn(picture);
    const CertificateView *best = own != nullptr ? own : server.bestIssued(picture);
    found.append({Code::SmtpWithoutCertificate, Severity::Critical, Subject::of(facts.id),
        {{Fact::Concerned, static_cast<qint64>(server.certificates.size())}},
        best == nullptr ? Task{} : Task{Task::Kind::Assign, {best->certificate->id()}, {}, Service::Smtp}, {}});
}

} // namespace kakuin::findings
