// SPDX-License-Identifier: MIT
#include "core/plan/preconditions.h"
#include "core/plan/renewdraft.h"
#include "core/plan/resumedraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/prompts/promptdialog.h"
#include "ui/views/history/historydialog.h"
#include "ui/wizards/taskwizards.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeView>

namespace tests::tst_resumewizard {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::RenewalJourney;

/// What was interrupted is continued, set aside or looked at; what was done can be undone from the history.
class tst_ResumeWizard final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rest_isRun_afterTheOrganisationWasReadAfresh();
    void certificate_isNotMadeTwice_whenItIsThere();
    void setAside_asksNoMore();
    void failureToRead_isShown_andCanBeTriedAgain();
    void takenMeanwhile_runsNothing();
    void history_showsWhatWasAsked_andOffersTheWayBack();
    void history_isEmpty_ofACertificateThatNothingWasDoneTo();

private:
    /// Leaves an operation behind as a program does that was killed after it had begun so many steps.
    static plan::OperationRecord leaveBehind(RenewalJourney &journey, const QString &server, int begun);
    static ui::TaskWizard *begin(RenewalJourney &journey, const plan::OperationRecord &operation);
    static bool isRead(ui::TaskWizard *wizard);
};

plan::OperationRecord tst_ResumeWizard::leaveBehind(RenewalJourney &journey, const QString &server, int begun)
{
    plan::RenewDraft draft(journey.session().inventory());
    draft.setTargets({journey.own(server)});
    {
        const auto other = plan::Journal::open(journey.workspace().dataFolder() + u"/journal.sqlite"_s);
        if (!other)
            return {};
        const QDateTime now = journey.session().nowUtc();
        const auto id
            = (*other)->beginOperation({journey.workspace().organisationKey(), {}, {}, {}}, draft.plan(), now);
        if (!id)
            return {};
        for (int step = 1; step <= begun; ++step) {
            if (!(*other)->beginStep(*id, step, now))
                return {};
            const plan::Plan plan = draft.plan();
            const plan::Step *begunStep = plan.find(step);
            const domain::ServerEntry *entry = journey.session().inventory()->find(begunStep->server);
            if (plan::makesCertificate(begunStep->kind) && !(*other)->recordPresent(*id, step, *plan::storeOf(*entry)))
                return {};
        }
    }
    const QList<plan::OperationRecord> all = journey.operations();
    return all.isEmpty() ? plan::OperationRecord() : all.first();
}

ui::TaskWizard *tst_ResumeWizard::begin(RenewalJourney &journey, const plan::OperationRecord &operation)
{
    auto *wizard = ui::makeResumeWizard(journey.workspace(), operation);
    wizard->setSettlePause(std::chrono::milliseconds(0));
    journey.startTask(wizard);
    return wizard;
}

bool tst_ResumeWizard::isRead(ui::TaskWizard *wizard)
{
    return QTest::qWaitFor(
        [wizard] { return !wizard->draftAs<plan::ResumeDraft>().resumption().steps.isEmpty(); }, 20'000);
}

void tst_ResumeWizard::rest_isRun_afterTheOrganisationWasReadAfresh()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const plan::OperationRecord operation = leaveBehind(journey, u"MBX01"_s, 1);
    QVERIFY(operation.isInterrupted());
    ui::TaskWizard *wizard = begin(journey, operation);
    auto *next = wizard->findChild<QPushButton *>(u"nextButton"_s);
    QVERIFY(!next->isEnabled()); // not before the organisation was read
    QVERIFY(isRead(wizard));
    QVERIFY(next->isEnabled());
    QVERIFY(!journey.text(u"summaryLabel"_s).isEmpty());
    QVERIFY(!journey.text(u"standingLabel2"_s).isEmpty());
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    // a command was sent before the interruption: the page cannot know that nothing has been changed
    QVERIFY(!journey.text(u"wizardSubtitle"_s).contains(u"Nothing has been changed"_s));
    QVERIFY(journey.text(u"wizardSubtitle"_s).contains(u"the steps that are left"_s));
    journey.next();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    // the old one is out of the way before anything is sent
    QCOMPARE(journey.operations().last().state, plan::OperationState::SetAside);
    testkit::press(question, u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    QCOMPARE(journey.transport(u"MBX01"_s), journey.added(u"MBX01"_s).first().facts.thumbprint);
}

void tst_ResumeWizard::certificate_isNotMadeTwice_whenItIsThere()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const plan::OperationRecord operation = leaveBehind(journey, u"MBX01"_s, 1);
    // it had been done after all, as far as the certificate
    const auto no = std::make_shared<testkit::FakePrompts>();
    no->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::No);
    QVERIFY_RESULT(testkit::await(journey.session().shell()->invoke(operation.plan.steps.first().command, no)));
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    const domain::Thumbprint made = journey.added(u"MBX01"_s).first().facts.thumbprint;
    ui::TaskWizard *wizard = begin(journey, operation);
    QVERIFY(isRead(wizard));
    QCOMPARE(wizard->draftAs<plan::ResumeDraft>().resumption().steps.first().standing, plan::StepStanding::Amended);
    QCOMPARE(wizard->draftAs<plan::ResumeDraft>().resumption().steps.first().certificate, made);
    journey.next();
    journey.next();
    ui::PromptDialog *question
        = journey.question(); // the role is asked for once more: nobody is known to have answered
    QVERIFY(question != nullptr);
    testkit::press(question, u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    QCOMPARE(journey.transport(u"MBX01"_s), made);
}

void tst_ResumeWizard::setAside_asksNoMore()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    ui::TaskWizard *wizard = begin(journey, leaveBehind(journey, u"MBX01"_s, 0));
    QVERIFY(isRead(wizard));
    testkit::press(wizard, u"setAsideButton"_s);
    QTRY_VERIFY(!wizard->isVisible());
    QCOMPARE(journey.operations().first().state, plan::OperationState::SetAside);
    QVERIFY(journey.added(u"MBX01"_s).isEmpty());
}

void tst_ResumeWizard::failureToRead_isShown_andCanBeTriedAgain()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const plan::OperationRecord operation = leaveBehind(journey, u"MBX01"_s, 1);
    const domain::ServerId mbx01(u"MBX01"_s);
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(mbx01, {lab::Fault::Kind::RpcError, {}})));
    ui::TaskWizard *wizard = begin(journey, operation);
    QVERIFY(isRead(wizard));
    QCOMPARE(wizard->draftAs<plan::ResumeDraft>().resumption().steps.first().obstacle, plan::Obstacle::ServerNotRead);
    QVERIFY(!wizard->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
    // the server comes back, and the organisation is read again
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(mbx01, {})));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    QTRY_COMPARE(wizard->draftAs<plan::ResumeDraft>().resumption().steps.first().standing, plan::StepStanding::Left);
    QVERIFY(wizard->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
}

void tst_ResumeWizard::takenMeanwhile_runsNothing()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const plan::OperationRecord operation = leaveBehind(journey, u"MBX01"_s, 1);
    ui::TaskWizard *wizard = begin(journey, operation);
    QVERIFY(isRead(wizard));
    journey.next();
    QVERIFY_RESULT(journey.workspace().journal()->setAside(operation.id, journey.session().nowUtc()));
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    QVERIFY(wizard->runner() == nullptr);
    QVERIFY(wizard->findChild<QWidget *>(u"messageBar"_s)->isVisible());
}

void tst_ResumeWizard::history_showsWhatWasAsked_andOffersTheWayBack()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    journey.start({old});
    journey.goToRun();
    testkit::press(journey.question(), u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    journey.wizard()->close();
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    ui::HistoryDialog history(journey.workspace(), old);
    history.show();
    auto *list = history.findChild<QTreeView *>(u"historyList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    const QString text = history.findChild<QPlainTextEdit *>(u"historyText"_s)->toPlainText();
    QVERIFY(text.contains(u"New-ExchangeCertificate"_s));
    QVERIFY(text.contains(old.thumbprint.toString()));
    QVERIFY(!history.findChild<QPushButton *>(u"continueButton"_s)->isVisible());
    QVERIFY(!history.findChild<QPushButton *>(u"setAsideButton"_s)->isVisible());
    QSignalSpy back(&history, &ui::HistoryDialog::taskRequested);
    testkit::press(&history, u"undoTransportButton"_s);
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first().first().value<advice::Task>(), (advice::Task{advice::Task::Kind::TakeTransport, {old}}));
}

void tst_ResumeWizard::history_isEmpty_ofACertificateThatNothingWasDoneTo()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY(leaveBehind(journey, u"MBX01"_s, 1).isInterrupted());
    ui::HistoryDialog history(journey.workspace(), journey.own(u"MBX02"_s));
    history.show();
    auto *list = history.findChild<QTreeView *>(u"historyList"_s);
    auto *empty = history.findChild<QWidget *>(u"emptyLabel"_s);
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(list->model()->rowCount(), 0);
    history.findChild<QComboBox *>(u"scopeCombo"_s)->setCurrentIndex(1);
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(!empty->isVisible());
    QVERIFY(history.findChild<QPushButton *>(u"continueButton"_s)->isVisible());
    QSignalSpy asked(&history, &ui::HistoryDialog::continueRequested);
    testkit::press(&history, u"continueButton"_s);
    QCOMPARE(asked.size(), 1);
    testkit::press(&history, u"setAsideButton"_s);
    QTRY_VERIFY(!history.findChild<QPushButton *>(u"setAsideButton"_s)->isVisible());
    QCOMPARE(journey.operations().first().state, plan::OperationState::SetAside);
}

KAKUIN_GUI_TEST(tst_ResumeWizard)

} // namespace tests::tst_resumewizard

#include "tst_resumewizard.moc"
