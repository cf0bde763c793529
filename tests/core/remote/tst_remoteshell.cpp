// SPDX-License-Identifier: MIT
#include "core/remote/commandrequest.h"
#include "core/remote/processtransport.h"
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QTimer>
#include <QtTest/QTest>

namespace tests::tst_remoteshell {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using shell::Cmdlet;

/// Opening, time limits and ends; what every shell promises is in tests/contract.
class tst_RemoteShell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opening_saysWhyItFails();
    void opening_canBeCancelled();
    void reading_hasATimeLimit();
    void change_hasNone();
    void brokenServer_isToldByWhatWasSent();
    void whatIsStoppedBeforeItIsSent_neverRuns();

private:
    // the first is for a busy computer to keep, and for the test to wait for
    static constexpr std::chrono::milliseconds readLimit{1000};
    static constexpr std::chrono::milliseconds receiveLimit{20};
    [[nodiscard]] RemoteShell::Connection connection() const;
    std::shared_ptr<ScriptedShell> m_scripted;
    std::unique_ptr<WsmanFront> m_front;
};

void tst_RemoteShell::init()
{
    m_scripted = std::make_shared<ScriptedShell>();
    m_scripted->on(u"Get-Thing"_s, ScriptedReply::objects({clixml::Value(u"thing"_s)}));
    m_scripted->on(u"Set-Thing"_s, ScriptedReply::objects({}));
    m_front = std::make_unique<WsmanFront>(std::make_unique<ShellServer>(m_scripted));
    m_front->setReceiveTimeout(receiveLimit);
}

RemoteShell::Connection tst_RemoteShell::connection() const
{
    RemoteShell::Connection connection;
    connection.name = u"ex01"_s;
    // without the pauses that a server gets which is silent for so short a time
    const PauseTime time{
        PauseTime::system().now, [](std::chrono::milliseconds, QObject *receiver, const std::function<void()> &then) {
            QTimer::singleShot(0, receiver, then);
        }};
    connection.transport = [connections = m_front->connections(), time](psrp::RunspacePool &pool) {
        return std::make_unique<WsmanTransport>(
            WsmanSessionFacts{}, connections, pool, std::make_shared<psrp::SystemEntropy>(), time);
    };
    return connection;
}

void tst_RemoteShell::opening_saysWhyItFails()
{
    RemoteShell::Connection missing = connection();
    missing.transport = [](psrp::RunspacePool &pool) {
        return std::make_unique<ProcessTransport>(ProcessTransport::Command{u"/no/such/program"_s, {}}, pool);
    };
    const auto opened = await(RemoteShell::open(missing));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::ProgramNotStarted);
    QCOMPARE(opened.error().subject, u"/no/such/program"_s);
    m_front->fail(401, "text/html", {});
    const auto refused = await(RemoteShell::open(connection()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::SignInRefused);
    QVERIFY(refused.error().detail.contains(u"401"));
}

void tst_RemoteShell::opening_canBeCancelled()
{
    auto opening = RemoteShell::open(connection());
    opening.cancel();
    const auto opened = await(opening);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Cancelled);
    QTRY_COMPARE(m_front->shells(), 0);
}

void tst_RemoteShell::reading_hasATimeLimit()
{
    RemoteShell::Connection impatient = connection();
    impatient.readTimeout = readLimit;
    const auto shell = await(RemoteShell::open(impatient));
    QVERIFY_RESULT(shell);
    m_scripted->hold();
    const auto output = await((*shell)->invoke(Cmdlet(u"Get-Thing"_s)));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(output.error().subject, u"ex01"_s);
    m_scripted->release();
    QVERIFY_RESULT(await((*shell)->invoke(Cmdlet(u"Get-Thing"_s)))); // the session goes on
}

void tst_RemoteShell::change_hasNone()
{
    RemoteShell::Connection impatient = connection();
    impatient.readTimeout = readLimit;
    const auto shell = await(RemoteShell::open(impatient));
    QVERIFY_RESULT(shell);
    m_scripted->hold();
    const auto changing = (*shell)->invoke(Cmdlet(u"Set-Thing"_s));
    const int before = m_front->timeouts();
    // the server is silent for longer than that
    QTRY_VERIFY_WITH_TIMEOUT(m_front->timeouts() > before + 2 * (readLimit / receiveLimit), foreignPatienceMs);
    QVERIFY(!changing.isFinished());
    m_scripted->release();
    QVERIFY_RESULT(await(changing));
}

void tst_RemoteShell::brokenServer_isToldByWhatWasSent()
{
    const auto shell = await(RemoteShell::open(connection()));
    QVERIFY_RESULT(shell);
    m_scripted->hold();
    const auto changing = (*shell)->invoke(Cmdlet(u"Set-Thing"_s));
    const auto reading = (*shell)->invoke(Cmdlet(u"Get-Thing"_s));
    QTRY_COMPARE(m_front->commands(), 1);
    m_front->fail(503, "text/html", "<html>");
    QCOMPARE(await(changing).error().code, ErrorCode::ConnectionLost); // its outcome is not known
    QCOMPARE(await(reading).error().code, ErrorCode::ServiceUnavailable);
}

void tst_RemoteShell::whatIsStoppedBeforeItIsSent_neverRuns()
{
    RemoteSession::Options options;
    options.maxRunspaces = 2;
    RemoteSession session(connection().transport, options);
    session.open();
    QTRY_VERIFY(session.isOpen());
    // both have their turn at the same time, and the first is sent first
    const auto first = session.run(*commandRequest(Cmdlet(u"Get-Thing"_s)));
    const auto second = session.run(*commandRequest(Cmdlet(u"Set-Thing"_s)));
    std::optional<psrp::PipelineState> end;
    connect(second.get(), &RemotePipeline::finished, second.get(),
        [&end](const psrp::PipelineEnded &how) { end = how.state; });
    connect(second.get(), &RemotePipeline::began, second.get(), &RemotePipeline::stop);
    QTRY_VERIFY(first->hasEnded() && end);
    QCOMPARE(*end, psrp::PipelineState::Stopped);
    const auto third = session.run(*commandRequest(Cmdlet(u"Get-Thing"_s)));
    QTRY_VERIFY(third->hasEnded()); // the session goes on
    QCOMPARE(m_scripted->invocations().size(), 2);
}

KAKUIN_TEST(tst_RemoteShell)

} // namespace tests::tst_remoteshell

#include "tst_remoteshell.moc"
