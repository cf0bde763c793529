// SPDX-License-Identifier: MIT
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_sentonce {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using shell::Cmdlet;
using When = Forgery::When;

/// Whatever a proxy between Kakuin and the server answers, and whether the server acted before that: a change arrives at
/// most once, and its outcome is not known. What only reads may be sent again, once.
class tst_SentOnce : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void change_isSentOnce_andItsOutcomeIsNotKnown_data();
    void change_isSentOnce_andItsOutcomeIsNotKnown();
    void change_isNotSentToALaterSession();
    void change_thatWasNotSent_goesToTheNextSession();
    void whatWaited_goesToTheNextSession_whenTheConnectionBreaks_data();
    void whatWaited_goesToTheNextSession_whenTheConnectionBreaks();
    void whatWaited_isNotSentForEver();
    void changeWithAnUnreadableAnswer_isNotCalledFailed();
    void changeThatCompletedAfterAStop_isNotCalledStopped();
    void reading_isSentAgainOnce_whenTheSessionWasForgotten_data();
    void reading_isSentAgainOnce_whenTheSessionWasForgotten();

private:
    [[nodiscard]] bool open();
    [[nodiscard]] int timesRun(const QString &cmdlet) const;
    std::shared_ptr<ScriptedShell> m_scripted;
    ShellServer *m_server = nullptr;
    std::unique_ptr<WsmanFront> m_front;
    std::shared_ptr<RemoteShell> m_shell;
};

void tst_SentOnce::init()
{
    m_shell.reset();
    m_scripted = std::make_shared<ScriptedShell>();
    m_scripted->on(u"Get-Thing"_s, ScriptedReply::objects({clixml::Value(u"thing"_s)}));
    m_scripted->on(u"Set-Thing"_s, ScriptedReply::objects({}));
    auto server = std::make_unique<ShellServer>(m_scripted);
    m_server = server.get();
    m_front = std::make_unique<WsmanFront>(std::move(server));
    QVERIFY(open());
}

bool tst_SentOnce::open()
{
    RemoteShell::Connection connection;
    connection.name = u"ex01"_s;
    connection.transport = [connections = m_front->connections()](psrp::RunspacePool &pool) {
        return std::make_unique<WsmanTransport>(WsmanSessionFacts{}, connections, pool);
    };
    const auto opened = await(RemoteShell::open(connection));
    m_shell = opened.value_or(nullptr);
    return opened.has_value();
}

int tst_SentOnce::timesRun(const QString &cmdlet) const
{
    const auto &all = m_scripted->invocations();
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [&](const auto &one) { return one.pipeline.cmdlets.constFirst().name() == cmdlet; }));
}

void tst_SentOnce::change_isSentOnce_andItsOutcomeIsNotKnown_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("isAfter");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    struct Answer final {
        const char *name;
        int status;
        QByteArray type;
        QByteArray body;
    };
    const QByteArray soap("application/soap+xml;charset=UTF-8");
    const QByteArray empty(
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body></s:Body></s:Envelope>");
    const Answer answers[]{{"no such shell", 500, soap, Forgery::fault("2150858843", "InvalidSelectors")},
        {"a wrong path", 500, soap, Forgery::fault("2150858811", "DestinationUnreachable")},
        {"no rights", 500, soap, Forgery::fault("5", "AccessDenied")},
        {"too many sessions", 500, soap, Forgery::fault("2150859174", "QuotaLimit")},
        {"a refusal by Exchange", 500, soap, Forgery::fault("2152992672", "InternalError")},
        {"an unknown fault", 500, soap, Forgery::fault("1", "EncodingLimit")},
        {"who are you", 401, "text/html", "<html>"}, {"no entry", 403, "text/html", "<html>"},
        {"not found", 404, "text/html", "<html>"}, {"a redirection", 302, "text/html", {}},
        {"a broken server", 500, "text/html", "<html>"}, {"a bad gateway", 502, "text/html", "<html>"},
        {"not available", 503, "text/html", "<html>"}, {"too late", 504, "text/html", "<html>"},
        {"a page", 200, "text/html", "<html>"}, {"garbage", 200, soap, "<<<"}, {"an empty envelope", 200, soap, empty},
        {"a broken connection", 0, {}, {}}};
    for (const QString &action : {u"Command"_s, u"Receive"_s}) {
        for (const bool isAfter : {false, true}) {
            for (const Answer &answer : answers) {
                if (action == u"Receive" && answer.body == empty)
                    continue; // that is a silent server
                QTest::addRow(
                    "%s, %s the server: %s", qPrintable(action), isAfter ? "after" : "instead of", answer.name)
                    << action << isAfter << answer.status << answer.type << answer.body;
            }
        }
    }
}

void tst_SentOnce::change_isSentOnce_andItsOutcomeIsNotKnown()
{
    QFETCH(QString, action);
    QFETCH(bool, isAfter);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    // once, so that nothing but the rule keeps the change from arriving a second time
    m_front->forge(Forgery{action, isAfter ? When::After : When::Before, status, type, body, 1});
    const auto output = await(m_shell->invoke(Cmdlet(u"Set-Thing"_s)));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ConnectionLost); // the code for "outcome not known"
    QCOMPARE(output.error().subject, u"ex01"_s);
    QVERIFY(!output.error().detail.isEmpty());
    QVERIFY(timesRun(u"Set-Thing"_s) <= 1);
    QCOMPARE(m_front->requests(u"Command"_s), 2); // with the first one, Get-Command
    if (isAfter)
        QCOMPARE(timesRun(u"Set-Thing"_s), 1);
}

void tst_SentOnce::change_isNotSentToALaterSession()
{
    m_front->forge(Forgery{
        u"Command"_s, When::After, 500, "application/soap+xml", Forgery::fault("2150858843", "InvalidSelectors")});
    QCOMPARE(await(m_shell->invoke(Cmdlet(u"Set-Thing"_s))).error().code, ErrorCode::ConnectionLost);
    m_front->forge(std::nullopt);
    QVERIFY_RESULT(await(m_shell->invoke(Cmdlet(u"Get-Thing"_s)))); // on a new session
    QCOMPARE(timesRun(u"Set-Thing"_s), 1);
}

void tst_SentOnce::change_thatWasNotSent_goesToTheNextSession()
{
    m_scripted->hold();
    const auto reading = m_shell->invoke(Cmdlet(u"Get-Thing"_s));
    const auto changing = m_shell->invoke(Cmdlet(u"Set-Thing"_s)); // waits for its turn
    QTRY_COMPARE(timesRun(u"Get-Thing"_s), 1);
    m_front->forgetShells();
    QTRY_COMPARE(timesRun(u"Get-Thing"_s), 2);
    m_scripted->release();
    m_scripted->release();
    QVERIFY_RESULT(await(reading));
    QTRY_COMPARE(timesRun(u"Set-Thing"_s), 1);
    m_scripted->release();
    QVERIFY_RESULT(await(changing));
    QCOMPARE(timesRun(u"Set-Thing"_s), 1);
}

void tst_SentOnce::whatWaited_goesToTheNextSession_whenTheConnectionBreaks_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::newRow("what reads") << u"Get-Thing"_s;
    QTest::newRow("what changes") << u"Set-Thing"_s;
}

// The command before it has answered and is being released when the connection breaks: nothing of the next was sent.
void tst_SentOnce::whatWaited_goesToTheNextSession_whenTheConnectionBreaks()
{
    QFETCH(QString, cmdlet);
    m_scripted->on(u"Get-First"_s, ScriptedReply::objects({}));
    m_front->forge(Forgery{u"Signal"_s, When::After, 0, {}, {}, 1});
    QVERIFY_RESULT(await(m_shell->invoke(Cmdlet(u"Get-First"_s))));
    QVERIFY_RESULT(await(m_shell->invoke(Cmdlet(cmdlet))));
    QCOMPARE(timesRun(cmdlet), 1);
    QCOMPARE(m_front->requests(u"Create"_s), 2);
}

void tst_SentOnce::whatWaited_isNotSentForEver()
{
    m_scripted->hold();
    const auto reading = m_shell->invoke(Cmdlet(u"Get-Thing"_s));
    const auto changing = m_shell->invoke(Cmdlet(u"Set-Thing"_s)); // waits for its turn
    QTRY_COMPARE(timesRun(u"Get-Thing"_s), 1);
    m_front->fail(0, {}, {}); // whatever is sent from now on, the creation of the next session, too
    m_scripted->release();
    const auto output = await(changing);
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ServerUnreachable); // nothing of it was sent
    QCOMPARE(timesRun(u"Set-Thing"_s), 0);
}

void tst_SentOnce::changeWithAnUnreadableAnswer_isNotCalledFailed()
{
    m_scripted->hold();
    const auto changing = m_shell->invoke(Cmdlet(u"Set-Thing"_s));
    QTRY_COMPARE(m_server->running().size(), 1);
    const QUuid pipeline = m_server->running().constFirst();
    m_server->psrp().sendRaw(pipeline, psrp::MessageType::PipelineOutput, pipeline, "<broken");
    m_scripted->release();
    const auto output = await(changing);
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ConnectionLost);
}

void tst_SentOnce::changeThatCompletedAfterAStop_isNotCalledStopped()
{
    m_scripted->hold();
    const auto changing = m_shell->invoke(Cmdlet(u"Set-Thing"_s));
    QTRY_COMPARE(m_server->running().size(), 1);
    const QUuid pipeline = m_server->running().constFirst();
    // a question whose pipeline is gone, and before the stop has arrived the server is done
    m_server->psrp().sendCall(pipeline, 7, psrp::HostMethod::ReadLine, {});
    m_server->psrp().sendState(pipeline, psrp::PipelineState::Completed);
    Q_EMIT m_server->talked();
    const auto output = await(changing);
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ConnectionLost);
    m_scripted->release();
}

void tst_SentOnce::reading_isSentAgainOnce_whenTheSessionWasForgotten_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("when it was to begin") << u"Command"_s;
    QTest::newRow("in the middle") << u"Receive"_s;
}

void tst_SentOnce::reading_isSentAgainOnce_whenTheSessionWasForgotten()
{
    QFETCH(QString, action);
    const QByteArray fault = Forgery::fault("2150858843", "InvalidSelectors");
    m_front->forge(Forgery{action, When::After, 500, "application/soap+xml", fault, 1});
    const auto output = await(m_shell->invoke(Cmdlet(u"Get-Thing"_s)));
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().size(), 1);
    QCOMPARE(timesRun(u"Get-Thing"_s), 2);
    m_front->forge(Forgery{u"Command"_s, When::After, 500, "application/soap+xml", fault});
    QVERIFY(!await(m_shell->invoke(Cmdlet(u"Get-Thing"_s))));
    QCOMPARE(timesRun(u"Get-Thing"_s), 4); // not for ever
}

KAKUIN_TEST(tst_SentOnce)

} // namespace tests::tst_sentonce

#include "tst_sentonce.moc"
