// SPDX-License-Identifier: MIT
#include "core/shell/decode/directoryidentity.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_directoryidentity {

using namespace kakuin;
using namespace kakuin::shell::decode;
using namespace kakuin::testkit;
using clixml::Value;

class tst_DirectoryIdentity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void name_isTheLastComponent_data();
    void name_isTheLastComponent();
    void name_isTheProperty_ofAnObject();
    void name_isEmpty_ofWhatHasNone();
    void servers_areListedOnce();
    void parts_areUnescaped();
    void parts_surviveAnything_data();
    void parts_surviveAnything();
    void organisation_isThePartBeforeMicrosoftExchange();
};

void tst_DirectoryIdentity::name_isTheLastComponent_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("a name") << QStringLiteral("EX01") << QStringLiteral("EX01");
    QTest::newRow("a canonical path") << QStringLiteral("contoso.com/Configuration/Sites/Osaka-DR")
                                      << QStringLiteral("Osaka-DR");
    QTest::newRow("a distinguished name") << QStringLiteral("CN=EX01,CN=Servers,DC=contoso") << QStringLiteral("EX01");
    QTest::newRow("a distinguished name in lower case") << QStringLiteral("cn=EX01,dc=x") << QStringLiteral("EX01");
    QTest::newRow("an escaped comma") << QStringLiteral("CN=a\\,b,DC=x") << QStringLiteral("a,b");
    QTest::newRow("blanks around") << QStringLiteral("  EX01 ") << QStringLiteral("EX01");
    QTest::newRow("a path that ends in a slash") << QStringLiteral("a/") << QString();
    QTest::newRow("far too long") << QString(1'000'000, u'x') << QString();
}

void tst_DirectoryIdentity::name_isTheLastComponent()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(directoryName(Value(text)).value(), name);
}

void tst_DirectoryIdentity::name_isTheProperty_ofAnObject()
{
    const Value site
        = directoryObjectId(QStringLiteral("contoso.local/Configuration/Sites/Tokyo"), QStringLiteral("Tokyo"));
    QCOMPARE(directoryName(site).value(), QStringLiteral("Tokyo"));
    // An object that was cut off below has its text alone
    const Value flat(clixml::ObjectBuilder({QStringLiteral("x")}).toString(QStringLiteral("a/b/Osaka")).build());
    QCOMPARE(directoryName(flat).value(), QStringLiteral("Osaka"));
}

void tst_DirectoryIdentity::name_isEmpty_ofWhatHasNone()
{
    QVERIFY(directoryName(Value()).value().isEmpty());
    QVERIFY(directoryServerId(Value()).value().isEmpty());
    QVERIFY(directoryServerIds(Value()).value().isEmpty());
}

void tst_DirectoryIdentity::servers_areListedOnce()
{
    const Value list(clixml::ObjectBuilder::list({Value(QStringLiteral("EX01")),
        directoryObjectId(QStringLiteral("ex01"), QStringLiteral("ex01")), Value(), Value(QStringLiteral("EX02"))}));
    const auto servers = directoryServerIds(list).value();
    QCOMPARE(servers.size(), 2);
    QCOMPARE(servers.at(1).name(), QStringLiteral("EX02"));
    QCOMPARE(directoryServerIds(Value(QStringLiteral("EX03")))->size(), 1);
    QCOMPARE(directoryServerId(Value(QStringLiteral("EX01\\Default EX01")))->name(), QStringLiteral("EX01"));
}

void tst_DirectoryIdentity::parts_areUnescaped()
{
    const auto parts = nameParts(QStringLiteral("CN=a\\,b\\+c, OU = \\E8\\AA\\BC ,dc=x"));
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts.at(0).second, QStringLiteral("a,b+c"));
    QCOMPARE(parts.at(1).first, QStringLiteral("OU"));
    QCOMPARE(parts.at(1).second, QString(QChar(0x8abc)));
    QCOMPARE(parts.at(2).first, QStringLiteral("DC"));
}

void tst_DirectoryIdentity::parts_surviveAnything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("commas") << QStringLiteral(",,,,");
    QTest::newRow("a backslash at the end") << QStringLiteral("CN=a\\");
    QTest::newRow("half a byte at the end") << QStringLiteral("CN=a\\2");
    QTest::newRow("bytes that are no text") << QStringLiteral("CN=\\FF\\FE");
    QTest::newRow("backslashes") << QString(10'000, u'\\');
    QTest::newRow("no equals sign") << QStringLiteral("EX01");
    QTest::newRow("nothing before the equals sign") << QStringLiteral("=x,=y");
}

void tst_DirectoryIdentity::parts_surviveAnything()
{
    QFETCH(QString, text);
    QVERIFY(nameParts(text).size() <= 1);
    QVERIFY(organisationName(text).isEmpty());
}

void tst_DirectoryIdentity::organisation_isThePartBeforeMicrosoftExchange()
{
    QCOMPARE(
        organisationName(QStringLiteral(
            "CN=Auth Configuration,CN=First Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=x")),
        QStringLiteral("First Organization"));
    QVERIFY(organisationName(QStringLiteral("CN=Microsoft Exchange,CN=Services,DC=x")).isEmpty());
    QVERIFY(organisationName(QStringLiteral("CN=a,CN=Microsoft Exchange,CN=Other,DC=x")).isEmpty());
}

KAKUIN_TEST(tst_DirectoryIdentity)

} // namespace tests::tst_directoryidentity

#include "tst_directoryidentity.moc"
