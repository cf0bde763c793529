// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include "core/domain/fitness.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

bool names(const CertificateFacts &facts, const Server &server)
{
    const QString shortName = server.id.name();
    // what was left out of a long list may be the name: then nothing is claimed
    return facts.dnsNameCount > facts.dnsNames.size() || coversName(facts, server.fqdn) || coversName(facts, shortName)
        || facts.subjectCommonName.compare(shortName, Qt::CaseInsensitive) == 0
        || (!server.fqdn.isEmpty() && facts.subjectCommonName.compare(server.fqdn, Qt::CaseInsensitive) == 0);
}

// A site has a certificate for each of its bindings (by address, by host name): all of them count, in no order
void checkSeveral(const QList<const CertificateView *> &bound, const ServerView &server, Found &found)
{
    if (bound.size() < 2)
        return;
    Finding finding{
        Code::SiteSeveralCertificates, Severity::Information, Subject::of(server.entry->server.id), {}, {}, {}};
    for (const CertificateView *view : bound)
        finding.evidence.append({Fact::Named, view->certificate->facts.thumbprint});
    found.append(finding);
}

} // namespace

// HealthChecker: a binding whose certificate is not in the store is red, and so is a Back End that is not on 444. Both
// look the same from here: no certificate of the store reports the site.
void checkWebSites(const ServerView &server, const Picture &picture, Found &found)
{
    if (!server.areBindingsKnown)
        return;
    const ServerId id = server.entry->server.id;
    const QList<const CertificateView *> frontEnd = server.boundTo(Role::FrontEnd443);
    const QList<const CertificateView *> backEnd = server.boundTo(Role::BackEnd444);
    const CertificateView *issued = server.bestIssued(picture);
    const CertificateView *heir = issued != nullptr ? issued : server.bestOwn(picture);
    const auto assign = [](const CertificateView *view) {
        return view == nullptr ? Task{} : Task{Task::Kind::Assign, {view->certificate->id()}, {}, Service::Iis};
    };
    const QList<Evidence> looked{{Fact::Concerned, static_cast<qint64>(server.certificates.size())}};
    // what could not be read may be what is bound
    if (server.hasFrontEnd && frontEnd.isEmpty() && server.isComplete)
        found.append({Code::FrontEndUnbound, Severity::Critical, Subject::of(id), looked, assign(heir), {}});
    if (server.hasBackEnd && backEnd.isEmpty() && server.isComplete)
        found.append({Code::BackEndUnbound, Severity::Critical, Subject::of(id), looked, {}, {}});
    const bool isSelfSigned = !frontEnd.isEmpty()
        && std::all_of(
            frontEnd.begin(), frontEnd.end(), [](const CertificateView *view) { return view->isSelfSigned(); });
    if (isSelfSigned && issued != nullptr)
        found.append({Code::FrontEndSelfSigned, Severity::Warning, subjectOf(*frontEnd.constFirst()),
            {{Fact::OtherGeneration, issued->certificate->facts.thumbprint},
                {Fact::IssuedBy, issued->certificate->facts.issuer}},
            assign(issued), {}});
    checkSeveral(frontEnd, server, found);
    checkSeveral(backEnd, server, found);
}

// A renewal leaves bindings where they were. Long before the old one ends that is only worth knowing
void checkWebGeneration(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found)
{
    const bool isUrgent = view.isSelfSigned() || picture.isEnding(*view.certificate);
    const Severity severity = isUrgent ? Severity::Warning : Severity::Information;
    const auto evidenceOf = [&view](const Certificate &heir) {
        return QList<Evidence>{
            {Fact::NewerGeneration, heir.facts.thumbprint}, {Fact::ExpiresOn, view.certificate->facts.notAfterUtc}};
    };
    // where an issued one should have it, FrontEndSelfSigned says so
    if (view.has(Role::FrontEnd443) && view.heir != nullptr
        && server.heirFor(Role::FrontEnd443, view, picture) == view.heir)
        found.append({Code::FrontEndStale, severity, subjectOf(view), evidenceOf(*view.heir),
            {Task::Kind::Assign, {view.heir->id()}, {}, Service::Iis}, {}});
    const Certificate *backEnd = view.has(Role::BackEnd444) ? server.heirFor(Role::BackEnd444, view, picture) : nullptr;
    if (backEnd != nullptr)
        found.append({Code::BackEndStale, severity, subjectOf(view), evidenceOf(*backEnd), {}, {}});
    if (view.has(Role::WmSvc) && view.heir != nullptr)
        found.append({Code::WmSvcStale, picture.isEnding(*view.certificate) ? Severity::Warning : Severity::Information,
            subjectOf(view), evidenceOf(*view.heir), {}, {}});
}

// Setup copies the own certificate into Trusted Root (RootCAType Registry), a renewal does not: the front end then has
// no reason to trust what it finds on 444.
void checkTrust(const CertificateView &view, const ServerView &, const Picture &, Found &found)
{
    const bool isTrusted = view.certificate->rootCaType == RootCaType::Registry
        || view.certificate->rootCaType == RootCaType::GroupPolicy
        || view.certificate->rootCaType == RootCaType::Unknown; // an expired one is told so
    const bool isConcerned = view.isSelfSigned() && view.has(Role::Own) && !view.isPending;
    const bool isBound = view.has(Role::BackEnd444) || view.has(Role::FrontEnd443);
    const bool isNext = view.hasOlder && view.heir == nullptr;
    if (!view.certificate->rootCaType || isTrusted || !isConcerned || !(isBound || isNext))
        return;
    Finding finding{Code::NotInTrustedRoot, isBound ? Severity::Warning : Severity::Information, subjectOf(view),
        {{Fact::RootCaTypeIs, static_cast<qint64>(*view.certificate->rootCaType)}}, {}, {}};
    finding.evidence.append(useEvidence(view.roles));
    found.append(finding);
}

// Port 444 and, of self-signed ones, internal transport are checked by the server's name, whoever issued the certificate
void checkServerName(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found)
{
    const bool isConcerned = view.has(Role::BackEnd444) || (view.isSelfSigned() && view.has(Role::InternalTransport));
    const CertificateFacts &facts = view.certificate->facts;
    if (!isConcerned || view.isPending || view.isAuthOnly(picture) || names(facts, server.entry->server))
        return;
    QStringList all = facts.dnsNames;
    if (!facts.subjectCommonName.isEmpty())
        all.prepend(facts.subjectCommonName);
    all.removeDuplicates();
    constexpr qsizetype mostNames = 20;
    Finding finding{Code::ServerNameDiffers, Severity::Warning, subjectOf(view),
        {{Fact::Names, all.mid(0, mostNames).join(QLatin1String(", "))},
            {Fact::OnServer, server.entry->server.id.name()}},
        {}, {}};
    if (const CertificateView *own = server.bestOwn(picture); own != nullptr && own->has(Role::Own) && own != &view)
        finding.evidence.append({Fact::OtherGeneration, own->certificate->facts.thumbprint});
    finding.evidence.append(useEvidence(view.roles));
    found.append(finding);
}

} // namespace kakuin::findings
