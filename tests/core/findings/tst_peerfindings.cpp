// SPDX-License-Identifier: MIT
#include "findingcases.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_peerfindings {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::findingcases;
using namespace kakuin::domain;
using advice::Task;
using findings::Code;
using findings::Fact;
using findings::Finding;
using findings::Severity;

namespace {

// As a server that requested one for itself has it: the same names, another key
void requestsItsOwn(Inventory &i, int server, int days)
{
    Certificate &own = certificate(i, server, Public);
    own.facts.thumbprint = thumbprint(500 + server);
    own.facts.notAfterUtc = now().addDays(days);
    own.facts.notBeforeUtc = own.facts.notAfterUtc.addDays(-365);
}

} // namespace

/// Servers compared with one another: what is compared, and what is not.
class tst_PeerFindings final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void renewal_isMissedOnlyWhereTheOldOneWorks_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("appears");
        const auto row
            = [](const char *name, bool appears, const Change &change) { QTest::newRow(name) << change << appears; };
        row("the issuer has changed", true, [](Inventory &i) { renew(i, 0, Public).facts.issuer = u"CN=Other CA"_s; });
        row("the old one is gone where it was renewed", false, [](Inventory &i) {
            renew(i, 0, Public);
            i.servers[0].certificates->removeAt(Public); // nothing says any more that both had the same
        });
        row("the old one is gone, and ends on the other", true, [](Inventory &i) {
            renew(i, 0, Public);
            i.servers[0].certificates->removeAt(Public);
            certificate(i, 1, Public).facts.notAfterUtc = now().addDays(20);
        });
        row("the old one does nothing on the other", false, [](Inventory &i) {
            renew(i, 0, Public);
            i.sendConnectors = QList<Connector>();
            i.hybrid = std::optional<HybridConfiguration>();
            certificate(i, 1, Public).services = ServiceSet();
            certificate(i, 1, Public).iisBindings = QList<IisBinding>();
        });
        row("the newer one has other names", false,
            [](Inventory &i) { renew(i, 0, Public).facts.dnsNames = {u"smtp.contoso.com"_s}; });
        row("the newer one has no key", false, [](Inventory &i) { renew(i, 0, Public).hasPrivateKey = false; });
        row("the newer one is self-signed", false, [](Inventory &i) { renew(i, 0, Public).isSelfSigned = true; });
        row("a certificate of the other could not be read", false, [](Inventory &i) {
            renew(i, 0, Public);
            i.servers[1].unreadable = {Error{ErrorCode::MalformedCertificate, u"EX02"_s, {}}};
        });
        row("the newer one is of an internal authority", false,
            [](Inventory &i) { renew(i, 0, Public).rootCaType = RootCaType::Enterprise; });
        row("each has requested its own", false, [](Inventory &i) {
            requestsItsOwn(i, 0, 300);
            requestsItsOwn(i, 1, 200);
        });
        row("an Edge server was left out", true, [](Inventory &i) {
            renew(i, 0, Public);
            i.servers[1].server.roles = ServerRole::Edge;
        });
        row("the Auth certificate is spread by itself", false, [](Inventory &i) { renew(i, 0, Auth); });
    }
    void renewal_isMissedOnlyWhereTheOldOneWorks()
    {
        QFETCH(Change, change);
        QTEST(has(foundAfter(change), Code::RenewedOnSomeServers), "appears");
    }

    void missedRenewal_isUrgentWhereTheOldOneEnds()
    {
        const auto found = [](int days) {
            return first(foundAfter([days](Inventory &i) {
                certificate(i, 0, Public).facts.notAfterUtc = now().addDays(days);
                certificate(i, 1, Public).facts.notAfterUtc = now().addDays(days);
                renew(i, 0, Public);
            }),
                Code::RenewedOnSomeServers);
        };
        QCOMPARE(found(60).severity, Severity::Information);
        const Finding finding = found(20);
        QCOMPARE(finding.severity, Severity::Warning);
        QCOMPARE(finding.task, (Task{Task::Kind::Import, {}, {ServerId(u"EX02"_s)}, {}}));
        // the copy that was forgotten, not the new one
        QCOMPARE(finding.subject.server, ServerId(u"EX02"_s));
        QVERIFY(finding.evidence.contains({Fact::NewerGeneration, thumbprint(Public)}));
    }

    // Only what is about to be replaced, in days of 2026 and 2027 on either side of a change
    void lifetime_isMentionedWhereTheNextIsShorter_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<int>("left");
        QTest::addColumn<int>("life");
        QTest::addColumn<int>("longest"); // 0: not mentioned
        QTest::addColumn<bool>("isChanging");
        const QDate late(2026, 11, 22);
        QTest::newRow("issued for a year") << late << 40 << 397 << 200 << false;
        QTest::newRow("not yet due") << late << 100 << 397 << 0 << false;
        QTest::newRow("as long as they issue") << late << 40 << 200 << 0 << false;
        QTest::newRow("a change before it ends") << QDate(2027, 2, 20) << 40 << 200 << 200 << true;
        QTest::newRow("a change on the next day of a shorter one") << QDate(2027, 2, 20) << 30 << 90 << 0 << false;
        QTest::newRow("after the change") << QDate(2027, 3, 15) << 40 << 200 << 100 << false;
        QTest::newRow("before the first change") << QDate(2026, 1, 10) << 40 << 397 << 0 << false;
    }
    void lifetime_isMentionedWhereTheNextIsShorter()
    {
        QFETCH(const QDate, today);
        QFETCH(const int, left);
        QFETCH(const int, life);
        QFETCH(const int, longest);
        QFETCH(const bool, isChanging);
        const QDateTime utc(today, QTime(12, 0), Qt::UTC);
        Inventory inventory = healthy();
        for (int server = 0; server < 2; ++server) {
            CertificateFacts &facts = certificate(inventory, server, Public).facts;
            facts.notAfterUtc = utc.addDays(left);
            facts.notBeforeUtc = facts.notAfterUtc.addDays(-life);
        }
        const auto all = findings::findingsOf(inventory, {}, utc);
        QCOMPARE(has(all, Code::NextLivesShorter), longest > 0);
        if (longest == 0)
            return;
        const Finding finding = first(all, Code::NextLivesShorter);
        QCOMPARE(finding.severity, Severity::Information);
        QVERIFY(finding.evidence.contains({Fact::LongestLife, qint64(longest)}));
        QCOMPARE(std::any_of(finding.evidence.begin(), finding.evidence.end(),
                     [](const auto &one) { return one.fact == Fact::ShorterFrom; }),
            isChanging);
    }

    void port443_isComparedWithServersOfTheSameJob_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("appears");
        const auto row = [](const char *name, bool appears, const Change &change) {
            QTest::newRow(name) << Change([change](Inventory &i) {
                rebuilt(i, 1);
                change(i);
            }) << appears;
        };
        row("rebuilt", true, nothing);
        row("the peer was not read", false, [](Inventory &i) { unreachable(i, 0); });
        row("an Edge server", false, [](Inventory &i) { i.servers[1].server.roles = ServerRole::Edge; });
        row("2013 without Client Access", false,
            [](Inventory &i) { i.servers[1].server.version = ServerVersion::parse(u"15.0.1497.2"_s); });
        row("bindings of the peer are not known", false,
            [](Inventory &i) { certificate(i, 0, Own).iisBindings = std::nullopt; });
        row("the peer's certificate has only its own name", false,
            [](Inventory &i) { certificate(i, 0, Public).facts.dnsNames = {i.servers[0].server.fqdn}; });
        row("the peer's certificate has expired", false,
            [](Inventory &i) { certificate(i, 0, Public).facts.notAfterUtc = now().addSecs(-1); });
        row("the certificate came without its key", false, [](Inventory &i) {
            Certificate copy = certificate(i, 0, Public);
            copy.hasPrivateKey = false;
            i.servers[1].certificates->append(copy);
        });
        row("an issued one is there", false, [](Inventory &i) { // FrontEndSelfSigned says so
            Certificate copy = certificate(i, 0, Public);
            copy.facts.thumbprint = thumbprint(600);
            copy.iisBindings = QList<IisBinding>();
            i.servers[1].certificates->append(copy);
        });
    }
    void port443_isComparedWithServersOfTheSameJob()
    {
        QFETCH(Change, change);
        QTEST(has(foundAfter(change), Code::FrontEndUnlikePeers), "appears");
    }
};

KAKUIN_TEST(tst_PeerFindings)

} // namespace tests::tst_peerfindings

#include "tst_peerfindings.moc"
