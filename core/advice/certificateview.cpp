// SPDX-License-Identifier: MIT
#include "core/advice/certificateview.h"

#include "core/domain/fitness.h"
#include "core/domain/lineage.h"
#include "core/domain/replacement.h"

#include <algorithm>

namespace kakuin::advice {

using namespace domain;

namespace {

bool isFit(const CertificateView &view, const Picture &picture)
{
    return unfitnessOf(*view.certificate, picture.nowUtc) == Unfit::Nothing
        && isFreeForWork(*view.certificate, picture.inventory.authConfig) && !view.has(Role::WmSvc)
        && !bearsWmSvcName(view.certificate->facts);
}

/// Names that clients from outside ask for: with a dot, and not the server's own.
QStringList outerNames(const CertificateFacts &facts, const Server &server)
{
    QStringList names = facts.dnsNames;
    if (names.isEmpty())
        names.append(facts.subjectCommonName);
    names.removeIf([&server](const QString &name) {
        return !name.contains(u'.') || name.compare(server.fqdn, Qt::CaseInsensitive) == 0;
    });
    return names;
}

/// The fit one with the highest rank, and of those the one that is valid longest.
template <class Rank>
const CertificateView *bestOf(const QList<CertificateView> &views, const Picture &picture, Rank rank)
{
    const CertificateView *best = nullptr;
    for (const CertificateView &view : views) {
        const int mine = rank(view);
        if (mine < 0 || !isFit(view, picture))
            continue;
        const int its = best == nullptr ? -1 : rank(*best);
        if (mine > its || (mine == its && view.certificate->facts.notAfterUtc > best->certificate->facts.notAfterUtc))
            best = &view;
    }
    return best;
}

void linkGenerations(ServerView &server, const Picture &picture)
{
    const Replacements replacements(*server.entry, picture.inventory.authConfig, picture.nowUtc);
    QHash<QString, const CertificateView *> oldest;
    for (CertificateView &view : server.certificates) {
        if (view.isPending)
            continue;
        view.heir = replacements.bestFor(*view.certificate);
        if (view.heir == nullptr && !view.isAuthNamed)
            view.closest = replacements.closestTo(*view.certificate);
        const CertificateView *&first = oldest[generationKey(view.certificate->facts)];
        if (first == nullptr || view.certificate->facts.notBeforeUtc < first->certificate->facts.notBeforeUtc)
            first = &view;
    }
    for (CertificateView &view : server.certificates) {
        const CertificateView *first = oldest.value(generationKey(view.certificate->facts));
        view.hasOlder = first != nullptr && first != &view;
    }
}

} // namespace

bool CertificateView::isSelfSigned() const
{
    return domain::isSelfSigned(*certificate);
}

bool CertificateView::hasServerWork() const
{
    const bool hasRole = std::any_of(
        roles.begin(), roles.end(), [](const RoleEvidence &evidence) { return isWorkOfServer(evidence.role); });
    // Auth certificates carry SMTP; one that an authority issued carries it for the server
    const bool isMadeAsAuth = isAuthNamed || (isAuth && isSelfSigned());
    return hasRole || (!isMadeAsAuth && certificate->services.value_or(ServiceSet()));
}

bool CertificateView::isAuthOnly(const Picture &picture) const
{
    const bool isAuthHere = isAuth || (isAuthNamed && picture.inventory.authConfig);
    return isAuthHere && !hasServerWork();
}

const CertificateView *ServerView::find(const Thumbprint &thumbprint) const
{
    const auto place = places.constFind(thumbprint);
    return place == places.constEnd() || thumbprint.isNull() ? nullptr : &certificates.at(*place);
}

QList<const CertificateView *> ServerView::boundTo(Role site) const
{
    QList<const CertificateView *> out;
    for (const qsizetype place : site == Role::FrontEnd443 ? frontEnd : backEnd)
        out.append(&certificates.at(place));
    return out;
}

template <class Find>
const CertificateView *ServerView::once(Place &place, Find find) const
{
    if (!place) {
        const CertificateView *found = find();
        place = found == nullptr ? -1 : found - certificates.constData();
    }
    return *place < 0 ? nullptr : &certificates.at(*place);
}

const CertificateView *ServerView::bestOwn(const Picture &picture) const
{
    return once(m_bestOwn, [&] {
        return bestOf(certificates, picture, [this](const CertificateView &view) {
            if (view.has(Role::Own))
                return 1;
            return coversServer(view.certificate->facts, entry->server) ? 0 : -1;
        });
    });
}

const CertificateView *ServerView::bestIssued(const Picture &picture) const
{
    return once(m_bestIssued, [&] {
        QStringList needed;
        for (const CertificateView *bound : boundTo(Role::FrontEnd443))
            needed.append(outerNames(bound->certificate->facts, entry->server));
        needed.removeDuplicates();
        return bestOf(certificates, picture, [&](const CertificateView &view) {
            const bool isForClients
                = !view.isSelfSigned() && !outerNames(view.certificate->facts, entry->server).isEmpty();
            return isForClients
                    && std::all_of(needed.begin(), needed.end(),
                        [&view](const QString &name) { return coversName(view.certificate->facts, name); })
                ? 0
                : -1;
        });
    });
}

const CertificateView *ServerView::newestFederation(const Picture &picture) const
{
    return once(m_newestFederation, [&] {
        const CertificateView *newest = nullptr;
        for (const CertificateView &view : certificates) {
            const Certificate &one = *view.certificate;
            if (view.has(Role::Federation) && unfitnessOf(one, picture.nowUtc) == Unfit::Nothing
                && (newest == nullptr || one.facts.notAfterUtc > newest->certificate->facts.notAfterUtc))
                newest = &view;
        }
        return newest;
    });
}

bool ServerView::isNameAtWork(const QString &name) const
{
    if (!m_namesAtWork) {
        m_namesAtWork.emplace();
        for (const CertificateView &view : certificates) {
            if (!view.hasServerWork())
                continue;
            const CertificateFacts &facts = view.certificate->facts;
            for (const QString &one : facts.dnsNames.isEmpty() ? QStringList{facts.subjectCommonName} : facts.dnsNames)
                m_namesAtWork->insert(one.toCaseFolded());
        }
    }
    const QString folded = name.toCaseFolded();
    const qsizetype dot = folded.indexOf(u'.');
    return !name.isEmpty()
        && (m_namesAtWork->contains(folded) || (dot > 0 && m_namesAtWork->contains(u'*' + folded.mid(dot))));
}

const Certificate *ServerView::heirFor(Role role, const CertificateView &view, const Picture &picture) const
{
    if (role == Role::BackEnd444 || role == Role::InternalTransport) {
        const bool isEnding = view.heir != nullptr || picture.isEnding(*view.certificate);
        const CertificateView *own = view.isSelfSigned() || !isEnding ? nullptr : bestOwn(picture);
        if (own != nullptr && own != &view && own->has(Role::Own))
            return own->certificate;
    }
    if (role == Role::FrontEnd443 && view.isSelfSigned() && !m_isFrontEndIssued) {
        if (const CertificateView *issued = bestIssued(picture))
            return issued->certificate;
    }
    return view.heir;
}

const CertificateView *ServerView::requestOf(const CertificateView &view) const
{
    const QByteArray &key = view.certificate->facts.publicKeySha256;
    const qsizetype at = key.isEmpty() ? -1 : requests.value(key, -1);
    return at < 0 ? nullptr : &certificates.at(at);
}

const CertificateView *ServerView::bestFor(const QString &name, const Picture &picture) const
{
    return bestOf(certificates, picture, [&name](const CertificateView &view) {
        return !coversName(view.certificate->facts, name) ? -1 : view.isSelfSigned() ? 0 : 1;
    });
}

ServerView viewOf(const ServerEntry &entry, const Picture &picture)
{
    ServerView server;
    server.entry = &entry;
    server.isComplete = entry.isWhole() && !picture.isInputDamaged();
    const Product product = entry.server.version.product();
    const bool isMailbox = entry.server.roles.testFlag(ServerRole::Mailbox);
    const bool isModern = product != Product::Unknown && product != Product::Exchange2010;
    if (isModern && !entry.server.isEdge()) {
        server.hasBackEnd = isMailbox;
        server.hasFrontEnd
            = product == Product::Exchange2013 ? entry.server.roles.testFlag(ServerRole::ClientAccess) : isMailbox;
    }
    if (!entry.certificates)
        return server;
    const Inventory slice = picture.sliceFor(entry.server.id);
    server.certificates.reserve(entry.certificates->size());
    for (const Certificate &certificate : *entry.certificates) {
        CertificateView view;
        view.certificate = &certificate;
        view.roles = rolesOf(certificate, &entry, slice);
        view.isAuth = picture.isAuth(certificate.facts.thumbprint);
        view.isAuthNamed = isNamedAsAuth(certificate.facts);
        view.isPending = certificate.status == CertificateStatus::PendingRequest;
        const bool hasWork = !view.roles.isEmpty() || certificate.services.value_or(ServiceSet());
        view.isForeign = !hasWork && isOfForeignIssuer(certificate.facts);
        server.areBindingsKnown = server.areBindingsKnown && certificate.iisBindings.has_value();
        server.areServicesKnown = server.areServicesKnown && certificate.services.has_value();
        if (view.isPending && !certificate.facts.publicKeySha256.isEmpty())
            server.requests.insert(certificate.facts.publicKeySha256, server.certificates.size());
        const qsizetype place = server.certificates.size();
        if (!server.places.contains(certificate.facts.thumbprint))
            server.places.insert(certificate.facts.thumbprint, place);
        if (view.has(Role::FrontEnd443))
            server.frontEnd.append(place);
        if (view.has(Role::BackEnd444))
            server.backEnd.append(place);
        server.m_isFrontEndIssued = server.m_isFrontEndIssued || (view.has(Role::FrontEnd443) && !view.isSelfSigned());
        server.certificates.append(std::move(view));
    }
    for (QList<qsizetype> *bound : {&server.frontEnd, &server.backEnd}) {
        std::sort(bound->begin(), bound->end(), [&server](qsizetype a, qsizetype b) {
            return server.certificates.at(a).certificate->facts.thumbprint
                < server.certificates.at(b).certificate->facts.thumbprint;
        });
    }
    linkGenerations(server, picture);
    return server;
}

ServiceSet servicesLeft(const CertificateView &view, const ServerView &server)
{
    const Certificate *heir = view.heir != nullptr ? view.heir : view.closest;
    ServiceSet own = knownServices(view.certificate->services.value_or(ServiceSet()));
    own.setFlag(Service::Iis, own.testFlag(Service::Iis) && !view.certificate->iisBindings); // else the sites say it
    const Product product = server.entry->server.version.product();
    if (product == Product::Exchange2019 || product == Product::ExchangeSe)
        own &= ~(ServiceSet(Service::Um) | Service::UmCallRouter);
    if (heir == nullptr)
        return own;
    const QStringList &names = heir->facts.dnsNames;
    const bool isWildcard = std::any_of(
        names.begin(), names.end(), [](const QString &name) { return name.startsWith(QLatin1String("*.")); });
    if (isWildcard) // Exchange takes these names from Set-ImapSettings and Set-PopSettings
        own &= ~(ServiceSet(Service::Imap) | Service::Pop);
    return own & ~heir->services.value_or(ServiceSet());
}

Use useOf(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    const bool hasWork = std::any_of(view.roles.begin(), view.roles.end(), [](const RoleEvidence &evidence) {
        return evidence.role != Role::Own && evidence.role != Role::AuthPrevious && !evidence.isIdle;
    });
    const Certificate &certificate = *view.certificate;
    const QList<LiveReading> &ports = server.entry->liveReadings;
    const bool isServed = std::any_of(ports.begin(), ports.end(),
        [&](const LiveReading &reading) { return reading.shows(certificate.facts.thumbprint); });
    if (hasWork || isServed)
        return {true, true, false};
    const bool isCarried = certificate.services && *certificate.services;
    if (!view.isSelfSigned() && certificate.services && !isCarried)
        return {false, true, true};
    const bool isKnown = certificate.services && certificate.iisBindings && server.entry->transport
        && picture.inventory.authConfig && picture.areConnectorsRead() && !mayBeOfWmSvc(certificate);
    // Services are never taken away: what a valid successor carries as well is not this one's work any more.
    return {isKnown, !isKnown || servicesLeft(view, server), false};
}

} // namespace kakuin::advice
