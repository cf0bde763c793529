// SPDX-License-Identifier: MIT
#include "core/plan/planrunner.h"

#include "core/plan/planjson.h"
#include "core/plan/preconditions.h"

#include "scriptedservers.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_planrunner {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using shell::Confirmation;
using shell::PromptKind;
using testkit::FakePrompts;
using testkit::ScriptedReply;
using testkit::ScriptedServers;

namespace {

QList<StepState> statesOf(const PlanRunner &runner)
{
    QList<StepState> states;
    for (const StepRecord &record : runner.steps())
        states.append(record.state);
    return states;
}

} // namespace

class tst_PlanRunner final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void run_carriesThePlanOut_forEachAnswer_data();
    void run_carriesThePlanOut_forEachAnswer();
    void run_stops_whenThePersonStopsOrFailsToAnswer_data();
    void run_stops_whenThePersonStopsOrFailsToAnswer();
    void run_fails_whenNobodyCanBeAsked();
    void run_failsWithTheServersWords_whenACommandReportsErrors();
    void run_isJudgedByWhatIsThere_notByWhatWasSaid_data();
    void run_isJudgedByWhatIsThere_notByWhatWasSaid();
    void unnamedSuccessor_isFoundInTheStore_orNotKnown_data();
    void unnamedSuccessor_isFoundInTheStore_orNotKnown();
    void check_ofBytesOnly_asksAgainByName_orIsNotKnown_data();
    void check_ofBytesOnly_asksAgainByName_orIsNotKnown();
    void check_waitsForTheDirectory_beforeItFails();
    void plan_stopsBeforeTheCommand_whenSomeoneElseChangedWhatItWasMadeFrom_data();
    void plan_stopsBeforeTheCommand_whenSomeoneElseChangedWhatItWasMadeFrom();
    void consent_answersWhatItCovers_withoutThePerson_data();
    void consent_answersWhatItCovers_withoutThePerson();
    void no_isDeclined_whenTheOrganisationShowsNoChange_data();
    void no_isDeclined_whenTheOrganisationShowsNoChange();
    void aCommandThatMayStillRun_isWaitedFor_andStoppedMeanwhile();
    void realOrganisation_isNotChanged_withoutAJournal();
    void lateValue_missing_failsTheStep();
    void timeOfSending_isTakenFromTheOrganisationsClock();
    void everyInvocation_canFail_data();
    void everyInvocation_canFail();
    void policy_continuesWithTheNextServer_data();
    void policy_continuesWithTheNextServer();
    void warnings_doNotFailAStep();
    void aLongPlan_needsNoDeepStack();

private:
    [[nodiscard]] PlanRunner::Context context() const;
    [[nodiscard]] std::unique_ptr<PlanRunner> run(const Plan &plan);

    std::unique_ptr<ScriptedServers> m_servers;
    std::shared_ptr<FakePrompts> m_prompts;
    domain::Thumbprint m_old;
};

void tst_PlanRunner::init()
{
    m_servers = std::make_unique<ScriptedServers>();
    m_old = m_servers->addServer(u"EX01"_s);
    m_prompts = std::make_shared<FakePrompts>();
}

PlanRunner::Context tst_PlanRunner::context() const
{
    PlanRunner::Context context;
    context.shell = m_servers->shell();
    context.prompts = m_prompts;
    context.directoryPause = std::chrono::milliseconds(1);
    return context;
}

std::unique_ptr<PlanRunner> tst_PlanRunner::run(const Plan &plan)
{
    auto runner = std::make_unique<PlanRunner>(plan, context());
    QSignalSpy finished(runner.get(), &PlanRunner::finished);
    runner->start();
    if (finished.isEmpty() && !finished.wait(60'000))
        qWarning("the runner did not finish");
    return runner;
}

void tst_PlanRunner::run_carriesThePlanOut_forEachAnswer_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("takesOver");
    QTest::newRow("Yes") << static_cast<int>(Confirmation::Yes) << true;
    QTest::newRow("Yes to All") << static_cast<int>(Confirmation::YesToAll) << true;
    QTest::newRow("No") << static_cast<int>(Confirmation::No) << false;
    QTest::newRow("No to All") << static_cast<int>(Confirmation::NoToAll) << false;
}

void tst_PlanRunner::run_carriesThePlanOut_forEachAnswer()
{
    QFETCH(int, answer);
    QFETCH(bool, takesOver);
    m_prompts->expect(PromptKind::OverwriteDefaultSmtp, static_cast<Confirmation>(answer));
    const Plan plan = m_servers->renewalPlan();
    PlanRunner runner(plan, context());
    QSignalSpy started(&runner, &PlanRunner::stepStarted);
    QSignalSpy asked(&runner, &PlanRunner::stepAsked);
    QSignalSpy answered(&runner, &PlanRunner::stepAnswered);
    QSignalSpy stepFinished(&runner, &PlanRunner::stepFinished);
    QSignalSpy finished(&runner, &PlanRunner::finished);
    runner.start();
    QVERIFY(runner.isRunning());
    QVERIFY(started.isEmpty()); // nothing happens inside start()
    QVERIFY(finished.wait());
    QVERIFY(!runner.isRunning());
    QCOMPARE(started.count(), 2);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(stepFinished.count(), 2);
    QVERIFY(m_prompts->isExhausted());
    QCOMPARE(m_servers->certificateCount(u"EX01"_s), 2);

    const StepRecord &created = runner.steps().first();
    QVERIFY(!created.produced.isNull());
    QCOMPARE(created.questions.size(), 1);
    QCOMPARE(created.questions.first().answer, answer);
    QCOMPARE(runner.state(), OperationState::Succeeded);
    QVERIFY(!runner.firstError());
    QCOMPARE(m_servers->transportOf(u"EX01"_s), takesOver ? created.produced : m_old);
    const QStringList commands = m_servers->shell()->commands();
    QCOMPARE(commands.size(), 4); // the store, the command, two checks
    QVERIFY(commands.at(2).contains(created.produced.toString()));
    QCOMPARE(created.presentBefore, std::optional(QList<domain::Thumbprint>{m_old}));
    QCOMPARE(created.questions.first().kind, PromptKind::OverwriteDefaultSmtp);
}

void tst_PlanRunner::run_stops_whenThePersonStopsOrFailsToAnswer_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("stop") << 0;
    QTest::newRow("the handler fails") << 1;
    QTest::newRow("the handler forgets") << 2;
    QTest::newRow("an answer that was not offered") << 3;
}

void tst_PlanRunner::run_stops_whenThePersonStopsOrFailsToAnswer()
{
    QFETCH(int, way);
    m_servers->addServer(u"EX02"_s);
    const auto any = [](const shell::Prompt &) { return true; };
    if (way == 0)
        m_prompts->expect(PromptKind::OverwriteDefaultSmtp, shell::PromptAnswer::stop());
    else if (way == 1)
        m_prompts->expectThenFail({ErrorCode::Internal, {}, {}});
    else if (way == 2)
        m_prompts->expectThenAbandon();
    else
        m_prompts->expect(any, shell::PromptAnswer::choose(4));
    const auto runner = run(m_servers->renewalPlan(ErrorPolicy::ContinueWithNextServer));
    QCOMPARE(runner->state(), OperationState::Cancelled);
    QCOMPARE(runner->firstError()->code, ErrorCode::PromptStopped);
    QCOMPARE(statesOf(*runner),
        (QList<StepState>{StepState::Stopped, StepState::Skipped, StepState::Skipped, StepState::Skipped}));
    QCOMPARE(m_servers->transportOf(u"EX01"_s), m_old);
    QCOMPARE(runner->steps().first().questions.first().isAnswered, way == 0);
    QCOMPARE(m_servers->shell()->commands().size(), 2); // the store, the command
}

void tst_PlanRunner::run_fails_whenNobodyCanBeAsked()
{
    m_prompts.reset();
    const auto runner = run(m_servers->renewalPlan());
    QCOMPARE(runner->state(), OperationState::Failed);
    QCOMPARE(runner->firstError()->code, ErrorCode::PromptRefused);
    QCOMPARE(m_servers->certificateCount(u"EX01"_s), 1);
}

void tst_PlanRunner::run_failsWithTheServersWords_whenACommandReportsErrors()
{
    ScriptedReply reply = ScriptedReply::error(ScriptedServers::errorRecord(u"first"_s));
    reply.output.items.append(ScriptedServers::errorRecord(u"サーバー"_s));
    m_servers->shell()->on(u"New-ExchangeCertificate"_s, reply);
    const auto runner = run(m_servers->renewalPlan());
    QCOMPARE(runner->state(), OperationState::Failed);
    QCOMPARE(*runner->firstError(), (Error{ErrorCode::ServerError, u"EX01"_s, u"first\nサーバー"_s}));
    QCOMPARE(statesOf(*runner), (QList<StepState>{StepState::Failed, StepState::Skipped}));
}

void tst_PlanRunner::run_isJudgedByWhatIsThere_notByWhatWasSaid_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("code");
    const auto row = [](const char *tag, int fault, int step, ErrorCode code) {
        QTest::newRow(tag) << fault << step << static_cast<int>(code);
    };
    row("services are missing", 0, 2, ErrorCode::VerificationFailed);
    row("the role did not move", 1, 2, ErrorCode::VerificationFailed);
    row("the old certificate comes back", 2, 1, ErrorCode::UnexpectedOutput);
    row("no certificate comes back, and none is there", 3, 1, ErrorCode::UnexpectedOutput);
    row("another certificate than the question named comes back", 4, 1, ErrorCode::UnexpectedOutput);
}

void tst_PlanRunner::run_isJudgedByWhatIsThere_notByWhatWasSaid()
{
    QFETCH(int, fault);
    QFETCH(int, step);
    QFETCH(int, code);
    m_servers->forgetsServices = fault == 0;
    m_servers->forgetsTransport = fault == 1;
    m_servers->returnsOld = fault == 2;
    m_servers->returnsNothing = fault == 3;
    m_servers->madeCount = fault == 3 ? 0 : 1;
    m_servers->promisesAnother = fault == 4;
    m_prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    const auto runner = run(m_servers->renewalPlan());
    QCOMPARE(runner->state(), OperationState::Failed);
    const StepRecord *failed = runner->record(step);
    // a command that went through and returned something else: only the organisation knows what it did
    QCOMPARE(failed->state, step == 1 ? StepState::OutcomeUnknown : StepState::Failed);
    QCOMPARE(static_cast<int>(failed->error->code), code);
    const QString produced = runner->steps().first().produced.toString();
    if (fault == 0)
        QCOMPARE(failed->error->detail, u"expected=IMAP,POP,SMTP found=None"_s);
    if (fault == 1)
        QCOMPARE(failed->error->detail, u"expected=%1 found=%2"_s.arg(produced, m_old.toString()));
}

void tst_PlanRunner::unnamedSuccessor_isFoundInTheStore_orNotKnown_data()
{
    QTest::addColumn<bool>("isObject");
    QTest::addColumn<int>("made");
    QTest::newRow("an object without a thumbprint, one is new") << true << 1;
    QTest::newRow("an object without a thumbprint, none is new") << true << 0;
    QTest::newRow("an object without a thumbprint, two are new") << true << 2;
    QTest::newRow("nothing, one is new") << false << 1;
    QTest::newRow("nothing, none is new") << false << 0;
    QTest::newRow("nothing, two are new") << false << 2;
}

void tst_PlanRunner::unnamedSuccessor_isFoundInTheStore_orNotKnown()
{
    QFETCH(const bool, isObject);
    QFETCH(const int, made);
    m_servers->returnsUnnamed = isObject;
    m_servers->returnsNothing = !isObject;
    m_servers->madeCount = made;
    m_prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    const auto runner = run(m_servers->renewalPlan());
    const StepRecord &created = runner->steps().first();
    QCOMPARE(created.state, made == 1 ? StepState::Succeeded : StepState::OutcomeUnknown);
    QCOMPARE(created.produced.isNull(), made != 1);
    QCOMPARE(runner->state(), made == 1 ? OperationState::Succeeded : OperationState::Failed);
    if (made == 1)
        QCOMPARE(created.produced, m_servers->transportOf(u"EX01"_s));
}

void tst_PlanRunner::check_ofBytesOnly_asksAgainByName_orIsNotKnown()
{
    QFETCH(const bool, canSelect);
    m_servers->sendsBytesOnly = true;
    m_servers->setSelectable(canSelect);
    m_prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    const auto runner = run(m_servers->renewalPlan());
    if (canSelect) {
        QCOMPARE(runner->state(), OperationState::Succeeded);
        return;
    }
    const auto open = std::find_if(runner->steps().begin(), runner->steps().end(),
        [](const StepRecord &record) { return record.state == StepState::OutcomeUnknown; });
    QVERIFY(open != runner->steps().end()); // it ran, and whether it had its effect was not told: no failure
    QCOMPARE(open->error->code, ErrorCode::VerificationImpossible);
}

void tst_PlanRunner::check_ofBytesOnly_asksAgainByName_orIsNotKnown_data()
{
    QTest::addColumn<bool>("canSelect");
    QTest::newRow("Select-Object is there") << true;
    QTest::newRow("it is not") << false;
}

void tst_PlanRunner::check_waitsForTheDirectory_beforeItFails()
{
    m_servers->transportLag = 3;
    m_prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    auto runner = run(m_servers->renewalPlan());
    QCOMPARE(runner->state(), OperationState::Succeeded);
    QCOMPARE(m_servers->shell()->commands().filter(u"Get-TransportService"_s).size(), 4);

    init();
    m_servers->transportLag = 4;
    m_prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    runner = run(m_servers->renewalPlan());
    QCOMPARE(runner->firstError()->code, ErrorCode::VerificationFailed);
    QCOMPARE(m_servers->shell()->commands().filter(u"Get-TransportService"_s).size(), 4);
}

void tst_PlanRunner::plan_stopsBeforeTheCommand_whenSomeoneElseChangedWhatItWasMadeFrom_data()
{
    QTest::addColumn<int>("change");
    QTest::newRow("a certificate more") << 0;
    QTest::newRow("another one holds internal transport") << 1;
    QTest::newRow("other services") << 2;
}

void tst_PlanRunner::plan_stopsBeforeTheCommand_whenSomeoneElseChangedWhatItWasMadeFrom()
{
    QFETCH(int, change);
    m_servers->addServer(u"EX02"_s);
    const domain::Thumbprint second = change == 1 ? m_servers->addCertificate(u"EX01"_s) : domain::Thumbprint();
    const domain::InventoryPtr seen = m_servers->inventory();
    const Plan plan = withPreconditions(m_servers->renewalPlan(ErrorPolicy::ContinueWithNextServer), *seen);
    QVERIFY(!plan.steps.first().preconditions.isEmpty());
    QString found = u"IMAP"_s;
    if (change == 0)
        found = m_servers->addCertificate(u"EX01"_s).toString();
    else if (change == 1)
        m_servers->setTransport(u"EX01"_s, second);
    else
        m_servers->setServices(u"EX01"_s, domain::Service::Imap);
    const auto runner = run(plan);
    QCOMPARE(runner->state(), OperationState::Failed);
    QCOMPARE(runner->firstError()->code, ErrorCode::PreconditionChanged);
    QVERIFY(runner->firstError()->detail.contains(change == 1 ? second.toString() : found));
    // a colleague who works on the same organisation is a reason to look again at all of it
    QCOMPARE(statesOf(*runner),
        (QList<StepState>{StepState::Failed, StepState::Skipped, StepState::Skipped, StepState::Skipped}));
    QVERIFY(m_servers->shell()->commands().filter(u"New-ExchangeCertificate"_s).isEmpty());
}

void tst_PlanRunner::consent_answersWhatItCovers_withoutThePerson_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("the question that was shown") << 0;
    QTest::newRow("a question about another certificate") << 1;
    QTest::newRow("consent to another plan") << 2;
}

void tst_PlanRunner::consent_answersWhatItCovers_withoutThePerson()
{
    QFETCH(int, fault);
    const Plan plan = m_servers->renewalPlan();
    PlanRunner::Context withConsent = context();
    withConsent.consent
        = Consent{planHash(plan).value(), m_servers->shell()->clock()->nowUtc(), consentableAnswers(plan)};
    if (fault == 1)
        m_servers->setTransport(u"EX01"_s, m_servers->addCertificate(u"EX01"_s));
    if (fault == 2)
        withConsent.consent->planHash = QByteArray(64, '0');
    if (fault != 0) // an unexpected question fails the test, an expected one that is not asked does, too
        m_prompts->expect([](const shell::Prompt &) { return true; }, shell::PromptAnswer::choose(2));
    PlanRunner runner(plan, withConsent);
    QSignalSpy finished(&runner, &PlanRunner::finished);
    runner.start();
    QVERIFY(finished.wait());
    QVERIFY(m_prompts->isExhausted());
    const shell::AskedPrompt &question = runner.steps().first().questions.first();
    QCOMPARE(question.isByConsent, fault == 0);
    QCOMPARE(question.answer, std::optional<int>(fault == 0 ? 0 : 2));
    QCOMPARE(question.kind, fault == 1 ? PromptKind::Unknown : PromptKind::OverwriteDefaultSmtp);
}

void tst_PlanRunner::no_isDeclined_whenTheOrganisationShowsNoChange_data()
{
    QTest::addColumn<bool>("hasCheck");
    QTest::addColumn<bool>("isGone");
    QTest::addColumn<StepState>("state");
    QTest::newRow("it is still there") << true << false << StepState::Declined;
    QTest::newRow("it is gone all the same") << true << true << StepState::Succeeded;
    QTest::newRow("nothing can be checked") << false << false << StepState::Declined;
}

void tst_PlanRunner::no_isDeclined_whenTheOrganisationShowsNoChange()
{
    QFETCH(bool, hasCheck);
    QFETCH(bool, isGone);
    QFETCH(StepState, state);
    Step step;
    step.number = 1;
    step.kind = StepKind::RemoveCertificate;
    step.server = domain::ServerId(u"EX01"_s);
    step.subject = m_old;
    step.command = shell::Cmdlet(u"Remove-ExchangeCertificate"_s).onServer(step.server).withThumbprint(m_old);
    if (hasCheck) {
        Check check;
        check.kind = Check::Kind::CertificateAbsent;
        check.server = step.server;
        check.certificate = {isGone ? domain::Thumbprint::parse(QString(40, u'E')).value() : m_old, 0};
        check.command = shell::Cmdlet(u"Get-ExchangeCertificate"_s).onServer(step.server);
        step.checks.append(check);
    }
    Plan plan;
    plan.kind = PlanKind::RemoveCertificates;
    plan.steps = {step};
    shell::Prompt prompt;
    prompt.cmdlet = u"Remove-ExchangeCertificate"_s;
    prompt.message = m_old.toString();
    for (const QString &label : {u"&Yes"_s, u"Yes to &All"_s, u"&No"_s, u"No to A&ll"_s})
        prompt.choices.append(shell::PromptChoice::fromLabel(label, {}));
    ScriptedReply reply;
    reply.prompts = {prompt};
    m_servers->shell()->on(u"Remove-ExchangeCertificate"_s, reply);
    m_prompts->expect(PromptKind::RemoveCertificate, Confirmation::No);
    const auto runner = run(plan);
    QCOMPARE(runner->steps().first().state, state);
    QVERIFY(!runner->firstError());
    QCOMPARE(runner->state(), state == StepState::Declined ? OperationState::Declined : OperationState::Succeeded);
}

void tst_PlanRunner::aCommandThatMayStillRun_isWaitedFor_andStoppedMeanwhile()
{
    Plan plan = m_servers->renewalPlan();
    plan.steps.first().mayStillRun = true;
    PlanRunner::Context patient = context();
    patient.settlePause = std::chrono::hours(1);
    PlanRunner runner(plan, patient);
    QSignalSpy started(&runner, &PlanRunner::stepStarted);
    QSignalSpy finished(&runner, &PlanRunner::finished);
    runner.start();
    QVERIFY(started.wait());
    QCoreApplication::processEvents();
    QVERIFY(m_servers->shell()->commands().isEmpty());
    runner.abort();
    QVERIFY(!finished.isEmpty() || finished.wait());
    QCOMPARE(runner.steps().first().state, StepState::Stopped);
    QCOMPARE(runner.state(), OperationState::Cancelled);
    QVERIFY(m_servers->shell()->commands().isEmpty());

    // "stop after this step" sends nothing any more either, because nothing has left yet
    PlanRunner stopped(plan, patient);
    QSignalSpy stoppedStarted(&stopped, &PlanRunner::stepStarted);
    QSignalSpy stoppedFinished(&stopped, &PlanRunner::finished);
    stopped.start();
    QVERIFY(stoppedStarted.wait());
    QCoreApplication::processEvents();
    stopped.requestStop();
    QVERIFY(!stoppedFinished.isEmpty() || stoppedFinished.wait());
    QCOMPARE(stopped.steps().first().state, StepState::Stopped);
    QVERIFY(m_servers->shell()->commands().isEmpty());

    patient.settlePause = std::chrono::milliseconds(1);
    m_prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    PlanRunner second(plan, patient);
    QSignalSpy secondFinished(&second, &PlanRunner::finished);
    second.start();
    QVERIFY(secondFinished.wait());
    QCOMPARE(second.state(), OperationState::Succeeded);

    // the server ends the earlier command while this one waits: a second certificate is not made
    init();
    plan = withPreconditions(m_servers->renewalPlan(), *m_servers->inventory());
    plan.steps.first().mayStillRun = true;
    patient = context();
    patient.settlePause = std::chrono::milliseconds(1);
    PlanRunner third(plan, patient);
    QSignalSpy thirdFinished(&third, &PlanRunner::finished);
    connect(&third, &PlanRunner::stepStarted, &third, [this] { m_servers->addCertificate(u"EX01"_s); });
    third.start();
    QVERIFY(thirdFinished.wait());
    QCOMPARE(third.firstError()->code, ErrorCode::PreconditionChanged);
    QCOMPARE(m_servers->certificateCount(u"EX01"_s), 2);
}

void tst_PlanRunner::realOrganisation_isNotChanged_withoutAJournal()
{
    using Kind = shell::ShellDescription::Kind;
    for (const Kind kind : {Kind::Remote, Kind::Process}) {
        m_servers->shell()->setDescription({kind, u"ex01"_s, false, {}});
        const auto runner = run(m_servers->renewalPlan());
        QCOMPARE(runner->state(), OperationState::Failed);
        QCOMPARE(*runner->firstError(), (Error{ErrorCode::JournalMissing, u"ex01"_s, {}}));
        QVERIFY(m_servers->shell()->commands().isEmpty());
    }
    // what only reads may run
    Plan reading;
    Step step;
    step.number = 1;
    step.kind = StepKind::VerifySuccessor;
    reading.steps = {step};
    QCOMPARE(run(reading)->state(), OperationState::Succeeded);
}

void tst_PlanRunner::lateValue_missing_failsTheStep()
{
    Plan plan = m_servers->renewalPlan();
    plan.steps.removeFirst();
    const auto runner = run(plan);
    QCOMPARE(runner->firstError()->code, ErrorCode::LateValueMissing);
    QVERIFY(m_servers->shell()->commands().isEmpty());
}

void tst_PlanRunner::timeOfSending_isTakenFromTheOrganisationsClock()
{
    Plan plan;
    Step step;
    step.number = 1;
    step.kind = StepKind::VerifySuccessor;
    step.command = shell::Cmdlet(u"Set-AuthConfig"_s)
                       .with(u"NewCertificateEffectiveDate"_s, shell::LateValue::timeOfSending(std::chrono::hours(49)));
    plan.steps = {step};
    m_servers->shell()->on(u"Set-AuthConfig"_s, ScriptedReply());
    const auto runner = run(plan);
    QCOMPARE(runner->state(), OperationState::Succeeded);
    const shell::Cmdlet sent = m_servers->shell()->invocations().first().pipeline.cmdlets.first();
    const QDateTime expected = m_servers->shell()->clock()->nowUtc().addSecs(49 * 3600);
    QCOMPARE(std::get<QDateTime>(*sent.value(u"NewCertificateEffectiveDate")), expected);
    QCOMPARE(runner->steps().first().startedUtc, m_servers->shell()->clock()->nowUtc());
}

void tst_PlanRunner::everyInvocation_canFail_data()
{
    QTest::addColumn<int>("invocation");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("endsPlan");
    const auto row = [](const char *tag, int n, ErrorCode code, StepState state, bool endsPlan) {
        QTest::newRow(tag) << n << static_cast<int>(code) << static_cast<int>(state) << endsPlan;
    };
    row("the store cannot be read", 1, ErrorCode::ServerUnreachable, StepState::Failed, false);
    row("the connection ends before the command", 1, ErrorCode::ConnectionLost, StepState::Failed, true);
    row("the command is not sent", 2, ErrorCode::ServerUnreachable, StepState::Failed, false);
    row("the command's outcome is lost", 2, ErrorCode::ConnectionLost, StepState::OutcomeUnknown, true);
    row("the command is cancelled by another", 2, ErrorCode::Cancelled, StepState::OutcomeUnknown, true);
    row("the first check is not sent", 3, ErrorCode::ServerUnreachable, StepState::Failed, false);
    row("the connection ends in a check", 3, ErrorCode::ConnectionLost, StepState::Failed, true);
    row("the second check is not sent", 4, ErrorCode::ServerUnreachable, StepState::Failed, false);
}

void tst_PlanRunner::everyInvocation_canFail()
{
    QFETCH(int, invocation);
    QFETCH(int, code);
    QFETCH(int, state);
    QFETCH(bool, endsPlan);
    m_servers->addServer(u"EX02"_s);
    m_servers->shell()->failInvocation(invocation, {static_cast<ErrorCode>(code), u"EX01"_s, u"why"_s});
    for (int i = 0; i < (endsPlan ? 1 : 2) - (invocation <= 2 ? 1 : 0); ++i)
        m_prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    const auto runner = run(m_servers->renewalPlan(ErrorPolicy::ContinueWithNextServer));
    const StepRecord *failed = runner->record(invocation <= 2 ? 1 : 2);
    QCOMPARE(static_cast<int>(failed->state), state);
    QCOMPARE(static_cast<int>(failed->error->code), code);
    QVERIFY(runner->state() != OperationState::Succeeded);
    QCOMPARE(runner->record(4)->state, endsPlan ? StepState::Skipped : StepState::Succeeded);
    QVERIFY(m_prompts->isExhausted());
    // whatever happens, a command is sent once
    QCOMPARE(m_servers->shell()->commands().filter(u"New-ExchangeCertificate -Server EX01"_s).size(),
        invocation == 1 ? 0 : 1);
}

void tst_PlanRunner::policy_continuesWithTheNextServer_data()
{
    QTest::addColumn<bool>("continues");
    QTest::newRow("stop") << false;
    QTest::newRow("continue") << true;
}

void tst_PlanRunner::policy_continuesWithTheNextServer()
{
    QFETCH(bool, continues);
    m_servers->addServer(u"EX02"_s);
    m_servers->shell()->failInvocation(1, {ErrorCode::ServerUnreachable, u"EX01"_s, {}});
    if (continues)
        m_prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::No);
    const auto runner
        = run(m_servers->renewalPlan(continues ? ErrorPolicy::ContinueWithNextServer : ErrorPolicy::Stop));
    const StepState other = continues ? StepState::Succeeded : StepState::Skipped;
    QCOMPARE(statesOf(*runner), (QList<StepState>{StepState::Failed, StepState::Skipped, other, other}));
    QCOMPARE(runner->state(), OperationState::Failed);
    QCOMPARE(runner->firstError()->code, ErrorCode::ServerUnreachable);
}

void tst_PlanRunner::warnings_doNotFailAStep()
{
    Plan plan;
    Step step;
    step.number = 1;
    step.kind = StepKind::VerifySuccessor;
    step.command = shell::Cmdlet(u"Set-AuthConfig"_s).withSwitch(u"PublishCertificate"_s);
    plan.steps = {step};
    ScriptedReply reply;
    reply.output.items.append(shell::Warning{u"mind the gap"_s});
    m_servers->shell()->on(u"Set-AuthConfig"_s, reply);
    QCOMPARE(run(plan)->state(), OperationState::Succeeded);
}

void tst_PlanRunner::aLongPlan_needsNoDeepStack()
{
    Plan plan;
    plan.errorPolicy = ErrorPolicy::ContinueWithNextServer;
    constexpr int count = 5000;
    for (int i = 1; i <= count; ++i) {
        Step step;
        step.number = i;
        step.server = domain::ServerId(u"EX%1"_s.arg(i));
        step.kind = StepKind::VerifySuccessor;
        step.command = shell::Cmdlet(u"Set-Nothing"_s).with(u"Value"_s, shell::LateValue::thumbprintOfStep(count + 1));
        plan.steps.append(step);
    }
    const auto runner = run(plan);
    QCOMPARE(runner->state(), OperationState::Failed);
    QVERIFY(std::all_of(runner->steps().begin(), runner->steps().end(),
        [](const StepRecord &record) { return record.state == StepState::Failed; }));
}

KAKUIN_TEST(tst_PlanRunner)

} // namespace tests::tst_planrunner

#include "tst_planrunner.moc"
