// SPDX-License-Identifier: MIT
#include "core/domain/fitness.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_fitness {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::domain;
using testkit::CertificateBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 30), QTime(2, 0), Qt::UTC);

Certificate fine()
{
    return CertificateBuilder(u"EX1"_s, u"CN=EX1"_s).valid(now.addYears(-1), now.addYears(1)).build();
}

} // namespace

/// What keeps a certificate from doing any work.
class tst_Fitness final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyReason_hasACertificate_data()
    {
        QTest::addColumn<Certificate>("certificate");
        QTest::addColumn<Unfit>("reason");
        const auto row = [](const char *name, Unfit reason, const std::function<void(Certificate &)> &change) {
            Certificate certificate = fine();
            change(certificate);
            QTest::newRow(name) << certificate << reason;
        };
        row("fine", Unfit::Nothing, [](Certificate &) {});
        row("dates", Unfit::DatesNotKnown, [](Certificate &c) { c.facts.notAfterUtc = {}; });
        row("expired", Unfit::Expired, [](Certificate &c) { c.facts.notAfterUtc = now.addSecs(-1); });
        row("its last second", Unfit::Nothing, [](Certificate &c) { c.facts.notAfterUtc = now; });
        row("future", Unfit::NotYetValid, [](Certificate &c) { c.facts.notBeforeUtc = now.addSecs(1); });
        row("no key", Unfit::KeyMissing, [](Certificate &c) { c.hasPrivateKey = false; });
        row("key not known", Unfit::KeyNotKnown, [](Certificate &c) { c.hasPrivateKey = std::nullopt; });
        row("request", Unfit::RequestPending, [](Certificate &c) { c.status = CertificateStatus::PendingRequest; });
        row("revoked", Unfit::Revoked, [](Certificate &c) { c.status = CertificateStatus::Revoked; });
        row("invalid", Unfit::Invalid, [](Certificate &c) { c.status = CertificateStatus::Invalid; });
        row("untrusted is no reason", Unfit::Nothing, [](Certificate &c) { c.status = CertificateStatus::Untrusted; });
        row("of a device", Unfit::ForeignIssuer,
            [](Certificate &c) { c.facts.issuerCommonName = u"MS-Organization-Access"_s; });
        row("for clients only", Unfit::NotForServers,
            [](Certificate &c) { c.facts.extendedKeyUsageOids = {u"1.3.6.1.5.5.7.3.2"_s}; });
        row("for both", Unfit::Nothing, [](Certificate &c) {
            c.facts.extendedKeyUsageOids = {u"1.3.6.1.5.5.7.3.2"_s, u"1.3.6.1.5.5.7.3.1"_s};
        });
        row("for any purpose", Unfit::Nothing,
            [](Certificate &c) { c.facts.extendedKeyUsageOids = {u"2.5.29.37.0"_s}; });
    }
    void everyReason_hasACertificate()
    {
        QFETCH(const Certificate, certificate);
        QFETCH(const Unfit, reason);
        QCOMPARE(unfitnessOf(certificate, now), reason);
    }

    void keyProvider_isOfCng_byItsName_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<bool>("isCng");
        QTest::newRow("not known") << QString() << false;
        QTest::newRow("what Exchange uses") << u"Microsoft RSA SChannel Cryptographic Provider"_s << false;
        QTest::newRow("another CSP") << u"Microsoft Enhanced RSA and AES Cryptographic Provider"_s << false;
        QTest::newRow("software") << u"Microsoft Software Key Storage Provider"_s << true;
        QTest::newRow("card") << u"microsoft smart card key storage provider"_s << true;
        QTest::newRow("TPM") << u"Microsoft Platform Crypto Provider"_s << true;
    }
    void keyProvider_isOfCng_byItsName()
    {
        Certificate certificate = fine();
        QFETCH(const QString, provider);
        certificate.keyProvider = provider;
        QTEST(isKeptByCng(certificate), "isCng");
    }

    void names_areCoveredAsClientsCompareThem_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("covers");
        QTest::newRow("the same") << u"mail.contoso.com"_s << u"MAIL.contoso.com"_s << true;
        QTest::newRow("another") << u"mail.contoso.com"_s << u"smtp.contoso.com"_s << false;
        QTest::newRow("wildcard") << u"*.contoso.com"_s << u"mail.contoso.com"_s << true;
        QTest::newRow("wildcard, two labels") << u"*.contoso.com"_s << u"a.mail.contoso.com"_s << false;
        QTest::newRow("wildcard, the domain itself") << u"*.contoso.com"_s << u"contoso.com"_s << false;
        QTest::newRow("empty") << u"mail.contoso.com"_s << QString() << false;
        QTest::newRow("begins the same") << u"mail.contoso.com"_s << u"mail.contoso.com.evil"_s << false;
    }
    void names_areCoveredAsClientsCompareThem()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, name);
        QFETCH(const bool, covers);
        Certificate certificate = fine();
        certificate.facts.dnsNames = {u"other.example"_s, pattern};
        QCOMPARE(coversName(certificate.facts, name), covers);
        certificate.facts.dnsNames.clear();
        certificate.facts.subjectCommonName = pattern;
        QCOMPARE(coversName(certificate.facts, name), covers);
    }
};

KAKUIN_TEST(tst_Fitness)

} // namespace tests::tst_fitness

Q_DECLARE_METATYPE(kakuin::domain::Certificate)

#include "tst_fitness.moc"
