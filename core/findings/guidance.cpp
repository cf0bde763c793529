// SPDX-License-Identifier: MIT
#include "core/findings/guidance.h"

#include "core/findings/checks.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

bool didNotAnswer(const Finding &finding)
{
    const auto isState = [](const Evidence &one) {
        const auto *error = std::get_if<Error>(&one.value);
        return error != nullptr
            && (error->code == ErrorCode::NotRead || error->code == ErrorCode::NotExported
                || error->code == ErrorCode::Cancelled);
    };
    return finding.code == Code::ServerNotRead
        && std::none_of(finding.evidence.begin(), finding.evidence.end(), isState);
}

// The copy or, without a server, the certificate of the organisation that a finding concerns; null: another thing
CertificateId certificateOf(const Finding &finding)
{
    if (finding.subject.kind == Subject::Kind::Certificate)
        return finding.subject.certificate();
    if (finding.code == Code::AuthWithoutKey) {
        for (const Evidence &one : finding.evidence) {
            if (const auto *thumbprint = std::get_if<Thumbprint>(&one.value))
                return {finding.subject.server, *thumbprint};
        }
    }
    return {};
}

bool concerns(const Finding &finding, const CertificateId &id)
{
    const CertificateId of = certificateOf(finding);
    return of.thumbprint == id.thumbprint && (of.server.isEmpty() || of.server == id.server);
}

void raise(Urgency &urgency, Urgency other)
{
    urgency = std::max(urgency, other);
}

// The first finding that is urgent at all
std::optional<Finding> firstOf(const QList<Finding> &found)
{
    const auto first = std::min_element(
        found.begin(), found.end(), [](const Finding &a, const Finding &b) { return turnOf(a) < turnOf(b); });
    return first == found.end() || urgencyOf(*first) == Urgency::Nothing ? std::nullopt : std::optional(*first);
}

Parts unreadOf(const ServerEntry &entry)
{
    Parts unread;
    unread.setFlag(Part::Certificates, !entry.isWhole());
    unread.setFlag(Part::Transport, !entry.transport);
    return unread;
}

Parts unreadOf(const Inventory &inventory)
{
    const bool isDamaged = std::any_of(inventory.problems.begin(), inventory.problems.end(), advice::isDamage);
    Parts unread;
    unread.setFlag(Part::Certificates, isDamaged); // of any server
    unread.setFlag(Part::AuthConfig, !inventory.authConfig);
    unread.setFlag(Part::SendConnectors, !inventory.sendConnectors);
    unread.setFlag(Part::ReceiveConnectors, !inventory.receiveConnectors);
    unread.setFlag(Part::Hybrid, !inventory.hybrid);
    return unread;
}

Guidance guidanceOf(const QList<Finding> &found)
{
    Guidance out;
    out.finding = firstOf(found);
    if (out.finding) {
        out.task = out.finding->task;
        out.urgency = urgencyOf(*out.finding);
    }
    return out;
}

} // namespace

Urgency urgencyOf(const Finding &finding)
{
    switch (finding.severity) {
    case Severity::Critical:
        return Urgency::Now;
    case Severity::Warning:
        return Urgency::Soon;
    case Severity::Information:
        return Urgency::WhenConvenient;
    case Severity::NotKnown:
        break;
    }
    return didNotAnswer(finding) ? Urgency::Soon : Urgency::Nothing;
}

int turnOf(const Finding &finding)
{
    constexpr int mostPlaces = 1 << 20;
    const int least = static_cast<int>(Urgency::Now);
    const int place = finding.severity == Severity::NotKnown ? static_cast<int>(finding.code) : placeOf(finding);
    return (least - static_cast<int>(urgencyOf(finding))) * mostPlaces + place;
}

Urgencies::Urgencies(const QList<Finding> &found)
{
    for (const Finding &finding : found) {
        const Urgency urgency = urgencyOf(finding);
        if (kindOf(finding.code) == Kind::Auth)
            raise(m_auth, urgency);
        const CertificateId id = certificateOf(finding);
        if (!id.thumbprint.isNull()) {
            raise(m_anyCopy[id.thumbprint], urgency);
            raise(id.server.isEmpty() ? m_everywhere[id.thumbprint] : m_copies[id], urgency);
        } else if (finding.subject.kind == Subject::Kind::Server) {
            raise(m_servers[finding.subject.server], urgency);
        }
    }
}

Urgency Urgencies::of(const CertificateId &certificate) const
{
    return std::max(m_copies.value(certificate), m_everywhere.value(certificate.thumbprint));
}

Urgency Urgencies::ofAnyCopy(const Thumbprint &thumbprint) const
{
    return m_anyCopy.value(thumbprint);
}

Guidance adviceFor(
    const CertificateId &certificate, const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    const ServerEntry *entry = inventory.find(certificate.server);
    if (entry == nullptr)
        return {};
    const Picture picture(inventory, policy, nowUtc);
    const ServerView server = advice::viewOf(*entry, picture);
    const CertificateView *view = server.find(certificate.thumbprint);
    if (view == nullptr)
        return {};
    Found found;
    checkAuth(picture, found);
    checkServer(*entry, picture, found);
    checkPeers(picture, found);
    found.removeIf([&certificate](const Finding &finding) { return !concerns(finding, certificate); });
    Guidance out = guidanceOf(found);
    out.advice = advice::adviceFor(*view, server, picture);
    if (out.advice.reason != advice::Reason::NothingToDo)
        out.task = out.advice.task;
    if (const std::optional<qint64> days = picture.daysLeft(*view->certificate))
        out.evidence = {{Fact::ExpiresOn, view->certificate->facts.notAfterUtc}, {Fact::DaysLeft, *days}};
    out.evidence.append(useEvidence(view->roles));
    if (!advice::useOf(*view, server, picture).isKnown)
        out.evidence.append({Fact::UseNotKnown, {}});
    out.unread = missingOf(*view) | unreadOf(*entry) | unreadOf(inventory);
    return out;
}

QList<Finding> findingsAboutAuth(const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    Found found;
    checkAuth(Picture(inventory, policy, nowUtc), found);
    return found;
}

namespace {

// It is about the server or a certificate on it; or the organisation's Auth certificate keeps sign-ins at this server from
// working, now or soon
bool concerns(const Finding &finding, const ServerEntry &entry, bool takesPartInAuth)
{
    if (!finding.subject.server.isEmpty())
        return finding.subject.server == entry.server.id;
    const CertificateId of = certificateOf(finding);
    return (!of.thumbprint.isNull() && entry.find(of.thumbprint) != nullptr)
        || (takesPartInAuth && kindOf(finding.code) == Kind::Auth && urgencyOf(finding) >= Urgency::Soon);
}

} // namespace

QList<Finding> findingsAbout(
    const ServerId &server, const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    Found found;
    if (const ServerEntry *entry = inventory.find(server)) {
        const Picture picture(inventory, policy, nowUtc);
        checkAuth(picture, found);
        checkServer(*entry, picture, found);
        checkPeers(picture, found);
    }
    return found;
}

Guidance adviceFor(
    const ServerId &server, const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    return adviceFor(server, findingsAbout(server, inventory, policy, nowUtc), inventory, policy, nowUtc);
}

Guidance adviceFor(const ServerId &server, const QList<Finding> &about, const Inventory &inventory,
    const advice::Policy &policy, const QDateTime &nowUtc)
{
    const ServerEntry *entry = inventory.find(server);
    if (entry == nullptr)
        return {};
    QList<Finding> found = about;
    // of a server that was not read, reading it comes first
    const bool takesPartInAuth
        = entry->certificates && Picture(inventory, policy, nowUtc).authServers().contains(entry);
    found.removeIf([&](const Finding &finding) { return !concerns(finding, *entry, takesPartInAuth); });
    Guidance out = guidanceOf(found);
    out.unread = unreadOf(*entry) | unreadOf(inventory);
    return out;
}

Guidance adviceFor(const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    Guidance out = guidanceOf(findingsOf(inventory, policy, nowUtc));
    out.unread = unreadOf(inventory);
    for (const ServerEntry &entry : inventory.servers)
        out.unread |= unreadOf(entry);
    return out;
}

} // namespace kakuin::findings
