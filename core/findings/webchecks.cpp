// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

const CertificateView *boundTo(const ServerView &server, Role site)
{
    const auto it = std::find_if(server.certificates.begin(), server.certificates.end(),
        [site](const CertificateView &view) { return view.has(site); });
    return it == server.certificates.end() ? nullptr : &*it;
}

bool names(const CertificateFacts &facts, const Server &server)
{
    const auto isServer = [&](const QString &name) {
        return name.compare(server.id.name(), Qt::CaseInsensitive) == 0
            || (!server.fqdn.isEmpty() && name.compare(server.fqdn, Qt::CaseInsensitive) == 0);
    };
    // what was left out of a long list may be the name: then nothing is claimed
    return facts.dnsNameCount > facts.dnsNames.size() || isServer(facts.subjectCommonName)
        || std::any_of(facts.dnsNames.begin(), facts.dnsNames.end(), isServer);
}

} // namespace

// HealthChecker: a binding whose certificate is not in the store is red, and so is a Back End that is not on 444. Both
// look the same from here: no certificate of the store reports the site.
void checkWebSites(const ServerView &server, const Picture &picture, Found &found)
{
    if (!server.areBindingsKnown)
        return;
    const ServerId id = server.entry->server.id;
    const CertificateView *frontEnd = boundTo(server, Role::FrontEnd443);
    const CertificateView *issued = server.bestIssued(picture);
    const CertificateView *heir = issued != nullptr ? issued : server.bestOwn(picture);
    const auto assign = [](const CertificateView *view) {
        return view == nullptr ? Mend{} : Mend{Mend::Task::Assign, {view->certificate->id()}, {}};
    };
    const QList<Evidence> looked{{Fact::Concerned, static_cast<qint64>(server.certificates.size())}};
    if (server.hasFrontEnd && frontEnd == nullptr)
        found.append({Code::FrontEndUnbound, Severity::Critical, Subject::of(id), looked, assign(heir), {}});
    if (server.hasBackEnd && boundTo(server, Role::BackEnd444) == nullptr)
        found.append({Code::BackEndUnbound, Severity::Critical, Subject::of(id), looked, {}, {}});
    if (frontEnd != nullptr && frontEnd->isSelfSigned() && issued != nullptr)
        found.append({Code::FrontEndSelfSigned, Severity::Warning, frontEnd->subject(),
            {{Fact::OtherGeneration, issued->certificate->facts.thumbprint},
                {Fact::IssuedBy, issued->certificate->facts.issuer}},
            assign(issued), {}});
}

// A renewal leaves bindings where they were
void checkWebGeneration(const CertificateView &view, const ServerView &, const Picture &picture, Found &found)
{
    if (view.newer == nullptr)
        return;
    const CertificateId heir{view.certificate->server, view.newer->facts.thumbprint};
    const QList<Evidence> evidence{
        {Fact::NewerGeneration, heir.thumbprint}, {Fact::ExpiresOn, view.certificate->facts.notAfterUtc}};
    if (view.has(Role::FrontEnd443))
        found.append(
            {Code::FrontEndStale, Severity::Warning, view.subject(), evidence, {Mend::Task::Assign, {heir}, {}}, {}});
    if (view.has(Role::BackEnd444))
        found.append({Code::BackEndStale, Severity::Warning, view.subject(), evidence, {}, {}});
    if (view.has(Role::WmSvc)) {
        const std::optional<qint64> days = picture.daysLeft(*view.certificate);
        const bool isUrgent = days && *days < picture.thresholds.warningDays;
        found.append(
            {Code::WmSvcStale, isUrgent ? Severity::Warning : Severity::Information, view.subject(), evidence, {}, {}});
    }
}

// Setup copies the own certificate into Trusted Root (RootCAType Registry), a renewal does not: the front end then has
// no reason to trust what it finds on 444.
void checkTrust(const CertificateView &view, const ServerView &, const Picture &, Found &found)
{
    const bool isTrusted = view.certificate->rootCaType == RootCaType::Registry
        || view.certificate->rootCaType == RootCaType::GroupPolicy;
    const bool isConcerned = view.isSelfSigned() && view.has(Role::Own) && !view.isPending;
    const bool isBound = view.has(Role::BackEnd444) || view.has(Role::FrontEnd443);
    const bool isNext = view.hasOlder && view.newer == nullptr;
    if (!view.certificate->rootCaType || isTrusted || !isConcerned || !(isBound || isNext))
        return;
    Finding finding{Code::NotInTrustedRoot, isBound ? Severity::Warning : Severity::Information, view.subject(),
        {{Fact::RootCaTypeIs, static_cast<qint64>(*view.certificate->rootCaType)}}, {}, {}};
    finding.evidence.append(useEvidence(view.roles));
    found.append(finding);
}

// A self-signed certificate between servers is checked by name; one of another machine's name fails
void checkServerName(const CertificateView &view, const ServerView &server, const Picture &, Found &found)
{
    const bool isConcerned = view.isSelfSigned() && !view.isAuth && !view.isAuthNamed && !view.isPending
        && (view.has(Role::BackEnd444) || view.has(Role::InternalTransport));
    const CertificateFacts &facts = view.certificate->facts;
    if (!isConcerned || names(facts, server.entry->server))
        return;
    QStringList all = facts.dnsNames;
    if (!facts.subjectCommonName.isEmpty())
        all.prepend(facts.subjectCommonName);
    all.removeDuplicates();
    constexpr qsizetype mostNames = 20;
    Finding finding{Code::ServerNameDiffers, Severity::Warning, view.subject(),
        {{Fact::Names, all.mid(0, mostNames).join(QLatin1String(", "))},
            {Fact::OnServer, server.entry->server.id.name()}},
        {}, {}};
    finding.evidence.append(useEvidence(view.roles));
    found.append(finding);
}

} // namespace kakuin::findings
