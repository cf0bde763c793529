// SPDX-License-Identifier: MIT
#include "core/remote/httpchannel.h"
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "enginebackend.h"
#include "enginesession.h"
#include "labserver/kerberosguard.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/throwawaykdc.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_engine_kerberos {

using namespace kakuin;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using shell::Cmdlet;

/// Microsoft's engine behind WS-Management over http, with Kerberos and encrypted bodies: as Exchange is reached by
/// default, with its spelling of the boundary and chunked answers.
class tst_EngineKerberos : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init() { QTRY_COMPARE_WITH_TIMEOUT(m_wsman->commands(), 0, foreignPatienceMs); }
    void secretsCross();
    void largeOutput_comesWhole();
    void cancel_stopsWhatNeverEnds();
    void connectionsThatEndedIdle_signInAgain();

private:
    ThrowawayKdc m_kdc;
    std::shared_ptr<KerberosGuardPlan> m_plan;
    std::unique_ptr<WsmanFront> m_wsman;
    std::unique_ptr<HttpFront> m_http;
    std::shared_ptr<remote::RemoteShell> m_shell;
};

void tst_EngineKerberos::initTestCase()
{
    QVERIFY_RESULT(m_kdc.start());
    m_plan = std::make_shared<KerberosGuardPlan>();
    m_plan->keytab = m_kdc.keytab();
    m_plan->hasBlankInBoundary = true;
    m_wsman = std::make_unique<WsmanFront>(
        std::make_unique<EngineBackend>(QStringList{EngineSession::script("remoting.ps1")}));
    m_http = std::make_unique<HttpFront>(m_wsman->connections());
    m_http->setGuards(kerberosGuards(m_plan));
    m_http->setChunked(true);
    QVERIFY_RESULT(m_http->listen({false}));
    remote::RemoteShell::Connection connection;
    connection.name = u"EX01"_s;
    const remote::HttpSettings settings{
        m_http->url(), ThrowawayKdc::user(), Secret(ThrowawayKdc::password()), {}, remote::HttpSignIn::Kerberos};
    connection.transport = [settings](psrp::RunspacePool &pool) {
        remote::WsmanSessionFacts facts;
        facts.url = settings.url;
        return std::make_unique<remote::WsmanTransport>(facts, remote::HttpChannel::factory(settings), pool);
    };
    const auto opened = await(remote::RemoteShell::open(connection), foreignPatienceMs);
    QVERIFY_RESULT(opened);
    m_shell = *opened;
}

void tst_EngineKerberos::cleanupTestCase()
{
    m_shell.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_wsman->shells(), 0, foreignPatienceMs);
    m_http.reset();
    m_wsman.reset();
}

void tst_EngineKerberos::secretsCross()
{
    const auto output = await(
        m_shell->invoke(Cmdlet(u"Read-Secret"_s).with(u"Password"_s, Secret(u"pass-ワード"_s))), foreignPatienceMs);
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().value(0).text(), u"pass-ワード"_s);
}

void tst_EngineKerberos::largeOutput_comesWhole()
{
    const auto output
        = await(m_shell->invoke(Cmdlet(u"Get-Big"_s).with(u"Count"_s, qint64(5)).with(u"Size"_s, qint64(1'000'000))),
            foreignPatienceMs);
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().size(), 5);
    QCOMPARE(output->objects().constLast().text().size(), 1'000'000);
}

void tst_EngineKerberos::cancel_stopsWhatNeverEnds()
{
    auto endless = m_shell->invoke(Cmdlet(u"Get-Endless"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_wsman->commands(), 1, foreignPatienceMs);
    endless.cancel();
    QCOMPARE(await(endless).error().code, ErrorCode::Cancelled);
}

void tst_EngineKerberos::connectionsThatEndedIdle_signInAgain()
{
    m_http->dropConnections();
    const auto output
        = await(m_shell->invoke(Cmdlet(u"Get-Big"_s).with(u"Count"_s, qint64(1)).with(u"Size"_s, qint64(100))),
            foreignPatienceMs);
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().size(), 1);
    QCOMPARE(m_plan->signIns, 4);
    QCOMPARE(m_wsman->shells(), 1); // the same
}

KAKUIN_TEST(tst_EngineKerberos, testkit::EngineJudge::requirement, testkit::ThrowawayKdc::requirement)

} // namespace tests::tst_engine_kerberos

#include "tst_engine_kerberos.moc"
