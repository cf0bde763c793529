// SPDX-License-Identifier: MIT
#include "core/x509/description.h"
#include "core/x509/maker.h"
#include "core/x509/reader.h"
#include "derbuilder.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QtTest>

namespace tests::tst_description {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testder;
using x509::CertificateRequest;
using x509::PrivateKey;

namespace {

CertificateRequest exchangeRequest(CertificateRequest::Hash hash = CertificateRequest::Hash::Sha256)
{
    CertificateRequest request;
    request.subject = {{u"2.5.4.3"_s, u"MBX01"_s}};
    request.issuer = request.subject;
    request.notBeforeUtc = QDateTime(QDate(2021, 4, 1), QTime(0, 0), Qt::UTC);
    request.notAfterUtc = QDateTime(QDate(2026, 4, 1), QTime(0, 0), Qt::UTC);
    request.dnsNames = {u"MBX01"_s, u"MBX01.contoso.com"_s};
    request.hash = hash;
    return request;
}

QByteArray boolean(bool value)
{
    return tlv(1, value ? "\xff" : QByteArray(1, '\0'));
}

QByteArray uri(const QByteArray &text)
{
    return tlv(0x86, text);
}

} // namespace

class tst_Description final : public QObject {
    Q_OBJECT

    PrivateKey m_key;
    PrivateKey m_other;

private Q_SLOTS:
    void initTestCase()
    {
        m_key = PrivateKey::generateRsa(2048).value_or(PrivateKey());
        m_other = PrivateKey::generateRsa(2048).value_or(PrivateKey());
        QVERIFY(!m_key.isNull() && !m_other.isNull());
    }

    void selfSigned_isProved_data()
    {
        QTest::addColumn<CertificateRequest::Hash>("hash");
        QTest::newRow("SHA-1") << CertificateRequest::Hash::Sha1;
        QTest::newRow("SHA-256") << CertificateRequest::Hash::Sha256;
        QTest::newRow("SHA-512") << CertificateRequest::Hash::Sha512;
    }
    void selfSigned_isProved()
    {
        QFETCH(CertificateRequest::Hash, hash);
        const auto der = x509::makeSelfSigned(exchangeRequest(hash), m_key);
        QVERIFY_RESULT(der);
        const auto description = x509::describe(*der);
        QVERIFY_RESULT(description);
        QVERIFY(description->facts.isSelfIssued);
        QVERIFY(description->isSelfSigned);

        QByteArray forged = *der;
        forged.back() = static_cast<char>(forged.back() ^ 1);
        QVERIFY(x509::describe(forged)->facts.isSelfIssued);
        QVERIFY(!x509::describe(forged)->isSelfSigned);
    }

    void selfSigned_isNotProved_whenAnotherKeySignedUnderTheSameName()
    {
        const auto der = x509::makeSigned(exchangeRequest(), m_key, m_other);
        QVERIFY_RESULT(der);
        const auto description = x509::describe(*der);
        QVERIFY(description->facts.isSelfIssued);
        QVERIFY(!description->isSelfSigned);
    }

    void exchangeCertificate_isDescribedWhole()
    {
        const auto der = x509::makeSelfSigned(exchangeRequest(), m_key);
        QVERIFY_RESULT(der);
        const auto d = x509::describe(*der);
        QVERIFY_RESULT(d);
        QCOMPARE(d->version, 3);
        QCOMPARE(d->sha256, QCryptographicHash::hash(*der, QCryptographicHash::Sha256));
        QCOMPARE(d->signatureOid, u"1.2.840.113549.1.1.11"_s);
        QVERIFY(d->publicKeyHex.startsWith(u"30 82 01 0a 02 82 01 01 00"_s));
        QCOMPARE(d->keyUsages, QStringList({u"digitalSignature"_s, u"keyEncipherment"_s}));
        QCOMPARE(d->extendedKeyUsages, QStringList(u"1.3.6.1.5.5.7.3.1"_s));
        QCOMPARE(d->isCa, std::optional<bool>(false));
        QVERIFY(!d->pathLength);
        QCOMPARE(d->alternativeNames.size(), 2);
        QCOMPARE(d->alternativeNames.last().kind, x509::GeneralName::Kind::Dns);
        QCOMPARE(d->alternativeNames.last().value, u"MBX01.contoso.com"_s);
        QStringList texts;
        for (const x509::ExtensionDescription &e : d->extensions)
            texts += e.name + u'|' + (e.isCritical ? u"critical|"_s : u"|"_s) + e.text;
        QCOMPARE(texts,
            QStringList({u"Key Usage|critical|digitalSignature, keyEncipherment (a0)"_s,
                u"Subject Alternative Name||DNS Name=MBX01\nDNS Name=MBX01.contoso.com"_s,
                u"Enhanced Key Usage||Server Authentication (1.3.6.1.5.5.7.3.1)"_s,
                u"Basic Constraints|critical|Subject Type=End Entity\nPath Length Constraint=None"_s}));
    }

    void extension_hasReadableText_data()
    {
        QTest::addColumn<QByteArray>("oid");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *tag, const char *oid, const QByteArray &value, const QString &name,
                             const QString &text) { QTest::newRow(tag) << QByteArray(oid) << value << name << text; };
        const QByteArray san
            = sequence(tlv(0x81, "a@b.c") + uri("https://x") + tlv(0x87, QByteArray::fromHex("c0a80001"))
                + tlv(0x87, QByteArray::fromHex("20010db8000000000000000000000001"))
                + tlv(0x88, QByteArray::fromHex("2a0304"))
                + tlv(0xa4, sequence(rdn("2.5.4.6", "JP") + rdn("2.5.4.3", "x, y")))
                + tlv(0xa0, testder::oid("1.3.6.1.4.1.311.20.2.3") + tlv(0xa0, tlv(utf8, "u@contoso.com"))));
        row("every kind of name", "2.5.29.17", san, u"Subject Alternative Name"_s,
            u"RFC822 Name=a@b.c\nURL=https://x\nIP Address=192.168.0.1\n"
            "IP Address=2001:0db8:0000:0000:0000:0000:0000:0001\nRegistered ID=1.2.3.4\n"
            "Directory Address=CN=\"x, y\", C=JP\nOther Name=u@contoso.com"_s);
        row("a CA", "2.5.29.19", sequence(boolean(true) + tlv(2, "\x02")), u"Basic Constraints"_s,
            u"Subject Type=CA\nPath Length Constraint=2"_s);
        row("subject key", "2.5.29.14", tlv(4, "\x01\xab"), u"Subject Key Identifier"_s, u"01ab"_s);
        row("authority key", "2.5.29.35", sequence(tlv(0x80, "\x01\xab")), u"Authority Key Identifier"_s,
            u"KeyID=01ab"_s);
        const QByteArray point = sequence(tlv(0xa0, tlv(0xa0, uri("http://crl/a") + uri("ldap:///b"))));
        row("CRL points", "2.5.29.31", sequence(point + point), u"CRL Distribution Points"_s,
            u"[1]CRL Distribution Point\n    URL=http://crl/a\n    URL=ldap:///b\n"
            "[2]CRL Distribution Point\n    URL=http://crl/a\n    URL=ldap:///b"_s);
        row("authority information", "1.3.6.1.5.5.7.1.1",
            sequence(sequence(testder::oid("1.3.6.1.5.5.7.48.1") + uri("http://ocsp"))),
            u"Authority Information Access"_s,
            u"[1]Access Method=On-line Certificate Status Protocol (1.3.6.1.5.5.7.48.1)\n    URL=http://ocsp"_s);
        const QByteArray cps = sequence(sequence(testder::oid("1.3.6.1.5.5.7.2.1") + tlv(ia5, "http://cps")));
        row("policies", "2.5.29.32", sequence(sequence(testder::oid("1.2.3") + cps)), u"Certificate Policies"_s,
            u"[1]Policy Identifier=1.2.3\n    Policy Qualifier=CPS (1.3.6.1.5.5.7.2.1)\n        http://cps"_s);
        row("application policies", "1.3.6.1.4.1.311.21.10", sequence(sequence(testder::oid("1.3.6.1.5.5.7.3.1"))),
            u"Application Policies"_s, u"[1]Policy Identifier=Server Authentication (1.3.6.1.5.5.7.3.1)"_s);
        row("template name", "1.3.6.1.4.1.311.20.2", tlv(bmp, QByteArray::fromHex("005700650062")),
            u"Certificate Template Name"_s, u"Web"_s);
        row("template information", "1.3.6.1.4.1.311.21.7",
            sequence(testder::oid("1.3.6.1.4.1.311.21.8.1") + tlv(2, "\x64") + tlv(2, "\x05")),
            u"Certificate Template Information"_s,
            u"Template=1.3.6.1.4.1.311.21.8.1\nMajor Version Number=100\nMinor Version Number=5"_s);
        row("an unknown one is dumped", "1.2.3.4", QByteArray::fromHex("000102030405060708090a0b0c0d0e0f10"),
            u"1.2.3.4"_s, u"00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f\n10"_s);
        row("a damaged one is dumped", "2.5.29.17", "\x30\x7f", u"Subject Alternative Name"_s, u"30 7f"_s);
        row("control characters are visible", "2.5.29.17", sequence(tlv(0x82, "a\nb<i>\x1b")),
            u"Subject Alternative Name"_s, u"DNS Name=a\\u{000A}b<i>\\u{001B}"_s);
    }
    void extension_hasReadableText()
    {
        QFETCH(QByteArray, oid);
        QFETCH(QByteArray, value);
        Parts parts;
        parts.extensions = extension(oid, value);
        const auto description = x509::describe(parts.der());
        QVERIFY_RESULT(description);
        QCOMPARE(description->extensions.size(), 1);
        QTEST(description->extensions.first().name, "name");
        QTEST(description->extensions.first().text, "text");
        QCOMPARE(description->extensions.first().value, value);
    }

    void extension_isBounded_whenItIsHuge()
    {
        QByteArray names;
        for (int i = 0; i < 10'000; ++i)
            names += tlv(0x82, "host" + QByteArray::number(i) + ".a-rather-long-domain-name.contoso.com");
        Parts parts;
        parts.extensions = extension("2.5.29.17", sequence(names)) + extension("1.2.3.4", QByteArray(1'000'000, 'x'));
        const auto description = x509::describe(parts.der());
        QVERIFY_RESULT(description);
        QCOMPARE(description->alternativeNames.size(), 10'000);
        for (const x509::ExtensionDescription &e : description->extensions) {
            QVERIFY(e.text.size() < 80'000);
            QVERIFY(e.text.endsWith(u'…'));
        }
    }

    void extensions_areBounded_whenThereAreTooMany()
    {
        Parts parts;
        for (int i = 0; i < x509::maxExtensions + 10; ++i)
            parts.extensions += extension("1.2.3." + QByteArray::number(i), "x");
        const auto description = x509::describe(parts.der());
        QVERIFY_RESULT(description);
        QCOMPARE(description->extensions.size(), qsizetype(x509::maxExtensions));
    }

    void longKey_isDescribed()
    {
        const QByteArray modulus = QByteArray(1, '\0') + QByteArray(2048, '\xc5');
        const QByteArray rsa = sequence(tlv(2, modulus) + tlv(2, modulus));
        Parts parts;
        parts.issuer = parts.subject;
        parts.publicKey = sequence(sequence(testder::oid("1.2.840.113549.1.1.1") + tlv(5, {})) + tlv(3, '\0' + rsa));
        const auto description = x509::describe(parts.der());
        QVERIFY_RESULT(description);
        QCOMPARE(description->facts.key.bits, 16'384);
        QVERIFY(!description->isSelfSigned);
    }

    void describe_neverCrashes_whenOneByteIsChanged()
    {
        const auto der = x509::makeSelfSigned(exchangeRequest(), m_key);
        QVERIFY_RESULT(der);
        for (qsizetype i = 0; i < der->size(); i += 2) {
            QByteArray damaged = *der;
            damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
            const auto description = x509::describe(damaged);
            QVERIFY(!description || !description->isSelfSigned);
        }
    }

    void describe_isRefused_whenItIsNoCertificate()
    {
        const auto description = x509::describe("text");
        QVERIFY(!description);
        QCOMPARE(description.error().code, ErrorCode::MalformedCertificate);
    }

    void oidName_isWindowsName()
    {
        QCOMPARE(x509::oidName(u"1.3.6.1.5.5.7.3.1"_s), u"Server Authentication"_s);
        QCOMPARE(x509::oidName(u"1.2.3"_s), QString());
    }
};

KAKUIN_TEST(tst_Description)

} // namespace tests::tst_description

#include "tst_description.moc"
