// SPDX-License-Identifier: MIT
#include "core/plan/assigndraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/prompts/promptdialog.h"
#include "ui/wizards/taskwizards.h"

#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QPushButton>

namespace tests::tst_assignwizard {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::RenewalJourney;

/// The assignment of services and of internal transport through its wizard.
class tst_AssignWizard final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void services_areTakenOver();
    void internalTransport_isAsAnswered_data();
    void internalTransport_isAsAnswered();
    void nothingToDo_cannotGoOn();

private:
    static domain::CertificateId spare(RenewalJourney &journey);
};

// A second certificate of MBX01, without services.
domain::CertificateId tst_AssignWizard::spare(RenewalJourney &journey)
{
    shell::Cmdlet make(u"New-ExchangeCertificate"_s);
    make.onServer(domain::ServerId::fromHostName(u"MBX01"_s)).withServices({});
    if (!testkit::await(journey.session().shell()->invoke(make)) || !testkit::await(journey.session().refresh()))
        return {};
    return journey.added(u"MBX01"_s).isEmpty() ? domain::CertificateId() : journey.added(u"MBX01"_s).first().id();
}

void tst_AssignWizard::services_areTakenOver()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    const domain::CertificateId id = spare(journey);
    QVERIFY(!id.thumbprint.isNull());
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Assign, {id}});
    journey.startTask(wizard);
    wizard->findChild<QCheckBox *>(u"serviceIMAPCheck"_s)->setChecked(true);
    QCOMPARE(wizard->draftAs<plan::AssignDraft>().takeovers().size(), 1);
    QCOMPARE(wizard->draftAs<plan::AssignDraft>().takeovers().first().from, old.thumbprint);
    journey.next();
    journey.next();
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    for (const domain::Certificate &certificate : journey.certificates(u"MBX01"_s)) {
        if (certificate.facts.thumbprint == id.thumbprint)
            QVERIFY(certificate.hasService(domain::Service::Imap));
        else
            QVERIFY(!certificate.hasService(domain::Service::Imap));
    }
}

void tst_AssignWizard::internalTransport_isAsAnswered_data()
{
    QTest::addColumn<bool>("yes");
    QTest::newRow("Yes: it takes the role over") << true;
    QTest::newRow("No: the role stays, and the services are there") << false;
}

void tst_AssignWizard::internalTransport_isAsAnswered()
{
    QFETCH(bool, yes);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    const domain::CertificateId id = spare(journey);
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::TakeTransport, {id}});
    journey.startTask(wizard);
    journey.next();
    journey.next();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    testkit::press(question, yes ? u"choiceButton0"_s : u"choiceButton2"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(journey.transport(u"MBX01"_s), yes ? id.thumbprint : old.thumbprint);
    // the way back is offered where the role has moved, and names who had it
    auto *undo = wizard->findChild<QPushButton *>(u"undoTransportButton"_s);
    QCOMPARE(undo->isVisible(), yes);
    if (yes) {
        QSignalSpy asked(wizard, &ui::TaskWizard::taskRequested);
        undo->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<advice::Task>(), (advice::Task{advice::Task::Kind::TakeTransport, {old}}));
    }
}

void tst_AssignWizard::nothingToDo_cannotGoOn()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    auto *wizard
        = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::TakeTransport, {journey.own(u"MBX01"_s)}});
    journey.startTask(wizard);
    QVERIFY(!wizard->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
}

KAKUIN_GUI_TEST(tst_AssignWizard)

} // namespace tests::tst_assignwizard

#include "tst_assignwizard.moc"
