// SPDX-License-Identifier: MIT
#include "core/plan/planrunner.h"

#include "scriptedservers.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_planrunnerend {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using shell::Confirmation;
using shell::PromptKind;
using testkit::FakePrompts;
using testkit::ScriptedServers;

/// How a run ends before its end: stop, abort, destruction, a journal that fails.
class tst_PlanRunnerEnd final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void requestStop_letsTheStepEnd_andStartsNoOther();
    void requestStop_beforeTheFirstStep_sendsNothing();
    void abort_cancelsTheCommand_andSaysThatItsOutcomeIsNotKnown();
    void abort_withdrawsTheQuestion();
    void abort_endsAPauseBetweenReads();
    void abort_afterTheEnd_doesNothing();
    void destruction_isSafe_inEverySignal_data();
    void destruction_isSafe_inEverySignal();
    void destruction_cancelsTheCommand();
    void destruction_withdrawsTheQuestion();
    void journal_agreesWithTheRunner();
    void journalFailure_endsThePlan_beforeAnythingMoreIsSent_data();
    void journalFailure_endsThePlan_beforeAnythingMoreIsSent();

private:
    [[nodiscard]] std::unique_ptr<PlanRunner> makeRunner(ErrorPolicy policy = ErrorPolicy::ContinueWithNextServer);
    void refuseInJournal(const QString &trigger) const;

    QTemporaryDir m_folder;
    std::unique_ptr<ScriptedServers> m_servers;
    std::shared_ptr<FakePrompts> m_prompts;
    std::shared_ptr<Journal> m_journal;
    int m_runs = 0;
};

void tst_PlanRunnerEnd::init()
{
    m_servers = std::make_unique<ScriptedServers>();
    m_servers->addServer(u"EX01"_s);
    m_servers->addServer(u"EX02"_s);
    m_prompts = std::make_shared<FakePrompts>();
    for (int i = 0; i < 2; ++i)
        m_prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    m_journal = Journal::open(m_folder.filePath(u"journal%1.sqlite"_s.arg(++m_runs))).value();
}

std::unique_ptr<PlanRunner> tst_PlanRunnerEnd::makeRunner(ErrorPolicy policy)
{
    PlanRunner::Context context;
    context.shell = m_servers->shell();
    context.prompts = m_prompts;
    context.journal = m_journal;
    context.organisation = u"Contoso"_s;
    context.directoryPause = std::chrono::milliseconds(1);
    return std::make_unique<PlanRunner>(m_servers->renewalPlan(policy), context);
}

void tst_PlanRunnerEnd::requestStop_letsTheStepEnd_andStartsNoOther()
{
    const auto runner = makeRunner();
    QSignalSpy finished(runner.get(), &PlanRunner::finished);
    connect(runner.get(), &PlanRunner::stepAsked, runner.get(), [&] { runner->requestStop(); });
    runner->start();
    QVERIFY(finished.wait());
    QCOMPARE(runner->state(), OperationState::Cancelled);
    QCOMPARE(runner->steps().at(0).state, StepState::Succeeded);
    QCOMPARE(runner->steps().at(1).state, StepState::Skipped);
    QVERIFY(!runner->firstError());
    QCOMPARE(m_servers->shell()->commands().size(), 2); // the store, the command
    const OperationRecord recorded = m_journal->operations(u"Contoso"_s)->first();
    QCOMPARE(recorded.state, OperationState::Cancelled);
    QCOMPARE(recorded.steps.at(3).state, StepState::Skipped);
}

void tst_PlanRunnerEnd::requestStop_beforeTheFirstStep_sendsNothing()
{
    const auto runner = makeRunner();
    QSignalSpy finished(runner.get(), &PlanRunner::finished);
    runner->start();
    runner->requestStop();
    QVERIFY(finished.wait());
    QCOMPARE(runner->state(), OperationState::Cancelled);
    QVERIFY(m_servers->shell()->commands().isEmpty());
}

void tst_PlanRunnerEnd::abort_cancelsTheCommand_andSaysThatItsOutcomeIsNotKnown()
{
    m_servers->shell()->hold();
    const auto runner = makeRunner();
    QSignalSpy finished(runner.get(), &PlanRunner::finished);
    runner->start();
    QTRY_COMPARE(m_servers->shell()->heldCount(), 1);
    m_servers->shell()->releaseOne(); // the store is read; the command waits
    QTRY_COMPARE(m_servers->shell()->commands().filter(u"New-ExchangeCertificate"_s).size(), 1);
    QTRY_COMPARE(m_servers->shell()->heldCount(), 1);
    QCOMPARE(runner->currentStep(), 1);
    runner->abort();
    QVERIFY(finished.wait());
    QCOMPARE(runner->steps().first().state, StepState::OutcomeUnknown);
    QCOMPARE(runner->firstError()->code, ErrorCode::Cancelled);
    QCOMPARE(runner->state(), OperationState::Cancelled);
    QCOMPARE(runner->currentStep(), 0);
    QCOMPARE(m_servers->shell()->runningCount(), 0);
    QCOMPARE(m_journal->operations(u"Contoso"_s)->first().steps.first().state, StepState::OutcomeUnknown);
}

void tst_PlanRunnerEnd::abort_withdrawsTheQuestion()
{
    m_prompts->hold();
    const auto runner = makeRunner();
    QSignalSpy asked(runner.get(), &PlanRunner::stepAsked);
    QSignalSpy finished(runner.get(), &PlanRunner::finished);
    runner->start();
    QVERIFY(asked.wait());
    runner->abort();
    QVERIFY(finished.wait());
    QCOMPARE(runner->state(), OperationState::Cancelled);
    QCOMPARE(runner->firstError()->code, ErrorCode::Cancelled);
    QVERIFY(!runner->steps().first().questions.first().isAnswered);
    // an answer that comes too late goes nowhere
    m_prompts->release();
    QCoreApplication::processEvents();
    QCOMPARE(m_servers->certificateCount(u"EX01"_s), 1);
    QVERIFY(!m_journal->operations(u"Contoso"_s)->first().steps.first().questions.first().isAnswered);
}

void tst_PlanRunnerEnd::abort_endsAPauseBetweenReads()
{
    m_servers->transportLag = 1000;
    PlanRunner::Context context;
    context.shell = m_servers->shell();
    context.prompts = m_prompts;
    context.directoryPause = std::chrono::hours(1);
    PlanRunner runner(m_servers->renewalPlan(), context);
    QSignalSpy finished(&runner, &PlanRunner::finished);
    runner.start();
    QTRY_COMPARE(m_servers->shell()->commands().filter(u"Get-TransportService"_s).size(), 1);
    QTRY_COMPARE(m_servers->shell()->runningCount(), 0);
    QCoreApplication::processEvents();
    runner.abort();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(runner.record(2)->state, StepState::Stopped);
    QCOMPARE(runner.state(), OperationState::Cancelled);
}

void tst_PlanRunnerEnd::abort_afterTheEnd_doesNothing()
{
    const auto runner = makeRunner();
    QSignalSpy finished(runner.get(), &PlanRunner::finished);
    runner->abort(); // not begun: nothing to abort
    runner->start();
    QVERIFY(finished.wait());
    runner->abort();
    runner->start();
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(runner->state(), OperationState::Succeeded);
}

void tst_PlanRunnerEnd::destruction_isSafe_inEverySignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("failAt");
    int number = 0;
    for (const char *name : {"stepStarted", "stepAsked", "stepAnswered", "stepFinished", "finished"}) {
        QTest::newRow(name) << number << 0;
        QTest::addRow("%s, when the first command fails", name) << number << 1;
        ++number;
    }
}

void tst_PlanRunnerEnd::destruction_isSafe_inEverySignal()
{
    QFETCH(int, signal);
    QFETCH(int, failAt);
    if (failAt > 0)
        m_servers->shell()->failInvocation(failAt, {ErrorCode::ServerUnreachable, {}, {}});
    const QList<void (PlanRunner::*)(int)> stepSignals{
        &PlanRunner::stepStarted, &PlanRunner::stepAsked, &PlanRunner::stepAnswered, &PlanRunner::stepFinished};
    auto runner = makeRunner();
    int signalled = 0;
    const auto destroy = [&] {
        ++signalled;
        runner.reset();
    };
    for (int i = 0; i < stepSignals.size(); ++i) {
        if (i == signal)
            connect(runner.get(), stepSignals.at(i), this, destroy);
    }
    if (signal == stepSignals.size())
        connect(runner.get(), &PlanRunner::finished, this, destroy);
    runner->start();
    QTRY_VERIFY(!runner);
    QTRY_COMPARE(m_servers->shell()->runningCount(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(signalled, 1);
    // what was cut off is found as such once nobody holds the journal any more
    const OperationRecord recorded = m_journal->operations(u"Contoso"_s)->first();
    QCOMPARE(recorded.state == OperationState::Running, signal != stepSignals.size());
}

void tst_PlanRunnerEnd::destruction_cancelsTheCommand()
{
    m_servers->shell()->hold();
    auto runner = makeRunner();
    runner->start();
    QTRY_COMPARE(m_servers->shell()->heldCount(), 1);
    runner.reset();
    QTRY_COMPARE(m_servers->shell()->runningCount(), 0);
}

void tst_PlanRunnerEnd::destruction_withdrawsTheQuestion()
{
    m_prompts->hold();
    auto runner = makeRunner();
    QSignalSpy asked(runner.get(), &PlanRunner::stepAsked);
    runner->start();
    QVERIFY(asked.wait());
    runner.reset();
    m_prompts->release();
    QTRY_COMPARE(m_servers->shell()->runningCount(), 0);
    QCOMPARE(m_servers->certificateCount(u"EX01"_s), 1);
    QVERIFY(m_servers->shell()->invocations().first().answers.isEmpty());
}

void tst_PlanRunnerEnd::journal_agreesWithTheRunner()
{
    const auto runner = makeRunner();
    QSignalSpy finished(runner.get(), &PlanRunner::finished);
    runner->start();
    QVERIFY(finished.wait());
    const OperationRecord recorded = m_journal->operations(u"Contoso"_s)->first();
    QVERIFY(recorded.plan == runner->plan());
    QCOMPARE(recorded.state, runner->state());
    for (int i = 0; i < 4; ++i) {
        const StepRecord &ran = runner->steps().at(i);
        const StepRecord &written = recorded.steps.at(i);
        QCOMPARE(written.state, ran.state);
        QCOMPARE(written.startedUtc, ran.startedUtc);
        QCOMPARE(written.endedUtc, ran.endedUtc);
        QCOMPARE(written.produced, ran.produced);
        QCOMPARE(written.questions.size(), ran.questions.size());
    }
}

void tst_PlanRunnerEnd::refuseInJournal(const QString &trigger) const
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"trigger"_s);
        db.setDatabaseName(m_folder.filePath(u"journal%1.sqlite"_s.arg(m_runs)));
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY2(query.exec(u"CREATE TRIGGER refuse BEFORE %1 BEGIN SELECT RAISE(FAIL, 'refused'); END"_s.arg(trigger)),
            qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"trigger"_s);
}

void tst_PlanRunnerEnd::journalFailure_endsThePlan_beforeAnythingMoreIsSent_data()
{
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<int>("commands");
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("certificates");
    QTest::addColumn<int>("firstStep");
    const auto row = [](const char *tag, const char *trigger, int commands, int asked, int made, StepState state) {
        QTest::newRow(tag) << QString::fromLatin1(trigger) << commands << asked << made << static_cast<int>(state);
    };
    row("the operation", "INSERT ON operations", 0, 0, 1, StepState::Skipped);
    row("the step's beginning", "UPDATE OF started ON steps", 0, 0, 1, StepState::Skipped);
    row("what the store holds", "UPDATE OF present ON steps", 1, 0, 1, StepState::Failed);
    row("the chain", "INSERT ON entries WHEN NEW.event='questionAsked'", 2, 0, 1, StepState::Failed);
    row("the question", "INSERT ON questions", 2, 0, 1, StepState::Failed);
    row("the answer", "UPDATE ON questions", 2, 1, 1, StepState::Failed);
    row("what was made", "UPDATE OF produced ON steps", 2, 1, 2, StepState::Failed);
    row("the step's end", "UPDATE OF ended ON steps", 2, 1, 2, StepState::Succeeded);
}

void tst_PlanRunnerEnd::journalFailure_endsThePlan_beforeAnythingMoreIsSent()
{
    QFETCH(QString, trigger);
    QFETCH(int, commands);
    QFETCH(int, asked);
    QFETCH(int, certificates);
    QFETCH(int, firstStep);
    refuseInJournal(trigger);
    const auto runner = makeRunner();
    QSignalSpy finished(runner.get(), &PlanRunner::finished);
    runner->start();
    QVERIFY(finished.wait());
    QCOMPARE(runner->state(), OperationState::Failed);
    QCOMPARE(runner->firstError()->code, ErrorCode::StorageFailed);
    QCOMPARE(m_servers->shell()->commands().size(), commands);
    QCOMPARE(m_prompts->asked().size(), asked);
    QCOMPARE(m_servers->certificateCount(u"EX01"_s), certificates);
    QCOMPARE(m_servers->certificateCount(u"EX02"_s), 1);
    QCOMPARE(static_cast<int>(runner->steps().first().state), firstStep);
    if (certificates == 2)
        QVERIFY(!runner->steps().first().produced.isNull());
}

KAKUIN_TEST(tst_PlanRunnerEnd)

} // namespace tests::tst_planrunnerend

#include "tst_planrunnerend.moc"
