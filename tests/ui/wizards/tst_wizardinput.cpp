// SPDX-License-Identifier: MIT
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/prompts/promptdialog.h"
#include "ui/widgets/organisationmark.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace tests::tst_wizardinput {

using namespace Qt::StringLiterals;
using namespace kakuin;
using Kind = ui::OrganisationIdentity::Kind;
using testkit::passInputTime;
using testkit::passQuietTime;
using testkit::RenewalJourney;
using namespace std::chrono_literals;

/// What a person presses in a wizard: what changes something is only started by a press that was meant for it.
class tst_WizardInput final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clicksOnNext_startNothing();
    void heldKeyOnTheVerb_startsNothing();
    void clicksOnStop_doNotConfirmIt();
    void question_saysItsPlace();
    void markOfTheOrganisation_isInTheWizardAndInTheQuestion();

private:
    static void click(QWidget *wizard, const QString &button);
};

void tst_WizardInput::click(QWidget *wizard, const QString &button)
{
    auto *found = wizard->findChild<QPushButton *>(button);
    QTest::mouseClick(found, Qt::LeftButton, {}, found->rect().center());
}

void tst_WizardInput::clicksOnNext_startNothing()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    for (int i = 0; i < 40; ++i) {
        click(journey.wizard(), u"nextButton"_s);
        passInputTime(100ms);
    }
    QCOMPARE(journey.page(), u"reviewPage"_s);
    QVERIFY(journey.wizard()->runner() == nullptr);
    passQuietTime();
    click(journey.wizard(), u"nextButton"_s);
    QCOMPARE(journey.page(), u"runPage"_s);
}

void tst_WizardInput::heldKeyOnTheVerb_startsNothing()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    auto *next = journey.wizard()->findChild<QPushButton *>(u"nextButton"_s);
    journey.goToReview();
    next->setFocus();
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return}) {
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(next, key);
            passInputTime(100ms);
        }
        passInputTime(5s);
        QTest::simulateEvent(next, true, key, {}, QString(), true);
        QTest::simulateEvent(next, false, key, {}, QString(), false);
    }
    QCOMPARE(journey.page(), u"reviewPage"_s);
    passQuietTime();
    QTest::keyClick(next, Qt::Key_Space);
    QCOMPARE(journey.page(), u"runPage"_s);
}

void tst_WizardInput::clicksOnStop_doNotConfirmIt()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(domain::ServerId(u"MBX01"_s), {lab::Fault::Kind::None, 2s})));
    journey.start({journey.own(u"MBX01"_s)});
    journey.goToRun();
    const auto *stop = journey.wizard()->findChild<QPushButton *>(u"cancelButton"_s);
    const QPoint at = stop->mapTo(journey.wizard(), stop->rect().center());
    click(journey.wizard(), u"cancelButton"_s);
    QCoreApplication::processEvents();
    const auto *bar = journey.wizard()->findChild<QWidget *>(u"stopBar"_s);
    QVERIFY(bar->isVisible());
    QWidget *under = journey.wizard()->childAt(at);
    QVERIFY(under == nullptr || under->objectName() != u"confirmStopButton"_s);
    for (int i = 0; i < 20; ++i) {
        click(journey.wizard(), u"confirmStopButton"_s);
        passInputTime(100ms);
    }
    QVERIFY(bar->isVisible());
    passQuietTime();
    click(journey.wizard(), u"confirmStopButton"_s);
    QVERIFY(!bar->isVisible());
}

void tst_WizardInput::question_saysItsPlace()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"CAS01"_s), journey.own(u"MBX01"_s), journey.own(u"MBX02"_s)});
    journey.goToRun();
    QStringList places;
    while (const QPointer<ui::PromptDialog> question = journey.question()) {
        places.append(question->findChild<QLabel *>(u"positionLabel"_s)->text().section(u" · "_s, 0, 0));
        testkit::press(question, u"choiceButton0"_s);
        QTRY_VERIFY(journey.page() == u"resultPage"_s || question.isNull() || journey.question() != question);
    }
    QCOMPARE(places, (QStringList{u"Server 1 of 3"_s, u"Server 2 of 3"_s, u"Server 3 of 3"_s}));
}

void tst_WizardInput::markOfTheOrganisation_isInTheWizardAndInTheQuestion()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    const bool isReal = RenewalJourney::place() != testkit::Place::InProcess;
    const auto *inWizard = journey.wizard()->findChild<ui::OrganisationMark *>();
    QVERIFY(inWizard->isVisible());
    QCOMPARE(inWizard->identity().kind, isReal ? Kind::Real : Kind::Practice);
    QVERIFY(!isReal || inWizard->accessibleName().contains(inWizard->identity().server));
    journey.goToRun();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    const auto *inQuestion = question->findChild<ui::OrganisationMark *>();
    QVERIFY(inQuestion->isVisible());
    QCOMPARE(inQuestion->identity(), inWizard->identity());
    testkit::press(question, u"choiceButton0"_s);
}

KAKUIN_GUI_TEST(tst_WizardInput)

} // namespace tests::tst_wizardinput

#include "tst_wizardinput.moc"
