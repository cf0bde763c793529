// SPDX-License-Identifier: MIT
#include "core/domain/fitness.h"

#include <algorithm>
#include <array>

namespace kakuin::domain {

const QLatin1String authCertificateName("CN=Microsoft Exchange Server Auth Certificate");

namespace {

constexpr QLatin1String oldAuthName("CN=Microsoft Exchange ACS Certificate");
constexpr QLatin1String federationName("CN=Federation");
// the key container that IIS's setup makes for the Web Management Service (seen in captured blobs)
constexpr QLatin1String wmSvcContainer("WMSvc Certificate Key Container");
constexpr QLatin1String serverAuthentication("1.3.6.1.5.5.7.3.1");
constexpr QLatin1String anyPurpose("2.5.29.37.0");

bool coversNameBy(const QString &pattern, const QString &name)
{
    if (pattern.compare(name, Qt::CaseInsensitive) == 0)
        return true;
    const qsizetype dot = name.indexOf(u'.');
    return dot > 0 && pattern.startsWith(QLatin1String("*."))
        && QStringView(pattern).sliced(1).compare(QStringView(name).sliced(dot), Qt::CaseInsensitive) == 0;
}

} // namespace

bool bearsAuthName(const CertificateFacts &facts)
{
    return facts.subject.compare(authCertificateName, Qt::CaseInsensitive) == 0;
}

bool bearsOldAuthName(const CertificateFacts &facts)
{
    return facts.subject.compare(oldAuthName, Qt::CaseInsensitive) == 0;
}

bool isNamedAsAuth(const CertificateFacts &facts)
{
    return bearsAuthName(facts) || bearsOldAuthName(facts);
}

bool bearsFederationName(const CertificateFacts &facts)
{
    return facts.subject.compare(federationName, Qt::CaseInsensitive) == 0;
}

bool isMadeForWmSvc(const Certificate &certificate)
{
    return certificate.keyContainer.compare(wmSvcContainer, Qt::CaseInsensitive) == 0;
}

bool isKeptByCng(const Certificate &certificate)
{
    const QString &provider = certificate.keyProvider;
    return provider.endsWith(QLatin1String("Key Storage Provider"), Qt::CaseInsensitive)
        || provider.compare(QLatin1String("Microsoft Platform Crypto Provider"), Qt::CaseInsensitive) == 0;
}

bool mayBeOfWmSvc(const Certificate &certificate)
{
    return bearsWmSvcName(certificate.facts) && certificate.keyContainer.isEmpty()
        && certificate.source != CertificateSource::SerializedObject;
}

bool bearsWmSvcName(const CertificateFacts &facts)
{
    return facts.subjectCommonName.startsWith(QLatin1String("WMSvc-"), Qt::CaseInsensitive);
}

bool isOfForeignIssuer(const CertificateFacts &facts)
{
    return facts.issuerCommonName.startsWith(QLatin1String("MS-Organization-"), Qt::CaseInsensitive)
        || facts.subjectCommonName.startsWith(QLatin1String("MS-Organization-"), Qt::CaseInsensitive)
        || facts.subject.contains(QLatin1String("Windows Azure CRP Certificate Generator"), Qt::CaseInsensitive);
}

Unfit unfitnessOf(const Certificate &certificate, const QDateTime &nowUtc)
{
    const CertificateFacts &facts = certificate.facts;
    if (!facts.notAfterUtc.isValid() || !facts.notBeforeUtc.isValid())
        return Unfit::DatesNotKnown;
    if (isExpired(facts, nowUtc))
        return Unfit::Expired;
    if (facts.notBeforeUtc > nowUtc)
        return Unfit::NotYetValid;
    if (!certificate.hasPrivateKey.value_or(false))
        return certificate.hasPrivateKey ? Unfit::KeyMissing : Unfit::KeyNotKnown;
    switch (certificate.status.value_or(CertificateStatus::Unknown)) {
    case CertificateStatus::PendingRequest:
        return Unfit::RequestPending;
    case CertificateStatus::Revoked:
        return Unfit::Revoked;
    case CertificateStatus::DateInvalid:
    case CertificateStatus::Invalid:
        return Unfit::Invalid;
    case CertificateStatus::Unknown:
    case CertificateStatus::Valid:
    case CertificateStatus::Untrusted:
    case CertificateStatus::RevocationCheckFailure:
        break;
    }
    if (isOfForeignIssuer(facts))
        return Unfit::ForeignIssuer;
    const QStringList &purposes = facts.extendedKeyUsageOids;
    const bool isForServers
        = purposes.isEmpty() || purposes.contains(serverAuthentication) || purposes.contains(anyPurpose);
    return isForServers ? Unfit::Nothing : Unfit::NotForServers;
}

bool isWeaklySigned(const CertificateFacts &facts)
{
    constexpr std::array weakHashes{
        QLatin1String("md2"), QLatin1String("md4"), QLatin1String("md5"), QLatin1String("sha1")};
    return std::any_of(weakHashes.begin(), weakHashes.end(),
        [&facts](QLatin1String weak) { return facts.signatureHash.compare(weak, Qt::CaseInsensitive) == 0; });
}

bool isExpired(const CertificateFacts &facts, const QDateTime &nowUtc)
{
    return facts.notAfterUtc.isValid() && facts.notAfterUtc < nowUtc;
}

bool coversName(const CertificateFacts &facts, const QString &name)
{
    if (name.isEmpty())
        return false;
    if (facts.dnsNames.isEmpty())
        return coversNameBy(facts.subjectCommonName, name);
    return std::any_of(facts.dnsNames.begin(), facts.dnsNames.end(),
        [&name](const QString &pattern) { return coversNameBy(pattern, name); });
}

} // namespace kakuin::domain
