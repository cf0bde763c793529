// SPDX-License-Identifier: MIT
#include "core/live/standardports.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_standardports {

using namespace kakuin;
using namespace Qt::StringLiterals;
using domain::ServerRole;
using domain::ServerRoles;

class tst_StandardPorts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ports_areThoseThatTheServerCanHave_data();
    void ports_areThoseThatTheServerCanHave();
    void names_areTechnical();
};

void tst_StandardPorts::ports_areThoseThatTheServerCanHave_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<ServerRoles>("roles");
    QTest::addColumn<QList<int>>("numbers");
    const QList<int> all{443, 444, 8172, 25, 587, 717, 2525, 993, 143, 995, 110};
    QTest::newRow("nothing is known") << QString() << ServerRoles() << all;
    QTest::newRow("2019") << u"15.2.1544.4"_s << ServerRoles(ServerRole::Mailbox) << all;
    QTest::newRow("2013, both roles") << u"15.0.1497.2"_s << (ServerRole::Mailbox | ServerRole::ClientAccess) << all;
    QTest::newRow("2013, Client Access only: no back end") << u"15.0.1497.2"_s << ServerRoles(ServerRole::ClientAccess)
                                                           << QList<int>{443, 8172, 25, 587, 717, 993, 143, 995, 110};
    QTest::newRow("2013, Mailbox only: no front end")
        << u"15.0.1497.2"_s << ServerRoles(ServerRole::Mailbox) << QList<int>{444, 8172, 25};
    QTest::newRow("2010, Hub Transport") << u"14.3.513.0"_s << ServerRoles(ServerRole::HubTransport)
                                         << QList<int>{8172, 25, 587};
    QTest::newRow("Edge") << u"15.2.1544.4"_s << ServerRoles(ServerRole::Edge) << QList<int>{25};
}

void tst_StandardPorts::ports_areThoseThatTheServerCanHave()
{
    QFETCH(QString, version);
    QFETCH(ServerRoles, roles);
    domain::Server server;
    server.version = domain::ServerVersion::parse(version);
    server.roles = roles;
    QList<int> numbers;
    for (const domain::LivePort &port : live::portsOf(server))
        numbers.append(port.number);
    QTEST(numbers, "numbers");
}

void tst_StandardPorts::names_areTechnical()
{
    QStringList names;
    for (const domain::LivePort &port : live::standardPorts())
        names.append(port.name());
    QCOMPARE(names.mid(0, 4), (QStringList{u"HTTPS 443"_s, u"HTTPS 444"_s, u"HTTPS 8172"_s, u"SMTP 25"_s}));
    QCOMPARE(names.mid(7), (QStringList{u"IMAP 993"_s, u"IMAP 143"_s, u"POP 995"_s, u"POP 110"_s}));
}

KAKUIN_TEST(tst_StandardPorts)

} // namespace tests::tst_standardports

#include "tst_standardports.moc"
