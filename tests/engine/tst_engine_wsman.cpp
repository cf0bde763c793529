// SPDX-License-Identifier: MIT
#include "core/remote/httpchannel.h"
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/transportservice.h"
#include "enginebackend.h"
#include "enginesession.h"
#include "labserver/httpfront.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_engine_wsman {

using namespace kakuin;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using domain::ServerId;
using domain::Thumbprint;
using shell::Cmdlet;
using shell::PipelineOutput;

namespace {

const ServerId ex01(u"EX01"_s);

} // namespace

/// The remote shell over HTTPS and WS-Management, with Microsoft's engine at the other end.
class tst_EngineWsman : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void renewal_movesInternalTransport_onYesOnly();
    void question_withoutAnAnswer_changesNothing();
    void secretsCross();
    void largeOutput_comesWhole();
    void cancel_stopsWhatNeverEnds();
    void nothing_isLeftBehind();

private:
    [[nodiscard]] Result<PipelineOutput> run(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr)
    {
        return await(m_shell->invoke(pipeline, prompts), foreignPatienceMs);
    }
    [[nodiscard]] Thumbprint transport();
    [[nodiscard]] shell::Pipeline renewal();

    std::unique_ptr<WsmanFront> m_wsman;
    std::unique_ptr<HttpFront> m_http;
    std::shared_ptr<remote::RemoteShell> m_shell;
};

void tst_EngineWsman::initTestCase()
{
    const QStringList scripts{EngineSession::script("exchange.ps1"), EngineSession::script("remoting.ps1")};
    m_wsman = std::make_unique<WsmanFront>(std::make_unique<EngineBackend>(scripts));
    m_http = std::make_unique<HttpFront>(m_wsman->connections());
    QVERIFY_RESULT(m_http->listen());
    m_http->setAuthorization("Basic " + QByteArray("admin:geheim").toBase64());
    remote::RemoteShell::Connection connection;
    connection.name = u"EX01"_s;
    const remote::HttpSettings settings{m_http->url(), u"admin"_s, Secret(u"geheim"_s), m_http->caFile()};
    connection.transport = [settings](psrp::RunspacePool &pool) {
        remote::WsmanSessionFacts facts;
        facts.url = settings.url;
        return std::make_unique<remote::WsmanTransport>(facts, remote::HttpChannel::factory(settings), pool);
    };
    const auto opened = await(remote::RemoteShell::open(connection), foreignPatienceMs);
    QVERIFY_RESULT(opened);
    m_shell = *opened;
}

void tst_EngineWsman::cleanupTestCase()
{
    m_shell.reset();
    m_http.reset();
    m_wsman.reset();
}

Thumbprint tst_EngineWsman::transport()
{
    const auto output = run(Cmdlet(u"Get-TransportService"_s).with(u"Identity"_s, ex01.name()));
    const auto assignment = shell::decode::transportService(output.value_or(PipelineOutput()).objects().value(0));
    return assignment ? assignment->thumbprint : Thumbprint();
}

shell::Pipeline tst_EngineWsman::renewal()
{
    return QList<Cmdlet>{Cmdlet(u"Get-ExchangeCertificate"_s).onServer(ex01).withThumbprint(transport()),
        Cmdlet(u"New-ExchangeCertificate"_s).onServer(ex01).with(u"Services"_s, QStringList{u"SMTP"_s})};
}

void tst_EngineWsman::renewal_movesInternalTransport_onYesOnly()
{
    for (const auto answer : {shell::Confirmation::No, shell::Confirmation::Yes}) {
        const Thumbprint before = transport();
        QVERIFY(!before.isNull());
        const auto prompts = std::make_shared<FakePrompts>();
        prompts->expect(shell::PromptKind::OverwriteDefaultSmtp, answer);
        const auto output = run(renewal(), prompts);
        QVERIFY_RESULT(output);
        const auto made = shell::decode::exchangeCertificate(output->objects().value(0), ex01);
        QVERIFY_RESULT(made);
        QCOMPARE(transport(), answer == shell::Confirmation::Yes ? made->facts.thumbprint : before);
    }
}

void tst_EngineWsman::question_withoutAnAnswer_changesNothing()
{
    const Thumbprint before = transport();
    const auto output = run(renewal());
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::PromptRefused);
    QCOMPARE(transport(), before);
}

void tst_EngineWsman::secretsCross()
{
    const auto output = run(Cmdlet(u"Read-Secret"_s).with(u"Password"_s, Secret(u"pass-ワード"_s)));
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().value(0).text(), u"pass-ワード"_s);
}

void tst_EngineWsman::largeOutput_comesWhole()
{
    const auto output = run(Cmdlet(u"Get-Big"_s).with(u"Count"_s, qint64(5)).with(u"Size"_s, qint64(1'000'000)));
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().size(), 5);
    QCOMPARE(output->objects().constLast().text().size(), 1'000'000);
}

void tst_EngineWsman::cancel_stopsWhatNeverEnds()
{
    auto endless = m_shell->invoke(Cmdlet(u"Get-Endless"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_wsman->commands(), 1, foreignPatienceMs);
    endless.cancel();
    QCOMPARE(await(endless).error().code, ErrorCode::Cancelled);
    QVERIFY(!transport().isNull()); // its turn comes at once
}

void tst_EngineWsman::nothing_isLeftBehind()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_wsman->commands(), 0, foreignPatienceMs);
    QCOMPARE(m_wsman->shells(), 1);
    QCOMPARE(m_http->connections(), 2);
    m_shell.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_wsman->shells(), 0, foreignPatienceMs);
}

KAKUIN_TEST(tst_EngineWsman, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_wsman

#include "tst_engine_wsman.moc"
