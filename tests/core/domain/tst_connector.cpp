// SPDX-License-Identifier: MIT
#include "core/domain/connector.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_connector {

using namespace kakuin::domain;

class tst_Connector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void name_isRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *tag, const char *text, const char *issuer, const char *subject) {
            QTest::newRow(tag) << QString::fromUtf8(text) << QString::fromUtf8(issuer) << QString::fromUtf8(subject);
        };
        row("as Exchange writes it", "<I>CN=CA, O=X<S>CN=mail.contoso.com", "CN=CA, O=X", "CN=mail.contoso.com");
        row("markers in lower case", "<i>CN=CA<s>CN=mail", "CN=CA", "CN=mail");
        row("blanks around", "  <I> CN=CA <S> CN=mail  ", "CN=CA", "CN=mail");
        row("quotes and commas", "<I>CN=\"A, B\"<S>CN=\"C <x>\"", "CN=\"A, B\"", "CN=\"C <x>\"");
        row("Japanese", "<I>O=株式会社<S>CN=メール", "O=株式会社", "CN=メール");
    }
    void name_isRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, issuer);
        QFETCH(QString, subject);
        const auto name = TlsCertificateName::parse(text);
        QVERIFY(name);
        QCOMPARE(name->issuer, issuer);
        QCOMPARE(name->subject, subject);
        QCOMPARE(TlsCertificateName::parse(name->toString()), name);
    }

    void otherText_isNoName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a subject alone") << QStringLiteral("CN=mail");
        QTest::newRow("an issuer alone") << QStringLiteral("<I>CN=CA");
        QTest::newRow("the other order") << QStringLiteral("<S>CN=mail<I>CN=CA");
        QTest::newRow("an empty issuer") << QStringLiteral("<I><S>CN=mail");
        QTest::newRow("an empty subject") << QStringLiteral("<I>CN=CA<S> ");
    }
    void otherText_isNoName()
    {
        QFETCH(QString, text);
        QVERIFY(!TlsCertificateName::parse(text));
    }

    void certificate_isFoundByBothNames_withoutCase()
    {
        CertificateFacts facts;
        facts.issuer = QStringLiteral("CN=CA, O=Contoso");
        facts.subject = QStringLiteral("CN=mail.contoso.com");
        const auto matches = [&](const char *text) {
            return TlsCertificateName::parse(QString::fromLatin1(text)).value_or(TlsCertificateName()).matches(facts);
        };
        QVERIFY(matches("<I>CN=CA, O=Contoso<S>CN=mail.contoso.com"));
        QVERIFY(matches("<I>cn=ca, o=CONTOSO<S>CN=MAIL.contoso.com"));
        QVERIFY(!matches("<I>CN=CA<S>CN=mail.contoso.com"));
        QVERIFY(!matches("<I>CN=CA, O=Contoso<S>CN=mail"));
        QVERIFY(matches("<I>CN=CA,O=Contoso<S>CN=mail.contoso.com"));
    }
};

KAKUIN_TEST(tst_Connector)

} // namespace tests::tst_connector

#include "tst_connector.moc"
