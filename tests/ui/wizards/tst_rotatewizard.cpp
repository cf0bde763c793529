// SPDX-License-Identifier: MIT
#include "core/plan/authrotation.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/prompts/promptdialog.h"
#include "ui/views/rotation/rotationdialog.h"
#include "ui/wizards/rotate/rotatewizard.h"
#include "ui/wizards/shared/wizardpage.h"

#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

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
    void stop_atTheFirstQuestion_leavesTheConfiguration();

private:
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
    auto *wizard = new ui::RotateWizard(journey.workspace());
    journey.startTask(wizard);
    // twelve days are left and nothing is staged
    QCOMPARE(wizard->draft()->recommendation().row, plan::AuthRow::CurrentEnds);
    QVERIFY(journey.text(u"adviceRowLabel"_s).contains(u"2"_s));
    QVERIFY(journey.text(u"adviceEvidenceLabel"_s).contains(u"12"_s));
    QVERIFY(!journey.text(u"adviceLabel"_s).isEmpty());
    QCOMPARE(wizard->draft()->mode(), plan::RotateDraft::Mode::Planned);
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
    auto *wizard = new ui::RotateWizard(journey.workspace());
    wizard->draft()->setMode(plan::RotateDraft::Mode::Immediate);
    wizard->draft()->setServer(domain::ServerId::fromHostName(u"MBX01"_s));
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
    auto *wizard = new ui::RotateWizard(journey.workspace());
    journey.startTask(wizard);
    testkit::press(wizard, u"immediateRadio"_s);
    wizard->draft()->setServer(domain::ServerId::fromHostName(u"MBX01"_s));
    journey.next();
    testkit::press(wizard, u"allNamesRadio"_s);
    wizard->draft()->setNameList({u"CAS01"_s, u"CAS01.contoso.com"_s, u"MBX01"_s, u"MBX01.contoso.com"_s});
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
    auto *wizard = new ui::RotateWizard(journey.workspace());
    wizard->draft()->setMode(plan::RotateDraft::Mode::Planned);
    wizard->draft()->setServer(domain::ServerId::fromHostName(u"MBX01"_s));
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
    // the after-care is ticked off, and kept in the journal
    auto *restart = dialog.findChild<QCheckBox *>(u"restartServiceHostCheck"_s);
    QVERIFY(restart->isVisibleTo(&dialog));
    restart->click();
    QVERIFY(restart->isChecked());
    const qint64 operation = journey.operations().first().id;
    QCOMPARE(journey.workspace().journal()->doneItems(operation)->size(), 1);
    testkit::press(&dialog, u"clearPreviousButton"_s);
    auto *clearing = dialog.findChild<ui::TaskWizard *>();
    QVERIFY(clearing != nullptr);
    testkit::press(clearing, u"nextButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(clearing->currentPage()->objectName() == u"resultPage"_s, 30'000);
    QVERIFY(journey.authConfig().previous.isNull());
    QCOMPARE(journey.authConfig().current, next);
}

void tst_RotateWizard::stop_atTheFirstQuestion_leavesTheConfiguration()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::AuthConfig before = journey.authConfig();
    auto *wizard = new ui::RotateWizard(journey.workspace());
    wizard->draft()->setServer(domain::ServerId::fromHostName(u"MBX01"_s));
    journey.startTask(wizard);
    journey.goToRun();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    testkit::press(question, u"stopButton"_s);
    testkit::press(question, u"confirmStopButton"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Cancelled);
    QCOMPARE(journey.authConfig(), before);
}

KAKUIN_GUI_TEST(tst_RotateWizard)

} // namespace tests::tst_rotatewizard

#include "tst_rotatewizard.moc"
