// SPDX-License-Identifier: MIT
#include "core/findings/certificateview.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

// As domain::lineageOf, but for all certificates of a server in one pass
QString generationKey(const CertificateFacts &facts)
{
    QStringList names;
    names.reserve(facts.dnsNames.size());
    for (const QString &name : facts.dnsNames)
        names.append(name.toCaseFolded());
    names.sort();
    names.removeDuplicates();
    return facts.subject + u'\n' + facts.issuer + u'\n' + names.join(u'\n');
}

bool isNewer(const Certificate &a, const Certificate &b)
{
    return a.facts.notBeforeUtc == b.facts.notBeforeUtc ? a.facts.notAfterUtc > b.facts.notAfterUtc
                                                        : a.facts.notBeforeUtc > b.facts.notBeforeUtc;
}

// Azure's agents put these on machines; HealthChecker hides them
bool isOfAzure(const CertificateFacts &facts)
{
    return facts.subject.contains(QLatin1String("Windows Azure CRP Certificate Generator"), Qt::CaseInsensitive)
        || facts.subjectCommonName.startsWith(QLatin1String("MS-Organization-P2P-Access"), Qt::CaseInsensitive)
        || facts.issuerCommonName.startsWith(QLatin1String("MS-Organization-P2P-Access"), Qt::CaseInsensitive);
}

bool isUsable(const CertificateView &view, const Picture &picture)
{
    const Certificate &certificate = *view.certificate;
    return certificate.facts.notAfterUtc.isValid() && !picture.isExpired(certificate)
        && certificate.facts.notBeforeUtc <= picture.nowUtc && certificate.hasPrivateKey.value_or(false)
        && !view.isPending && !view.isAuth && !view.isAuthNamed && !view.isForeign && !view.has(Role::WmSvc);
}

void linkGenerations(ServerView &server, const Picture &picture)
{
    QHash<QString, QList<CertificateView *>> families;
    for (CertificateView &view : server.certificates) {
        if (!view.isPending)
            families[generationKey(view.certificate->facts)].append(&view);
    }
    for (QList<CertificateView *> &family : families) {
        if (family.size() < 2)
            continue;
        std::stable_sort(family.begin(), family.end(), [](const CertificateView *a, const CertificateView *b) {
            return isNewer(*a->certificate, *b->certificate);
        });
        const auto newest = std::find_if(family.begin(), family.end(), [&](const CertificateView *view) {
            return view->certificate->facts.notAfterUtc.isValid() && !picture.isExpired(*view->certificate)
                && view->certificate->facts.notBeforeUtc <= picture.nowUtc;
        });
        for (auto it = family.begin(); it != family.end(); ++it) {
            (*it)->hasOlder = std::next(it) != family.end();
            if (newest != family.end() && newest < it)
                (*it)->newer = (*newest)->certificate;
        }
    }
}

} // namespace

const CertificateView *ServerView::find(const Thumbprint &thumbprint) const
{
    const auto it = std::find_if(certificates.begin(), certificates.end(),
        [&](const CertificateView &view) { return view.certificate->facts.thumbprint == thumbprint; });
    return it == certificates.end() || thumbprint.isNull() ? nullptr : &*it;
}

const CertificateView *ServerView::bestOwn(const Picture &picture) const
{
    const CertificateView *best = nullptr;
    const auto rank = [](const CertificateView &view) { return view.has(Role::Own) ? 2 : view.isSelfSigned() ? 1 : 0; };
    for (const CertificateView &view : certificates) {
        if (!isUsable(view, picture))
            continue;
        if (best == nullptr || rank(view) > rank(*best)
            || (rank(view) == rank(*best)
                && view.certificate->facts.notAfterUtc > best->certificate->facts.notAfterUtc))
            best = &view;
    }
    return best;
}

const CertificateView *ServerView::bestIssued(const Picture &picture) const
{
    const CertificateView *best = nullptr;
    for (const CertificateView &view : certificates) {
        const bool isCandidate = isUsable(view, picture) && !view.isSelfSigned();
        if (isCandidate
            && (best == nullptr || view.certificate->facts.notAfterUtc > best->certificate->facts.notAfterUtc))
            best = &view;
    }
    return best;
}

ServerView viewOf(const ServerEntry &entry, const Picture &picture)
{
    ServerView server;
    server.entry = &entry;
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
        view.isAuthNamed = certificate.facts.subject.compare(Picture::authName, Qt::CaseInsensitive) == 0;
        view.isPending = certificate.status == CertificateStatus::PendingRequest;
        const bool hasWork = !view.roles.isEmpty() || certificate.services.value_or(ServiceSet());
        view.isForeign = !hasWork && isOfAzure(certificate.facts);
        server.areBindingsKnown = server.areBindingsKnown && certificate.iisBindings.has_value();
        server.certificates.append(std::move(view));
    }
    linkGenerations(server, picture);
    return server;
}

Use useOf(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    const bool hasWork = std::any_of(view.roles.begin(), view.roles.end(),
        [](const RoleEvidence &evidence) { return evidence.role != Role::Own && evidence.role != Role::AuthPrevious; });
    const Certificate &certificate = *view.certificate;
    const QList<LiveReading> &ports = server.entry->liveReadings;
    const bool isServed = std::any_of(ports.begin(), ports.end(),
        [&](const LiveReading &reading) { return reading.shows(certificate.facts.thumbprint); });
    if (hasWork || isServed)
        return {true, true};
    const bool isKnown = certificate.services && certificate.iisBindings && server.entry->transport
        && picture.inventory.authConfig && picture.inventory.sendConnectors;
    // Services are never taken away: what a valid successor carries as well is not this one's work any more.
    return {isKnown, !isKnown || (*certificate.services && view.newer == nullptr)};
}

Mend successorMend(const CertificateView &view)
{
    const CertificateId id = view.certificate->id();
    if (view.newer != nullptr) {
        const CertificateId heir{id.server, view.newer->facts.thumbprint};
        if (view.has(Role::InternalTransport))
            return {Mend::Task::TakeTransport, {heir}, {}};
        const bool isServed = view.has(Role::FrontEnd443) || view.certificate->services.value_or(ServiceSet());
        return isServed ? Mend{Mend::Task::Assign, {heir}, {}} : Mend{};
    }
    if (view.isSelfSigned() && !view.has(Role::Federation))
        return {Mend::Task::Renew, {id}, {}};
    return view.isSelfSigned() ? Mend{} : Mend{Mend::Task::Import, {}, {id.server}};
}

} // namespace kakuin::findings
