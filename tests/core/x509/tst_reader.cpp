// SPDX-License-Identifier: MIT
#include "core/x509/description.h"
#include "core/x509/reader.h"
#include "derbuilder.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QtTest>

#include <openssl/err.h>
#include <openssl/x509.h>

namespace tests::tst_reader {

using namespace Qt::StringLiterals;
using namespace kakuin;
using kakuin::testder::Parts;
using Algorithm = domain::KeyFacts::Algorithm;

namespace {

const QByteArray ecKey = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
const QByteArray good = Parts().der();

QByteArray rsaKey(int bits)
{
    const QByteArray modulus = QByteArray(1, '\0') + QByteArray(bits / 8, '\xc5');
    const QByteArray rsa = testder::sequence(testder::tlv(2, modulus) + testder::tlv(2, QByteArray::fromHex("010001")));
    const QByteArray algorithm = testder::sequence(testder::oid("1.2.840.113549.1.1.1") + testder::tlv(5, {}));
    return testder::sequence(algorithm + testder::tlv(3, '\0' + rsa));
}

QByteArray utcTime(const char *text)
{
    return testder::tlv(23, text);
}

QByteArray generalTime(const char *text)
{
    return testder::tlv(24, text);
}

} // namespace

class tst_Reader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void der_isRefused_whenItIsNoCertificate_data()
    {
        QTest::addColumn<QByteArray>("der");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("PEM in place of DER") << x509::toPem(good);
        QTest::newRow("cut in the middle") << good.left(good.size() / 2);
        QTest::newRow("one byte short") << good.chopped(1);
        QTest::newRow("one byte too many") << good + '\0';
        QTest::newRow("two certificates") << good + good;
        QTest::newRow("an empty sequence") << testder::sequence({});
        QTest::newRow("a length beyond the end") << QByteArray::fromHex("3084ffffffff");
        QTest::newRow("an indefinite length without end") << QByteArray::fromHex("30803080");
        QTest::newRow("larger than the limit") << good + QByteArray(x509::maxDerBytes, '\0');
        QTest::newRow("nested ten thousand deep") << QByteArray::fromHex("3080").repeated(10'000);
    }
    void der_isRefused_whenItIsNoCertificate()
    {
        QFETCH(QByteArray, der);
        const auto facts = x509::readDer(der);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::MalformedCertificate);
        QVERIFY(!facts.error().detail.isEmpty());
    }

    void der_saysTrailingData_whenMoreFollows()
    {
        const auto facts = x509::readDer(good + "x");
        QVERIFY(!facts);
        QCOMPARE(facts.error().detail, u"trailing data"_s);
    }

    void der_neverCrashes_whenOneByteIsChanged()
    {
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (const char bits : {'\x01', '\x20', '\x80', '\xff'}) {
                QByteArray damaged = good;
                damaged[i] = static_cast<char>(damaged[i] ^ bits);
                const auto facts = x509::readDer(damaged);
                QVERIFY(!facts || facts->thumbprint != x509::readDer(good)->thumbprint);
            }
        }
    }

    // Most RSA keys are measured without OpenSSL's decoders; what it makes of the same bytes must be the same
    void rsaCertificate_isReadAsOpenSslReadsIt_whateverByteIsChanged()
    {
        Parts parts;
        parts.publicKey = rsaKey(1024);
        parts.extensions = testder::extension("2.5.29.19", testder::sequence({}));
        const QByteArray rsa = parts.der();
        QCOMPARE(x509::readDer(rsa)->key.bits, 1024);
        int read = 0;
        for (qsizetype i = 0; i < rsa.size(); ++i) {
            for (const char bits : {'\x01', '\x02', '\x20', '\x80', '\xff'}) {
                QByteArray damaged = rsa;
                damaged[i] = static_cast<char>(damaged[i] ^ bits);
                const auto *position = reinterpret_cast<const unsigned char *>(damaged.constData());
                const auto *const end = position + damaged.size();
                X509 *raw = X509_new();
                const bool isRead = d2i_X509(&raw, &position, static_cast<long>(damaged.size())) != nullptr;
                const EVP_PKEY *key = isRead ? X509_get0_pubkey(raw) : nullptr;
                const int size = key != nullptr ? EVP_PKEY_get_bits(key) : 0;
                if (isRead)
                    X509_free(raw);
                const auto facts = x509::readDer(damaged);
                QVERIFY2(facts.has_value() == (isRead && position == end), damaged.toHex().constData());
                if (facts)
                    QVERIFY2(facts->key.bits == size, damaged.toHex().constData());
                read += facts ? 1 : 0;
            }
        }
        ERR_clear_error();
        QVERIFY(read > 1000); // most changes are in the key and the signature
    }

    void dates_areReadOrInvalid_data()
    {
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<QDateTime>("expected");
        const auto utc
            = [](int y, int m, int d, QTime t = QTime(0, 0)) { return QDateTime(QDate(y, m, d), t, Qt::UTC); };
        QTest::newRow("49 is 2049") << utcTime("491231235959Z") << utc(2049, 12, 31, QTime(23, 59, 59));
        QTest::newRow("50 is 1950") << utcTime("500101000000Z") << utc(1950, 1, 1);
        QTest::newRow("year 9999") << generalTime("99991231235959Z") << utc(9999, 12, 31, QTime(23, 59, 59));
        QTest::newRow("year 1") << generalTime("00010101000000Z") << utc(1, 1, 1);
        QTest::newRow("year 0 does not exist") << generalTime("00000101000000Z") << QDateTime();
        QTest::newRow("a leap day") << generalTime("20240229120000Z") << utc(2024, 2, 29, QTime(12, 0));
        QTest::newRow("no leap day in that year") << generalTime("20230229120000Z") << QDateTime();
        QTest::newRow("month 13") << utcTime("231301000000Z") << QDateTime();
        QTest::newRow("a leap second") << utcTime("161231235960Z") << QDateTime();
        QTest::newRow("letters") << utcTime("tomorrow at3Z") << QDateTime();
        QTest::newRow("empty") << utcTime("") << QDateTime();
    }
    void dates_areReadOrInvalid()
    {
        QFETCH(QByteArray, encoded);
        QFETCH(QDateTime, expected);
        Parts parts;
        parts.notAfter = encoded;
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->notAfterUtc, expected);
        QCOMPARE(facts->notBeforeUtc, QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC));
    }

    void key_isNamed_forEveryAlgorithm_data()
    {
        QTest::addColumn<QByteArray>("publicKey");
        QTest::addColumn<Algorithm>("algorithm");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QString>("name");
        const QByteArray point = "68b1c3ff1c1b0a3e1fba7dd6e5be91b7c6ba4e8a8fc7a5e4be8c3a3b1a2d4f5e";
        QTest::newRow("RSA of 2048 bits") << rsaKey(2048) << Algorithm::Rsa << 2048 << u"RSA"_s;
        QTest::newRow("RSA of 16384 bits") << rsaKey(16'384) << Algorithm::Rsa << 16'384 << u"RSA"_s;
        QTest::newRow("RSA of 512 bits") << rsaKey(512) << Algorithm::Rsa << 512 << u"RSA"_s;
        QTest::newRow("P-256") << QByteArray::fromHex(ecKey
            + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
              "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
                               << Algorithm::Ec << 256 << u"ECDSA_P256"_s;
        QTest::newRow("a point that is not on the curve")
            << QByteArray::fromHex(ecKey + point + point) << Algorithm::Unknown << 0 << u"1.2.840.10045.2.1"_s;
        QTest::newRow("Ed25519") << Parts().publicKey << Algorithm::Ed25519 << 256 << u"Ed25519"_s;
        const QByteArray unknown
            = testder::sequence(testder::sequence(testder::oid("1.2.3.4.5")) + testder::tlv(3, QByteArray("\0x", 2)));
        QTest::newRow("an unknown algorithm") << unknown << Algorithm::Unknown << 0 << u"1.2.3.4.5"_s;
        QTest::newRow("X25519: known to OpenSSL, not to us")
            << QByteArray::fromHex("302a300506032b656e032100") + QByteArray(32, '\x11') << Algorithm::Unknown << 0
            << u"1.3.101.110"_s;
        const QByteArray dsaParameters = testder::sequence(testder::tlv(2, '\0' + QByteArray(128, '\xf1'))
            + testder::tlv(2, '\0' + QByteArray(20, '\xf3')) + testder::tlv(2, "\x02"));
        const QByteArray dsa = testder::sequence(testder::sequence(testder::oid("1.2.840.10040.4.1") + dsaParameters)
            + testder::tlv(3, '\0' + testder::tlv(2, QByteArray(100, '\x05'))));
        QTest::newRow("DSA") << dsa << Algorithm::Dsa << 1024 << u"DSA"_s;
    }
    void key_isNamed_forEveryAlgorithm()
    {
        QFETCH(QByteArray, publicKey);
        QFETCH(Algorithm, algorithm);
        QFETCH(int, bits);
        QFETCH(QString, name);
        Parts parts;
        parts.publicKey = publicKey;
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->key.algorithm, algorithm);
        QCOMPARE(facts->key.bits, bits);
        QCOMPARE(facts->key.algorithmName, name);
    }

    void algorithm_isNotNamed_whenItsIdentifierIsVeryLong()
    {
        Parts parts;
        parts.signatureAlgorithm = testder::sequence(testder::tlv(6, QByteArray(600, '\x01')));
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->signatureAlgorithm, u"?"_s);
    }

    void serial_isShownAsEncoded_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected");
        QTest::newRow("zero") << QByteArray(1, '\0') << u"00"_s;
        QTest::newRow("small") << QByteArray("\x01") << u"01"_s;
        QTest::newRow("leading zero byte") << QByteArray::fromHex("00b3ff") << u"00B3FF"_s;
        QTest::newRow("negative") << QByteArray::fromHex("8001") << u"8001"_s;
        QTest::newRow("minus one") << QByteArray::fromHex("ff") << u"FF"_s;
        QTest::newRow("huge") << QByteArray(5000, '\x7a') << u"7A"_s.repeated(5000);
    }
    void serial_isShownAsEncoded()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, expected);
        Parts parts;
        parts.serial = testder::tlv(2, content);
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->serialNumber, expected);
    }

    void signature_isNamedAsWindowsDoes_data()
    {
        QTest::addColumn<QByteArray>("oid");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("hash");
        QTest::newRow("sha1RSA") << QByteArray("1.2.840.113549.1.1.5") << u"sha1RSA"_s << u"sha1"_s;
        QTest::newRow("sha512RSA") << QByteArray("1.2.840.113549.1.1.13") << u"sha512RSA"_s << u"sha512"_s;
        QTest::newRow("md5RSA") << QByteArray("1.2.840.113549.1.1.4") << u"md5RSA"_s << u"md5"_s;
        QTest::newRow("sha384ECDSA") << QByteArray("1.2.840.10045.4.3.3") << u"sha384ECDSA"_s << u"sha384"_s;
        QTest::newRow("Ed25519 has no Windows name") << QByteArray("1.3.101.112") << u"1.3.101.112"_s << QString();
        QTest::newRow("an unknown one") << QByteArray("1.2.3.4") << u"1.2.3.4"_s << QString();
    }
    void signature_isNamedAsWindowsDoes()
    {
        QFETCH(QByteArray, oid);
        QFETCH(QString, name);
        QFETCH(QString, hash);
        Parts parts;
        parts.signatureAlgorithm = testder::sequence(testder::oid(oid));
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->signatureAlgorithm, name);
        QCOMPARE(facts->signatureHash, hash);
    }

    void pss_namesTheHashOfItsParameters()
    {
        const QByteArray sha256 = testder::sequence(testder::oid("2.16.840.1.101.3.4.2.1"));
        Parts parts;
        parts.signatureAlgorithm
            = testder::sequence(testder::oid("1.2.840.113549.1.1.10") + testder::sequence(testder::tlv(0xa0, sha256)));
        QCOMPARE(x509::readDer(parts.der())->signatureHash, u"sha256"_s);
        parts.signatureAlgorithm = testder::sequence(testder::oid("1.2.840.113549.1.1.10") + testder::sequence({}));
        QCOMPARE(x509::readDer(parts.der())->signatureHash, u"sha1"_s);
        parts.signatureAlgorithm = testder::sequence(testder::oid("1.2.840.113549.1.1.10"));
        QCOMPARE(x509::readDer(parts.der())->signatureHash, QString());
    }

    void alternativeNames_areCounted_whenThereAreTooManyToKeep()
    {
        QByteArray names;
        const int count = x509::maxNames + 5;
        for (int i = 0; i < count; ++i)
            names += testder::tlv(0x82, "host" + QByteArray::number(i) + ".contoso.com");
        Parts parts;
        parts.extensions = testder::extension("2.5.29.17", testder::sequence(names));
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->dnsNameCount, count);
        QCOMPARE(facts->dnsNames.size(), qsizetype(x509::maxNames));
        QCOMPARE(facts->dnsNames.first(), u"host0.contoso.com"_s);
    }

    void alternativeNames_ofASecondExtension_areRead()
    {
        Parts parts;
        parts.extensions = testder::extension("2.5.29.17", testder::sequence(testder::tlv(0x82, "a.contoso.com")))
            + testder::extension("2.5.29.17", "garbage")
            + testder::extension("2.5.29.17", testder::sequence(testder::tlv(0x82, "b.contoso.com")))
            + testder::extension("2.5.29.37", testder::sequence(testder::oid("1.3.6.1.5.5.7.3.1")))
            + testder::extension("2.5.29.37", testder::sequence(testder::oid("1.3.6.1.5.5.7.3.2")));
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->dnsNames, QStringList({u"a.contoso.com"_s, u"b.contoso.com"_s}));
        QCOMPARE(facts->dnsNameCount, 2);
        QCOMPARE(facts->extendedKeyUsageOids, QStringList({u"1.3.6.1.5.5.7.3.1"_s, u"1.3.6.1.5.5.7.3.2"_s}));
        const auto description = x509::describe(parts.der());
        QVERIFY_RESULT(description);
        QCOMPARE(description->alternativeNames.size(), 2);
    }

    void alternativeNames_areEmpty_whenTheExtensionIsDamaged()
    {
        Parts parts;
        parts.extensions = testder::extension("2.5.29.17", "garbage") + testder::extension("2.5.29.37", "\x30\x05");
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->dnsNameCount, 0);
        QVERIFY(facts->extendedKeyUsageOids.isEmpty());
    }

    void pem_givesEveryCertificate_inOrder()
    {
        Parts second;
        second.subject = testder::rdn("2.5.4.3", "second");
        const QByteArray key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
        const auto facts = x509::readPem(
            "Bag attributes\n" + x509::toPem(good) + key + "text\n" + x509::toPem(second.der()) + "bye");
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->size(), 2);
        QCOMPARE(facts->first().der, good);
        QCOMPARE(facts->last().subject, u"CN=second"_s);
    }

    void pem_isRefused_whenABlockCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no block") << QByteArray("just text");
        QTest::newRow("only a key") << QByteArray("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        QTest::newRow("no certificate inside")
            << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        QTest::newRow("no base64") << QByteArray("-----BEGIN CERTIFICATE-----\n????\n-----END CERTIFICATE-----\n");
        QTest::newRow("no end") << x509::toPem(good).left(100);
        QTest::newRow("a good one, then a cut one") << x509::toPem(good) + x509::toPem(good).left(100);
    }
    void pem_isRefused_whenABlockCannotBeRead()
    {
        QFETCH(QByteArray, pem);
        const auto facts = x509::readPem(pem);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::MalformedPem);
        QVERIFY(!facts.error().detail.isEmpty());
    }

    void pem_hasLinesOf64Columns()
    {
        const QList<QByteArray> lines = x509::toPem(good).split('\n');
        QCOMPARE(lines.first(), QByteArray("-----BEGIN CERTIFICATE-----"));
        QCOMPARE(lines.at(1).size(), 64);
        QCOMPARE(lines.at(lines.size() - 2), QByteArray("-----END CERTIFICATE-----"));
        QVERIFY(lines.last().isEmpty());
    }
};

KAKUIN_TEST(tst_Reader)

} // namespace tests::tst_reader

#include "tst_reader.moc"
