// SPDX-License-Identifier: MIT
#include "core/plan/authrotation.h"
#include "core/plan/rotatedraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "text/rotationtext.h"
#include "ui/prompts/promptdialog.h"
#include "ui/views/rotation/rotationdialog.h"
#include "ui/wizards/shared/wizardpage.h"
#include "ui/wizards/taskwizards.h"

#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableWidget>

#include <algorithm>

namespace tests::tst_rotatewizard {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::RenewalJourney;

/// The rotation of the Auth certificate through its wizard, and followed afterwards.
class tst_RotateWizard final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstPage_saysWhatIsRecommended_andByWhichRow();
    void immediate_changesTheOrganisation_data();
    void immediate_changesTheOrganisation();
    void articlesWay_sendsTheArticlesCommands();
    void planned_isFollowedToItsEnd();
    void refusedExport_isNotOffered_andSaysWhatWorks();
    void stop_atTheFirstQuestion_leavesTheConfiguration();
    void existing_isStaged();
    void existing_isPublished_andTheResultSaysWhereItIs();
    void failedRotation_isRepeated_withTheCertificateThatItMade_data();
    void failedRotation_isRepeated_withTheCertificateThatItMade();
    void serverThatDoesNotAnswer_isLeftOut_andThatIsRecorded();
    void sourcePage_isPassedOver_whereNothingCanBeUsed();
    void newOne_canBeMadeAllTheSame();

private:
    /// Makes a certificate by hand that could be the Auth certificate, and reads the organisation again.
    static domain::Thumbprint makeByHand(RenewalJourney &journey);
    static void answer(ui::PromptDialog *dialog, const QString &button);
};

// The choices are buttons named by what they answer.
void tst_RotateWizard::answer(ui::PromptDialog *dialog, const QString &button)
{
    QVERIFY(dialog != nullptr);
    testkit::press(dialog, button);
}

void tst_RotateWizard::firstPage_saysWhatIsRecommended_andByWhichRow()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth});
    journey.startTask(wizard);
    // twelve days are left and nothing is staged
    QCOMPARE(wizard->draftAs<plan::RotateDraft>().recommendation().row, plan::AuthRow::CurrentEnds);
    QVERIFY(journey.text(u"adviceRowLabel"_s).contains(u"2"_s));
    QVERIFY(journey.text(u"adviceEvidenceLabel"_s).contains(u"12"_s));
    QVERIFY(!journey.text(u"adviceLabel"_s).isEmpty());
    QCOMPARE(wizard->draftAs<plan::RotateDraft>().mode(), plan::RotateDraft::Mode::Planned);
}

void tst_RotateWizard::immediate_changesTheOrganisation_data()
{
    QTest::addColumn<QString>("culture");
    QTest::addColumn<bool>("takesTransport");
    QTest::newRow("English, No to internal transport") << u"en-US"_s << false;
    QTest::newRow("English, Yes to internal transport, which is then given back") << u"en-US"_s << true;
    QTest::newRow("Japanese, No to internal transport") << u"ja-JP"_s << false;
}

void tst_RotateWizard::immediate_changesTheOrganisation()
{
    QFETCH(QString, culture);
    QFETCH(bool, takesTransport);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open(culture));
    const domain::AuthConfig before = journey.authConfig();
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth});
    wizard->draftAs<plan::RotateDraft>().setMode(plan::RotateDraft::Mode::Immediate);
    wizard->draftAs<plan::RotateDraft>().setServer(domain::ServerId::fromHostName(u"MBX01"_s));
    wizard->draftAs<plan::RotateDraft>().setClearsPrevious(true);
    journey.startTask(wizard);
    const domain::Thumbprint transport = journey.transport(u"MBX01"_s);
    journey.goToRun();
    // P1: the Auth certificate and internal transport
    answer(journey.question(), takesTransport ? u"choiceButton0"_s : u"choiceButton2"_s);
    if (takesTransport) {
        QTRY_COMPARE(wizard->runner()->currentStep(), 2);
        answer(journey.question(), u"choiceButton0"_s); // give the role back
    }
    // P2: the 48 hours
    QTRY_COMPARE(wizard->runner()->currentStep(), 3);
    answer(journey.question(), u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    const domain::AuthConfig after = journey.authConfig();
    QVERIFY(after.current != before.current);
    QVERIFY(after.next.isNull());
    QVERIFY(after.previous.isNull());
    QCOMPARE(journey.transport(u"MBX01"_s), transport);
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    QCOMPARE(journey.added(u"MBX01"_s).first().facts.thumbprint, after.current);
}

void tst_RotateWizard::articlesWay_sendsTheArticlesCommands()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth});
    journey.startTask(wizard);
    testkit::press(wizard, u"immediateRadio"_s);
    testkit::press(wizard, u"clearPreviousCheck"_s);
    wizard->draftAs<plan::RotateDraft>().setServer(domain::ServerId::fromHostName(u"MBX01"_s));
    journey.next();
    testkit::press(wizard, u"allNamesRadio"_s);
    wizard->draftAs<plan::RotateDraft>().setNameList(
        {u"CAS01"_s, u"CAS01.contoso.com"_s, u"MBX01"_s, u"MBX01.contoso.com"_s});
    journey.next();
    QStringList code;
    for (const QLabel *label : wizard->findChildren<QLabel *>(u"codeLabel"_s))
        code.append(label->text());
    QCOMPARE(code.first(),
        u"New-ExchangeCertificate -Server MBX01 -PrivateKeyExportable $true -SubjectName "
        "'cn=Microsoft Exchange Server Auth Certificate' -FriendlyName 'Microsoft Exchange Server Auth Certificate' "
        "-DomainName CAS01,CAS01.contoso.com,MBX01,MBX01.contoso.com -Services SMTP"_s);
    QVERIFY(code.contains(u"Set-AuthConfig -NewCertificateThumbprint <1> -NewCertificateEffectiveDate (Get-Date)"_s));
    QVERIFY(code.contains(u"Set-AuthConfig -PublishCertificate -ClearPreviousCertificate"_s));
}

void tst_RotateWizard::planned_isFollowedToItsEnd()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::AuthConfig before = journey.authConfig();
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth});
    wizard->draftAs<plan::RotateDraft>().setMode(plan::RotateDraft::Mode::Planned);
    wizard->draftAs<plan::RotateDraft>().setServer(domain::ServerId::fromHostName(u"MBX01"_s));
    journey.startTask(wizard);
    journey.goToRun();
    answer(journey.question(), u"choiceButton2"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    const domain::Thumbprint next = journey.authConfig().next;
    QVERIFY(!next.isNull());
    QCOMPARE(journey.authConfig().current, before.current);
    wizard->close();

    ui::RotationDialog dialog(journey.workspace());
    dialog.open();
    const auto move = [&](std::chrono::hours by) {
        QVERIFY_RESULT(testkit::await(journey.lab().advanceClock(by)));
        QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    };
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    QCOMPARE(dialog.status().phase, plan::RotationPhase::Staged);
    move(std::chrono::hours(6));
    QCOMPARE(dialog.status().phase, plan::RotationPhase::Distributed);
    QCOMPARE(dialog.status().lacking, 0);
    move(std::chrono::hours(49 - 6 + 12));
    QCOMPARE(dialog.status().phase, plan::RotationPhase::PreviousHeld);
    QCOMPARE(journey.authConfig().current, next);
    // the work by hand was recorded when it was staged, and can be done now
    const auto left = testkit::await(journey.workspace().readLeftToDo());
    QVERIFY_RESULT(left);
    QVERIFY(left->isAuthOpen);
    QVERIFY(left->open > 0);
    int asked = 0;
    connect(&dialog, &ui::RotationDialog::leftToDoRequested, this, [&asked] { ++asked; });
    testkit::press(&dialog, u"leftToDoButton"_s);
    QCOMPARE(asked, 1);
    testkit::press(&dialog, u"clearPreviousButton"_s);
    auto *clearing = dialog.findChild<ui::TaskWizard *>();
    QVERIFY(clearing != nullptr);
    testkit::press(clearing, u"nextButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(clearing->currentPage()->objectName() == u"resultPage"_s, 30'000);
    QVERIFY(journey.authConfig().previous.isNull());
    QCOMPARE(journey.authConfig().current, next);
}

void tst_RotateWizard::refusedExport_isNotOffered_andSaysWhatWorks()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY_RESULT(testkit::await(journey.workspace().createPractice(lab::Preset::Medium), 60'000));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    ui::RotationDialog dialog(journey.workspace()); // Tokyo has the next one and refuses its export; Osaka lacks it
    QVERIFY(dialog.status().lacking > 0);
    QVERIFY(dialog.status().isExportRefused);
    auto *spread = dialog.findChild<QPushButton *>(u"spreadButton"_s);
    QVERIFY(!spread->isEnabled());
    QCOMPARE(spread->toolTip(), ui::RotationText::exportRefused());
    plan::RotationStatus late = dialog.status();
    late.isLate = true;
    QCOMPARE(ui::RotationText::advice(late), ui::RotationText::exportRefused());
    late.isLate = false; // by itself, for a day
    QVERIFY(ui::RotationText::advice(late) != ui::RotationText::exportRefused());
}

void tst_RotateWizard::stop_atTheFirstQuestion_leavesTheConfiguration()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::AuthConfig before = journey.authConfig();
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth});
    wizard->draftAs<plan::RotateDraft>().setServer(domain::ServerId::fromHostName(u"MBX01"_s));
    journey.startTask(wizard);
    journey.goToRun();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    testkit::press(question, u"stopButton"_s);
    testkit::press(question, u"confirmStopButton"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Cancelled);
    QCOMPARE(journey.authConfig(), before);
    // the server had created it before it asked: the result says so, and what can be done with it
    const QList<domain::Certificate> made = journey.added(u"MBX01"_s);
    QCOMPARE(made.size(), 1);
    QVERIFY(journey.text(u"outcomeLabel"_s).contains(made.first().facts.thumbprint.toShortString()));
    const auto buttons = [&] { return journey.wizard()->findChildren<QPushButton *>(u"leftButton"_s); };
    QVERIFY(testkit::waitUntil([&] { return !buttons().isEmpty(); }));
    QList<advice::Task> tasks;
    connect(journey.wizard(), &ui::TaskWizard::taskRequested, this,
        [&tasks](const advice::Task &task) { tasks.append(task); });
    for (QPushButton *button : buttons())
        button->click();
    const auto usesIt = [&](const advice::Task &task) {
        return task.kind == advice::Task::Kind::RotateAuth && task.certificates.contains(made.first().id());
    };
    QVERIFY(std::any_of(tasks.begin(), tasks.end(), usesIt));
}

domain::Thumbprint tst_RotateWizard::makeByHand(RenewalJourney &journey)
{
    const auto cmdlet = shell::Cmdlet(u"New-ExchangeCertificate"_s)
                            .onServer(domain::ServerId::fromHostName(u"MBX01"_s))
                            .with(u"SubjectName"_s, u"CN=Microsoft Exchange Server Auth Certificate"_s)
                            .with(u"FriendlyName"_s, u"Microsoft Exchange Server Auth Certificate"_s)
                            .with(u"DomainName"_s, QStringList())
                            .with(u"PrivateKeyExportable"_s, true)
                            .withServices({});
    if (!testkit::await(journey.lab().invoke(cmdlet)) || !testkit::await(journey.session().refresh()))
        return {};
    const QList<domain::Certificate> made = journey.added(u"MBX01"_s);
    return made.size() == 1 ? made.first().facts.thumbprint : domain::Thumbprint();
}

void tst_RotateWizard::existing_isStaged()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::AuthConfig before = journey.authConfig();
    const domain::Thumbprint made = makeByHand(journey);
    QVERIFY(!made.isNull());
    journey.startTask(ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth}));
    QCOMPARE(journey.page(), u"sourcePage"_s);
    auto *table = journey.wizard()->findChild<QTableWidget *>(u"existingTable"_s);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->currentRow(), 0);
    QVERIFY(table->item(0, 0)->text().startsWith(made.toShortString()));
    QVERIFY(journey.text(u"notOfferedLabel"_s).contains(before.current.toShortString()));
    journey.next();
    QCOMPARE(journey.page(), u"whenPage"_s);
    testkit::press(journey.wizard(), u"plannedRadio"_s);
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s); // no server and no names are asked for
    QStringList code;
    for (const QLabel *label : journey.wizard()->findChildren<QLabel *>(u"codeLabel"_s))
        code.append(label->text());
    // one that begins with a digit is quoted
    QCOMPARE(code.first().remove(u'\''),
        u"Set-AuthConfig -NewCertificateThumbprint %1 -NewCertificateEffectiveDate (Get-Date).AddHours(49)"_s.arg(
            made.toString()));
    journey.next();
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(journey.authConfig().next, made);
    QCOMPARE(journey.authConfig().current, before.current);
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
}

void tst_RotateWizard::existing_isPublished_andTheResultSaysWhereItIs()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::AuthConfig before = journey.authConfig();
    const domain::Thumbprint made = makeByHand(journey);
    journey.startTask(ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth, {{{}, made}}}));
    QCOMPARE(journey.page(), u"sourcePage"_s);
    journey.next();
    testkit::press(journey.wizard(), u"immediateRadio"_s);
    // the one in use is valid for twelve days, and four servers do not have the new one
    QVERIFY(!journey.wizard()->findChild<QCheckBox *>(u"clearPreviousCheck"_s)->isChecked());
    QVERIFY(!journey.text(u"clearPreviousCheckNote"_s).isEmpty());
    journey.goToReview();
    answer(journey.question(), u"choiceButton0"_s); // the 48 hours
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(journey.authConfig().current, made);
    QCOMPARE(journey.authConfig().previous, before.current);
    QVERIFY(journey.authConfig().next.isNull());
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    QTRY_VERIFY(journey.text(u"distributionLabel"_s).contains(u"MBX02"_s));
}

void tst_RotateWizard::failedRotation_isRepeated_withTheCertificateThatItMade_data()
{
    QTest::addColumn<bool>("isLost");
    QTest::newRow("stopped at the 48 hours") << false;
    QTest::newRow("the connection was lost after the creation") << true;
}

void tst_RotateWizard::failedRotation_isRepeated_withTheCertificateThatItMade()
{
    QFETCH(bool, isLost);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::AuthConfig before = journey.authConfig();
    const domain::ServerId mbx01 = domain::ServerId::fromHostName(u"MBX01"_s);
    auto *first = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth});
    first->draftAs<plan::RotateDraft>().setMode(plan::RotateDraft::Mode::Immediate);
    first->draftAs<plan::RotateDraft>().setServer(mbx01);
    journey.startTask(first);
    journey.goToReview();
    if (isLost)
        QVERIFY_RESULT(testkit::await(journey.lab().setFault(mbx01, {lab::Fault::Kind::DiesInTheMiddle, {}})));
    journey.next();
    answer(journey.question(), u"choiceButton2"_s); // not for internal transport
    if (!isLost) {
        QTRY_COMPARE(first->runner()->currentStep(), 3);
        ui::PromptDialog *question = journey.question();
        QVERIFY(question != nullptr);
        testkit::press(question, u"stopButton"_s);
        testkit::press(question, u"confirmStopButton"_s);
    }
    QVERIFY(journey.hasResult());
    QVERIFY(first->runner()->state() != plan::OperationState::Succeeded);
    first->close();
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(mbx01, {})));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    QCOMPARE(journey.authConfig(), before);
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    const domain::Thumbprint made = journey.added(u"MBX01"_s).first().facts.thumbprint;

    journey.startTask(ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth}));
    QCOMPARE(journey.page(), u"sourcePage"_s);
    QVERIFY(journey.wizard()->findChild<QRadioButton *>(u"existingRadio"_s)->isChecked());
    journey.next();
    testkit::press(journey.wizard(), u"immediateRadio"_s);
    journey.goToReview();
    answer(journey.question(), u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.authConfig().current, made);
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1); // no second one was made
}

void tst_RotateWizard::serverThatDoesNotAnswer_isLeftOut_andThatIsRecorded()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::ServerId mbx02 = domain::ServerId::fromHostName(u"MBX02"_s);
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(mbx02, {lab::Fault::Kind::Unreachable, {}})));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth});
    wizard->draftAs<plan::RotateDraft>().setServer(domain::ServerId::fromHostName(u"MBX01"_s));
    journey.startTask(wizard);
    QCOMPARE(wizard->draftAs<plan::RotateDraft>().recommendation().row, plan::AuthRow::Unreachable);
    testkit::press(wizard, u"leaveOutCheck"_s);
    QCOMPARE(wizard->draftAs<plan::RotateDraft>().recommendation().row, plan::AuthRow::CurrentEnds);
    journey.goToRun();
    answer(journey.question(), u"choiceButton2"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(journey.operations().first().plan.leftOut, QList{mbx02});
}

void tst_RotateWizard::sourcePage_isPassedOver_whereNothingCanBeUsed()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.startTask(ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth}));
    QCOMPARE(journey.page(), u"whenPage"_s);
    QVERIFY(!journey.wizard()->findChild<QPushButton *>(u"backButton"_s)->isEnabled());
}

void tst_RotateWizard::newOne_canBeMadeAllTheSame()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY(!makeByHand(journey).isNull());
    journey.startTask(ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth}));
    QVERIFY_RESULT(testkit::await(journey.lab().advanceClock(std::chrono::hours(1))));
    QVERIFY_RESULT(testkit::await(journey.session().refresh())); // the page follows
    QCOMPARE(journey.wizard()->findChild<QTableWidget *>(u"existingTable"_s)->currentRow(), 0);
    testkit::press(journey.wizard(), u"newRadio"_s);
    QVERIFY(!journey.wizard()->findChild<QTableWidget *>(u"existingTable"_s)->isEnabled());
    journey.goToReview();
    QCOMPARE(journey.page(), u"certificatePage"_s);
    testkit::press(journey.wizard(), u"backButton"_s);
    testkit::press(journey.wizard(), u"backButton"_s);
    QCOMPARE(journey.page(), u"sourcePage"_s);
}

KAKUIN_GUI_TEST(tst_RotateWizard)

} // namespace tests::tst_rotatewizard

#include "tst_rotatewizard.moc"
