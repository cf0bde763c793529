// SPDX-License-Identifier: MIT
#include "core/shell/decode/exchangeserver.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_exchangeserver {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::shell::decode;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

ObjectBuilder server()
{
    ObjectBuilder builder({QStringLiteral("Microsoft.Exchange.Data.Directory.Management.ExchangeServer")});
    builder.adapted(QStringLiteral("Name"), QStringLiteral("EX01"));
    return builder;
}

Value versionObject(const QString &text, const QList<int> &numbers)
{
    ObjectBuilder builder({QStringLiteral("Microsoft.Exchange.Data.ServerVersion")});
    builder.toString(text);
    const QStringList names{
        QStringLiteral("Major"), QStringLiteral("Minor"), QStringLiteral("Build"), QStringLiteral("Revision")};
    for (qsizetype i = 0; i < numbers.size(); ++i)
        builder.adapted(names.at(i), Value::fromInt(numbers.at(i)));
    return Value(builder.build());
}

Value boolean(bool isTrue)
{
    return Value(Value::Data(isTrue));
}

} // namespace

class tst_ExchangeServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void server_isRead();
    void version_isRead_whereverItIs_data();
    void version_isRead_whereverItIs();
    void roles_areRead_whereverTheyAre_data();
    void roles_areRead_whereverTheyAre();
    void roles_areReadFromTheBooleans_whenThereIsNothingElse();
    void server_isRead_withItsNameAlone();
    void server_isRefused_withoutAName();
    void mailboxServer_tellsItsGroup();
};

void tst_ExchangeServer::server_isRead()
{
    const auto read = exchangeServer(exchangeServerObject(QStringLiteral("EX01")));
    QVERIFY_RESULT(read);
    QCOMPARE(read->id.name(), QStringLiteral("EX01"));
    QCOMPARE(read->fqdn, QStringLiteral("ex01.contoso.local"));
    QCOMPARE(read->site, QStringLiteral("Tokyo"));
    QCOMPARE(read->version.product(), Product::Exchange2019);
    QVERIFY(read->distinguishedName.startsWith(QLatin1String("CN=EX01,CN=Servers")));
}

void tst_ExchangeServer::version_isRead_whereverItIs_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("number");
    const QString text = QStringLiteral("Version 15.1 (Build 2507.6)");
    QTest::newRow("a text") << Value(text) << QStringLiteral("15.1.2507.6");
    QTest::newRow("an object's text") << versionObject(text, {}) << QStringLiteral("15.1.2507.6");
    QTest::newRow("an object's numbers") << versionObject({}, {15, 2, 1544, 4}) << QStringLiteral("15.2.1544.4");
    QTest::newRow("a number is missing") << versionObject({}, {15, 2, 1544}) << QString();
    QTest::newRow("a number is negative") << versionObject({}, {15, 2, -1, 4}) << QString();
    QTest::newRow("missing") << Value() << QString();
    QTest::newRow("of another kind") << Value::fromInt(15) << QString();
    QTest::newRow("far too long") << Value(QString(1'000'000, u'1')) << QString();
}

void tst_ExchangeServer::version_isRead_whereverItIs()
{
    QFETCH(Value, value);
    QFETCH(QString, number);
    const auto read = exchangeServer(Value(server().adapted(QStringLiteral("AdminDisplayVersion"), value).build()));
    QVERIFY_RESULT(read);
    QCOMPARE(read->version.number.toString(), number);
}

void tst_ExchangeServer::roles_areRead_whereverTheyAre_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<int>("roles");
    const int both = static_cast<int>((ServerRole::Mailbox | ServerRole::ClientAccess).toInt());
    const QString type = QStringLiteral("Microsoft.Exchange.Data.Directory.SystemConfiguration.ServerRole");
    QTest::newRow("words") << Value(QStringLiteral("Mailbox, ClientAccess")) << both;
    QTest::newRow("words in another order and case") << Value(QStringLiteral("clientaccess,MAILBOX")) << both;
    QTest::newRow("an enum") << Value(ObjectBuilder::enumeration(type, QStringLiteral("Mailbox, ClientAccess"), 6))
                             << both;
    QTest::newRow("an enum without words") << Value(ObjectBuilder::enumeration(type, {}, 6)) << both;
    QTest::newRow("a number") << Value::fromInt(6) << both;
    QTest::newRow("a number as text") << Value(QStringLiteral("6")) << both;
    QTest::newRow("Edge") << Value(QStringLiteral("Edge")) << 64;
    QTest::newRow("bits that are not known") << Value::fromInt(1LL << 40) << 0;
    QTest::newRow("words that are not known") << Value(QStringLiteral("Cook")) << 0;
    QTest::newRow("missing") << Value() << 0;
}

void tst_ExchangeServer::roles_areRead_whereverTheyAre()
{
    QFETCH(Value, value);
    QFETCH(int, roles);
    const auto read = exchangeServer(Value(server().adapted(QStringLiteral("ServerRole"), value).build()));
    QVERIFY_RESULT(read);
    QCOMPARE(static_cast<int>(read->roles.toInt()), roles);
}

void tst_ExchangeServer::roles_areReadFromTheBooleans_whenThereIsNothingElse()
{
    const auto read = exchangeServer(Value(server()
                                               .adapted(QStringLiteral("IsClientAccessServer"), boolean(true))
                                               .adapted(QStringLiteral("IsMailboxServer"), boolean(false))
                                               .adapted(QStringLiteral("IsEdgeServer"), QStringLiteral("x"))
                                               .build()));
    QVERIFY_RESULT(read);
    QCOMPARE(read->roles, ServerRoles(ServerRole::ClientAccess));
    QVERIFY(read->isClientAccessOnly());
}

void tst_ExchangeServer::server_isRead_withItsNameAlone()
{
    const auto read = exchangeServer(Value(server().build()));
    QVERIFY_RESULT(read);
    QVERIFY(read->site.isEmpty() && read->fqdn.isEmpty() && !read->roles);
    // Cut off: only the identity is left
    const Value flat(
        ObjectBuilder({QStringLiteral("Deserialized.Microsoft.Exchange.Data.Directory.Management.ExchangeServer")})
            .adapted(QStringLiteral("Identity"), QStringLiteral("EX02"))
            .build());
    QVERIFY(isExchangeServer(flat));
    QCOMPARE(exchangeServer(flat)->id.name(), QStringLiteral("EX02"));
}

void tst_ExchangeServer::server_isRefused_withoutAName()
{
    const Value nameless(
        ObjectBuilder({QStringLiteral("Microsoft.Exchange.Data.Directory.Management.ExchangeServer")}).build());
    for (const Value &value : {Value(), Value(QStringLiteral("EX01")), nameless}) {
        QCOMPARE(exchangeServer(value).error().code, ErrorCode::UnexpectedOutput);
        QCOMPARE(mailboxServer(value).error().code, ErrorCode::UnexpectedOutput);
    }
}

void tst_ExchangeServer::mailboxServer_tellsItsGroup()
{
    const Value inGroup = mailboxServerObject(QStringLiteral("EX01"), QStringLiteral("DAG1"));
    QVERIFY(isMailboxServer(inGroup) && !isExchangeServer(inGroup));
    QCOMPARE(mailboxServer(inGroup)->dag, QStringLiteral("DAG1"));
    QVERIFY(mailboxServer(mailboxServerObject(QStringLiteral("EX01")))->dag.isEmpty());
}

KAKUIN_TEST(tst_ExchangeServer)

} // namespace tests::tst_exchangeserver

#include "tst_exchangeserver.moc"
