// SPDX-License-Identifier: MIT
#include "core/domain/lineage.h"

#include <algorithm>

namespace kakuin::domain {
namespace {

QStringList namesKey(const CertificateFacts &facts)
{
    QStringList names;
    names.reserve(facts.dnsNames.size());
    for (const QString &name : facts.dnsNames)
        names.append(name.toCaseFolded());
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace

QString generationKey(const CertificateFacts &facts)
{
    return facts.subject + u'\n' + facts.issuer + u'\n' + namesKey(facts).join(u'\n');
}

Thumbprint Lineage::successorOf(const Thumbprint &thumbprint) const
{
    const qsizetype at = generations.indexOf(thumbprint);
    return at < 0 ? Thumbprint() : generations.value(at + 1);
}

Thumbprint Lineage::predecessorOf(const Thumbprint &thumbprint) const
{
    const qsizetype at = generations.indexOf(thumbprint);
    return at <= 0 ? Thumbprint() : generations.value(at - 1);
}

Lineage lineageOf(const Certificate &certificate, const ServerEntry &entry)
{
    if (!entry.certificates)
        return {{certificate.facts.thumbprint}};
    const QString key = generationKey(certificate.facts);
    QList<const Certificate *> family;
    for (const Certificate &other : *entry.certificates) {
        if (generationKey(other.facts) == key)
            family.append(&other);
    }
    std::stable_sort(family.begin(), family.end(), [](const Certificate *a, const Certificate *b) {
        return a->facts.notBeforeUtc == b->facts.notBeforeUtc ? a->facts.notAfterUtc < b->facts.notAfterUtc
                                                              : a->facts.notBeforeUtc < b->facts.notBeforeUtc;
    });
    Lineage lineage;
    for (const Certificate *member : family)
        lineage.generations.append(member->facts.thumbprint);
    return lineage;
}

} // namespace kakuin::domain
