// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

Mend takeOver(const CertificateView *heir)
{
    return heir == nullptr ? Mend{} : Mend{Mend::Task::TakeTransport, {heir->certificate->id()}, {}};
}

} // namespace

// Needs no certificates: a server without an assignment lacks it even when its store could not be read
void checkTransportAssignment(const ServerEntry &entry, const Picture &picture, Found &found)
{
    if (!entry.transport || !entry.transport->thumbprint.isNull())
        return;
    Mend mend;
    if (entry.certificates) {
        const ServerView server = viewOf(entry, picture);
        mend = takeOver(server.bestOwn(picture));
    }
    found.append({Code::TransportNotSet, Severity::Critical, Subject::of(entry.server.id), {}, mend, {}});
}

void checkTransport(const ServerView &server, const Picture &picture, Found &found)
{
    if (!server.entry->transport || server.entry->transport->thumbprint.isNull())
        return;
    const Thumbprint thumbprint = server.entry->transport->thumbprint;
    const ServerId id = server.entry->server.id;
    if (picture.isAuth(thumbprint))
        found.append({Code::TransportIsAuth, Severity::Warning, Subject::of(id), {{Fact::Named, thumbprint}},
            takeOver(server.bestOwn(picture)), {}});
    const CertificateView *view = server.find(thumbprint);
    if (view == nullptr) {
        found.append({Code::TransportNotInStore, Severity::Critical, Subject::of(id), {{Fact::Named, thumbprint}},
            takeOver(server.bestOwn(picture)), {}});
        return;
    }
    if (!view->isSelfSigned()) {
        const CertificateView *own = server.bestOwn(picture);
        found.append({Code::TransportIsIssued, Severity::Information, view->subject(),
            {{Fact::IssuedBy, view->certificate->facts.issuer}},
            takeOver(own != nullptr && own->isSelfSigned() ? own : nullptr), {}});
    }
    if (view->newer != nullptr)
        found.append({Code::TransportStale, Severity::Warning, view->subject(),
            {{Fact::NewerGeneration, view->newer->facts.thumbprint},
                {Fact::ExpiresOn, view->certificate->facts.notAfterUtc}},
            {Mend::Task::TakeTransport, {{id, view->newer->facts.thumbprint}}, {}}, {}});
}

// Transport needs some valid certificate that is enabled for SMTP
void checkSmtp(const ServerView &server, const Picture &picture, Found &found)
{
    const Server &facts = server.entry->server;
    const bool carriesMail = facts.isEdge() || facts.roles.testFlag(ServerRole::Mailbox)
        || facts.roles.testFlag(ServerRole::HubTransport) || facts.roles.testFlag(ServerRole::ClientAccess);
    const bool isKnown = std::all_of(server.certificates.begin(), server.certificates.end(),
        [](const CertificateView &view) { return view.certificate->services.has_value(); });
    if (!carriesMail || !isKnown)
        return;
    const bool isServed
        = std::any_of(server.certificates.begin(), server.certificates.end(), [&](const CertificateView &view) {
              return view.certificate->hasService(Service::Smtp) && !view.isAuth && !view.isAuthNamed
                  && !picture.isExpired(*view.certificate);
          });
    if (isServed)
        return;
    const CertificateView *best = server.bestOwn(picture);
    found.append({Code::SmtpWithoutCertificate, Severity::Critical, Subject::of(facts.id),
        {{Fact::Concerned, static_cast<qint64>(server.certificates.size())}},
        best == nullptr ? Mend{} : Mend{Mend::Task::Assign, {best->certificate->id()}, {}}, {}});
}

} // namespace kakuin::findings
