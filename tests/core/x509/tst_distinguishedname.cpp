// SPDX-License-Identifier: MIT
#include "core/x509/maker.h"
#include "core/x509/reader.h"
#include "derbuilder.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QtTest>

namespace tests::tst_distinguishedname {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testder;

/// The expected texts were compared with what X509Certificate2.Subject of .NET 10 writes for the same bytes.
class tst_DistinguishedName final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void subject_isWrittenAsWindowsDoes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("expected");
        const QByteArray cn = "2.5.4.3";
        const auto row = [](const char *tag, const QByteArray &name, const QString &expected) {
            QTest::newRow(tag) << name << expected;
        };
        row("no name at all", {}, {});
        row("reversed order", rdn("2.5.4.6", "JP", printable) + rdn("2.5.4.10", "Contoso") + rdn(cn, "mail"),
            u"CN=mail, O=Contoso, C=JP"_s);
        row("several values in one RDN keep their order",
            set(attribute(cn, "a") + attribute("2.5.4.11", "b")) + rdn(cn, "c"), u"CN=c, CN=a + OU=b"_s);
        row("every keyword",
            rdn("2.5.4.4", "a") + rdn("2.5.4.5", "b") + rdn("2.5.4.7", "c") + rdn("2.5.4.8", "d") + rdn("2.5.4.9", "e")
                + rdn("2.5.4.12", "f") + rdn("2.5.4.42", "g") + rdn("2.5.4.43", "h") + rdn("2.5.4.17", "i")
                + rdn("2.5.4.13", "j") + rdn("2.5.4.20", "k") + rdn("2.5.4.24", "l") + rdn("2.5.4.46", "m")
                + rdn("2.5.4.18", "n"),
            u"POBox=n, dnQualifier=m, X21Address=l, Phone=k, Description=j, PostalCode=i, I=h, G=g, T=f, STREET=e, "
            u"S=d, L=c, "
            u"SERIALNUMBER=b, SN=a"_s);
        row("e-mail and domain components",
            rdn("0.9.2342.19200300.100.1.25", "com", ia5) + rdn("0.9.2342.19200300.100.1.25", "contoso", ia5)
                + rdn("1.2.840.113549.1.9.1", "admin@contoso.com", ia5),
            u"E=admin@contoso.com, DC=contoso, DC=com"_s);
        row("an unknown type", rdn("1.2.3.4", "x"), u"OID.1.2.3.4=x"_s);
        row("a comma", rdn(cn, "Contoso, Ltd."), u"CN=\"Contoso, Ltd.\""_s);
        row("a quotation mark", rdn(cn, "The \"A\" team"), u"CN=\"The \"\"A\"\" team\""_s);
        row("a plus sign", rdn(cn, "a+b"), u"CN=\"a+b\""_s);
        row("an equals sign", rdn(cn, "a=b"), u"CN=\"a=b\""_s);
        row("a semicolon", rdn(cn, "a;b"), u"CN=\"a;b\""_s);
        row("a number sign in the middle", rdn(cn, "a#b"), u"CN=\"a#b\""_s);
        row("HTML", rdn(cn, "<b>x</b>"), u"CN=\"<b>x</b>\""_s);
        row("a line feed", rdn(cn, "a\nb"), u"CN=\"a\nb\""_s);
        row("a carriage return inside is not quoted", rdn(cn, "a\rb"), u"CN=a\rb"_s);
        row("a tab at the end", rdn(cn, "a\t"), u"CN=\"a\t\""_s);
        row("a leading blank", rdn(cn, " a"), u"CN=\" a\""_s);
        row("a backslash is not special", rdn(cn, "a\\b"), u"CN=a\\b"_s);
        row("an apostrophe is not special", rdn(cn, "a'b"), u"CN=a'b"_s);
        row("an empty value", rdn(cn, ""), u"CN=\"\""_s);
        row("a zero character stays", rdn(cn, QByteArray("a\0b", 3)), QString(u"CN=a"_s + QChar(u'\0') + u'b'));
        row("UTF-8", rdn(cn, "株式会社 角印"), u"CN=株式会社 角印"_s);
        row("BMPString", rdn(cn, QByteArray::fromHex("89d25370"), bmp), u"CN=角印"_s);
        row("UniversalString is no text for Windows", rdn(cn, QByteArray::fromHex("000089d20001f511"), universal),
            u"CN=#1C08000089D20001F511"_s);
        row("zero characters at the end are dropped", rdn(cn, QByteArray("a \0\0", 4)), u"CN=\"a \""_s);
        row("a byte order mark is a character", rdn(cn, "\xef\xbb\xbf"), u"CN=\ufeff"_s);
        row("T61String as Latin-1", rdn(cn, "M\xfcller", teletex), u"CN=Müller"_s);
        row("T61String as UTF-8", rdn(cn, "M\xc3\xbcller", teletex), u"CN=Müller"_s);
    }
    void subject_isWrittenAsWindowsDoes()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, expected);
        Parts parts;
        parts.subject = name;
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->subject, expected);
        QCOMPARE(facts->issuer, u"CN=issuer"_s);
        QVERIFY(!facts->isSelfIssued);
    }

    void subject_isBounded_whenItIsHuge()
    {
        Parts parts;
        for (int i = 0; i < 60; ++i)
            parts.subject += rdn("2.5.4.3", QByteArray(10'000, 'x'));
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QVERIFY(facts->subject.size() < 70'000);
        QVERIFY(facts->subject.endsWith(u'…'));
        QCOMPARE(facts->subjectCommonName.size(), 10'000);
    }

    void subject_keepsEveryByte_whenTheTypeIsWrong()
    {
        Parts parts;
        parts.subject = rdn("2.5.4.3", "b\xe9", printable) + rdn("2.5.4.3", QByteArray("\0\x01\xef", 3), 3)
            + rdn("2.5.4.3", "k\xfc", ia5);
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->subject, u"CN=kü, CN=#03030001EF, CN=bé"_s);
    }

    void certificate_isRefused_whenANameHasNoCharacters_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("invalid UTF-8") << rdn("2.5.4.3", "a\xff");
        QTest::newRow("half a character of BMPString") << rdn("2.5.4.3", "abc", bmp);
        QTest::newRow("a part of a UniversalString") << rdn("2.5.4.3", "abc", universal);
        QTest::newRow("a UniversalString beyond Unicode") << rdn("2.5.4.3", QByteArray::fromHex("01100000"), universal);
    }
    void certificate_isRefused_whenANameHasNoCharacters()
    {
        QFETCH(QByteArray, name);
        Parts parts;
        parts.subject = name;
        const auto facts = x509::readDer(parts.der());
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::MalformedCertificate);
        QVERIFY(facts.error().detail != u"nested asn1 error");
    }

    void commonName_isTheMostSpecificOne()
    {
        Parts parts;
        parts.subject = rdn("2.5.4.3", "users") + rdn("2.5.4.11", "x") + rdn("2.5.4.3", "mail, really");
        parts.issuer = rdn("2.5.4.10", "no common name");
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->subjectCommonName, u"mail, really"_s);
        QCOMPARE(facts->issuerCommonName, QString());
    }

    void issuer_isTheSameText_whenSelfIssued()
    {
        Parts parts;
        parts.issuer = parts.subject;
        const auto facts = x509::readDer(parts.der());
        QVERIFY_RESULT(facts);
        QVERIFY(facts->isSelfIssued);
        QCOMPARE(facts->issuer, facts->subject);
    }

    void parseName_readsWindowsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<x509::NameAttribute>>("expected");
        using Attributes = QList<x509::NameAttribute>;
        QTest::newRow("empty") << QString() << Attributes();
        QTest::newRow("encoding order is the reverse")
            << u"CN=mail, O=Contoso, C=JP"_s
            << Attributes{{u"2.5.4.6"_s, u"JP"_s}, {u"2.5.4.10"_s, u"Contoso"_s}, {u"2.5.4.3"_s, u"mail"_s}};
        QTest::newRow("several values") << u"CN=c, CN=a + OU=b"_s
                                        << Attributes{{u"2.5.4.3"_s, u"a"_s}, {u"2.5.4.11"_s, u"b"_s, true},
                                               {u"2.5.4.3"_s, u"c"_s}};
        QTest::newRow("quotes") << u"O=\"The \"\"A\"\", Ltd.\" ; cn = x"_s
                                << Attributes{{u"2.5.4.3"_s, u"x"_s}, {u"2.5.4.10"_s, u"The \"A\", Ltd."_s}};
        QTest::newRow("aliases") << u"ST=a,Email=b,GivenName=c,oid.1.2.3=d,2.5.4.3=e"_s
                                 << Attributes{{u"2.5.4.3"_s, u"e"_s}, {u"1.2.3"_s, u"d"_s}, {u"2.5.4.42"_s, u"c"_s},
                                        {u"1.2.840.113549.1.9.1"_s, u"b"_s}, {u"2.5.4.8"_s, u"a"_s}};
        QTest::newRow("empty values") << u"CN=, O=\"\""_s << Attributes{{u"2.5.4.10"_s, u""_s}, {u"2.5.4.3"_s, u""_s}};
    }
    void parseName_readsWindowsText()
    {
        QFETCH(QString, text);
        QFETCH(QList<x509::NameAttribute>, expected);
        const auto attributes = x509::parseName(text);
        QVERIFY_RESULT(attributes);
        QCOMPARE(*attributes, expected);
    }

    void parseName_isRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no type") << u"mail"_s;
        QTest::newRow("an unknown keyword") << u"XX=mail"_s;
        QTest::newRow("an OID with a letter") << u"OID.1.2.x=mail"_s;
        QTest::newRow("a quotation without end") << u"CN=\"mail"_s;
        QTest::newRow("text after a quotation") << u"CN=\"mail\" x"_s;
        QTest::newRow("a separator at the end") << u"CN=mail,"_s;
        QTest::newRow("a bare equals sign") << u"CN=a=b"_s;
        QTest::newRow("too long") << u"CN="_s + QString(70'000, u'x');
        QTest::newRow("too many parts") << u"CN=a,"_s.repeated(2000) + u"CN=b"_s;
    }
    void parseName_isRefused()
    {
        QFETCH(QString, text);
        const auto attributes = x509::parseName(text);
        QVERIFY(!attributes);
        QCOMPARE(attributes.error().code, ErrorCode::InvalidArgument);
        QVERIFY(text.startsWith(attributes.error().subject));
    }
};

KAKUIN_TEST(tst_DistinguishedName)

} // namespace tests::tst_distinguishedname

#include "tst_distinguishedname.moc"
