// SPDX-License-Identifier: MIT
#include "findingcases.h"

namespace kakuin::findingcases {

using namespace Qt::StringLiterals;
using namespace domain;
using findings::Code;

namespace {

Change ownEnds(qint64 secondsFromNow)
{
    return [secondsFromNow](Inventory &i) { certificate(i, 0, Own).facts.notAfterUtc = now().addSecs(secondsFromNow); };
}

Change ownStatus(std::optional<CertificateStatus> status)
{
    return [status](Inventory &i) { certificate(i, 0, Own).status = status; };
}

Change ownKey(const KeyFacts &key)
{
    return [key](Inventory &i) { certificate(i, 0, Own).facts.key = key; };
}

Change ownHash(const QString &hash, const QString &algorithm)
{
    return [hash, algorithm](Inventory &i) {
        certificate(i, 0, Own).facts.signatureHash = hash;
        certificate(i, 0, Own).facts.signatureAlgorithm = algorithm;
    };
}

void datesUnreadable(Inventory &i)
{
    certificate(i, 0, Own).facts.notAfterUtc = QDateTime();
    certificate(i, 0, Own).facts.notBeforeUtc = QDateTime();
}

// The generation before the own one: expired, its services are the new one's too
Certificate &addOldOwn(Inventory &i)
{
    Certificate &old = renew(i, 0, Own);
    old.services = Service::Smtp;
    old.facts.notBeforeUtc = now().addYears(-6);
    old.facts.notAfterUtc = now().addYears(-1);
    return old;
}

/// A request, and the answer to it, which was imported without the key or has it.
void addAnswer(Inventory &i, bool hasKey)
{
    Certificate &request = renew(i, 0, Public);
    request.status = CertificateStatus::PendingRequest;
    request.facts.publicKeySha256 = QByteArray(32, 'k');
    request.facts.thumbprint = thumbprint(70);
    Certificate &answer = renew(i, 0, Public);
    answer.facts.publicKeySha256 = QByteArray(32, 'k');
    answer.hasPrivateKey = hasKey;
}

constexpr qint64 day = 86'400;

Change publicLives(int days, std::optional<RootCaType> root)
{
    return [days, root](Inventory &i) {
        for (int server = 0; server < 2; ++server) {
            Certificate &one = certificate(i, server, Public);
            one.facts.notAfterUtc = now().addDays(45);
            one.facts.notBeforeUtc = one.facts.notAfterUtc.addDays(-days);
            one.rootCaType = root;
        }
    };
}

} // namespace

QList<Case> lifeCases()
{
    const auto rsa = [](int bits) { return KeyFacts{KeyFacts::Algorithm::Rsa, bits, u"RSA"_s}; };
    return {
        {Code::ExpiredInUse, ownEnds(-1), ownEnds(0), datesUnreadable},
        {Code::ExpiredUseNotKnown,
            [](Inventory &i) {
                addOldOwn(i);
                i.servers[0].certificates->last().iisBindings = std::nullopt;
            },
            [](Inventory &i) { addOldOwn(i); }, // known, and used by nothing
            [](Inventory &i) {
                addOldOwn(i).facts.notAfterUtc = QDateTime();
                i.servers[0].certificates->last().facts.notBeforeUtc = QDateTime();
            }},
        {Code::ExpiredLeftOver, [](Inventory &i) { addOldOwn(i); },
            [](Inventory &i) {
                addOldOwn(i).iisBindings = QList{IisBinding::fromServiceName(u"IIS://EX01/W3SVC/1"_s)};
            },
            [](Inventory &i) {
                addOldOwn(i);
                i.servers[0].transport = fail(ErrorCode::NotRead);
            }},
        {Code::ExpiresVerySoon, ownEnds(30 * day - 1), ownEnds(30 * day), datesUnreadable},
        {Code::ExpiresSoon, ownEnds(60 * day - 1), ownEnds(60 * day), [](Inventory &i) { unreachable(i, 0); }},
        {Code::NotYetValid, [](Inventory &i) { certificate(i, 0, Own).facts.notBeforeUtc = now().addSecs(1); },
            [](Inventory &i) { certificate(i, 0, Own).facts.notBeforeUtc = now(); }, datesUnreadable},
        {Code::NextLivesShorter, publicLives(201, RootCaType::ThirdParty), publicLives(200, RootCaType::ThirdParty),
            publicLives(201, std::nullopt)},
        {Code::StatusRevoked, ownStatus(CertificateStatus::Revoked), ownStatus(CertificateStatus::Valid),
            ownStatus({})},
        {Code::StatusInvalid, ownStatus(CertificateStatus::Invalid),
            [](Inventory &i) {
                ownStatus(CertificateStatus::Invalid)(i);
                ownEnds(-1)(i); // Exchange calls it invalid because it has expired
            },
            ownStatus(CertificateStatus::Unknown)},
        {Code::StatusUntrusted, ownStatus(CertificateStatus::Untrusted), ownStatus(CertificateStatus::Valid),
            ownStatus({})},
        {Code::RevocationNotChecked, ownStatus(CertificateStatus::RevocationCheckFailure),
            ownStatus(CertificateStatus::Valid), ownStatus({})},
        {Code::RequestPending, ownStatus(CertificateStatus::PendingRequest), ownStatus(CertificateStatus::Valid),
            [](Inventory &i) { unreachable(i, 0); }},
        {Code::KeyTooSmall, ownKey(rsa(2047)), ownKey(rsa(2048)), ownKey({})},
        {Code::SignatureHashWeak, ownHash(u"sha1"_s, u"sha1RSA"_s), ownHash(u"sha256"_s, u"sha256RSA"_s),
            ownHash({}, u"1.2.840.113549.1.1.99"_s)},
        {Code::KeyInCng, [](Inventory &i) { certificate(i, 0, Public).keyProvider = cngProvider; },
            [](Inventory &i) { certificate(i, 0, WmSvc).keyProvider = cngProvider; },
            [](Inventory &i) {
                certificate(i, 0, Own).keyProvider.clear();
                certificate(i, 0, Own).source = CertificateSource::FlatProperties;
            }},
        {Code::EllipticKey, ownKey({KeyFacts::Algorithm::Ec, 256, u"ECDSA_P256"_s}),
            ownKey({KeyFacts::Algorithm::Dsa, 2048, u"DSA"_s}), ownKey({})},
        {Code::PrivateKeyMissing, [](Inventory &i) { certificate(i, 0, Own).hasPrivateKey = false; },
            [](Inventory &i) {
                certificate(i, 0, WmSvc).hasPrivateKey = false; // it does nothing
                certificate(i, 0, WmSvc).keyContainer.clear();
            },
            [](Inventory &i) { certificate(i, 0, Own).hasPrivateKey = std::nullopt; }},
        {Code::AnswerWithoutKey, [](Inventory &i) { addAnswer(i, false); }, [](Inventory &i) { addAnswer(i, true); },
            [](Inventory &i) {
                addAnswer(i, false);
                i.servers[0].certificates->last().hasPrivateKey = std::nullopt;
            }},
    };
}

} // namespace kakuin::findingcases
