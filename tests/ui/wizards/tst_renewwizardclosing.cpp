// SPDX-License-Identifier: MIT
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/prompts/promptdialog.h"

#include <QtTest/QTest>

namespace tests::tst_renewwizardclosing {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::RenewalJourney;

/// The wizard closed, stopped and overtaken by events on each of its pages.
class tst_RenewWizardClosing final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void closing_changesNothing_onThePagesBeforeRun_data();
    void closing_changesNothing_onThePagesBeforeRun();
    void closing_asksFirst_whileAStepRuns();
    void closing_meansStopHere_whileAQuestionIsOpen();
    void stopAfterThisStep_leavesTheRestAlone();
    void stopAfterThisStep_stillBringsTheQuestion();
    void destroyedWizard_leavesAnInterruptedOperation();
    void newSession_closesTheWizard_onReview();
    void newSession_withdrawsTheQuestion_andTellsTheJournal();
};

void tst_RenewWizardClosing::closing_changesNothing_onThePagesBeforeRun_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("page");
    QTest::newRow("choosing certificates") << 0 << u"certificatesPage"_s;
    QTest::newRow("choosing options") << 1 << u"optionsPage"_s;
    QTest::newRow("reviewing") << 2 << u"reviewPage"_s;
}

void tst_RenewWizardClosing::closing_changesNothing_onThePagesBeforeRun()
{
    QFETCH(int, steps);
    QFETCH(QString, page);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    for (int i = 0; i < steps; ++i)
        journey.next();
    QCOMPARE(journey.page(), page);
    QTest::keyClick(journey.wizard(), Qt::Key_Escape);
    QVERIFY(!journey.wizard()->isVisible());
    QVERIFY(journey.added(u"MBX01"_s).isEmpty());
    QVERIFY(journey.operations().isEmpty());
}

void tst_RenewWizardClosing::closing_asksFirst_whileAStepRuns()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.wmSvc(u"MBX01"_s)});
    journey.goToRun();
    QVERIFY(!journey.wizard()->close());
    QVERIFY(journey.wizard()->isVisible());
    auto *bar = journey.wizard()->findChild<QWidget *>(u"stopBar"_s);
    QVERIFY(bar->isVisible());
    testkit::press(journey.wizard(), u"continueButton"_s);
    QVERIFY(!bar->isVisible());
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
    QVERIFY(journey.wizard()->close());
}

void tst_RenewWizardClosing::closing_meansStopHere_whileAQuestionIsOpen()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    journey.start({old});
    journey.goToRun();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    testkit::passQuietTime();
    QVERIFY(!journey.wizard()->close());
    QVERIFY(question->findChild<QWidget *>(u"stopBar"_s)->isVisible());
    testkit::press(question, u"backToQuestionButton"_s);
    QVERIFY(question->isVisible());
    testkit::passQuietTime();
    journey.wizard()->close();
    testkit::passQuietTime();
    journey.wizard()->close();
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.transport(u"MBX01"_s), old.thumbprint);
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Cancelled);
}

void tst_RenewWizardClosing::stopAfterThisStep_leavesTheRestAlone()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.wmSvc(u"MBX01"_s), journey.wmSvc(u"MBX02"_s)});
    journey.goToRun();
    testkit::press(journey.wizard(), u"cancelButton"_s);
    testkit::press(journey.wizard(), u"confirmStopButton"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Cancelled);
    QCOMPARE(journey.wizard()->runner()->steps().last().state, plan::StepState::Skipped);
    QVERIFY(journey.added(u"MBX02"_s).isEmpty());
}

void tst_RenewWizardClosing::stopAfterThisStep_stillBringsTheQuestion()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    journey.goToRun();
    testkit::press(journey.wizard(), u"cancelButton"_s);
    testkit::press(journey.wizard(), u"confirmStopButton"_s);
    ui::PromptDialog *question = journey.question();
    if (question != nullptr) // otherwise the plan ended before its first step
        testkit::press(question, u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Cancelled);
    QCOMPARE(journey.added(u"MBX01"_s).size(), question == nullptr ? 0 : 1);
}

void tst_RenewWizardClosing::destroyedWizard_leavesAnInterruptedOperation()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    journey.start({old});
    journey.goToRun();
    QVERIFY(journey.question() != nullptr);
    delete journey.wizard();
    QTRY_COMPARE(journey.added(u"MBX01"_s).size(), 1);
    QCOMPARE(journey.transport(u"MBX01"_s), old.thumbprint);
    QCOMPARE(journey.operations().size(), 1);
    QVERIFY(journey.operations().first().state != plan::OperationState::Succeeded);
}

void tst_RenewWizardClosing::newSession_closesTheWizard_onReview()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    journey.goToReview();
    QVERIFY_RESULT(testkit::await(journey.workspace().createPractice(lab::Preset::Small)));
    QVERIFY(!journey.wizard()->isVisible());
}

void tst_RenewWizardClosing::newSession_withdrawsTheQuestion_andTellsTheJournal()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const QString organisation = journey.workspace().organisationKey();
    journey.start({journey.own(u"MBX01"_s)});
    journey.goToRun();
    const QPointer<ui::PromptDialog> question = journey.question();
    QVERIFY(question);
    QVERIFY_RESULT(testkit::await(journey.workspace().createPractice(lab::Preset::Small)));
    QTRY_VERIFY(!question || !question->isVisible());
    QTRY_VERIFY(!journey.wizard()->runner()->isRunning());
    QVERIFY(!journey.wizard()->isVisible());
    const auto journal = journey.workspace().journal()->operations(organisation);
    QVERIFY_RESULT(journal);
    QCOMPARE(journal->size(), 1);
    QCOMPARE(journal->first().steps.first().state, plan::StepState::OutcomeUnknown);
    QVERIFY(journal->first().state != plan::OperationState::Running);
}

KAKUIN_GUI_TEST(tst_RenewWizardClosing)

} // namespace tests::tst_renewwizardclosing

#include "tst_renewwizardclosing.moc"
