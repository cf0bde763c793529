// SPDX-License-Identifier: MIT
#include "core/x509/maker.h"
#include "tests/core/x509/derbuilder.h"
#include "tests/engine/certificatedifferences.h"
#include "tests/testkit/capturedfiles.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_engine_x509 {

using namespace kakuin;
using namespace kakuin::testder;
using namespace kakuin::testkit;

namespace {

const QByteArray cn("2.5.4.3");

QByteArray certificateNamed(const QByteArray &name)
{
    Parts parts;
    parts.subject = name;
    return parts.der();
}

} // namespace

/// X509Certificate2, which Exchange itself uses, and core/x509 say the same about a certificate.
class tst_EngineX509 : public QObject {
    Q_OBJECT

    EngineJudge m_judge;

    void compareOne(const QByteArray &der)
    {
        const QStringList found = certificateDifferences(m_judge, der);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

private Q_SLOTS:
    void capturedCertificates_agree()
    {
        const QList<QByteArray> all = capturedValues("RawData");
        if (all.isEmpty())
            QSKIP("there are no captured files here");
        for (const QByteArray &der : all)
            compareOne(der);
    }

    void everyCharacter_isQuotedAlike_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("inside") << QStringLiteral("a%1b");
        QTest::newRow("in front") << QStringLiteral("%1a");
        QTest::newRow("at the end") << QStringLiteral("a%1");
        QTest::newRow("alone") << QStringLiteral("%1");
        QTest::newRow("twice") << QStringLiteral("%1%1");
    }
    void everyCharacter_isQuotedAlike()
    {
        QFETCH(QString, pattern);
        QStringList found;
        QList<char16_t> characters;
        for (char16_t c = 1; c < 0x100; ++c)
            characters += c;
        characters += {0x2018, 0x201c, 0x2028, 0x3000, 0x200e, 0xfeff, 0x89d2, 0xff0c};
        for (const char16_t c : characters) {
            const QByteArray value = QString(pattern).replace(QLatin1String("%1"), QString(QChar(c))).toUtf8();
            const QStringList here
                = certificateDifferences(m_judge, certificateNamed(rdn("2.5.4.10", "Contoso") + rdn(cn, value)));
            if (!here.isEmpty())
                found += QStringLiteral("U+%1: ").arg(static_cast<int>(c), 4, 16, QLatin1Char('0')) + here.join(u' ');
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void difficultName_isWrittenAlike_data();
    void difficultName_isWrittenAlike()
    {
        QFETCH(QByteArray, name);
        compareOne(certificateNamed(name));
    }

    void madeCertificate_agrees_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("hash");
        using Hash = x509::CertificateRequest::Hash;
        QTest::newRow("2048 bits, SHA-1") << 2048 << static_cast<int>(Hash::Sha1);
        QTest::newRow("2048 bits, SHA-256") << 2048 << static_cast<int>(Hash::Sha256);
        QTest::newRow("2048 bits, SHA-384") << 2048 << static_cast<int>(Hash::Sha384);
        QTest::newRow("4096 bits, SHA-512") << 4096 << static_cast<int>(Hash::Sha512);
    }
    void madeCertificate_agrees()
    {
        QFETCH(int, bits);
        QFETCH(int, hash);
        const auto key = x509::PrivateKey::generateRsa(bits);
        QVERIFY_RESULT(key);
        const auto name = x509::parseName(QStringLiteral("CN=\"a, \"\"b\"\"\", OU=角印, O=Contoso, C=JP"));
        QVERIFY_RESULT(name);
        x509::CertificateRequest request;
        request.subject = *name;
        request.notBeforeUtc = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
        request.notAfterUtc = QDateTime(QDate(2051, 12, 31), QTime(23, 59, 59), Qt::UTC);
        request.dnsNames = QStringList{
            QStringLiteral("mbx01"), QStringLiteral("mbx01.contoso.com"), QStringLiteral("*.contoso.com")};
        request.hash = static_cast<x509::CertificateRequest::Hash>(hash);
        const auto der = x509::makeSelfSigned(request, *key);
        QVERIFY_RESULT(der);
        compareOne(*der);
    }
};

void tst_EngineX509::difficultName_isWrittenAlike_data()
{
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *tag, const QByteArray &name) { QTest::newRow(tag) << name; };
    row("no name at all", {});
    row("country, organisation, name", rdn("2.5.4.6", "JP", printable) + rdn("2.5.4.10", "Contoso") + rdn(cn, "mail"));
    row("a company with a comma", rdn("2.5.4.10", "Contoso, Ltd.") + rdn(cn, "mail.contoso.com"));
    row("quotes", rdn(cn, "The \"A\" team"));
    row("two values in one RDN", set(attribute(cn, "a") + attribute("2.5.4.11", "b")));
    row("two values that need quotes", set(attribute(cn, "a+b") + attribute("2.5.4.11", "c, d")) + rdn(cn, "e"));
    row("three values in one RDN", set(attribute(cn, "a") + attribute(cn, "b") + attribute(cn, "c")));
    row("e-mail", rdn("1.2.840.113549.1.9.1", "admin@contoso.com", ia5) + rdn(cn, "x"));
    row("domain components",
        rdn("0.9.2342.19200300.100.1.25", "com", ia5) + rdn("0.9.2342.19200300.100.1.25", "contoso", ia5));
    row("an unknown type", rdn("1.2.3.4", "x"));
    row("a long unknown type", rdn("1.3.6.1.4.1.99999.1.4294967295", "x", printable));
    row("an empty value", rdn(cn, ""));
    row("two empty values", rdn(cn, "") + rdn("2.5.4.10", ""));
    row("Japanese", rdn("2.5.4.10", "株式会社 角印") + rdn(cn, "メール"));
    row("a character beyond the plane", rdn(cn, "🔑"));
    row("BMPString", rdn(cn, QByteArray::fromHex("89d25370"), bmp));
    row("T61String", rdn(cn, "M\xfcller", teletex));
    row("PrintableString", rdn(cn, "Mail (1)", printable));
    row("a long value", rdn(cn, QByteArray(5'000, 'x')));
    row("many values", rdn(cn, "x").repeated(200));
    // The types for which Windows has a keyword. For the others it writes "OID.…"; .NET on Linux asks OpenSSL for a
    // name there, and does not decode UniversalString, so it is no judge of these.
    const QByteArrayList types{
        "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "17", "18", "20", "24", "42", "43", "46"};
    for (const QByteArray &type : types) {
        const QByteArray tag = "attribute type 2.5.4." + type;
        QTest::newRow(tag.constData()) << rdn("2.5.4." + type, "x");
    }
}

KAKUIN_TEST(tst_EngineX509, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_x509

#include "tst_engine_x509.moc"
