// SPDX-License-Identifier: MIT
#include "core/findings/evaluation.h"

#include "core/findings/checks.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

bool isAbout(const Finding &finding, const CertificateId &id)
{
    const CertificateId of = certificateOf(finding);
    return of.thumbprint == id.thumbprint && (of.server.isEmpty() || of.server == id.server);
}

// It is about the server or a certificate on it; or the organisation's Auth certificate keeps sign-ins at this server from
// working, now or soon
bool isAbout(const Finding &finding, const ServerEntry &entry, bool takesPartInAuth)
{
    if (!finding.subject.server.isEmpty())
        return finding.subject.server == entry.server.id;
    const CertificateId of = certificateOf(finding);
    return (!of.thumbprint.isNull() && entry.find(of.thumbprint) != nullptr)
        || (takesPartInAuth && kindOf(finding.code) == Kind::Auth && urgencyOf(finding) >= Urgency::Soon);
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

Guidance guidanceOf(const std::optional<Finding> &first)
{
    Guidance out;
    out.finding = first;
    if (first) {
        out.task = first->task;
        out.urgency = urgencyOf(*first);
    }
    return out;
}

} // namespace

Evaluation::Judged::Judged(const InventoryPtr &source, const advice::Policy &policy, const QDateTime &nowUtc)
    : inventory(source)
    , picture(*source, policy, nowUtc)
    , found(findingsIn(picture))
{
    for (qsizetype i = 0; i < found.size(); ++i) {
        const Finding &finding = found.at(i);
        if (!finding.subject.server.isEmpty())
            ofServers[finding.subject.server].append(i);
        else if (kindOf(finding.code) == Kind::Auth || !certificateOf(finding).thumbprint.isNull())
            ofAll.append(i);
    }
}

Evaluation::Evaluation(
    const InventoryPtr &inventory, const advice::Policy &policy, const QDateTime &nowUtc, const Mutes &mutes)
    : m_judged(std::make_shared<const Judged>(inventory, policy, nowUtc))
    , m_mutes(mutes)
{
    mute(nowUtc);
}

Evaluation::Evaluation(const Evaluation &other, const Mutes &mutes, const QDateTime &nowUtc)
    : m_judged(other.m_judged)
    , m_mutes(mutes)
{
    mute(nowUtc);
}

void Evaluation::mute(const QDateTime &nowUtc)
{
    if (!m_mutes.isEmpty()) {
        const QStringList keys = keysOf(m_judged->found);
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const auto mute = m_mutes.constFind(keys.at(i));
            if (mute != m_mutes.constEnd() && mute->isInForce(nowUtc))
                m_muted.insert(i);
        }
    }
    m_urgencies = Urgencies(m_judged->found, m_muted);
}

// The first that is urgent at all; of several with the same turn the first in the list
template <class Concerns>
std::optional<Finding> Evaluation::firstAbout(const ServerId &server, Concerns concerns) const
{
    qsizetype first = -1;
    int turnOfFirst = 0;
    for (const QList<qsizetype> &places : {m_judged->ofServers.value(server), m_judged->ofAll}) {
        for (const qsizetype place : places) {
            const Finding &finding = m_judged->found.at(place);
            if (m_muted.contains(place) || urgencyOf(finding) == Urgency::Nothing || !concerns(finding))
                continue;
            const int turn = turnOf(finding);
            if (first < 0 || turn < turnOfFirst || (turn == turnOfFirst && place < first)) {
                first = place;
                turnOfFirst = turn;
            }
        }
    }
    return first < 0 ? std::nullopt : std::optional(m_judged->found.at(first));
}

Guidance Evaluation::adviceFor(const CertificateId &certificate) const
{
    const Picture &picture = m_judged->picture;
    const ServerEntry *entry = inventory()->find(certificate.server);
    if (entry == nullptr)
        return {};
    const ServerView server = advice::viewOf(*entry, picture);
    const CertificateView *view = server.find(certificate.thumbprint);
    if (view == nullptr)
        return {};
    Guidance out = guidanceOf(firstAbout(
        certificate.server, [&certificate](const Finding &finding) { return isAbout(finding, certificate); }));
    out.advice = advice::adviceFor(*view, server, picture);
    if (out.advice.reason != advice::Reason::NothingToDo)
        out.task = out.advice.task;
    if (const std::optional<qint64> days = picture.daysLeft(*view->certificate))
        out.evidence = {{Fact::ExpiresOn, view->certificate->facts.notAfterUtc}, {Fact::DaysLeft, *days}};
    out.evidence.append(useEvidence(view->roles));
    if (!advice::useOf(*view, server, picture).isKnown)
        out.evidence.append({Fact::UseNotKnown, {}});
    out.unread = missingOf(*view) | unreadOf(*entry) | unreadOf(*inventory());
    return out;
}

Guidance Evaluation::adviceFor(const ServerId &server) const
{
    const ServerEntry *entry = inventory()->find(server);
    if (entry == nullptr)
        return {};
    // of a server that was not read, reading it comes first
    const bool takesPartInAuth = entry->certificates && m_judged->picture.authServers().contains(entry);
    Guidance out = guidanceOf(
        firstAbout(server, [&](const Finding &finding) { return isAbout(finding, *entry, takesPartInAuth); }));
    out.unread = unreadOf(*entry) | unreadOf(*inventory());
    return out;
}

Guidance Evaluation::adviceForAll() const
{
    std::optional<Finding> first;
    for (qsizetype i = 0; i < m_judged->found.size(); ++i) {
        const Finding &finding = m_judged->found.at(i);
        const bool counts = !m_muted.contains(i) && urgencyOf(finding) != Urgency::Nothing;
        if (counts && (!first || turnOf(finding) < turnOf(*first)))
            first = finding;
    }
    Guidance out = guidanceOf(first);
    out.unread = unreadOf(*inventory());
    for (const ServerEntry &entry : inventory()->servers)
        out.unread |= unreadOf(entry);
    return out;
}

} // namespace kakuin::findings
