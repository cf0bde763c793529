// SPDX-License-Identifier: MIT
#include "core/lab/labports.h"
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QSignalSpy>

namespace tests::tst_labports {

using namespace kakuin;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::LivePort;
using domain::LiveService;
using lab::Fault;
using testkit::codeOf;

/// The practice organisation answers for its ports from what its servers are set to.
class tst_LabPorts final : public QObject {
    Q_OBJECT
private:
    testkit::LabFixture m_lab;
    const domain::ServerId m_server{u"MBX01"_s};

    Result<domain::ServedCertificate> ask(const LivePort &port, const domain::ServerId &server)
    {
        domain::Server asked;
        asked.id = server;
        lab::LabPorts ports(m_lab.shell.get());
        return testkit::await(ports.ask(asked, port));
    }
    Result<domain::ServedCertificate> ask(const LivePort &port) { return ask(port, m_server); }

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_lab.make()); }
    void init() { QVERIFY_RESULT(m_lab.open()); }
    void cleanup() { m_lab.shell.reset(); }

    void everyPort_showsARealCertificate_data()
    {
        QTest::addColumn<LivePort>("port");
        QTest::newRow("443") << LivePort{443, LiveService::FrontEnd};
        QTest::newRow("444") << LivePort{444, LiveService::BackEnd};
        QTest::newRow("8172") << LivePort{8172, LiveService::WmSvc};
        QTest::newRow("25") << LivePort{25, LiveService::Smtp, false};
        QTest::newRow("993") << LivePort{993, LiveService::Imap};
        QTest::newRow("110") << LivePort{110, LiveService::Pop, false};
    }
    void everyPort_showsARealCertificate()
    {
        QFETCH(LivePort, port);
        // 443 and mail are on the Client Access servers of 2013
        const auto served = port.service == LiveService::BackEnd ? ask(port) : ask(port, domain::ServerId(u"EXCAS1"_s));
        QVERIFY_RESULT(served);
        QCOMPARE(served->chain.value(0), served->facts.der);
        QVERIFY(!served->facts.der.isEmpty());
        QCOMPARE(served->sha256.size(), 32);
    }

    void webSite_showsWhatItIsBoundTo()
    {
        const LivePort backEnd{444, LiveService::BackEnd};
        const auto before = ask(backEnd);
        QVERIFY_RESULT(before);
        const auto other = ask({8172, LiveService::WmSvc});
        QVERIFY_RESULT(other);
        QVERIFY(other->facts.thumbprint != before->facts.thumbprint);
        QVERIFY_RESULT(
            testkit::await(m_lab.shell->bindSite(m_server, domain::IisBinding::backEndSite, other->facts.thumbprint)));
        const auto after = ask(backEnd);
        QVERIFY_RESULT(after);
        QCOMPARE(after->facts.thumbprint, other->facts.thumbprint);
    }

    void unreachableServer_doesNotAnswer_andNobodyKnowsAStranger()
    {
        QVERIFY_RESULT(testkit::await(m_lab.shell->setFault(m_server, {Fault::Kind::Unreachable, 0ms})));
        QCOMPARE(codeOf(ask({444, LiveService::BackEnd})), ErrorCode::NoAnswer);
        QVERIFY_RESULT(testkit::await(m_lab.shell->setFault(m_server, {Fault::Kind::AccessDenied, 0ms})));
        QVERIFY_RESULT(ask({444, LiveService::BackEnd})); // a handshake needs no rights
        QCOMPARE(codeOf(ask({443}, domain::ServerId(u"STRANGER"_s))), ErrorCode::HostNameUnknown);
    }

    void asking_changesNothing()
    {
        QSignalSpy changes(m_lab.shell.get(), &lab::LabShell::stateChanged);
        QVERIFY_RESULT(ask({444, LiveService::BackEnd}));
        QCOMPARE(changes.count(), 0);
    }

    void closedOrganisation_isCancelled()
    {
        lab::LabPorts ports(m_lab.shell.get());
        m_lab.shell.reset();
        QCOMPARE(codeOf(testkit::await(ports.ask({}, {443}))), ErrorCode::Cancelled);
    }
};

KAKUIN_TEST(tst_LabPorts)

} // namespace tests::tst_labports

#include "tst_labports.moc"
