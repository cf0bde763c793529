// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/prompts/promptdialog.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QTreeWidget>

namespace tests::tst_renewwizardservers {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::RenewalJourney;

/// Several servers in one plan, and servers that do not do what they should.
class tst_RenewWizardServers final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plan_stopsOrGoesOn_whenOneServerFails_data();
    void plan_stopsOrGoesOn_whenOneServerFails();
    void rest_isOfferedAgain_afterAFailure();
    void outcome_isNotKnown_whenTheServerIsLostInTheMiddle();
    void result_offersEachNewCertificate_whenThereAreSeveral();
    void consent_answersEveryQuestion_thatWasShown();
    void consent_isForgotten_whenThePlanChanges();

private:
    static void answerAllWithYes(RenewalJourney &journey);
};

void tst_RenewWizardServers::answerAllWithYes(RenewalJourney &journey)
{
    // guarded: the next dialog may well stand where the one before it stood
    while (const QPointer<ui::PromptDialog> question = journey.question()) {
        testkit::press(question, u"choiceButton0"_s);
        QTRY_VERIFY(journey.page() == u"resultPage"_s || question.isNull() || journey.question() != question);
    }
}

void tst_RenewWizardServers::plan_stopsOrGoesOn_whenOneServerFails_data()
{
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("stop: the servers behind it are left alone") << false;
    QTest::newRow("continue: the servers behind it are renewed") << true;
}

void tst_RenewWizardServers::plan_stopsOrGoesOn_whenOneServerFails()
{
    QFETCH(bool, goesOn);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const auto bad = domain::ServerId(u"MBX01"_s);
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(bad, {lab::Fault::Kind::RpcError, {}})));
    const QList<domain::CertificateId> ids{journey.own(u"CAS01"_s), journey.own(u"MBX01"_s), journey.own(u"MBX02"_s)};
    journey.start(ids);
    journey.next();
    testkit::press(journey.wizard(), goesOn ? u"continueOnErrorRadio"_s : u"stopOnErrorRadio"_s);
    journey.next();
    journey.next();
    answerAllWithYes(journey);
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.added(u"CAS01"_s).size(), 1);
    QCOMPARE(journey.added(u"MBX02"_s).size(), goesOn ? 1 : 0);
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(bad, {})));
    QCOMPARE(journey.added(u"MBX01"_s).size(), 0);
    QCOMPARE(journey.transport(u"MBX01"_s), ids.at(1).thumbprint);
    QCOMPARE(journey.transport(u"MBX02"_s) == ids.at(2).thumbprint, !goesOn);
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Failed);
    const QList<plan::StepRecord> &steps = journey.wizard()->runner()->steps();
    QCOMPARE(steps.at(2).state, plan::StepState::Failed);
    QCOMPARE(steps.at(4).state, goesOn ? plan::StepState::Succeeded : plan::StepState::Skipped);
}

void tst_RenewWizardServers::rest_isOfferedAgain_afterAFailure()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const auto bad = domain::ServerId(u"MBX01"_s);
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(bad, {lab::Fault::Kind::RpcError, {}})));
    journey.start({journey.own(u"MBX01"_s), journey.own(u"MBX02"_s)});
    journey.goToRun();
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.added(u"MBX02"_s).size(), 0);
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(bad, {})));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));

    testkit::press(journey.wizard(), u"againButton"_s);
    QCOMPARE(journey.page(), u"certificatesPage"_s);
    QCOMPARE(journey.renewal()->draftAs<plan::RenewDraft>().targets().size(), 2);
    journey.goToRun();
    answerAllWithYes(journey);
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    QCOMPARE(journey.added(u"MBX02"_s).size(), 1);
    QCOMPARE(journey.operations().size(), 2);
}

void tst_RenewWizardServers::outcome_isNotKnown_whenTheServerIsLostInTheMiddle()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const auto server = domain::ServerId(u"MBX01"_s);
    journey.start({journey.own(u"MBX01"_s), journey.own(u"MBX02"_s)});
    journey.next();
    testkit::press(journey.wizard(), u"continueOnErrorRadio"_s);
    journey.next();
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(server, {lab::Fault::Kind::DiesInTheMiddle, {}})));
    journey.next();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    testkit::press(question, u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    const plan::PlanRunner *runner = journey.wizard()->runner();
    QCOMPARE(runner->steps().first().state, plan::StepState::OutcomeUnknown);
    QCOMPARE(runner->steps().last().state, plan::StepState::Skipped);
    QCOMPARE(journey.operations().first().steps.first().state, plan::StepState::OutcomeUnknown);
    QVERIFY(journey.text(u"outcomeLabel"_s).contains(u"not known"_s));
    // what it had done, it has done
    QVERIFY_RESULT(testkit::await(journey.lab().setFault(server, {})));
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    QCOMPARE(journey.added(u"MBX02"_s).size(), 0);
}

void tst_RenewWizardServers::result_offersEachNewCertificate_whenThereAreSeveral()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s), journey.own(u"MBX02"_s)});
    QSignalSpy requested(journey.wizard(), &ui::TaskWizard::certificateRequested);
    journey.goToRun();
    answerAllWithYes(journey);
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.text(u"outcomeLabel"_s).isEmpty(), false);
    const auto *show = journey.wizard()->findChild<QPushButton *>(u"showCertificateButton"_s);
    QVERIFY(show->menu() != nullptr);
    QCOMPARE(show->menu()->actions().size(), 2);
    show->menu()->actions().last()->trigger();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<domain::CertificateId>(), journey.added(u"MBX02"_s).first().id());
    // the windows show the new state by themselves
    QTRY_VERIFY(journey.session().inventory()->find(journey.added(u"MBX02"_s).first().id()) != nullptr);
}

void tst_RenewWizardServers::consent_answersEveryQuestion_thatWasShown()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const QList<domain::CertificateId> ids{journey.own(u"MBX01"_s), journey.own(u"MBX02"_s)};
    journey.start(ids);
    journey.goToReview();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    testkit::press(journey.wizard(), u"consentButton"_s);
    QCOMPARE(journey.page(), u"consentPage"_s);
    const auto *list = journey.wizard()->findChild<QTableWidget *>(u"answerList"_s);
    QCOMPARE(list->rowCount(), 2);
    QCOMPARE(list->item(0, 0)->text(), u"MBX01"_s);
    QVERIFY(list->item(0, 2)->text().contains(ids.first().thumbprint.toShortString()));
    QCOMPARE(list->item(1, 4)->text(), u"Yes"_s);
    testkit::press(journey.wizard(), u"backButton"_s); // looking agrees to nothing
    QCOMPARE(journey.page(), u"reviewPage"_s);
    testkit::press(journey.wizard(), u"consentButton"_s);
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    // and it can be taken back
    testkit::press(journey.wizard(), u"withdrawConsentButton"_s);
    testkit::press(journey.wizard(), u"consentButton"_s);
    journey.next();
    journey.next();
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
    for (const domain::CertificateId &id : ids) {
        QCOMPARE(journey.added(id.server.name()).size(), 1);
        QCOMPARE(journey.transport(id.server.name()), journey.added(id.server.name()).first().facts.thumbprint);
    }
    const plan::OperationRecord recorded = journey.operations().first();
    QVERIFY(recorded.consent.has_value());
    QCOMPARE(recorded.consent->planHash, recorded.planHash);
    QCOMPARE(recorded.consent->answers.size(), 2);
    for (const int step : {0, 2})
        QVERIFY(recorded.steps.at(step).questions.first().isByConsent);
}

void tst_RenewWizardServers::consent_isForgotten_whenThePlanChanges()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s), journey.own(u"MBX02"_s)});
    journey.goToReview();
    testkit::press(journey.wizard(), u"consentButton"_s);
    journey.next();
    testkit::press(journey.wizard(), u"backButton"_s);
    testkit::press(journey.wizard(), u"keepTransportRadio"_s);
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    journey.next();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr); // the person is asked after all
    testkit::press(question, u"choiceButton2"_s);
    question = journey.question();
    QVERIFY(question != nullptr);
    testkit::press(question, u"choiceButton2"_s);
    QVERIFY(journey.hasResult());
    QVERIFY(!journey.operations().first().consent);
}

KAKUIN_GUI_TEST(tst_RenewWizardServers)

} // namespace tests::tst_renewwizardservers

#include "tst_renewwizardservers.moc"
