// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "enginesession.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_engine_faults {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using clixml::Value;

/// Stopping, overlapping and losing Microsoft's engine.
class tst_EngineFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stop_endsWhatRuns_data();
    void stop_endsWhatRuns();
    void stop_endsWhatWaitsForAnAnswer();
    void deletedPipeline_isStopped_andItsQuestionRefused();
    void eightPipelines_runAtOnce();
    void close_endsTheProgram();
    void killed_whileOutputComes();
    void killed_whileAQuestionIsOpen();
    void killed_whilePipelinesWait();
    void program_thatIsNone_data();
    void program_thatIsNone();
};

void tst_EngineFaults::stop_endsWhatRuns_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::newRow("while it writes") << u"Get-Endless"_s;
    QTest::newRow("while it is silent") << u"Get-Silent"_s;
}

void tst_EngineFaults::stop_endsWhatRuns()
{
    QFETCH(QString, cmdlet);
    EngineSession engine;
    QVERIFY_RESULT(engine.open());
    const EngineRun run = engine.start(pipe({cmdlet}));
    if (cmdlet == u"Get-Endless")
        QTRY_VERIFY_WITH_TIMEOUT(run.outcome->outputs.size() > 3, foreignPatienceMs);
    run.pipeline->stop();
    QTRY_VERIFY_WITH_TIMEOUT(run.outcome->isOver(), foreignPatienceMs);
    QVERIFY(run.outcome->end.has_value());
    QCOMPARE(run.outcome->end->state, PipelineState::Stopped);
    QCOMPARE(engine.run(u"Get-Three"_s).outputs.size(), 3); // the session goes on
}

// Nobody answers, and the server must not wait for it: this is what a person who closes the question gets.
void tst_EngineFaults::stop_endsWhatWaitsForAnAnswer()
{
    EngineSession engine;
    QVERIFY_RESULT(engine.open());
    const EngineRun run = engine.start(pipe({u"Get-Three"_s, u"Remove-Thing"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(run.outcome->calls.size(), 1, foreignPatienceMs);
    run.pipeline->stop();
    const HostCall call = run.outcome->calls.constFirst();
    QVERIFY_RESULT(run.pipeline->answer(call, HostReply::refusal(call)));
    QTRY_VERIFY_WITH_TIMEOUT(run.outcome->isOver(), foreignPatienceMs);
    QCOMPARE(run.outcome->end->state, PipelineState::Stopped);
    QCOMPARE(run.outcome->calls.size(), 1);
    QCOMPARE(engine.run(u"Get-Done"_s).outputs.size(), 0);
}

void tst_EngineFaults::deletedPipeline_isStopped_andItsQuestionRefused()
{
    EngineSession engine;
    QVERIFY_RESULT(engine.open());
    EngineRun run = engine.start(pipe({u"Get-Three"_s, u"Remove-Thing"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(run.outcome->calls.size(), 1, foreignPatienceMs);
    run.pipeline.reset();
    QVERIFY(!run.outcome->isOver());
    QCOMPARE(engine.run(u"Get-Done"_s).outputs.size(), 0); // its turn comes: the first one has ended
}

void tst_EngineFaults::eightPipelines_runAtOnce()
{
    EngineSession engine;
    remote::RemoteSession::Options options;
    options.maxRunspaces = 8;
    QVERIFY_RESULT(engine.open(options));
    std::vector<EngineRun> endless;
    for (int i = 0; i < 8; ++i)
        endless.push_back(engine.start(scriptRequest(u"while ($true) { %1; [Threading.Thread]::Sleep(20) }"_s.arg(i))));
    for (const EngineRun &run : endless)
        QTRY_VERIFY_WITH_TIMEOUT(run.outcome->outputs.size() > 3, foreignPatienceMs); // all of them at the same time
    int number = 0;
    for (const EngineRun &run : endless) {
        QCOMPARE(run.outcome->outputs.constLast().toInt(), number++);
        run.pipeline->stop();
    }
    for (const EngineRun &run : endless) {
        QTRY_VERIFY_WITH_TIMEOUT(run.outcome->isOver(), foreignPatienceMs);
        QCOMPARE(run.outcome->end->state, PipelineState::Stopped);
    }
}

void tst_EngineFaults::close_endsTheProgram()
{
    EngineSession engine;
    QVERIFY_RESULT(engine.open());
    const EngineRun run = engine.start(pipe({u"Get-Endless"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!run.outcome->outputs.isEmpty(), foreignPatienceMs);
    QSignalSpy ended(&engine.session(), &remote::RemoteSession::ended);
    engine.session().close();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, foreignPatienceMs);
    QVERIFY(!ended.constFirst().constFirst().value<std::optional<Error>>());
    QVERIFY(run.outcome->isOver()); // the engine stops it, or the connection goes first
}

void tst_EngineFaults::killed_whileOutputComes()
{
    EngineSession engine;
    QVERIFY_RESULT(engine.open());
    const EngineOutcome outcome = engine.run(pipe({u"Get-Three"_s, u"Stop-Server"_s}));
    QVERIFY(outcome.failure.has_value());
    QCOMPARE(outcome.failure->code, ErrorCode::ConnectionLost);
    QVERIFY(outcome.hadBegun);
    QVERIFY(engine.session().hasEnded());
    const EngineOutcome later = engine.run(u"Get-Three"_s);
    QVERIFY(later.failure.has_value());
    QVERIFY(!later.hadBegun);
}

void tst_EngineFaults::killed_whileAQuestionIsOpen()
{
    EngineSession engine;
    remote::RemoteSession::Options options;
    options.maxRunspaces = 2;
    QVERIFY_RESULT(engine.open(options));
    const EngineRun asking
        = engine.start(scriptRequest(u"$Host.UI.PromptForChoice('c', 'm', [System.Management.Automation.Host."
                                     "ChoiceDescription[]]('&Yes', '&No'), 0)"_s));
    QTRY_COMPARE_WITH_TIMEOUT(asking.outcome->calls.size(), 1, foreignPatienceMs);
    const EngineRun killing = engine.start(scriptRequest(u"[Diagnostics.Process]::GetCurrentProcess().Kill()"_s));
    QTRY_VERIFY_WITH_TIMEOUT(asking.outcome->isOver() && killing.outcome->isOver(), foreignPatienceMs);
    QVERIFY(asking.outcome->failure.has_value());
    QVERIFY(asking.outcome->hadBegun);
    const HostCall call = asking.outcome->calls.constFirst();
    QVERIFY(!asking.pipeline->answer(call, HostReply::choice(0))); // nobody waits for it any more
}

void tst_EngineFaults::killed_whilePipelinesWait()
{
    EngineSession engine;
    QVERIFY_RESULT(engine.open());
    const EngineRun killing = engine.start(pipe({u"Stop-Server"_s}));
    const EngineRun waiting = engine.start(pipe({u"Get-Three"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(killing.outcome->isOver() && waiting.outcome->isOver(), foreignPatienceMs);
    QVERIFY(killing.outcome->hadBegun);
    QVERIFY(waiting.outcome->failure.has_value());
    QVERIFY(!waiting.outcome->hadBegun); // it can be run again without harm
}

void tst_EngineFaults::program_thatIsNone_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const auto row = [](const char *tag, const QString &program, const QStringList &arguments, ErrorCode code) {
        QTest::newRow(tag) << program << arguments << static_cast<int>(code);
    };
    const QString shell = u"/bin/sh"_s;
    row("it is not there", u"/no/such/program"_s, {}, ErrorCode::ProgramNotStarted);
    row("it ends at once", shell, {u"-c"_s, u"echo sorry >&2; exit 3"_s}, ErrorCode::ConnectionLost);
    row("it is no server", shell, {u"-c"_s, u"yes hello | head -c 100000; read x"_s}, ErrorCode::UnexpectedOutput);
    row("it breaks the framing", shell, {u"-c"_s, u"echo \"<DataAck PSGuid='1'>\"; read x; read x"_s},
        ErrorCode::UnexpectedOutput);
    row("it writes a line without end", shell,
        {u"-c"_s, u"printf '<Data '; head -c 2000000 /dev/zero; read x; read x"_s}, ErrorCode::UnexpectedOutput);
}

void tst_EngineFaults::program_thatIsNone()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    remote::RemoteSession session(
        [&](psrp::RunspacePool &pool) {
            return std::make_unique<remote::ProcessTransport>(
                remote::ProcessTransport::Command{program, arguments}, pool);
        },
        {});
    QSignalSpy ended(&session, &remote::RemoteSession::ended);
    session.open();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, foreignPatienceMs);
    const auto error = ended.constFirst().constFirst().value<std::optional<Error>>();
    QVERIFY(error.has_value());
    QCOMPARE(static_cast<int>(error->code), code);
    QCOMPARE(error->subject, program);
    if (code == static_cast<int>(ErrorCode::ConnectionLost))
        QVERIFY(error->detail.contains(u"sorry")); // what it wrote to its error stream
}

KAKUIN_TEST(tst_EngineFaults, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_faults

#include "tst_engine_faults.moc"
