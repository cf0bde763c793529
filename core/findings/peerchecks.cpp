// SPDX-License-Identifier: MIT
// Servers that do the same job, compared with one another. What was not read is compared with nothing.
#include "core/findings/checks.h"

#include "core/domain/fitness.h"

#include <QtCore/QMap>
#include <QtCore/QSet>

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

constexpr qsizetype mostSharedNames = 20;

struct Member final {
    const CertificateView *view;
    const ServerView *server;
    [[nodiscard]] const CertificateFacts &facts() const { return view->certificate->facts; }
};

/// Certificates that different servers may have for the same names: issued ones, which are no server's Auth or federation
/// certificate. Sorted, in lower case; empty where it is none, or where not all names are known.
QStringList sharedNames(const CertificateView &view)
{
    const CertificateFacts &facts = view.certificate->facts;
    const bool isOfOrganisation = view.isAuth || view.isAuthNamed || view.has(Role::Federation);
    if (view.isSelfSigned() || view.isPending || view.isForeign || isOfOrganisation
        || facts.dnsNameCount > facts.dnsNames.size())
        return {};
    QStringList names;
    for (const QString &name : facts.dnsNames.isEmpty() ? QStringList{facts.subjectCommonName} : facts.dnsNames)
        names.append(name.toLower());
    names.sort();
    names.removeDuplicates();
    return names;
}

/// The newest one that works where it is; null: there is none.
const Member *newestOf(const QList<Member> &family, const Picture &picture)
{
    const Member *newest = nullptr;
    for (const Member &member : family) {
        const bool isFit = unfitnessOf(*member.view->certificate, picture.nowUtc) == Unfit::Nothing;
        if (isFit && (newest == nullptr || member.facts().notAfterUtc > newest->facts().notAfterUtc))
            newest = &member;
    }
    return newest;
}

QSet<Thumbprint> thumbprintsOfSeveral(const QList<Member> &family)
{
    QSet<Thumbprint> once;
    QSet<Thumbprint> several;
    for (const Member &member : family) {
        const Thumbprint &thumbprint = member.facts().thumbprint;
        (once.contains(thumbprint) ? several : once).insert(thumbprint);
    }
    return several;
}

// Certificates that each server requested for itself end on different days, and nothing is wrong with that: only what
// lies on several servers, or ends, is compared
void checkFamily(const QList<Member> &family, const Picture &picture, Found &found)
{
    const Member *newest = newestOf(family, picture);
    if (newest == nullptr)
        return;
    const CertificateFacts &newer = newest->facts();
    const QSet<Thumbprint> several = thumbprintsOfSeveral(family);
    QSet<ServerId> having;
    for (const Member &member : family) {
        if (member.facts().thumbprint == newer.thumbprint)
            having.insert(member.server->entry->server.id);
    }
    for (const Member &member : family) {
        const CertificateFacts &facts = member.facts();
        const bool isOlder = facts.thumbprint != newer.thumbprint && facts.notAfterUtc < newer.notAfterUtc
            && facts.notBeforeUtc < newer.notBeforeUtc;
        const bool isEnding = picture.isEnding(*member.view->certificate);
        const bool isShared = several.contains(newer.thumbprint) || several.contains(facts.thumbprint);
        // with an heir on the server itself, other checks say what is left to do
        const bool isLeftOut = member.view->hasServerWork() && member.view->heir == nullptr && member.server->isComplete
            && member.server->find(newer.thumbprint) == nullptr;
        if (!isOlder || !isLeftOut || !(isShared || isEnding))
            continue;
        found.append(
            {Code::RenewedOnSomeServers, isEnding ? Severity::Warning : Severity::Information, subjectOf(*member.view),
                {{Fact::NewerGeneration, newer.thumbprint}, {Fact::ServersHaving, static_cast<qint64>(having.size())},
                    {Fact::ExpiresOn, facts.notAfterUtc}},
                {Task::Kind::Import, {}, {member.server->entry->server.id}}, {}});
    }
}

/// The names that clients ask the servers of a site for: those that every issued certificate on their port 443 has.
struct Site final {
    QStringList names; ///< without those of the servers themselves
    const CertificateView *issued = nullptr; ///< one of them
    QList<ServerId> servers; ///< that have such a certificate
    QList<const ServerView *> others; ///< that have nothing but self-signed ones
};

void addToSite(Site &site, const ServerView &server, const Picture &picture)
{
    const QList<const CertificateView *> bound = server.boundTo(Role::FrontEnd443);
    if (bound.isEmpty())
        return; // FrontEndUnbound says so, where it is known
    const auto issued
        = std::find_if(bound.begin(), bound.end(), [](const CertificateView *view) { return !view->isSelfSigned(); });
    if (issued == bound.end()) {
        site.others.append(&server);
        return;
    }
    QStringList names = sharedNames(**issued);
    names.removeIf([&server](const QString &name) {
        return !name.contains(u'.') || name.compare(server.entry->server.fqdn, Qt::CaseInsensitive) == 0;
    });
    if (site.servers.isEmpty())
        site.names = names;
    else
        site.names.removeIf([&names](const QString &name) { return !names.contains(name); });
    if (site.issued == nullptr && unfitnessOf(*(*issued)->certificate, picture.nowUtc) == Unfit::Nothing)
        site.issued = *issued;
    site.servers.append(server.entry->server.id);
}

} // namespace

// A certificate that several servers have is renewed on one, and then forgotten on the others
void checkRenewedOnSome(const QList<ServerView> &servers, const Picture &picture, Found &found)
{
    QMap<QString, QList<Member>> families;
    for (const ServerView &server : servers) {
        for (const CertificateView &view : server.certificates) {
            const QStringList names = sharedNames(view);
            // an internal authority's certificate is no successor of a public one
            const bool isInternal = view.certificate->rootCaType == RootCaType::Enterprise;
            if (!names.isEmpty())
                families[(isInternal ? u'+' : u'-') + names.join(u'\n')].append({&view, &server});
        }
    }
    for (const QList<Member> &family : std::as_const(families))
        checkFamily(family, picture, found);
}

// Setup leaves its own self-signed certificate on 443: on a server that was rebuilt or added it stays there until somebody
// imports what the others have. With an issued one on the server, FrontEndSelfSigned says so.
void checkFrontEndPeers(const QList<ServerView> &servers, const Picture &picture, Found &found)
{
    QMap<QString, Site> sites;
    for (const ServerView &server : servers) {
        const QString site = server.entry->server.site.toCaseFolded();
        if (server.hasFrontEnd && server.areBindingsKnown && !site.isEmpty())
            addToSite(sites[site], server, picture);
    }
    for (const Site &site : std::as_const(sites)) {
        if (site.issued == nullptr || site.names.isEmpty() || site.others.size() > site.servers.size())
            continue; // in a site of self-signed ones the issued one is the exception
        const CertificateFacts &facts = site.issued->certificate->facts;
        for (const ServerView *server : site.others) {
            const bool hasIssued = server->bestIssued(picture) != nullptr || server->find(facts.thumbprint) != nullptr;
            if (hasIssued || !server->isComplete)
                continue;
            const ServerId id = server->entry->server.id;
            Finding finding{Code::FrontEndUnlikePeers, Severity::Warning, Subject::of(id),
                {{Fact::OtherGeneration, facts.thumbprint}, {Fact::IssuedBy, facts.issuer},
                    {Fact::Names, site.names.mid(0, mostSharedNames).join(QLatin1String(", "))}},
                {Task::Kind::Import, {}, {id}}, {}};
            addServers(finding.evidence, Fact::OnServer, site.servers);
            found.append(finding);
        }
    }
}

} // namespace kakuin::findings
