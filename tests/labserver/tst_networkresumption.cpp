// SPDX-License-Identifier: MIT
#include "core/connection/shellopener.h"
#include "core/plan/planrunner.h"
#include "core/plan/preconditions.h"
#include "core/plan/resumption.h"
#include "labserver/labserver.h"
#include "tests/core/plan/taskoncontoso.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_networkresumption {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using labserver::Fault;
using labserver::LabServer;
using testkit::await;
using testkit::TaskOnContoso;

namespace {

const QStringList changing{u"New-ExchangeCertificate"_s, u"Set-AuthConfig"_s, u"Enable-ExchangeCertificate"_s,
    u"Remove-ExchangeCertificate"_s};
const QString rightPassword = u"geheim"_s;

/// A task over the network: the server, the client and the journal of one attempt.
struct Attempt final {
    QTemporaryDir folder;
    std::shared_ptr<lab::LabShell> lab;
    std::unique_ptr<LabServer> server;
    std::unique_ptr<session::Session> session;
    std::shared_ptr<Journal> journal;
    domain::InventoryPtr before;
    QHash<QString, int> planned; ///< how often a command is to run

    [[nodiscard]] Result<void> open(const QString &pattern)
    {
        const QString copy = folder.filePath(u"lab.kakuinlab"_s);
        if (!QFile::copy(pattern, copy))
            return fail(ErrorCode::FileUnwritable, copy);
        const auto opened = await(lab::LabShell::open(copy));
        auto made = Journal::open(folder.filePath(u"journal.sqlite"_s));
        if (!opened || !made)
            return tl::unexpected<Error>(opened ? made.error() : opened.error());
        lab = *opened;
        journal = std::move(*made);
        LabServer::Options options;
        options.password = Secret(rightPassword);
        auto started = LabServer::start(lab, options);
        if (!started)
            return tl::unexpected<Error>(started.error());
        server = std::move(*started);
        return connectAgain().and_then([this] { return read(); }).transform([this](const domain::InventoryPtr &all) {
            before = all;
        });
    }
    [[nodiscard]] Result<void> connectAgain()
    {
        const auto shell = await(connection::openShell(server->profile(), Secret(rightPassword), u"en-US"_s));
        if (!shell)
            return tl::unexpected<Error>(shell.error());
        session = std::make_unique<session::Session>(shell->shell);
        return {};
    }
    [[nodiscard]] Result<domain::InventoryPtr> read() const { return await(session->refresh()); }
    void setFault(const QString &words) const { server->setFault(*Fault::parse(words)); }

    /// Runs it to whatever end. Null when it does not end.
    [[nodiscard]] std::unique_ptr<PlanRunner> run(const Plan &plan) const
    {
        PlanRunner::Context context;
        context.shell = session->shell();
        context.prompts = std::make_shared<testkit::YesToEverything>();
        context.journal = journal;
        context.organisation = u"Contoso"_s;
        context.directoryPause = std::chrono::milliseconds(1);
        context.settlePause = std::chrono::milliseconds(1);
        const domain::InventoryPtr known = session->inventory() ? session->inventory() : before;
        auto runner = std::make_unique<PlanRunner>(withPreconditions(plan, *known), context);
        runner->start();
        const bool hasEnded = testkit::waitUntil([&] { return runner->state() != OperationState::Running; }, 30'000);
        return hasEnded ? std::move(runner) : nullptr;
    }
    [[nodiscard]] std::unique_ptr<PlanRunner> begin(const QString &task)
    {
        const Plan plan = TaskOnContoso(task).plan(*before, session->nowUtc());
        for (const Step &step : plan.steps) {
            for (const shell::Cmdlet &cmdlet : step.command.cmdlets)
                ++planned[cmdlet.name()];
        }
        return run(plan);
    }
    /// What is wrong with going on, if anything.
    [[nodiscard]] QString goOn() const
    {
        const auto now = read();
        const auto operations = journal->operations(u"Contoso"_s);
        if (!now || !operations || operations->isEmpty())
            return u"not read"_s;
        const Resumption rest = resumptionOf(operations->first(), **now, session->nowUtc());
        for (const ResumedStep &step : rest.steps) {
            if (step.standing == StepStanding::Blocked)
                return u"step %1 is blocked by %2"_s.arg(step.number).arg(static_cast<int>(step.obstacle));
        }
        if (rest.isComplete())
            return {};
        const auto runner = run(rest.plan);
        if (!runner || runner->state() != OperationState::Succeeded)
            return u"the rest fails: %1"_s.arg(runner ? runner->firstError().value_or(Error{}).detail : u"no end"_s);
        return {};
    }
    /// What is wrong with the organisation itself, which no wire stands before.
    [[nodiscard]] QString problem(const QString &task) const
    {
        session::Session direct(lab);
        const auto after = await(direct.refresh());
        return after ? TaskOnContoso(task).problem(*before, **after) : u"not read"_s;
    }
    /// What ran more often than the plan says; empty when nothing.
    [[nodiscard]] QString repeated() const
    {
        for (const QString &cmdlet : changing) {
            if (server->timesRun(cmdlet) > planned.value(cmdlet))
                return cmdlet + u" in\n"_s + server->log().join(u'\n');
        }
        return {};
    }
};

} // namespace

/// Connections that break, servers that restart, nights that pass and passwords that change in the middle of a task:
/// the organisation is read afresh, the rest is run, and the end is the same as without; nothing is done twice.
class tst_NetworkResumption final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void task_isFinished_whateverTheNetworkDoes_data();
    void task_isFinished_whateverTheNetworkDoes();
    void night_passesUnnoticed_betweenTwoSteps();
    void night_inTheMiddleOfACommand_isJudgedTheNextDay();
    void restart_betweenTwoSteps_isToldAndResumed();
    void changedPassword_isToldOnce_andTheRestWaitsForTheNewOne();

private:
    [[nodiscard]] QString pattern(const QString &task);
    QTemporaryDir m_folder;
};

QString tst_NetworkResumption::pattern(const QString &task)
{
    const QString path = m_folder.filePath(task + u".kakuinlab"_s);
    if (QFile::exists(path))
        return path;
    const auto made = await(lab::LabShell::create(path, lab::Preset::Contoso2013));
    return made && TaskOnContoso(task).prepare(*made) ? path : QString();
}

void tst_NetworkResumption::task_isFinished_whateverTheNetworkDoes_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("fault");
    const std::pair<QString, QStringList> tasks[]{
        {u"rotate"_s, {u"New-ExchangeCertificate"_s, u"Enable-ExchangeCertificate"_s, u"Set-AuthConfig"_s}},
        {u"stage"_s, {u"New-ExchangeCertificate"_s, u"Set-AuthConfig"_s}}, {u"renew"_s, {u"New-ExchangeCertificate"_s}},
        {u"swap"_s, {u"Enable-ExchangeCertificate"_s, u"Remove-ExchangeCertificate"_s}}};
    for (const auto &[task, commands] : tasks) {
        for (const QString &command : commands) {
            for (const QString &fault : {u"drop before"_s, u"drop during"_s, u"cut during"_s, u"restart during"_s}) {
                const QString words = fault + u' ' + command;
                QTest::addRow("%s: %s", qPrintable(task), qPrintable(words)) << task << words;
            }
        }
    }
    // the pipelines in between only read: what is lost there is looked at again
    for (int i = 2; i <= 6; i += 2)
        QTest::addRow("rotate: drop before pipeline %d", i) << u"rotate"_s << u"drop before #%1"_s.arg(i);
}

void tst_NetworkResumption::task_isFinished_whateverTheNetworkDoes()
{
    QFETCH(QString, task);
    QFETCH(QString, fault);
    Attempt attempt;
    QVERIFY_RESULT(attempt.open(pattern(task)));
    attempt.setFault(fault);
    const auto runner = attempt.begin(task);
    QVERIFY(runner != nullptr);
    QVERIFY(attempt.server->hasStruck());
    QCOMPARE(runner->state(), OperationState::Failed);
    // what a changing command did is not known; what only reads has failed
    const auto operations = attempt.journal->operations(u"Contoso"_s);
    QVERIFY_RESULT(operations);
    for (const StepRecord &record : operations->first().steps) {
        QVERIFY(record.state != StepState::Running && record.state != StepState::Waiting);
        if (record.state == StepState::OutcomeUnknown)
            QVERIFY(operations->first().plan.find(record.number)->isChanging());
    }
    attempt.setFault(u"none"_s);
    QCOMPARE(attempt.goOn(), QString());
    QCOMPARE(attempt.problem(task), QString());
    QCOMPARE(attempt.repeated(), QString());
}

void tst_NetworkResumption::night_passesUnnoticed_betweenTwoSteps()
{
    Attempt attempt;
    QVERIFY_RESULT(attempt.open(pattern(u"rotate"_s)));
    attempt.setFault(u"forget after New-ExchangeCertificate"_s);
    const auto runner = attempt.begin(u"rotate"_s);
    QVERIFY(runner != nullptr);
    QVERIFY(attempt.server->hasStruck());
    QCOMPARE(runner->state(), OperationState::Succeeded); // on a new session: the server had begun nothing on the old
    QCOMPARE(attempt.problem(u"rotate"_s), QString());
    QCOMPARE(attempt.repeated(), QString());
}

void tst_NetworkResumption::night_inTheMiddleOfACommand_isJudgedTheNextDay()
{
    Attempt attempt;
    QVERIFY_RESULT(attempt.open(pattern(u"rotate"_s)));
    attempt.setFault(u"silent during Set-AuthConfig"_s);
    QObject::connect(attempt.server.get(), &LabServer::struck, attempt.server.get(), [&attempt] {
        QMetaObject::invokeMethod(
            attempt.server.get(), [&attempt] { attempt.setFault(u"none"_s); }, Qt::QueuedConnection);
    });
    const auto runner = attempt.begin(u"rotate"_s);
    QVERIFY(runner != nullptr);
    QCOMPARE(runner->state(), OperationState::Failed);
    QVERIFY(std::any_of(runner->steps().begin(), runner->steps().end(),
        [](const StepRecord &record) { return record.state == StepState::OutcomeUnknown; }));
    QVERIFY_RESULT(await(attempt.lab->advanceClock(std::chrono::hours(14))));
    QCOMPARE(attempt.goOn(), QString());
    QCOMPARE(attempt.problem(u"rotate"_s), QString());
    QCOMPARE(attempt.repeated(), QString());
}

void tst_NetworkResumption::restart_betweenTwoSteps_isToldAndResumed()
{
    Attempt attempt;
    QVERIFY_RESULT(attempt.open(pattern(u"rotate"_s)));
    attempt.setFault(u"restart after New-ExchangeCertificate"_s);
    const auto runner = attempt.begin(u"rotate"_s);
    QVERIFY(runner != nullptr);
    QCOMPARE(runner->state(), OperationState::Failed);
    // as long as it is down, reading says so
    const auto read = attempt.read();
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::ServiceUnavailable);
    attempt.setFault(u"none"_s);
    QCOMPARE(attempt.goOn(), QString());
    QCOMPARE(attempt.problem(u"rotate"_s), QString());
    QCOMPARE(attempt.repeated(), QString());
}

void tst_NetworkResumption::changedPassword_isToldOnce_andTheRestWaitsForTheNewOne()
{
    Attempt attempt;
    QVERIFY_RESULT(attempt.open(pattern(u"rotate"_s)));
    attempt.setFault(u"password after New-ExchangeCertificate"_s);
    const auto runner = attempt.begin(u"rotate"_s);
    QVERIFY(runner != nullptr);
    QCOMPARE(runner->state(), OperationState::Failed);
    for (int i = 0; i < 5; ++i) {
        const auto read = attempt.read();
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::SignInRefused);
    }
    QVERIFY2(attempt.server->refusedPasswords() <= 3, "attempts lock accounts");
    attempt.setFault(u"none"_s); // the new password is known
    QVERIFY_RESULT(attempt.connectAgain());
    QCOMPARE(attempt.goOn(), QString());
    QCOMPARE(attempt.problem(u"rotate"_s), QString());
    QCOMPARE(attempt.repeated(), QString());
}

KAKUIN_TEST(tst_NetworkResumption)

} // namespace tests::tst_networkresumption

#include "tst_networkresumption.moc"
