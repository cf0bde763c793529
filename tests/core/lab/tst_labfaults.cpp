// SPDX-License-Identifier: MIT
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>

namespace tests::tst_labfaults {

using namespace kakuin;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Service;
using lab::Fault;
using shell::Cmdlet;

/// Servers that misbehave, and the shell's own promises: cancelling, destruction, overlapping pipelines.
class tst_LabFaults : public QObject {
    Q_OBJECT
private:
    testkit::LabFixture m_lab;
    const domain::ServerId m_server{u"MBX02"_s};

    Cmdlet get() const { return Cmdlet(u"Get-ExchangeCertificate"_s).onServer(m_server); }
    Result<void> setFault(const Fault &fault) { return testkit::await(m_lab.shell->setFault(m_server, fault)); }

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_lab.make()); }
    void init() { QVERIFY_RESULT(m_lab.open()); }
    void cleanup() { m_lab.shell.reset(); }

    void fault_isAnErrorRecord_data()
    {
        QTest::addColumn<Fault::Kind>("kind");
        QTest::addColumn<QString>("culture");
        QTest::addColumn<QString>("text");
        QTest::newRow("unreachable") << Fault::Kind::Unreachable << u"en-US"_s
                                     << u"The RPC server is unavailable. (1722, 0x6BA)"_s;
        QTest::newRow("unreachable, Japanese")
            << Fault::Kind::Unreachable << u"ja-JP"_s << u"RPC サーバーを利用できません。 (1722, 0x6BA)"_s;
        QTest::newRow("service host stopped")
            << Fault::Kind::RpcError << u"en-US"_s
            << u"There are no more endpoints available from the endpoint mapper. (1753, 0x6D9)"_s;
        QTest::newRow("access denied") << Fault::Kind::AccessDenied << u"en-US"_s << u"Access is denied. (5, 0x5)"_s;
    }
    void fault_isAnErrorRecord()
    {
        QFETCH(Fault::Kind, kind);
        QFETCH(QString, culture);
        QFETCH(QString, text);
        m_lab.shell->setCulture(culture);
        QVERIFY_RESULT(setFault({kind, 0ms}));
        const auto output = m_lab.run(get());
        QVERIFY_RESULT(output);
        QCOMPARE(output->errors().size(), 1);
        QVERIFY2(output->errors().first().message.endsWith(text), qPrintable(output->errors().first().message));
        // a reachable server's errors are InvalidOperationException; that is how the two are told apart
        QVERIFY(output->errors().first().exceptionType != u"InvalidOperationException"_s);
        // the directory still knows it
        const auto transport = m_lab.run(Cmdlet(u"Get-TransportService"_s).with(u"Identity"_s, m_server.name()));
        QVERIFY_RESULT(transport);
        QCOMPARE(transport->objects().size(), 1);
    }

    void fault_isKeptInTheFile()
    {
        const Fault fault{Fault::Kind::AccessDenied, 7ms};
        QSignalSpy changed(m_lab.shell.get(), &lab::LabShell::stateChanged);
        QVERIFY_RESULT(setFault(fault));
        QCOMPARE(changed.size(), 1);
        QVERIFY_RESULT(m_lab.reopen());
        QCOMPARE(m_lab.shell->faults(), (QHash<domain::ServerId, Fault>{{m_server, fault}}));
        QVERIFY_RESULT(setFault({}));
        QVERIFY(m_lab.shell->faults().isEmpty());
        QCOMPARE(testkit::await(m_lab.shell->setFault(domain::ServerId(u"NOBODY"_s), fault)).error().code,
            ErrorCode::ServerNotFound);
    }

    void dyingServer_doesItsWorkFirst()
    {
        const auto before = m_lab.certificates(m_server.name());
        QVERIFY_RESULT(setFault({Fault::Kind::DiesInTheMiddle, 0ms}));
        QCOMPARE(m_lab.certificates(m_server.name()).size(), before.size()); // reading does not kill it
        const auto output = m_lab.run(testkit::newCertificate(m_server.name()).withServices({}));
        QVERIFY(!output);
        QCOMPARE(output.error().code, ErrorCode::ConnectionLost);
        QCOMPARE(output.error().subject, m_server.name());
        QCOMPARE(m_lab.shell->faults().value(m_server).kind, Fault::Kind::Unreachable);
        QVERIFY_RESULT(setFault({}));
        QCOMPARE(m_lab.certificates(m_server.name()).size(), before.size() + 1);
    }

    void sites_areLost_atTheNextChange_once()
    {
        const auto bound = [this] {
            int sites = 0;
            for (const domain::Certificate &certificate : m_lab.certificates(m_server.name()))
                sites += static_cast<int>(certificate.iisBindings->size());
            return sites;
        };
        QVERIFY_RESULT(setFault({Fault::Kind::LosesBindings, 0ms}));
        QVERIFY_RESULT(m_lab.reopen()); // it is kept in the file
        QCOMPARE(bound(), 1); // reading does no harm, and a 2013 Mailbox server has the Back End only
        QVERIFY_RESULT(m_lab.run(testkit::newCertificate(m_server.name()).withServices({})));
        QCOMPARE(bound(), 0);
        QVERIFY(m_lab.shell->faults().isEmpty());
        const domain::Thumbprint own = m_lab.internalTransport(m_server.name());
        QVERIFY_RESULT(m_lab.run(
            Cmdlet(u"Enable-ExchangeCertificate"_s).onServer(m_server).withThumbprint(own).withServices(Service::Iis)));
        QCOMPARE(bound(), 1);
    }

    void latency_delaysOnlyThatServer()
    {
        QVERIFY_RESULT(setFault({Fault::Kind::None, 400ms}));
        QElapsedTimer timer;
        timer.start();
        auto slow = m_lab.shell->invoke(get());
        const auto other = m_lab.run(Cmdlet(u"Get-AuthConfig"_s));
        QVERIFY_RESULT(other);
        QVERIFY(!slow.isFinished()); // pipelines overlap
        QVERIFY_RESULT(testkit::await(slow));
        QVERIFY(timer.elapsed() >= 400);
    }

    void openQuestion_doesNotHoldUpOthers()
    {
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::Yes);
        prompts->hold();
        auto waiting
            = m_lab.shell->invoke(testkit::newCertificate(m_server.name()).withServices(Service::Smtp), prompts);
        QTRY_COMPARE(prompts->asked().size(), 1);
        QVERIFY_RESULT(m_lab.run(get()));
        QVERIFY(!waiting.isFinished());
        prompts->release();
        QVERIFY_RESULT(testkit::await(waiting));
    }

    void cancelling_endsThePipeline_andWhatItChangedStays()
    {
        const auto before = m_lab.certificates(m_server.name()).size();
        auto prompts = std::make_shared<testkit::FakePrompts>();
        prompts->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::Yes);
        prompts->hold();
        auto waiting
            = m_lab.shell->invoke(testkit::newCertificate(m_server.name()).withServices(Service::Smtp), prompts);
        QTRY_COMPARE(prompts->asked().size(), 1);
        waiting.cancel();
        QCOMPARE(testkit::await(waiting).error().code, ErrorCode::Cancelled);
        QCOMPARE(m_lab.certificates(m_server.name()).size(), before + 1);
    }

    void destruction_finishesWhatIsUnderWay()
    {
        QVERIFY_RESULT(setFault({Fault::Kind::None, 10s}));
        auto slow = m_lab.shell->invoke(get());
        auto fast = m_lab.shell->invoke(Cmdlet(u"Get-AuthConfig"_s));
        m_lab.shell.reset();
        QCOMPARE(testkit::await(slow).error().code, ErrorCode::Cancelled);
        QCOMPARE(testkit::await(fast).error().code, ErrorCode::Cancelled);
    }

    void lateValue_isRefused()
    {
        const auto output = m_lab.run(get().with(u"Thumbprint"_s, shell::LateValue::thumbprintOfStep(1)));
        QVERIFY(!output);
        QCOMPARE(output.error().code, ErrorCode::LateValueMissing);
    }
};

KAKUIN_TEST(tst_LabFaults)

} // namespace tests::tst_labfaults

#include "tst_labfaults.moc"
