// SPDX-License-Identifier: MIT
#include "core/domain/fitness.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "text/nextstep.h"
#include "ui/decoration/theme.h"
#include "ui/prompts/promptdialog.h"
#include "ui/widgets/wraplabel.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

namespace tests::tst_renewwizardanswers {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::RenewalJourney;

namespace {

enum class Answer { Yes, No, YesToAll, NoToAll, StopButton, EscapeTwice, CloseTwice };

void give(Answer answer, ui::PromptDialog *dialog)
{
    switch (answer) {
    case Answer::Yes:
        testkit::press(dialog, u"choiceButton0"_s);
        return;
    case Answer::No:
        testkit::press(dialog, u"choiceButton2"_s);
        return;
    case Answer::YesToAll:
        testkit::passQuietTime();
        dialog->findChild<QAction *>(u"toAllAction1"_s)->trigger();
        return;
    case Answer::NoToAll:
        testkit::passQuietTime();
        dialog->findChild<QAction *>(u"toAllAction3"_s)->trigger();
        return;
    case Answer::StopButton:
        testkit::press(dialog, u"stopButton"_s);
        testkit::press(dialog, u"confirmStopButton"_s);
        return;
    case Answer::EscapeTwice:
        testkit::passQuietTime();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        testkit::passQuietTime();
        QTest::keyClick(dialog, Qt::Key_Escape);
        return;
    case Answer::CloseTwice:
        testkit::passQuietTime();
        QVERIFY(!dialog->close());
        QVERIFY(dialog->isVisible());
        testkit::passQuietTime();
        dialog->close();
        return;
    }
}

} // namespace

/// Every answer to the question about internal transport, and what the organisation is like afterwards.
class tst_RenewWizardAnswers final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void organisation_isAsAnswered_afterEachAnswer_data();
    void organisation_isAsAnswered_afterEachAnswer();
    void expiredTransport_isNotSucceededOver_afterNo();
    void result_saysWhatIsLeft_asTheAdviserDoes();
    void clientAccessServer_isCheckedInTheDirectory_afterYes();
    void wmSvc_getsASuccessorWithoutQuestion();
    void secondCertificateOfAServer_isAdvisedNotToTakeOver();
};

void tst_RenewWizardAnswers::organisation_isAsAnswered_afterEachAnswer_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("culture");
    QTest::addColumn<bool>("takesOver");
    QTest::addColumn<bool>("isStopped");
    const struct {
        const char *name;
        Answer answer;
        bool takesOver;
        bool isStopped;
    } rows[] = {
        {"Yes", Answer::Yes, true, false},
        {"No", Answer::No, false, false},
        {"Yes to all", Answer::YesToAll, true, false},
        {"No to all", Answer::NoToAll, false, false},
        {"Stop here, by its button", Answer::StopButton, false, true},
        {"Stop here, by Esc twice", Answer::EscapeTwice, false, true},
        {"Stop here, by closing the window twice", Answer::CloseTwice, false, true},
    };
    for (const auto &row : rows) {
        for (const QString &culture : {u"en-US"_s, u"ja-JP"_s})
            QTest::addRow("%s, of a server that speaks %s", row.name, qPrintable(culture))
                << row.answer << culture << row.takesOver << row.isStopped;
    }
}

void tst_RenewWizardAnswers::organisation_isAsAnswered_afterEachAnswer()
{
    QFETCH(Answer, answer);
    QFETCH(QString, culture);
    QFETCH(bool, takesOver);
    QFETCH(bool, isStopped);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open(culture));
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    journey.start({old});
    journey.goToRun();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    QCOMPARE(question->prompt().caption, culture == u"ja-JP"_s ? u"確認"_s : u"Confirm"_s);
    give(answer, question);
    QVERIFY(journey.hasResult());

    // the certificate exists whatever the answer was: the server asks after it has created it
    const QList<domain::Certificate> added = journey.added(u"MBX01"_s);
    QCOMPARE(added.size(), 1);
    const domain::Certificate &successor = added.first();
    QCOMPARE(successor.facts.subject, u"CN=MBX01"_s);
    QVERIFY(successor.hasService(domain::Service::Smtp));
    QVERIFY(!successor.hasService(domain::Service::Iis));
    QCOMPARE(journey.transport(u"MBX01"_s), takesOver ? successor.facts.thumbprint : old.thumbprint);
    QVERIFY(journey.session().inventory()->find(old) != nullptr);

    const plan::PlanRunner *runner = journey.wizard()->runner();
    QCOMPARE(runner->state(), isStopped ? plan::OperationState::Cancelled : plan::OperationState::Succeeded);
    const QList<plan::OperationRecord> journal = journey.operations();
    QCOMPARE(journal.size(), 1);
    QCOMPARE(journal.first().state, runner->state());
    const QString leftToDo
        = u"On MBX01, internal transport stays with the certificate "_s + old.thumbprint.toString().left(8);
    QCOMPARE(journey.text(u"nextLabel"_s).contains(leftToDo), !takesOver && !isStopped);
    QCOMPARE(journal.first().steps.size(), 2);
    const QList<shell::AskedPrompt> &questions = journal.first().steps.first().questions;
    QCOMPARE(questions.size(), 1);
    QVERIFY(questions.first().isAnswered);
    QCOMPARE(questions.first().answer.has_value(), !isStopped);
    QCOMPARE(questions.first().prompt.thumbprints(),
        (QList<domain::Thumbprint>{old.thumbprint, successor.facts.thumbprint}));
    if (isStopped)
        QVERIFY(journey.text(u"outcomeLabel"_s).contains(successor.facts.thumbprint.toString().left(8)));
    const auto *row = journey.wizard()->findChild<QWidget *>(u"runRow1"_s);
    QVERIFY(row != nullptr);
    for (const ui::WrapLabel *label : row->findChildren<ui::WrapLabel *>())
        QVERIFY(label->tone() != ui::Tone::Expired); // a stop is not shown in the colour of failures
    QVERIFY(journey.wizard()->findChild<QWidget *>(u"showCertificateButton"_s)->isVisible());
    QVERIFY(!journey.wizard()->findChild<QWidget *>(u"againButton"_s)->isVisible());
}

void tst_RenewWizardAnswers::expiredTransport_isNotSucceededOver_afterNo()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX02"_s);
    const domain::Certificate *expired = journey.session().inventory()->find(old);
    QVERIFY(expired != nullptr && domain::isExpired(expired->facts, journey.session().nowUtc()));
    journey.start({old});
    journey.goToRun();
    give(Answer::No, journey.question());
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(journey.transport(u"MBX02"_s), old.thumbprint);
    QVERIFY(journey.text(u"nextLabel"_s).contains(u"That certificate has expired: let a valid one take over now."_s));
    const auto *mark = journey.wizard()->findChild<QLabel *>(u"outcomeMark"_s);
    QVERIFY(mark != nullptr);
    const auto icon = [mark](models::Severity severity) {
        return ui::severityIcon(severity, mark->palette()).pixmap(QSize(20, 20), mark->devicePixelRatioF()).toImage();
    };
    QCOMPARE(mark->pixmap().toImage(), icon(models::Severity::Soon));
    QVERIFY(icon(models::Severity::Soon) != icon(models::Severity::Ok));
}

void tst_RenewWizardAnswers::clientAccessServer_isCheckedInTheDirectory_afterYes()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"EXCAS1"_s);
    QVERIFY(!old.thumbprint.isNull());
    journey.start({old});
    journey.goToRun();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    testkit::press(question, u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    const QList<domain::Certificate> added = journey.added(u"EXCAS1"_s);
    QCOMPARE(added.size(), 1);
    QCOMPARE(journey.transport(u"EXCAS1"_s), added.first().facts.thumbprint);
    const plan::Step &verified = journey.wizard()->runner()->plan().steps.at(1);
    QCOMPARE(verified.checks.at(1).command.cmdlets.first().name(), u"Get-ADObject"_s);
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
}

void tst_RenewWizardAnswers::wmSvc_getsASuccessorWithoutQuestion()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.wmSvc(u"MBX01"_s);
    QVERIFY(!old.thumbprint.isNull());
    const domain::Thumbprint transport = journey.transport(u"MBX01"_s);
    journey.start({old});
    journey.goToRun();
    QVERIFY(journey.question() == nullptr);
    QVERIFY(journey.hasResult());
    const QList<domain::Certificate> added = journey.added(u"MBX01"_s);
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.first().services.value_or(domain::Service::Smtp), domain::ServiceSet());
    QCOMPARE(journey.transport(u"MBX01"_s), transport);
    QVERIFY(journey.operations().first().steps.first().questions.isEmpty());
}

void tst_RenewWizardAnswers::secondCertificateOfAServer_isAdvisedNotToTakeOver()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId own = journey.own(u"Exchange01"_s);
    domain::CertificateId forgotten;
    for (const domain::Certificate &each : *journey.session().inventory()->find(own.server)->certificates) {
        if (each.facts.subject == u"CN=Exchange01"_s && each.facts.thumbprint != own.thumbprint)
            forgotten = each.id();
    }
    QVERIFY(!forgotten.thumbprint.isNull());
    journey.start({forgotten});
    journey.goToRun();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    const auto *yes = question->findChild<QWidget *>(u"choiceButton0"_s);
    const auto *no = question->findChild<QWidget *>(u"choiceButton2"_s);
    QVERIFY(!yes->accessibleName().contains(u"Recommended"_s));
    QVERIFY(no->accessibleName().contains(u"Recommended"_s));
    testkit::press(question, u"choiceButton2"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.transport(u"Exchange01"_s), own.thumbprint);
}

void tst_RenewWizardAnswers::result_saysWhatIsLeft_asTheAdviserDoes()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX02"_s); // bound to port 444, too
    journey.start({old});
    journey.goToRun();
    give(Answer::Yes, journey.question());
    QVERIFY(journey.hasResult());
    const auto *title = [&]() -> const ui::WrapLabel * {
        const auto isThere = [&] { return journey.wizard()->findChild<ui::WrapLabel *>(u"leftTitle"_s) != nullptr; };
        return testkit::waitUntil(isThere) ? journey.wizard()->findChild<ui::WrapLabel *>(u"leftTitle"_s) : nullptr;
    }();
    QVERIFY(title != nullptr);
    // the same words as the next step of the certificate in the main window
    const auto context = ui::CertificateContext::find(
        journey.session().inventory(), old, journey.session().nowUtc(), journey.workspace().policy());
    QVERIFY(context);
    const ui::NextStep step = ui::NextStep::of(*context);
    QCOMPARE(step.advice.reason, advice::Reason::BackEndToHeir);
    QCOMPARE(title->text(), step.title());
    // the expired certificate still serves port 444: no tick above that
    const auto *mark = journey.wizard()->findChild<QLabel *>(u"outcomeMark"_s);
    const QImage warning = ui::severityIcon(models::Severity::Soon, mark->palette())
                               .pixmap(QSize(20, 20), mark->devicePixelRatioF())
                               .toImage();
    QCOMPARE(mark->pixmap().toImage(), warning);
    QVERIFY(journey.text(u"nextLabel"_s).contains(u"Still critical:"_s));
    testkit::press(journey.wizard(), u"copyResultButton"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(step.explanation(*context)));
}

KAKUIN_GUI_TEST(tst_RenewWizardAnswers)

} // namespace tests::tst_renewwizardanswers

#include "tst_renewwizardanswers.moc"
