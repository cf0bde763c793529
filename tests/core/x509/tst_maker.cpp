// SPDX-License-Identifier: MIT
#include "core/x509/maker.h"
#include "core/x509/reader.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QtTest>

#include <thread>

namespace tests::tst_maker {

using namespace Qt::StringLiterals;
using namespace kakuin;
using x509::CertificateRequest;
using x509::PrivateKey;

namespace {

QDateTime utc(int year, int month, int day, QTime time = QTime(0, 0))
{
    return QDateTime(QDate(year, month, day), time, Qt::UTC);
}

CertificateRequest exchangeRequest()
{
    CertificateRequest request;
    request.subject = {{u"2.5.4.3"_s, u"MBX01"_s}};
    request.notBeforeUtc = utc(2021, 4, 1, QTime(1, 2, 3));
    request.notAfterUtc = utc(2026, 4, 1, QTime(1, 2, 3));
    request.dnsNames = {u"MBX01"_s, u"MBX01.contoso.com"_s};
    return request;
}

} // namespace

class tst_Maker final : public QObject {
    Q_OBJECT

    PrivateKey m_key;
    PrivateKey m_other;

private Q_SLOTS:
    void initTestCase()
    {
        auto key = PrivateKey::generateRsa(2048);
        auto other = PrivateKey::generateRsa(1024);
        QVERIFY_RESULT(key);
        QVERIFY_RESULT(other);
        m_key = *key;
        m_other = *other;
    }

    void key_isRefused_whenItsSizeIsAbsurd()
    {
        for (const int bits : {-1, 0, 512, 1023, 16'385, 1'000'000}) {
            const auto key = PrivateKey::generateRsa(bits);
            QVERIFY(!key);
            QCOMPARE(key.error().code, ErrorCode::KeyGenerationFailed);
        }
    }

    void key_survivesStorage()
    {
        const auto restored = PrivateKey::fromPkcs8(m_key.toPkcs8());
        QVERIFY_RESULT(restored);
        const auto der = x509::makeSelfSigned(exchangeRequest(), m_key);
        QVERIFY_RESULT(der);
        QVERIFY(restored->matches(*der));
        QVERIFY(!m_other.matches(*der));
        QVERIFY(!PrivateKey().matches(*der));
        QVERIFY(!m_key.matches("garbage"));
        QVERIFY(PrivateKey().toPkcs8().isEmpty());
    }

    void key_isRefused_whenTheBytesAreDamaged()
    {
        const QByteArray der = m_key.toPkcs8();
        for (const QByteArray &bad : {QByteArray(), QByteArray("x"), der.chopped(1), der + '\0'}) {
            const auto key = PrivateKey::fromPkcs8(bad);
            QVERIFY(!key);
            QCOMPARE(key.error().code, ErrorCode::InvalidArgument);
        }
    }

    void certificate_saysWhatWasAsked_data()
    {
        QTest::addColumn<CertificateRequest::Hash>("hash");
        QTest::addColumn<QString>("algorithm");
        QTest::newRow("SHA-1") << CertificateRequest::Hash::Sha1 << u"sha1RSA"_s;
        QTest::newRow("SHA-256") << CertificateRequest::Hash::Sha256 << u"sha256RSA"_s;
        QTest::newRow("SHA-384") << CertificateRequest::Hash::Sha384 << u"sha384RSA"_s;
        QTest::newRow("SHA-512") << CertificateRequest::Hash::Sha512 << u"sha512RSA"_s;
    }
    void certificate_saysWhatWasAsked()
    {
        QFETCH(CertificateRequest::Hash, hash);
        QFETCH(QString, algorithm);
        CertificateRequest request = exchangeRequest();
        request.hash = hash;
        request.serial = QByteArray::fromHex("00f1020304");
        const auto der = x509::makeSelfSigned(request, m_key);
        QVERIFY_RESULT(der);
        const auto facts = x509::readDer(*der);
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->subject, u"CN=MBX01"_s);
        QCOMPARE(facts->issuer, u"CN=MBX01"_s);
        QVERIFY(facts->isSelfIssued);
        QCOMPARE(facts->serialNumber, u"00F1020304"_s);
        QCOMPARE(facts->notBeforeUtc, request.notBeforeUtc);
        QCOMPARE(facts->notAfterUtc, request.notAfterUtc);
        QCOMPARE(facts->key.bits, 2048);
        QCOMPARE(facts->signatureAlgorithm, algorithm);
        QCOMPARE(facts->dnsNames, request.dnsNames);
        QCOMPARE(facts->extendedKeyUsageOids, QStringList{u"1.3.6.1.5.5.7.3.1"_s});
    }

    // the octets are those of the captured certificates of real servers
    void extensions_areThoseOfExchange()
    {
        const auto der = x509::makeSelfSigned(exchangeRequest(), m_key);
        QVERIFY_RESULT(der);
        const QByteArray keyUsage = QByteArray::fromHex("0603551d0f0101ff0404030205a0");
        const QByteArray serverAuth = QByteArray::fromHex("0603551d25040c300a06082b06010505070301");
        const QByteArray constraints = QByteArray::fromHex("0603551d130101ff04023000");
        QVERIFY(der->contains(keyUsage));
        QVERIFY(der->indexOf(serverAuth) > der->indexOf(keyUsage));
        QVERIFY(der->indexOf(constraints) > der->indexOf(serverAuth));
    }

    void extensions_areThoseOfWmSvc_whenAsked()
    {
        CertificateRequest request = exchangeRequest();
        request.dnsNames.clear();
        request.isKeyUsageCritical = false;
        request.keyUsageBits = 0xb0;
        request.hasBasicConstraints = false;
        const auto der = x509::makeSelfSigned(request, m_key);
        QVERIFY_RESULT(der);
        QVERIFY(der->contains(QByteArray::fromHex("0603551d0f0404030204b0")));
        QVERIFY(!der->contains(QByteArray::fromHex("0603551d13")));
        QVERIFY(!der->contains(QByteArray::fromHex("0603551d11")));
    }

    void serial_isSixteenPositiveRandomBytes()
    {
        QSet<QString> seen;
        for (int i = 0; i < 20; ++i) {
            const auto der = x509::makeSelfSigned(exchangeRequest(), m_other);
            QVERIFY_RESULT(der);
            const QString serial = x509::readDer(*der)->serialNumber;
            QCOMPARE(serial.size(), 32);
            QVERIFY(serial.at(0) < u'8');
            seen += serial;
        }
        QCOMPARE(seen.size(), 20);
    }

    void dates_areExact_orRefused_data()
    {
        QTest::addColumn<QDateTime>("date");
        QTest::addColumn<bool>("isPossible");
        QTest::newRow("1949, before two-digit years") << utc(1949, 12, 31, QTime(23, 59, 59)) << true;
        QTest::newRow("1950") << utc(1950, 1, 1) << true;
        QTest::newRow("2049") << utc(2049, 12, 31, QTime(23, 59, 59)) << true;
        QTest::newRow("2050") << utc(2050, 1, 1) << true;
        QTest::newRow("9999") << utc(9999, 12, 31, QTime(23, 59, 59)) << true;
        QTest::newRow("10000") << utc(10'000, 1, 1) << false;
        QTest::newRow("year -1") << utc(-1, 1, 1) << false;
        QTest::newRow("none") << QDateTime() << false;
    }
    void dates_areExact_orRefused()
    {
        QFETCH(QDateTime, date);
        QFETCH(bool, isPossible);
        CertificateRequest request = exchangeRequest();
        request.notAfterUtc = date;
        const auto der = x509::makeSelfSigned(request, m_other);
        QCOMPARE(der.has_value(), isPossible);
        if (isPossible)
            QCOMPARE(x509::readDer(*der)->notAfterUtc, date);
        else
            QCOMPARE(der.error().code, ErrorCode::SigningFailed);
    }

    void names_comeBackAsTheyWereParsed()
    {
        const QString name
            = u"OU=角印 + CN=\"The \"\"A\"\", Ltd.\", E=a@b.c, STREET=\" x \", OID.1.2.3.4=\"\", DC=contoso, C=JP"_s;
        const auto attributes = x509::parseName(name);
        QVERIFY_RESULT(attributes);
        CertificateRequest request = exchangeRequest();
        request.subject = *attributes;
        const auto der = x509::makeSelfSigned(request, m_other);
        QVERIFY_RESULT(der);
        QCOMPARE(x509::readDer(*der)->subject, name);
    }

    void subject_mayBeEmpty()
    {
        CertificateRequest request = exchangeRequest();
        request.subject.clear();
        const auto der = x509::makeSelfSigned(request, m_other);
        QVERIFY_RESULT(der);
        QCOMPARE(x509::readDer(*der)->subject, QString());
    }

    void dnsNames_becomeAscii_orAreRefused()
    {
        CertificateRequest request = exchangeRequest();
        request.dnsNames = {u"*.contoso.com"_s, u"bücher.example"_s};
        const auto der = x509::makeSelfSigned(request, m_other);
        QVERIFY_RESULT(der);
        QCOMPARE(x509::readDer(*der)->dnsNames, QStringList({u"*.contoso.com"_s, u"xn--bcher-kva.example"_s}));
        request.dnsNames = {QString()};
        const auto refused = x509::makeSelfSigned(request, m_other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::SigningFailed);
    }

    void request_isRefused_whenSomethingIsMissing()
    {
        QVERIFY(!x509::makeSelfSigned(exchangeRequest(), PrivateKey()));
        CertificateRequest badOid = exchangeRequest();
        badOid.subject = {{u"not an oid"_s, u"x"_s}};
        const auto der = x509::makeSelfSigned(badOid, m_other);
        QVERIFY(!der);
        QCOMPARE(der.error().code, ErrorCode::SigningFailed);
        CertificateRequest longSerial = exchangeRequest();
        longSerial.serial = QByteArray(65, '\x01');
        QVERIFY(!x509::makeSelfSigned(longSerial, m_other));
    }

    void signedByAnother_namesThatIssuer()
    {
        CertificateRequest request = exchangeRequest();
        request.issuer = {{u"2.5.4.10"_s, u"Contoso"_s}, {u"2.5.4.3"_s, u"Contoso CA"_s}};
        const auto der = x509::makeSigned(request, m_other, m_key);
        QVERIFY_RESULT(der);
        const auto facts = x509::readDer(*der);
        QCOMPARE(facts->issuer, u"CN=Contoso CA, O=Contoso"_s);
        QVERIFY(!facts->isSelfIssued);
        QCOMPARE(facts->key.bits, 1024);
        QVERIFY(m_other.matches(*der));
    }

    void key_signsFromManyThreads()
    {
        std::array<int, 4> made{};
        std::vector<std::thread> threads;
        for (int &count : made) {
            threads.emplace_back([this, &count] {
                for (int i = 0; i < 25; ++i) {
                    const auto der = x509::makeSelfSigned(exchangeRequest(), m_key);
                    count += der && x509::readDer(*der) ? 1 : 0;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(made, (std::array<int, 4>{25, 25, 25, 25}));
    }

    void signing_isCheap()
    {
        QBENCHMARK
        {
            QVERIFY(x509::makeSelfSigned(exchangeRequest(), m_key));
        }
    }
};

KAKUIN_TEST(tst_Maker)

} // namespace tests::tst_maker

#include "tst_maker.moc"
