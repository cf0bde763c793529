// SPDX-License-Identifier: MIT
#include "core/domain/server.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

namespace tests::tst_server {

using namespace kakuin::domain;

class tst_Server : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void authExport_isRefused_fromTheUpdateOn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("refuses"); // 1 yes, 0 no, -1 not known
        const auto row = [](const char *tag, const char *text, int refuses) {
            QTest::newRow(tag) << QString::fromLatin1(text) << refuses;
        };
        row("2010", "14.3.123.4", 0);
        row("2013 CU23 with its last update", "15.0.1497.48", 0);
        row("2016 CU22, which has no such update", "15.1.2375.7", 0);
        row("2016 CU23, whose updates are not always shown", "15.1.2507.6", -1);
        row("2016 CU23, September 2025", "15.1.2507.60", -1);
        row("2016 CU23, October 2025", "15.1.2507.61", 1);
        row("2019 CU13", "15.2.1258.12", 0);
        row("2019 CU14", "15.2.1544.4", -1);
        row("2019 CU14, October 2025", "15.2.1544.36", 1);
        row("between CU14 and CU15", "15.2.1600.1", -1);
        row("2019 CU15", "15.2.1748.10", -1);
        row("2019 CU15, October 2025", "15.2.1748.39", 1);
        row("SE RTM", "15.2.2562.17", -1);
        row("SE RTM, October 2025", "15.2.2562.29", 1);
        row("a later cumulative update of SE", "15.2.3000.1", 1);
        row("a product to come", "15.3.1.2", -1);
        row("no version", "", -1);
    }
    void authExport_isRefused_fromTheUpdateOn()
    {
        QFETCH(QString, text);
        QFETCH(int, refuses);
        const std::optional<bool> expected = refuses < 0 ? std::nullopt : std::optional(refuses == 1);
        QCOMPARE(ServerVersion::parse(text).refusesAuthExport(), expected);
    }
    void build_isNewerThanKnown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isNewer");
        const auto row
            = [](const char *text, bool isNewer) { QTest::newRow(text) << QString::fromLatin1(text) << isNewer; };
        row("14.3.123.4", false);
        row("15.0.1497.48", false); // a security update of the last one
        row("15.0.1498.1", true);
        row("15.1.2375.7", false);
        row("15.1.2507.66", false);
        row("15.1.2508.1", true);
        row("15.2.1600.1", false); // between known ones
        row("15.2.1748.39", false);
        row("15.2.1749.1", true);
        row("15.2.2562.53", false);
        row("15.2.2563.1", true);
        row("15.3.1.2", true);
        row("16.0.1.2", true);
        QTest::newRow("no version") << QString() << false;
    }
    void build_isNewerThanKnown()
    {
        QFETCH(QString, text);
        QTEST(ServerVersion::parse(text).isNewerThanKnown(), "isNewer");
    }
    void version_isNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Product>("product");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *tag, const char *text, Product product, const char *name) {
            QTest::newRow(tag) << QString::fromLatin1(text) << product << QString::fromLatin1(name);
        };
        row("2013 as AdminDisplayVersion writes it", "Version 15.0 (Build 1497.2)", Product::Exchange2013, "2013 CU23");
        row("2013 in lower case with blanks", "  version 15.0  (build 1497.2) ", Product::Exchange2013, "2013 CU23");
        row("2013 CU23 with a security update", "15.0.1497.48", Product::Exchange2013, "2013 CU23");
        row("2013 CU21", "Version 15.0 (Build 1395.4)", Product::Exchange2013, "2013 CU21");
        row("2013 CU22", "Version 15.0 (Build 1473.3)", Product::Exchange2013, "2013 CU22");
        row("2013 SP1", "15.0.847.32", Product::Exchange2013, "2013 SP1");
        row("2013 RTM", "15.0.516.32", Product::Exchange2013, "2013 RTM");
        row("before 2013 RTM", "15.0.466.13", Product::Exchange2013, "15.0.466.13");
        row("2016 RTM", "15.1.225.42", Product::Exchange2016, "2016 RTM");
        row("2016 CU22", "Version 15.1 (Build 2375.7)", Product::Exchange2016, "2016 CU22");
        row("2016 CU23", "Version 15.1 (Build 2507.6)", Product::Exchange2016, "2016 CU23");
        row("2016 CU23 with a security update", "Version 15.1 (Build 2507.66)", Product::Exchange2016, "2016 CU23");
        row("between two known builds", "15.1.2400.1", Product::Exchange2016, "2016 CU22+");
        row("after the last known 2016 build", "15.1.9999.1", Product::Exchange2016, "2016 CU23+");
        row("2019 CU11", "Version 15.2 (Build 986.5)", Product::Exchange2019, "2019 CU11");
        row("2019 CU11 with a security update", "Version 15.2 (Build 986.42)", Product::Exchange2019, "2019 CU11");
        row("2019 CU12", "Version 15.2 (Build 1118.7)", Product::Exchange2019, "2019 CU12");
        row("2019 CU13", "Version 15.2 (Build 1258.12)", Product::Exchange2019, "2019 CU13");
        row("2019 CU14", "Version 15.2 (Build 1544.4)", Product::Exchange2019, "2019 CU14");
        row("2019 CU15", "Version 15.2 (Build 1748.10)", Product::Exchange2019, "2019 CU15");
        row("the last build of 2019", "15.2.2561.99", Product::Exchange2019, "2019 CU15+");
        row("Subscription Edition", "Version 15.2 (Build 2562.17)", Product::ExchangeSe, "SE RTM");
        row("a later Subscription Edition", "15.2.3000.1", Product::ExchangeSe, "SE RTM+");
        row("2010", "Version 14.3 (Build 123.4)", Product::Exchange2010, "14.3.123.4");
        row("a product to come", "15.3.1.2", Product::Unknown, "15.3.1.2");
        row("another major version", "16.0.1.2", Product::Unknown, "16.0.1.2");
    }
    void version_isNamed()
    {
        QFETCH(QString, text);
        QFETCH(Product, product);
        QFETCH(QString, name);
        const ServerVersion version = ServerVersion::parse(text);
        QCOMPARE(version.product(), product);
        QCOMPARE(version.displayText(), name);
    }

    void otherText_isNoVersion_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << QStringLiteral("Version fifteen");
        QTest::newRow("three numbers") << QStringLiteral("15.1.2507");
        QTest::newRow("five numbers") << QStringLiteral("15.1.2507.6.1");
        QTest::newRow("a negative number") << QStringLiteral("15.-1.2507.6");
        QTest::newRow("numbers too large") << QStringLiteral("15.1.99999999999.6");
        QTest::newRow("text behind") << QStringLiteral("Version 15.1 (Build 2507.6) x");
        QTest::newRow("very long") << QString(100'000, u'1') + QStringLiteral(".1.2507.6");
    }
    void otherText_isNoVersion()
    {
        QFETCH(QString, text);
        const ServerVersion version = ServerVersion::parse(text);
        QVERIFY(version.number.isNull());
        QCOMPARE(version.product(), Product::Unknown);
        QCOMPARE(version.displayText(), QString());
    }

    void clientAccessOnly_isToldByRoles_data()
    {
        QTest::addColumn<uint>("roles");
        QTest::addColumn<bool>("isClientAccessOnly");
        QTest::addColumn<bool>("isEdge");
        const auto row = [](const char *tag, ServerRoles roles, bool clientAccess, bool edge) {
            QTest::newRow(tag) << static_cast<uint>(roles) << clientAccess << edge;
        };
        row("none known", {}, false, false);
        row("2013 Mailbox", ServerRole::Mailbox | ServerRole::HubTransport | ServerRole::UnifiedMessaging, false,
            false);
        row("2013 Client Access", ServerRole::ClientAccess | ServerRole::FrontendTransport, true, false);
        row("2013 with both", ServerRole::Mailbox | ServerRole::ClientAccess, false, false);
        row("Edge", ServerRole::Edge, false, true);
    }
    void clientAccessOnly_isToldByRoles()
    {
        QFETCH(uint, roles);
        QFETCH(bool, isClientAccessOnly);
        QFETCH(bool, isEdge);
        Server server;
        server.roles = ServerRoles(QFlag(roles));
        QCOMPARE(server.isClientAccessOnly(), isClientAccessOnly);
        QCOMPARE(server.isEdge(), isEdge);
    }

    void serverId_isComparedWithoutCase()
    {
        const ServerId a(QStringLiteral(" EX01 "));
        const ServerId b(QStringLiteral("ex01"));
        QCOMPARE(a, b);
        QCOMPARE(a.name(), QStringLiteral("EX01"));
        QVERIFY(!(a < b) && !(b < a));
        QVERIFY(a < ServerId(QStringLiteral("EX02")));
        QCOMPARE((QSet<ServerId>{a, b}).size(), 1);
        QCOMPARE(ServerId::fromHostName(QStringLiteral("ex01.contoso.com")), a);
        QCOMPARE(ServerId::fromHostName(QStringLiteral("ex01")), a);
        QVERIFY(ServerId(QStringLiteral("  ")).isEmpty());
    }
};

KAKUIN_TEST(tst_Server)

} // namespace tests::tst_server

#include "tst_server.moc"
