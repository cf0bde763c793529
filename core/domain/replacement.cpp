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

bool isMadeForSomethingElse(const Certificate &certificate)
{
    return bearsAuthName(certificate.facts) || certificate.hasService(Service::Federation);
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

Replacements::Replacements(const ServerEntry &entry, const QDateTime &nowUtc)
    : m_entry(entry)
    , m_nowUtc(nowUtc)
{
    if (!entry.certificates)
        return;
    for (const Certificate &certificate : *entry.certificates) {
        if (unfitnessOf(certificate, nowUtc) == Unfit::Nothing && !isMadeForSomethingElse(certificate))
            add(certificate);
    }
}

bool Replacements::isOwn(const Certificate &certificate) const
{
    return isOwnOf(certificate, m_entry.server);
}

void Replacements::add(const Certificate &certificate)
{
    if (isOwn(certificate) && (m_own == nullptr || lastsLonger(certificate, *m_own)))
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
    if (old.status == CertificateStatus::PendingRequest || isMadeForSomethingElse(old))
        return nullptr;
    const bool isUsable = canStillWork(unfitnessOf(old, m_nowUtc));
    const auto isBetter = [&](const Certificate *candidate, const Certificate *best) {
        const bool isLater = !isUsable || lastsLonger(*candidate, old);
        return candidate->facts.thumbprint != old.facts.thumbprint && isLater
            && (best == nullptr || lastsLonger(*candidate, *best));
    };
    if (isOwn(old))
        return m_own != nullptr && isBetter(m_own, nullptr) ? m_own : nullptr;
    const QStringList needed = namesOf(old.facts);
    if (needed.isEmpty() || old.facts.dnsNameCount > old.facts.dnsNames.size())
        return nullptr;
    const bool isOldSelfSigned = isSelfSigned(old);
    const Certificate *best = nullptr;
    for (const QString &key : {needed.constFirst(), wildcardFor(needed.constFirst())}) {
        for (const qsizetype at : m_byName.value(key)) {
            const Candidate &candidate = m_candidates.at(at);
            const bool coversAll = std::all_of(needed.begin(), needed.end(),
                [&](const QString &name) { return coversName(candidate.certificate->facts, name); });
            if (coversAll && (isOldSelfSigned || !candidate.isSelfSigned) && isBetter(candidate.certificate, best))
                best = candidate.certificate;
        }
    }
    return best;
}

} // namespace kakuin::domain
