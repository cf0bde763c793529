// SPDX-License-Identifier: MIT
#include "core/plan/resumedraft.h"
#include "core/plan/resumption.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/everytask.h"
#include "text/plantext.h"
#include "ui/views/history/historydialog.h"
#include "ui/wizards/taskwizards.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QPushButton>

namespace tests::tst_networkfaults {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::EveryTask;
using testkit::RenewalJourney;

/// Whatever a network does to the command of each wizard: the person reads that its outcome is not known, the journal
/// says so, nothing was sent twice, and reading afresh tells what is left. Over a lab server only.
class tst_NetworkFaults final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fault_isUnderstood_andNothingIsRepeated_data();
    void fault_isUnderstood_andNothingIsRepeated();
    void forgottenSession_isNotNoticed_data();
    void forgottenSession_isNotNoticed();
    void rotation_isContinued_fromTheHistory_data();
    void rotation_isContinued_fromTheHistory();

private:
    static void addTasks(const QStringList &faults);
    static bool breakOff(RenewalJourney &journey, const EveryTask &task, const QString &fault, const QString &folder);
    static QString errorsOf(const plan::OperationRecord &operation);
    static QString repeated(const RenewalJourney &journey, const plan::Plan &plan);
};

void tst_NetworkFaults::initTestCase()
{
    if (RenewalJourney::place() == testkit::Place::InProcess)
        QSKIP("KAKUIN_JOURNEYS says that there is no network");
}

void tst_NetworkFaults::addTasks(const QStringList &faults)
{
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("fault");
    const QList<EveryTask> tasks = testkit::everyTask();
    for (int i = 0; i < tasks.size(); ++i) {
        for (const QString &fault : faults)
            QTest::addRow("%s: %s", tasks.at(i).name, qPrintable(fault)) << i << fault;
    }
}

// Runs the task to its result page, with the fault at its command.
bool tst_NetworkFaults::breakOff(
    RenewalJourney &journey, const EveryTask &task, const QString &fault, const QString &folder)
{
    if (!testkit::goToReview(journey, task, folder))
        return false;
    // whoever is silent wakes up at last
    connect(journey.server(), &labserver::LabServer::struck, journey.server(), [&journey](const QString &words) {
        if (words.startsWith(u"silent"_s))
            QMetaObject::invokeMethod(
                journey.server(), [&journey] { journey.setNetworkFault(u"none"_s); }, Qt::QueuedConnection);
    });
    journey.setNetworkFault(fault + u' ' + QString::fromLatin1(task.command));
    journey.next();
    return testkit::answerUntilResult(journey) && journey.server()->hasStruck();
}

QString tst_NetworkFaults::errorsOf(const plan::OperationRecord &operation)
{
    QStringList errors;
    for (const plan::StepRecord &record : operation.steps) {
        if (record.error)
            errors.append(
                u"%1: %2 %3"_s.arg(record.number).arg(static_cast<int>(record.error->code)).arg(record.error->detail));
    }
    return errors.join(u'\n');
}

// Which of the plan's commands ran more often than it says; empty when none.
QString tst_NetworkFaults::repeated(const RenewalJourney &journey, const plan::Plan &plan)
{
    QHash<QString, int> planned;
    for (const plan::Step &step : plan.steps) {
        for (const shell::Cmdlet &cmdlet : step.command.cmdlets)
            planned[cmdlet.name()] += step.isChanging() ? 1 : 0;
    }
    for (auto it = planned.constBegin(); it != planned.constEnd(); ++it) {
        if (it.value() > 0 && !it.key().startsWith(u"Get-"_s) && journey.server()->timesRun(it.key()) > it.value())
            return it.key() + u" in\n"_s + journey.server()->log().join(u'\n');
    }
    return {};
}

void tst_NetworkFaults::fault_isUnderstood_andNothingIsRepeated_data()
{
    addTasks({u"drop before"_s, u"drop during"_s, u"cut during"_s, u"restart during"_s, u"password during"_s,
        u"forget during"_s, u"silent during"_s});
}

void tst_NetworkFaults::fault_isUnderstood_andNothingIsRepeated()
{
    QFETCH(int, task);
    QFETCH(QString, fault);
    const EveryTask each = testkit::everyTask().at(task);
    const QTemporaryDir folder;
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY(breakOff(journey, each, fault, folder.path()));
    const plan::OperationRecord operation = journey.operations().first();
    const bool onlyReads = std::none_of(operation.plan.steps.begin(), operation.plan.steps.end(),
        [](const plan::Step &step) { return step.isChanging(); });
    // A server that forgot the session is asked once more, because nothing was to change. A fault that breaks connections
    // makes the server forget, too: whether the client reads that or loses a request half sent depends on the moment.
    if (onlyReads && operation.state == plan::OperationState::Succeeded) {
        QVERIFY2(!fault.startsWith(u"restart"_s) && !fault.startsWith(u"password"_s), qPrintable(fault));
        QVERIFY(QFile::exists(folder.filePath(u"out.pfx"_s))); // of these tasks only the export changes nothing
        return;
    }
    QCOMPARE(operation.state, plan::OperationState::Failed);
    const auto lost = std::find_if(operation.steps.begin(), operation.steps.end(),
        [](const plan::StepRecord &record) { return record.error.has_value(); });
    QVERIFY2(lost != operation.steps.end(), qPrintable(errorsOf(operation)));
    const plan::Step *step = operation.plan.find(lost->number);
    // what only reads may say why; of a change nothing is known whatever the reason was
    const bool isReason = !step->isChanging()
        && (lost->error->code == ErrorCode::ServiceUnavailable
            || (lost->error->code == ErrorCode::SignInRefused && fault.startsWith(u"password"_s)));
    QVERIFY2(isReason || lost->error->code == ErrorCode::ConnectionLost, qPrintable(errorsOf(operation)));
    QCOMPARE(lost->state, step->isChanging() ? plan::StepState::OutcomeUnknown : plan::StepState::Failed);
    // the sentence at the top of the result page is the one for exactly this
    const QString sentence = ui::PlanText::outcome(operation.plan, operation.state, operation.steps);
    QCOMPARE(journey.text(u"outcomeLabel"_s), sentence);
    QVERIFY(sentence.contains(u"step %1"_s.arg(lost->number), Qt::CaseInsensitive));
    QCOMPARE(repeated(journey, operation.plan), QString());
    if (fault.startsWith(u"password"_s)) { // and then it says why it cannot go on
        const auto read = testkit::await(journey.session().refresh());
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::SignInRefused || read.error().code == ErrorCode::ConnectionLost);
        return;
    }
    journey.setNetworkFault(u"none"_s);
    const auto read = testkit::await(journey.session().refresh());
    QVERIFY_RESULT(read);
    const plan::Resumption rest = plan::resumptionOf(operation, **read, journey.session().nowUtc());
    const plan::ResumedStep *first = rest.find(lost->number);
    const bool hasRun = !fault.endsWith(u"before"_s) && step->isChanging();
    const bool needsPassword = first->obstacle == plan::Obstacle::NeedsPassword;
    const bool isDone = first->standing == plan::StepStanding::Done || first->standing == plan::StepStanding::Amended;
    QVERIFY2(needsPassword || isDone == hasRun, qPrintable(QString::number(static_cast<int>(first->standing))));
}

void tst_NetworkFaults::forgottenSession_isNotNoticed_data()
{
    QTest::addColumn<int>("task");
    const QList<EveryTask> tasks = testkit::everyTask();
    for (int i = 0; i < tasks.size(); ++i)
        QTest::newRow(tasks.at(i).name) << i;
}

// A laptop that slept while somebody thought about the Review page
void tst_NetworkFaults::forgottenSession_isNotNoticed()
{
    QFETCH(int, task);
    const EveryTask each = testkit::everyTask().at(task);
    const QTemporaryDir folder;
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY(testkit::goToReview(journey, each, folder.path()));
    QTRY_VERIFY(!journey.session().isRefreshing() && journey.server()->commands() == 0); // nothing is under way
    journey.setNetworkFault(u"silent"_s);
    journey.setNetworkFault(u"none"_s);
    QCOMPARE(journey.server()->shells(), 0);
    journey.next();
    QVERIFY(testkit::answerUntilResult(journey));
    QVERIFY2(journey.operations().first().state == plan::OperationState::Succeeded,
        qPrintable(errorsOf(journey.operations().first())));
    QCOMPARE(repeated(journey, journey.operations().first().plan), QString());
}

void tst_NetworkFaults::rotation_isContinued_fromTheHistory_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("lost before the certificate was made") << u"drop before New-ExchangeCertificate"_s;
    QTest::newRow("lost when the certificate was made") << u"drop during New-ExchangeCertificate"_s;
    QTest::newRow("lost between certificate and configuration") << u"drop before Set-AuthConfig"_s;
    QTest::newRow("lost when it was staged") << u"drop during Set-AuthConfig"_s;
}

void tst_NetworkFaults::rotation_isContinued_fromTheHistory()
{
    QFETCH(QString, fault);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::AuthConfig before = journey.authConfig();
    const EveryTask rotation = testkit::everyTask().at(1);
    QVERIFY(testkit::goToReview(journey, rotation, {}));
    journey.setNetworkFault(fault);
    journey.next();
    QVERIFY(testkit::answerUntilResult(journey));
    QVERIFY(journey.server()->hasStruck());
    journey.wizard()->close();
    journey.setNetworkFault(u"none"_s);
    const plan::OperationRecord broken = journey.operations().first();
    {
        ui::HistoryDialog history(journey.workspace(), std::nullopt);
        history.show();
        QTRY_VERIFY(history.findChild<QPushButton *>(u"continueButton"_s)->isVisible());
    }
    auto *wizard = ui::makeResumeWizard(journey.workspace(), broken);
    wizard->setSettlePause(std::chrono::milliseconds(0));
    journey.startTask(wizard);
    QVERIFY(
        testkit::waitUntil([wizard] { return !wizard->draftAs<plan::ResumeDraft>().resumption().steps.isEmpty(); }));
    QVERIFY(wizard->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    journey.next();
    QVERIFY(testkit::answerUntilResult(journey));
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    const QList<domain::Certificate> made = journey.added(u"MBX01"_s);
    QCOMPARE(made.size(), 1);
    const domain::AuthConfig after = journey.authConfig();
    QCOMPARE(after.current, made.first().facts.thumbprint);
    QVERIFY(after.current != before.current && after.next.isNull());
    QCOMPARE(after.previous, before.current); // kept while it is valid and servers lack the new one
    QCOMPARE(repeated(journey, broken.plan), QString());
}

KAKUIN_GUI_TEST(tst_NetworkFaults)

} // namespace tests::tst_networkfaults

#include "tst_networkfaults.moc"
