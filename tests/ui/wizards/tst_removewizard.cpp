// SPDX-License-Identifier: MIT
#include "core/plan/pfxfile.h"
#include "core/plan/removedraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/prompts/promptdialog.h"
#include "ui/wizards/taskwizards.h"

#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPushButton>

namespace tests::tst_removewizard {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::RenewalJourney;

/// Removal through its wizard: what stands in the way, what takes over, what is saved, what is gone afterwards.
class tst_RemoveWizard final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void internalTransport_isHandedOverFirst_data();
    void internalTransport_isHandedOverFirst();
    void noToTheHandOver_removesNothing();
    void backEndBinding_blocks_untilItIsBoundElsewhere();
    void noToTheRemoval_keepsTheCertificate();
    void authCertificate_cannotBeRemoved();
    void backup_isSavedAndOpened_beforeTheRemoval();
    void refusal_saysTheWayOut_whenTheServerRefusesAfterAll_data();
    void refusal_saysTheWayOut_whenTheServerRefusesAfterAll();
    void someoneElsesChange_stopsTheRemoval_beforeItIsSent_data();
    void someoneElsesChange_stopsTheRemoval_beforeItIsSent();

private:
    /// Renews the server's own certificate without touching internal transport, and binds port 444 to the successor.
    static domain::Thumbprint succeed(RenewalJourney &journey, const QString &server);
    static ui::TaskWizard *begin(RenewalJourney &journey, const domain::CertificateId &id);
    static bool has(RenewalJourney &journey, const domain::CertificateId &id);
};

domain::Thumbprint tst_RemoveWizard::succeed(RenewalJourney &journey, const QString &server)
{
    const domain::CertificateId old = journey.own(server);
    journey.start({old});
    journey.goToRun();
    if (ui::PromptDialog *question = journey.question())
        testkit::press(question, u"choiceButton2"_s);
    if (!journey.hasResult() || journey.added(server).size() != 1)
        return {};
    const domain::Thumbprint made = journey.added(server).first().facts.thumbprint;
    journey.wizard()->close();
    const bool isBound
        = testkit::await(journey.lab().bindSite(old.server, domain::IisBinding::backEndSite, made)).has_value();
    const bool isRead = testkit::await(journey.session().refresh()).has_value();
    return isBound && isRead ? made : domain::Thumbprint();
}

ui::TaskWizard *tst_RemoveWizard::begin(RenewalJourney &journey, const domain::CertificateId &id)
{
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Remove, {id}});
    journey.startTask(wizard);
    return wizard;
}

bool tst_RemoveWizard::has(RenewalJourney &journey, const domain::CertificateId &id)
{
    const QList<domain::Certificate> all = journey.certificates(id.server.name());
    return std::any_of(all.begin(), all.end(),
        [&](const domain::Certificate &each) { return each.facts.thumbprint == id.thumbprint; });
}

void tst_RemoveWizard::internalTransport_isHandedOverFirst_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("culture");
    QTest::newRow("mailbox server, English: checked by cmdlet") << u"MBX01"_s << u"en-US"_s;
    QTest::newRow("mailbox server, Japanese") << u"MBX01"_s << u"ja-JP"_s;
    QTest::newRow("Client Access server: checked in the directory") << u"EXCAS1"_s << u"en-US"_s;
}

void tst_RemoveWizard::internalTransport_isHandedOverFirst()
{
    QFETCH(QString, server);
    QFETCH(QString, culture);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open(culture));
    const domain::CertificateId old = journey.own(server);
    const domain::Thumbprint heir = succeed(journey, server);
    QVERIFY(!heir.isNull());
    QCOMPARE(journey.transport(server), old.thumbprint);
    ui::TaskWizard *wizard = begin(journey, old);
    // the renewed successor is proposed
    QCOMPARE(wizard->draftAs<plan::RemoveDraft>().targets().first().replacement, heir);
    if (auto *box = wizard->findChild<QCheckBox *>(u"acknowledgeCheck"_s);
        wizard->draftAs<plan::RemoveDraft>().needsAcknowledgement())
        box->setChecked(true);
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    journey.next();
    ui::PromptDialog *handOver = journey.question();
    QVERIFY(handOver != nullptr);
    QVERIFY(has(journey, old)); // it is still there while the role is asked for
    testkit::press(handOver, u"choiceButton0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(wizard->runner()->currentStep(), 2, 30'000);
    QCOMPARE(journey.transport(server), heir);
    ui::PromptDialog *removal = journey.question();
    QVERIFY(removal != nullptr);
    testkit::press(removal, u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    QVERIFY(!has(journey, old));
    QCOMPARE(journey.transport(server), heir);
}

void tst_RemoveWizard::noToTheHandOver_removesNothing()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"EXCAS1"_s);
    QVERIFY(!succeed(journey, u"EXCAS1"_s).isNull());
    ui::TaskWizard *wizard = begin(journey, old);
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    journey.next();
    journey.next();
    ui::PromptDialog *handOver = journey.question();
    QVERIFY(handOver != nullptr);
    testkit::press(handOver, u"choiceButton2"_s);
    // Exchange would let it go on a Client Access server; Kakuin does not
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Declined);
    QCOMPARE(wizard->runner()->steps().first().state, plan::StepState::Declined);
    QVERIFY(has(journey, old));
    QCOMPARE(journey.transport(u"EXCAS1"_s), old.thumbprint);
}

void tst_RemoveWizard::backEndBinding_blocks_untilItIsBoundElsewhere()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    ui::TaskWizard *wizard = begin(journey, old);
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    QVERIFY(!wizard->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
    const QList<plan::RemoveDraft::Problem> problems = wizard->draftAs<plan::RemoveDraft>().problems();
    const bool isBlocked = std::any_of(problems.begin(), problems.end(), [](const plan::RemoveDraft::Problem &problem) {
        return problem.code == plan::RemoveDraft::ProblemCode::Blocked
            && problem.check == plan::RemovalCheck::IisBindings;
    });
    QVERIFY(isBlocked);
    QVERIFY(wizard->findChild<QWidget *>(u"preflightPageProblemBar"_s)->isVisible());
}

void tst_RemoveWizard::noToTheRemoval_keepsTheCertificate()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    const domain::Thumbprint heir = succeed(journey, u"MBX01"_s);
    QVERIFY(!heir.isNull());
    ui::TaskWizard *wizard = begin(journey, old);
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    journey.next();
    journey.next();
    testkit::press(journey.question(), u"choiceButton0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(wizard->runner()->currentStep(), 2, 30'000);
    testkit::press(journey.question(), u"choiceButton2"_s);
    QVERIFY(journey.hasResult());
    QVERIFY(has(journey, old));
    QCOMPARE(journey.transport(u"MBX01"_s), heir); // what was done stays done
    QVERIFY(wizard->runner()->state() != plan::OperationState::Succeeded);
}

void tst_RemoveWizard::authCertificate_cannotBeRemoved()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::Thumbprint current = journey.authConfig().current;
    ui::TaskWizard *wizard = begin(journey, {domain::ServerId::fromHostName(u"MBX01"_s), current});
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    QVERIFY(wizard->draftAs<plan::RemoveDraft>().plan().steps.isEmpty());
    QSignalSpy asked(wizard, &ui::TaskWizard::taskRequested);
    testkit::press(wizard, u"mendButton0"_s);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<advice::Task>().kind, advice::Task::Kind::FollowRotation);
}

void tst_RemoveWizard::backup_isSavedAndOpened_beforeTheRemoval()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    // a certificate that nobody needs, with a key that can be exported
    const domain::ServerId server = domain::ServerId::fromHostName(u"MBX01"_s);
    shell::Cmdlet make(u"New-ExchangeCertificate"_s);
    make.onServer(server).with(u"SubjectName"_s, u"CN=spare.contoso.com"_s).withServices({});
    make.with(u"PrivateKeyExportable"_s, true);
    QVERIFY_RESULT(testkit::await(journey.session().shell()->invoke(make)));
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    const domain::CertificateId spare = journey.added(u"MBX01"_s).first().id();
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"spare.pfx"_s);
    ui::TaskWizard *wizard = begin(journey, spare);
    wizard->findChild<QCheckBox *>(u"backupCheck"_s)->setChecked(true);
    testkit::type(wizard, u"backupPathEdit"_s, path);
    wizard->draftAs<plan::RemoveDraft>().setBackupPath(spare, path);
    QVERIFY(!wizard->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
    testkit::type(wizard, u"backupPasswordEdit"_s, u"Correct horse 7!"_s);
    testkit::type(wizard, u"backupRepeatEdit"_s, u"Correct horse 7!"_s);
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    journey.next();
    journey.next();
    testkit::press(journey.question(), u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    QVERIFY(!has(journey, spare));
    const auto saved = testkit::await(plan::openPfxFile(path, Secret(u"Correct horse 7!"_s)));
    QVERIFY_RESULT(saved);
    QCOMPARE(saved->facts.thumbprint, spare.thumbprint);
    QVERIFY(saved->hasKey);
    // the password is nowhere in the journal
    QFile journal(journey.workspace().dataFolder() + u"/journal.sqlite"_s);
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QVERIFY(!journal.readAll().contains("Correct horse"));
}

void tst_RemoveWizard::refusal_saysTheWayOut_whenTheServerRefusesAfterAll_data()
{
    QTest::addColumn<QString>("culture");
    QTest::newRow("English") << u"en-US"_s;
    QTest::newRow("Japanese") << u"ja-JP"_s;
}

void tst_RemoveWizard::refusal_saysTheWayOut_whenTheServerRefusesAfterAll()
{
    QFETCH(QString, culture);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open(culture));
    const domain::ServerId mbx01(u"MBX01"_s);
    const auto no = std::make_shared<testkit::FakePrompts>();
    no->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::No);
    const auto spare = shell::Cmdlet(u"New-ExchangeCertificate"_s).onServer(mbx01).withServices(domain::Service::Smtp);
    QVERIFY_RESULT(testkit::await(journey.session().shell()->invoke(spare, no)));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    const domain::CertificateId id = journey.added(u"MBX01"_s).first().id();
    ui::TaskWizard *wizard = begin(journey, id);
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    // meanwhile someone else gives it the internal transport role: its services are the same, so nothing that the plan
    // relies on has changed, and the server refuses (E1 of Remove-ExchangeCertificate)
    const auto yes = std::make_shared<testkit::FakePrompts>();
    yes->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::Yes);
    const auto enable = shell::Cmdlet(u"Enable-ExchangeCertificate"_s)
                            .onServer(mbx01)
                            .withThumbprint(id.thumbprint)
                            .withServices(domain::Service::Smtp);
    QVERIFY_RESULT(testkit::await(journey.session().shell()->invoke(enable, yes)));
    journey.next();
    if (ui::PromptDialog *question = journey.question())
        testkit::press(question, u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->firstError()->code, ErrorCode::RefusedInternalTransport);
    QVERIFY(!wizard->runner()->firstError()->detail.isEmpty()); // the server's own words
    QVERIFY(has(journey, id));
    // the checks are made once more, and now they see it
    testkit::press(wizard, u"againButton"_s);
    QCOMPARE(journey.page(), u"preflightPage"_s);
    QTRY_VERIFY(wizard->draftAs<plan::RemoveDraft>().targets().first().needsReplacement());
}

void tst_RemoveWizard::someoneElsesChange_stopsTheRemoval_beforeItIsSent_data()
{
    QTest::addColumn<QString>("culture");
    QTest::newRow("English") << u"en-US"_s;
    QTest::newRow("Japanese") << u"ja-JP"_s;
}

void tst_RemoveWizard::someoneElsesChange_stopsTheRemoval_beforeItIsSent()
{
    QFETCH(QString, culture);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open(culture));
    const domain::ServerId mbx01(u"MBX01"_s);
    const auto spare = shell::Cmdlet(u"New-ExchangeCertificate"_s).onServer(mbx01).withServices({});
    QVERIFY_RESULT(testkit::await(journey.session().shell()->invoke(spare)));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    const domain::CertificateId id = journey.added(u"MBX01"_s).first().id();
    ui::TaskWizard *wizard = begin(journey, id);
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    // meanwhile someone else makes it the internal transport certificate
    const auto yes = std::make_shared<testkit::FakePrompts>();
    yes->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::Yes);
    const auto enable = shell::Cmdlet(u"Enable-ExchangeCertificate"_s)
                            .onServer(mbx01)
                            .withThumbprint(id.thumbprint)
                            .withServices(domain::Service::Smtp);
    QVERIFY_RESULT(testkit::await(journey.session().shell()->invoke(enable, yes)));
    journey.next();
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->firstError()->code, ErrorCode::PreconditionChanged);
    QVERIFY(wizard->runner()->steps().first().questions.isEmpty()); // nothing was sent that could ask
    QVERIFY(has(journey, id));
    // the checks are made once more, and now they see it
    testkit::press(wizard, u"againButton"_s);
    QCOMPARE(journey.page(), u"preflightPage"_s);
    QTRY_VERIFY(wizard->draftAs<plan::RemoveDraft>().targets().first().needsReplacement());
}

KAKUIN_GUI_TEST(tst_RemoveWizard)

} // namespace tests::tst_removewizard

#include "tst_removewizard.moc"
