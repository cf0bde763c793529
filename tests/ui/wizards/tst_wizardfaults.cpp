// SPDX-License-Identifier: MIT
#include "core/plan/resumption.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/everytask.h"
#include "ui/prompts/promptdialog.h"

#include <QtTest/QTest>

namespace tests::tst_wizardfaults {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::EveryTask;
using testkit::RenewalJourney;

/// Every fault of a practice server in every wizard, and every wizard closed in the middle: what was done is known or
/// said to be unknown, nothing is done twice, nothing runs on unseen.
class tst_WizardFaults final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fault_isUnderstood_andNothingIsRepeated_data();
    void fault_isUnderstood_andNothingIsRepeated();
    void closedInTheMiddle_endsInAKnownState_data();
    void closedInTheMiddle_endsInAKnownState();
    void sessionGone_closesTheWizard_andTheJournalKnows_data();
    void sessionGone_closesTheWizard_andTheJournalKnows();

private:
    static EveryTask taskAt(int index) { return testkit::everyTask().at(index); }
    static domain::InventoryPtr readAgain(RenewalJourney &journey);
    static void addTasks();
};

domain::InventoryPtr tst_WizardFaults::readAgain(RenewalJourney &journey)
{
    const bool isCleared = testkit::await(journey.lab().setFault(domain::ServerId(u"MBX01"_s), {})).has_value();
    const auto read = testkit::await(journey.session().refresh());
    return isCleared && read ? *read : nullptr;
}

void tst_WizardFaults::addTasks()
{
    QTest::addColumn<int>("task");
    const QList<EveryTask> tasks = testkit::everyTask();
    for (int i = 0; i < tasks.size(); ++i)
        QTest::newRow(tasks.at(i).name) << i;
}

void tst_WizardFaults::fault_isUnderstood_andNothingIsRepeated_data()
{
    QTest::addColumn<int>("task");
    QTest::addColumn<lab::Fault::Kind>("kind");
    const QList<EveryTask> tasks = testkit::everyTask();
    const std::pair<const char *, lab::Fault::Kind> kinds[]{{"unreachable", lab::Fault::Kind::Unreachable},
        {"service host stopped", lab::Fault::Kind::RpcError}, {"access denied", lab::Fault::Kind::AccessDenied},
        {"lost in the middle", lab::Fault::Kind::DiesInTheMiddle}};
    for (int i = 0; i < tasks.size(); ++i) {
        for (const auto &[name, kind] : kinds)
            QTest::addRow("%s: %s", tasks.at(i).name, name) << i << kind;
    }
}

void tst_WizardFaults::fault_isUnderstood_andNothingIsRepeated()
{
    QFETCH(int, task);
    QFETCH(lab::Fault::Kind, kind);
    const QTemporaryDir folder;
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY(testkit::goToReview(journey, taskAt(task), folder.path()));
    const domain::InventoryPtr before = journey.session().inventory();
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(domain::ServerId(u"MBX01"_s), {kind, {}})));
    journey.next();
    QVERIFY(testkit::answerUntilResult(journey));
    const plan::PlanRunner *runner = journey.wizard()->runner();
    const bool isLost
        = kind == lab::Fault::Kind::DiesInTheMiddle && journey.operations().first().plan.steps.first().isChanging();
    // an export changes nothing, and a server that dies does so when it is changed
    const bool isHarmless = kind == lab::Fault::Kind::DiesInTheMiddle && !isLost;
    QCOMPARE(runner->state() == plan::OperationState::Succeeded, isHarmless);
    const plan::OperationRecord operation = journey.operations().first();
    QVERIFY(operation.state != plan::OperationState::Running);
    QVERIFY(!journey.text(u"outcomeLabel"_s).isEmpty());
    const bool isUnknown = std::any_of(operation.steps.begin(), operation.steps.end(),
        [](const plan::StepRecord &r) { return r.state == plan::StepState::OutcomeUnknown; });
    QCOMPARE(isUnknown, isLost);
    const domain::InventoryPtr after = readAgain(journey);
    QVERIFY(after != nullptr);
    const domain::ServerEntry *now = after->find(domain::ServerId(u"MBX01"_s));
    const domain::ServerEntry *then = before->find(domain::ServerId(u"MBX01"_s));
    const qsizetype difference = now->certificates->size() - then->certificates->size();
    QVERIFY2(std::abs(difference) <= 1, "something was done twice");
    if (!isLost) {
        QCOMPARE(*now->certificates, *then->certificates);
        QCOMPARE(after->authConfig->current, before->authConfig->current);
        return;
    }
    // what was lost from sight is judged by what is there now, and is not sent again where it is
    const plan::Resumption rest = plan::resumptionOf(operation, *after, journey.session().nowUtc());
    const plan::ResumedStep &first = rest.steps.first();
    if (difference != 0)
        QVERIFY(first.standing == plan::StepStanding::Done || first.standing == plan::StepStanding::Amended
            || first.obstacle == plan::Obstacle::NeedsPassword);
}

void tst_WizardFaults::closedInTheMiddle_endsInAKnownState_data()
{
    addTasks();
}

void tst_WizardFaults::closedInTheMiddle_endsInAKnownState()
{
    QFETCH(int, task);
    const QTemporaryDir folder;
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY(testkit::goToReview(journey, taskAt(task), folder.path()));
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(
        domain::ServerId(u"MBX01"_s), {lab::Fault::Kind::None, std::chrono::milliseconds(100)})));
    journey.next();
    QCOMPARE(journey.page(), u"runPage"_s);
    QVERIFY(!journey.wizard()->close()); // it asks first
    QVERIFY(journey.wizard()->isVisible());
    testkit::press(journey.wizard(), u"confirmStopButton"_s);
    // the step that runs is not torn off: its question comes, and closing it is "stop here"
    while (ui::PromptDialog *question = journey.question()) {
        const QPointer<ui::PromptDialog> guard(question);
        testkit::passQuietTime();
        question->reject();
        testkit::passQuietTime();
        if (guard && guard->isVisible())
            guard->reject();
        QTRY_VERIFY(guard.isNull() || !guard->isVisible());
    }
    QVERIFY(journey.hasResult());
    const plan::OperationRecord operation = journey.operations().first();
    QVERIFY(operation.state == plan::OperationState::Cancelled || operation.state == plan::OperationState::Succeeded);
    for (const plan::StepRecord &record : operation.steps)
        QVERIFY(record.state != plan::StepState::Running && record.state != plan::StepState::Waiting);
    QVERIFY(journey.wizard()->close());
}

void tst_WizardFaults::sessionGone_closesTheWizard_andTheJournalKnows_data()
{
    addTasks();
}

void tst_WizardFaults::sessionGone_closesTheWizard_andTheJournalKnows()
{
    QFETCH(int, task);
    const QTemporaryDir folder;
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY(testkit::goToReview(journey, taskAt(task), folder.path()));
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(
        domain::ServerId(u"MBX01"_s), {lab::Fault::Kind::None, std::chrono::milliseconds(200)})));
    const QString organisation = journey.workspace().organisationKey();
    journey.next();
    QCOMPARE(journey.page(), u"runPage"_s);
    const QPointer<ui::TaskWizard> wizard = journey.wizard();
    QVERIFY_RESULT(testkit::await(journey.workspace().createPractice(lab::Preset::Small)));
    QTRY_VERIFY(wizard.isNull() || !wizard->isVisible());
    // the running command is cancelled, and its end is written down even though nobody looks any more
    const auto recorded = [&] {
        return journey.workspace().journal()->operations(organisation).value_or(QList<plan::OperationRecord>());
    };
    QTRY_VERIFY(recorded().size() == 1 && recorded().first().state != plan::OperationState::Running);
}

KAKUIN_GUI_TEST(tst_WizardFaults)

} // namespace tests::tst_wizardfaults

#include "tst_wizardfaults.moc"
