// SPDX-License-Identifier: MIT
#include "core/domain/connector.h"
#include "core/domain/distinguishedname.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_comparablename {

using namespace Qt::StringLiterals;
using namespace kakuin::domain;

/// Names that are the same to Exchange, however they are written.
class tst_ComparableName final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names_areComparedByTheirParts_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *tag, bool isSame, const QString &a, const QString &b) {
            QTest::newRow(tag) << a << b << isSame;
        };
        const QString name = u"CN=mail.contoso.com, O=Contoso, C=JP"_s;
        row("the same", true, name, name);
        row("case", true, name, name.toLower());
        row("without spaces", true, name, u"CN=mail.contoso.com,O=Contoso,C=JP"_s);
        row("more spaces", true, name, u"  CN = mail.contoso.com ,  O= Contoso , C=JP "_s);
        row("the other order", true, name, u"C=JP, O=Contoso, CN=mail.contoso.com"_s);
        row("semicolons", true, name, u"CN=mail.contoso.com; O=Contoso; C=JP"_s);
        row("a plus", true, name, u"CN=mail.contoso.com + O=Contoso, C=JP"_s);
        row("aliases", true, u"S=Tokyo, E=a@contoso.com"_s, u"ST=Tokyo, emailAddress=a@contoso.com"_s);
        row("OID of a keyword", true, u"CN=mail"_s, u"OID.2.5.4.3=mail"_s);
        row("quoted and escaped", true, u"O=\"Contoso, Ltd.\""_s, u"O=Contoso\\, Ltd."_s);
        row("quoted needlessly", true, u"O=Contoso"_s, u"O=\"Contoso\""_s);
        row("escaped as bytes", true, u"O=株"_s, u"O=\\E6\\A0\\AA"_s);
        row("doubled quotes", true, u"O=\"A \"\"B\"\" C\""_s, u"O=A \\\"B\\\" C"_s);
        row("a backslash of its own", true, u"CN=CONTOSO\\user"_s, u"CN=CONTOSO\\\\user"_s);
        row("another value", false, name, u"CN=mail.contoso.net, O=Contoso, C=JP"_s);
        row("one part more", false, name, name + u", L=Tokyo"_s);
        row("one part less", false, name, u"CN=mail.contoso.com, O=Contoso"_s);
        row("values exchanged", false, u"CN=a, O=b"_s, u"CN=b, O=a"_s);
        row("a comma that is quoted", false, u"CN=\"a, O=b\""_s, u"CN=a, O=b"_s);
        row("nothing", true, QString(), QString());
        row("no name", false, u"mail"_s, u"CN=mail"_s);
        row("no name, twice", true, u"Mail"_s, u"mail"_s);
        row("an open quote", false, u"CN=\"mail"_s, u"CN=mail"_s);
    }
    void names_areComparedByTheirParts()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, isSame);
        QCOMPARE(isSameName(a, b), isSame);
        QCOMPARE(isSameName(b, a), isSame);
        QCOMPARE(comparableName(a) == comparableName(b), isSame);
    }

    void connector_findsItsCertificate_inAnotherSpelling()
    {
        CertificateFacts facts;
        facts.issuer = u"CN=CA, O=\"Contoso, Ltd.\", C=US"_s;
        facts.subject = u"CN=mail.contoso.com, O=Contoso"_s;
        QVERIFY(TlsCertificateName::parse(u"<I>C=US,O=Contoso\\, Ltd.,CN=CA<S>O=Contoso,CN=mail.contoso.com"_s)
                    ->matches(facts));
        QVERIFY(!TlsCertificateName::parse(u"<I>CN=CA<S>CN=mail.contoso.com, O=Contoso"_s)->matches(facts));
    }
};

KAKUIN_TEST(tst_ComparableName)

} // namespace tests::tst_comparablename

#include "tst_comparablename.moc"
