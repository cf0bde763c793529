// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include "core/domain/fitness.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

// What is the same on every server is said once: for the first copy of an Auth certificate
bool isRepeatedAuth(const CertificateView &view, const Picture &picture)
{
    if (!view.isAuth || !view.isAuthOnly(picture))
        return view.isAuthOnly(picture);
    const QList<Copy> copies = picture.authCopies(view.certificate->facts.thumbprint);
    return !copies.isEmpty() && copies.first().certificate != view.certificate;
}

} // namespace

// HealthChecker: Valid is fine; Unknown, Untrusted, RevocationCheckFailure and PendingRequest are yellow; Revoked,
// DateInvalid and Invalid are red. An expired certificate is Invalid for that reason alone, which checkLife() says.
void checkStatus(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found)
{
    const Certificate &certificate = *view.certificate;
    if (!certificate.status)
        return;
    // each server tells the status of its copy: one may have read a revocation list that another has not
    const QList<Copy> copies = view.isAuth ? picture.authCopies(certificate.facts.thumbprint) : QList<Copy>();
    const bool isSaid = copies.isEmpty() || copies.first().certificate->status == certificate.status;
    if (isSaid && isRepeatedAuth(view, picture))
        return;
    const QList<Evidence> evidence{{Fact::StatusIs, static_cast<qint64>(*certificate.status)}};
    const auto add = [&](Code code, Severity severity, const Task &task) {
        found.append({code, severity, subjectOf(view), evidence + useEvidence(view.roles), task, {}});
    };
    switch (*certificate.status) {
    case CertificateStatus::Valid:
    case CertificateStatus::Unknown: // checkDetails() reports it as not known
        break;
    case CertificateStatus::Revoked:
        add(Code::StatusRevoked, Severity::Critical, advice::adviceFor(view, server, picture).task);
        break;
    case CertificateStatus::DateInvalid:
    case CertificateStatus::Invalid:
        // one without its key is invalid for that reason, which checkPrivateKey() and checkAuthPresence() say
        if (!picture.isExpired(certificate) && certificate.hasPrivateKey != false)
            add(Code::StatusInvalid, Severity::Critical, advice::adviceFor(view, server, picture).task);
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
void checkStrength(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found)
{
    if (view.isPending || isRepeatedAuth(view, picture))
        return;
    const CertificateFacts &facts = view.certificate->facts;
    const bool isMeasured
        = facts.key.algorithm == KeyFacts::Algorithm::Rsa || facts.key.algorithm == KeyFacts::Algorithm::Dsa;
    if (isMeasured && facts.key.bits > 0 && facts.key.bits < picture.policy.smallestRsaBits)
        found.append({Code::KeyTooSmall, Severity::Critical, subjectOf(view),
            {{Fact::KeyBits, static_cast<qint64>(facts.key.bits)},
                {Fact::SmallestKeyBits, static_cast<qint64>(picture.policy.smallestRsaBits)}},
            advice::adviceFor(view, server, picture).task, {}});
    if (isWeaklySigned(facts))
        found.append({Code::SignatureHashWeak, Severity::Warning, subjectOf(view),
            {{Fact::SignedWith, facts.signatureAlgorithm}}, advice::adviceFor(view, server, picture).task, {}});
}

// Elliptic keys are always in CNG: of them only that Exchange has to be told to use them. What AuthConfig names is checked
// for the organisation in authchecks.cpp.
void checkKeyProvider(const CertificateView &view, const ServerView &, const Picture &picture, Found &found)
{
    const Certificate &certificate = *view.certificate;
    if (view.isPending || view.isAuthOnly(picture) || !view.hasServerWork())
        return;
    const bool isElliptic = certificate.facts.key.algorithm == KeyFacts::Algorithm::Ec;
    const bool isForCsp = view.has(Role::FrontEnd443) || view.has(Role::InternalTransport);
    if (isElliptic) {
        Finding finding{Code::EllipticKey, Severity::Information, subjectOf(view),
            {{Fact::KeyBits, static_cast<qint64>(certificate.facts.key.bits)}}, {}, {}};
        if (certificate.services && *certificate.services)
            finding.evidence.append({Fact::Carries, static_cast<qint64>(certificate.services->toInt())});
        finding.evidence.append(useEvidence(view.roles));
        found.append(finding);
    } else if (isForCsp && isKeptByCng(certificate)) {
        found.append({Code::KeyInCng, Severity::Warning, subjectOf(view),
            QList<Evidence>{{Fact::KeyProvider, certificate.keyProvider}} + useEvidence(view.roles), {}, {}});
    }
}

// The Auth certificate's key is checked server by server in authchecks.cpp
void checkPrivateKey(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found)
{
    const Certificate &certificate = *view.certificate;
    if (view.isPending || certificate.hasPrivateKey != false || view.isAuthOnly(picture))
        return;
    const advice::Advice advice = advice::adviceFor(view, server, picture);
    const bool isAnswer = advice.reason == advice::Reason::AnswerWithoutKey;
    const bool isUsed = view.hasServerWork();
    // a keyless copy with the names of something that is used was meant to replace it
    const bool isMeantToReplace
        = !isUsed && !view.isSelfSigned() && server.isNameAtWork(certificate.facts.subjectCommonName);
    if (!isAnswer && !isUsed && !isMeantToReplace)
        return;
    Finding finding{isAnswer ? Code::AnswerWithoutKey : Code::PrivateKeyMissing,
        isUsed ? Severity::Critical : Severity::Warning, subjectOf(view), {}, advice.task, {}};
    if (certificate.services && *certificate.services)
        finding.evidence.append({Fact::Carries, static_cast<qint64>(certificate.services->toInt())});
    finding.evidence.append(useEvidence(view.roles));
    found.append(finding);
}

} // namespace kakuin::findings
