// SPDX-License-Identifier: MIT
#include "core/domain/replacement.h"

#include "core/domain/fitness.h"

#include <algorithm>

namespace kakuin::domain {
namespace {

/// What clients may ask for: the DNS names, or the common name without any; in lower case, sorted, each once.
QStringList namesOf(const CertificateFacts &facts)
{
    QStringList names;
    names.reserve(facts.dnsNames.size());
    for (const QString &name : facts.dnsNames)
        names.append(name.toLower());
    if (names.isEmpty() && !facts.subjectCommonName.isEmpty())
        names.append(facts.subjectCommonName.toLower());
    names.sort();
    names.removeDuplicates();
    return names;
}

QString wildcardFor(const QString &name)
{
    const qsizetype dot = name.indexOf(u'.');
    return dot > 0 ? u'*' + name.mid(dot) : QString();
}

// Other products put self-signed certificates with the server's name into the store, too
bool isOfExchange(const Certificate &certificate, const Server &server)
{
    const bool isCarried = certificate.services && *certificate.services;
    const bool isNamedSo
        = certificate.friendlyName.compare(QLatin1String("Microsoft Exchange"), Qt::CaseInsensitive) == 0;
    const bool hasBothNames
        = coversName(certificate.facts, server.id.name()) && coversName(certificate.facts, server.fqdn);
    return isCarried || isNamedSo || hasBothNames || !certificate.iisBindings.value_or(QList<IisBinding>()).isEmpty();
}

bool canStillWork(Unfit unfit)
{
    return unfit != Unfit::Expired && unfit != Unfit::KeyMissing && unfit != Unfit::Revoked && unfit != Unfit::Invalid;
}

bool lastsLonger(const Certificate &a, const Certificate &b)
{
    return a.facts.notAfterUtc > b.facts.notAfterUtc;
}

} // namespace

bool isSelfSigned(const Certificate &certificate)
{
    return certificate.isSelfSigned.value_or(certificate.facts.isSelfIssued);
}

bool isOwnOf(const Certificate &certificate, const Server &server)
{
    const CertificateFacts &facts = certificate.facts;
    const auto isServer = [&server](const QString &name) {
        return name.compare(server.id.name(), Qt::CaseInsensitive) == 0
            || (!server.fqdn.isEmpty() && name.compare(server.fqdn, Qt::CaseInsensitive) == 0);
    };
    return isSelfSigned(certificate)
        && (isServer(facts.subjectCommonName) || std::any_of(facts.dnsNames.begin(), facts.dnsNames.end(), isServer));
}

bool isNamedBy(const Result<AuthConfig> &auth, const Thumbprint &thumbprint)
{
    return auth && !thumbprint.isNull()
        && (thumbprint == auth->current || thumbprint == auth->next || thumbprint == auth->previous);
}

bool isFreeForWork(const Certificate &certificate, const Result<AuthConfig> &auth)
{
    return !isNamedAsAuth(certificate.facts) && !isNamedBy(auth, certificate.facts.thumbprint)
        && !certificate.hasService(Service::Federation) && !bearsFederationName(certificate.facts)
        && !isMadeForWmSvc(certificate);
}

bool coversServer(const CertificateFacts &facts, const Server &server)
{
    return coversName(facts, server.id.name()) || coversName(facts, server.fqdn);
}

Replacements::Replacements(const ServerEntry &entry, const Result<AuthConfig> &auth, const QDateTime &nowUtc)
    : m_entry(entry)
    , m_auth(auth)
    , m_nowUtc(nowUtc)
{
    if (!entry.certificates)
        return;
    for (const Certificate &certificate : *entry.certificates) {
        if (unfitnessOf(certificate, nowUtc) == Unfit::Nothing && isFreeForWork(certificate, auth))
            add(certificate);
    }
    for (QList<qsizetype> &places : m_byName)
        std::sort(places.begin(), places.end(), [this](qsizetype a, qsizetype b) {
            return lastsLonger(*m_candidates.at(a).certificate, *m_candidates.at(b).certificate);
        });
}

void Replacements::add(const Certificate &certificate)
{
    const bool isOwn = isOwnOf(certificate, m_entry.server) && isOfExchange(certificate, m_entry.server);
    if (isOwn && (m_own == nullptr || lastsLonger(certificate, *m_own)))
        m_own = &certificate;
    const bool isSelf = isSelfSigned(certificate);
    const QStringList names = namesOf(certificate.facts);
    const QString key = (isSelf ? u'+' : u'-') + names.join(u'\n');
    const auto known = m_groups.constFind(key);
    if (known != m_groups.constEnd()) {
        Candidate &same = m_candidates[*known];
        if (lastsLonger(certificate, *same.certificate))
            same.certificate = &certificate;
        return;
    }
    m_groups.insert(key, m_candidates.size());
    for (const QString &name : names)
        m_byName[name].append(m_candidates.size());
    m_candidates.append({&certificate, isSelf});
}

const Certificate *Replacements::bestFor(const Certificate &old) const
{
    const bool isOfSomethingElse = isNamedAsAuth(old.facts) || old.hasService(Service::Federation);
    if (old.status == CertificateStatus::PendingRequest || isOfSomethingElse)
        return nullptr;
    if (isOwnOf(old, m_entry.server)) {
        const bool isLater
            = !canStillWork(unfitnessOf(old, m_nowUtc)) || (m_own != nullptr && lastsLonger(*m_own, old));
        return m_own != nullptr && m_own->facts.thumbprint != old.facts.thumbprint && isLater ? m_own : nullptr;
    }
    const QStringList needed = namesOf(old.facts);
    const bool areAllKnown = old.facts.dnsNameCount <= old.facts.dnsNames.size();
    return needed.isEmpty() || !areAllKnown ? nullptr : bestOf(old, needed);
}

const Certificate *Replacements::closestTo(const Certificate &old) const
{
    if (isOwnOf(old, m_entry.server) || old.status == CertificateStatus::PendingRequest)
        return nullptr;
    const QString first = old.facts.subjectCommonName.contains(u'.') ? old.facts.subjectCommonName.toLower()
                                                                     : namesOf(old.facts).value(0);
    return first.isEmpty() ? nullptr : bestOf(old, {first});
}

const Certificate *Replacements::bestOf(const Certificate &old, const QStringList &needed) const
{
    const bool isUsable = canStillWork(unfitnessOf(old, m_nowUtc));
    const bool isOldSelfSigned = isSelfSigned(old);
    // the rarest of the names has the fewest candidates
    QString rarest;
    qsizetype fewest = 0;
    for (const QString &name : needed) {
        const qsizetype bearing = m_byName.value(name).size() + m_byName.value(wildcardFor(name)).size();
        if (bearing == 0)
            return nullptr; // nothing covers this one
        if (fewest == 0 || bearing < fewest) {
            fewest = bearing;
            rarest = name;
        }
    }
    constexpr qsizetype mostTries = 200; // of certificates that share a name and differ in others
    const QList<qsizetype> places
        = m_byName.value(rarest).mid(0, mostTries) + m_byName.value(wildcardFor(rarest)).mid(0, mostTries);
    const Certificate *best = nullptr;
    for (qsizetype i = 0; i < std::min(places.size(), mostTries); ++i) {
        const Candidate &candidate = m_candidates.at(places.at(i));
        const Certificate &one = *candidate.certificate;
        if (one.facts.thumbprint == old.facts.thumbprint || (isUsable && !lastsLonger(one, old))
            || (best != nullptr && !lastsLonger(one, *best)) || (candidate.isSelfSigned && !isOldSelfSigned))
            continue;
        if (std::all_of(
                needed.begin(), needed.end(), [&one](const QString &name) { return coversName(one.facts, name); }))
            best = &one;
    }
    return best;
}

} // namespace kakuin::domain
