// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include <array>

namespace kakuin::findings {

using namespace domain;

namespace {

constexpr std::array weakHashes{
    QLatin1String("md2"), QLatin1String("md4"), QLatin1String("md5"), QLatin1String("sha1")};

bool isWeak(const QString &hash)
{
    for (const QLatin1String weak : weakHashes) {
        if (hash.compare(weak, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

// What is the same on every server is said once: for the first copy of an Auth certificate
bool isRepeatedAuth(const CertificateView &view, const Picture &picture)
{
    if (!view.isAuth)
        return view.isAuthNamed && picture.inventory.authConfig;
    const QList<Copy> copies = picture.authCopies(view.certificate->facts.thumbprint);
    return !copies.isEmpty() && copies.first().certificate != view.certificate;
}

Mend replacement(const CertificateView &view)
{
    return view.isAuth ? Mend{Mend::Task::RotateAuth, {}, {}} : successorMend(view);
}

} // namespace

// HealthChecker: Valid is fine; Unknown, Untrusted, RevocationCheckFailure and PendingRequest are yellow; Revoked,
// DateInvalid and Invalid are red. An expired certificate is Invalid for that reason alone, which checkLife() says.
void checkStatus(const CertificateView &view, const ServerView &, const Picture &picture, Found &found)
{
    const Certificate &certificate = *view.certificate;
    if (!certificate.status || isRepeatedAuth(view, picture))
        return;
    const QList<Evidence> evidence{{Fact::StatusIs, static_cast<qint64>(*certificate.status)}};
    const auto add = [&](Code code, Severity severity, const Mend &mend) {
        found.append({code, severity, view.subject(), evidence + useEvidence(view.roles), mend, {}});
    };
    switch (*certificate.status) {
    case CertificateStatus::Valid:
    case CertificateStatus::Unknown: // checkDetails() reports it as not known
        break;
    case CertificateStatus::Revoked:
        add(Code::StatusRevoked, Severity::Critical, replacement(view));
        break;
    case CertificateStatus::DateInvalid:
    case CertificateStatus::Invalid:
        if (!picture.isExpired(certificate))
            add(Code::StatusInvalid, Severity::Critical, replacement(view));
        break;
    case CertificateStatus::Untrusted:
        add(Code::StatusUntrusted, Severity::Warning, {});
        break;
    case CertificateStatus::RevocationCheckFailure:
        add(Code::RevocationNotChecked, Severity::Warning, {});
        break;
    case CertificateStatus::PendingRequest:
        add(Code::RequestPending, Severity::Warning, {});
        break;
    }
}

// HealthChecker: fewer than 2048 bits (not for elliptic curves) are red, MD and SHA-1 signatures yellow
void checkStrength(const CertificateView &view, const ServerView &, const Picture &picture, Found &found)
{
    if (view.isPending || isRepeatedAuth(view, picture))
        return;
    const CertificateFacts &facts = view.certificate->facts;
    const bool isMeasured
        = facts.key.algorithm == KeyFacts::Algorithm::Rsa || facts.key.algorithm == KeyFacts::Algorithm::Dsa;
    if (isMeasured && facts.key.bits > 0 && facts.key.bits < picture.thresholds.smallestRsaBits)
        found.append({Code::KeyTooSmall, Severity::Critical, view.subject(),
            {{Fact::KeyBits, static_cast<qint64>(facts.key.bits)},
                {Fact::SmallestKeyBits, static_cast<qint64>(picture.thresholds.smallestRsaBits)}},
            replacement(view), {}});
    if (isWeak(facts.signatureHash))
        found.append({Code::SignatureHashWeak, Severity::Warning, view.subject(),
            {{Fact::SignedWith, facts.signatureAlgorithm}}, replacement(view), {}});
}

// The Auth certificate's key is checked server by server in authchecks.cpp
void checkPrivateKey(const CertificateView &view, const ServerView &, const Picture &, Found &found)
{
    const Certificate &certificate = *view.certificate;
    const bool isNeeded = certificate.services && *certificate.services && !view.isPending && !view.isAuth;
    if (!isNeeded || certificate.hasPrivateKey != false)
        return;
    Finding finding{Code::PrivateKeyMissing, Severity::Critical, view.subject(),
        {{Fact::Carries, static_cast<qint64>(certificate.services->toInt())}},
        {Mend::Task::Import, {}, {certificate.server}}, {}};
    finding.evidence.append(useEvidence(view.roles));
    found.append(finding);
}

} // namespace kakuin::findings
