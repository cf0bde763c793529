// SPDX-License-Identifier: MIT
#include "core/remote/remotesession.h"
#include "core/remote/wsmantransport.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_wsmantransport {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

/// What goes over the two connections, and what does not when a server is in trouble. The shell's own promises are in
/// tests/contract.
class tst_WsmanTransport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void session_opensAndLeavesNothingBehind();
    void destroyedSession_deletesItsShell();
    void commands_areReleased();
    void silentServer_isAskedAgain();
    void stop_doesNotWaitForASilentReceive();
    void trouble_endsTheSession_data();
    void trouble_endsTheSession();
    void trouble_inTheMiddle_leavesTheOutcomeUnknown();

private:
    [[nodiscard]] bool open();
    std::shared_ptr<ScriptedShell> m_shell;
    std::unique_ptr<WsmanFront> m_front;
    std::unique_ptr<RemoteSession> m_session;
};

void tst_WsmanTransport::init()
{
    m_session.reset();
    m_shell = std::make_shared<ScriptedShell>();
    m_front = std::make_unique<WsmanFront>(std::make_unique<ShellServer>(m_shell));
    m_session = std::make_unique<RemoteSession>(
        [connections = m_front->connections()](psrp::RunspacePool &pool) {
            WsmanSessionFacts facts;
            facts.url = u"https://ex01.contoso.com/PowerShell/"_s;
            return std::make_unique<WsmanTransport>(facts, connections, pool);
        },
        RemoteSession::Options());
}

bool tst_WsmanTransport::open()
{
    m_session->open();
    return QTest::qWaitFor([this] { return m_session->isOpen(); });
}

void tst_WsmanTransport::session_opensAndLeavesNothingBehind()
{
    QVERIFY(open());
    QCOMPARE(m_front->shells(), 1);
    QSignalSpy ended(m_session.get(), &RemoteSession::ended);
    m_session->close();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_front->shells(), 0);
}

void tst_WsmanTransport::destroyedSession_deletesItsShell()
{
    QVERIFY(open());
    m_session.reset();
    QTRY_COMPARE(m_front->shells(), 0);
}

void tst_WsmanTransport::commands_areReleased()
{
    QVERIFY(open());
    std::vector<std::unique_ptr<RemotePipeline>> pipelines;
    int ended = 0;
    for (int i = 0; i < 20; ++i) {
        pipelines.push_back(m_session->run(
            {{psrp::Command{u"Get-Command"_s, false, {}, {{u"Name"_s, clixml::Value(u"Get-Thing"_s)}}}}, false}));
        connect(pipelines.back().get(), &RemotePipeline::finished, this, [&ended] { ++ended; });
    }
    QTRY_COMPARE(ended, 20);
    QTRY_COMPARE(m_front->commands(), 0); // servers count those that are left
}

void tst_WsmanTransport::silentServer_isAskedAgain()
{
    m_front->setReceiveTimeout(std::chrono::milliseconds(5));
    QVERIFY(open());
    m_shell->hold();
    const auto pipeline = m_session->run({{psrp::Command{u"Get-Thing"_s, false, {}, {}}}, false});
    QSignalSpy finished(pipeline.get(), &RemotePipeline::finished);
    QTRY_VERIFY(m_front->timeouts() > 3);
    QVERIFY(finished.isEmpty());
    m_shell->release();
    QTRY_COMPARE(finished.size(), 1);
}

void tst_WsmanTransport::stop_doesNotWaitForASilentReceive()
{
    QVERIFY(open());
    m_shell->hold();
    const auto pipeline = m_session->run({{psrp::Command{u"Get-Thing"_s, false, {}, {}}}, false});
    QSignalSpy finished(pipeline.get(), &RemotePipeline::finished);
    QTRY_COMPARE(m_front->commands(), 1);
    pipeline->stop();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_front->timeouts(), 0);
    m_shell->release();
}

void tst_WsmanTransport::trouble_endsTheSession_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *tag, int status, const char *type, const QByteArray &body, ErrorCode code) {
        QTest::newRow(tag) << status << QByteArray(type) << body << static_cast<int>(code);
    };
    const QByteArray soap = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>";
    const auto faulty = [&](const char *code) {
        return soap + "<s:Fault><s:Detail><WSManFault Code=\"" + code
            + "\"/></s:Detail></s:Fault></s:Body></s:Envelope>";
    };
    row("the connection breaks", 0, "", {}, ErrorCode::ConnectionLost);
    row("a wrong password", 401, "", {}, ErrorCode::SignInRefused);
    row("a page for people", 503, "text/html", "<html>", ErrorCode::ServiceUnavailable);
    row("a page where an envelope should be", 200, "text/html", "<html>", ErrorCode::ServiceForeign);
    row("a redirection", 302, "text/html", {}, ErrorCode::ServiceRedirected);
    row("garbage", 200, "application/soap+xml", "<<<", ErrorCode::UnexpectedOutput);
    row("an answer without what was asked", 200, "application/soap+xml", soap + "</s:Body></s:Envelope>",
        ErrorCode::UnexpectedOutput);
    row("no such shell", 500, "application/soap+xml", faulty("2150858843"), ErrorCode::ConnectionLost);
    row("no rights", 500, "application/soap+xml", faulty("5"), ErrorCode::RightsMissing);
    row("a wrong path", 404, "text/html", "<html>", ErrorCode::ServicePathNotFound);
    row("a wrong path in a fault's words", 500, "application/soap+xml", faulty("2150858811"),
        ErrorCode::ServicePathNotFound);
    row("a server that posts go nowhere at", 405, "text/html", "<html>", ErrorCode::ServiceForeign);
    row("no entry", 403, "text/html", "<html>", ErrorCode::RightsMissing);
    row("anything else", 500, "text/html", "<html>", ErrorCode::ServerError);
}

void tst_WsmanTransport::trouble_endsTheSession()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    m_front->fail(status, type, body);
    QSignalSpy ended(m_session.get(), &RemoteSession::ended);
    m_session->open();
    QTRY_COMPARE(ended.size(), 1);
    const auto error = ended.constFirst().constFirst().value<std::optional<Error>>();
    QVERIFY(error.has_value());
    QCOMPARE(static_cast<int>(error->code), code);
    QCOMPARE(error->subject, u"ex01.contoso.com"_s);
    QVERIFY(!error->detail.isEmpty());
}

void tst_WsmanTransport::trouble_inTheMiddle_leavesTheOutcomeUnknown()
{
    m_front->setReceiveTimeout(std::chrono::milliseconds(5));
    QVERIFY(open());
    m_shell->hold();
    const auto pipeline = m_session->run({{psrp::Command{u"Set-Thing"_s, false, {}, {}}}, false});
    const auto waiting = m_session->run({{psrp::Command{u"Get-Thing"_s, false, {}, {}}}, false});
    QSignalSpy failed(pipeline.get(), &RemotePipeline::failed);
    QSignalSpy unsent(waiting.get(), &RemotePipeline::failed);
    QTRY_COMPARE(m_front->commands(), 1);
    m_front->fail(0, {}, {});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().at(1).toBool(), true); // some of it was sent
    QCOMPARE(unsent.constFirst().at(1).toBool(), false);
}

KAKUIN_TEST(tst_WsmanTransport)

} // namespace tests::tst_wsmantransport

#include "tst_wsmantransport.moc"
