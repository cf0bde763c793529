// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/pseudotranslator.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/prompts/promptdialog.h"
#include "ui/widgets/messagebar.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

namespace tests::tst_renewwizard {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::PseudoTranslator;
using testkit::RenewalJourney;

/// The wizard's pages: what they show, and what happens to them while they are open.
class tst_RenewWizard final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void review_showsWordsCommandQuestionAndCautions();
    void review_namesThePersonsOptions();
    void renewNow_runsOnce_whenItIsClickedTwice();
    void enter_startsNothing_onReview();
    void language_isSwitched_whileAQuestionIsOpen();
    void refresh_returnsToTheFirstPage_whenAChosenCertificateIsGone();
    void refresh_keepsWhatIsChosen();
    void filter_findsThumbprintsInAnySpelling();
    void interactiveWidgets_haveNamesForProgramsAndForPeople();

private:
    static QStringList texts(const QWidget *root, const QString &objectName);
};

QStringList tst_RenewWizard::texts(const QWidget *root, const QString &objectName)
{
    QStringList out;
    for (const QLabel *label : root->findChildren<QLabel *>(objectName))
        out.append(label->text());
    return out;
}

void tst_RenewWizard::review_showsWordsCommandQuestionAndCautions()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId old = journey.own(u"MBX01"_s);
    journey.start({old});
    journey.goToReview();
    QVERIFY(journey.text(u"wizardSubtitle"_s).contains(u"Nothing has been changed yet."_s));
    const QStringList words = texts(journey.wizard(), u"stepWords"_s);
    QCOMPARE(words.size(), 2);
    QVERIFY(words.first().contains(u"MBX01"_s));
    const QStringList code = texts(journey.wizard(), u"codeLabel"_s);
    QVERIFY(code.first().startsWith(u"Get-ExchangeCertificate -Server MBX01 -Thumbprint "_s));
    QVERIFY(code.first().contains(old.thumbprint.toString()));
    QVERIFY(code.first().contains(u"New-ExchangeCertificate -Server MBX01 -Services IMAP,POP,SMTP"_s));
    QVERIFY(code.last().contains(u"Get-TransportService"_s));
    QVERIFY(texts(journey.wizard(), u"stepNote"_s).join(u'\n').contains(u"Recommended answer: Yes."_s));
    const auto *cautions = journey.wizard()->findChild<ui::MessageBar *>(u"cautionBar"_s);
    QVERIFY(cautions->isVisible());
    QVERIFY(cautions->message().contains(u"444"_s));
    QCOMPARE(journey.wizard()->findChild<QPushButton *>(u"nextButton"_s)->text(), u"Renew now"_s);
    QVERIFY(journey.wizard()->findChild<QPushButton *>(u"saveScriptButton"_s)->isVisible());
}

void tst_RenewWizard::review_namesThePersonsOptions()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    journey.next();
    auto *wizard = journey.wizard();
    testkit::press(wizard, u"chooseServicesRadio"_s);
    wizard->findChild<QCheckBox *>(u"servicePOPCheck"_s)->setChecked(false);
    testkit::type(wizard, u"friendlyNameEdit"_s, u"Mail $(calc) 'x'"_s);
    wizard->findChild<QCheckBox *>(u"exportableKeyCheck"_s)->setChecked(true);
    // the role is wanted, so SMTP cannot be left out
    auto *smtp = wizard->findChild<QCheckBox *>(u"serviceSMTPCheck"_s);
    smtp->setChecked(false);
    QVERIFY(!wizard->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
    QVERIFY(wizard->findChild<QWidget *>(u"optionsProblemBar"_s)->isVisible());
    smtp->setChecked(true);
    QVERIFY(!wizard->findChild<QWidget *>(u"optionsProblemBar"_s)->isVisible());
    journey.next();
    const QString code = texts(wizard, u"codeLabel"_s).first();
    QVERIFY(code.contains(u"-Services IMAP,SMTP"_s));
    QVERIFY(code.contains(u"-FriendlyName 'Mail $(calc) ''x'''"_s));
    QVERIFY(code.contains(u"-PrivateKeyExportable $true"_s));
}

void tst_RenewWizard::renewNow_runsOnce_whenItIsClickedTwice()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.wmSvc(u"MBX01"_s)});
    journey.goToReview();
    auto *next = journey.wizard()->findChild<QPushButton *>(u"nextButton"_s);
    testkit::passQuietTime();
    next->click();
    next->click();
    next->click();
    QCOMPARE(journey.page(), u"runPage"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    QCOMPARE(journey.operations().size(), 1);
}

void tst_RenewWizard::enter_startsNothing_onReview()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    journey.goToReview();
    testkit::passQuietTime();
    QTest::keyClick(journey.wizard(), Qt::Key_Return);
    QTest::keyClick(journey.wizard(), Qt::Key_Enter);
    QCOMPARE(journey.page(), u"reviewPage"_s);
    QVERIFY(journey.wizard()->runner() == nullptr);
}

void tst_RenewWizard::language_isSwitched_whileAQuestionIsOpen()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    journey.goToRun();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    const QString title = question->windowTitle();
    const QString server = texts(question, u"serverTextLabel"_s).first();
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QCoreApplication::sendPostedEvents();
    QVERIFY(question->windowTitle().startsWith(PseudoTranslator::sign));
    QVERIFY(journey.wizard()->windowTitle().startsWith(PseudoTranslator::sign));
    for (const QAbstractButton *button : journey.wizard()->findChildren<QPushButton *>())
        QVERIFY2(button->text().isEmpty() || button->text().startsWith(PseudoTranslator::sign),
            qPrintable(button->objectName() + u": "_s + button->text()));
    // the server's words are the server's
    QCOMPARE(texts(question, u"serverTextLabel"_s).first(), server);
    QCoreApplication::removeTranslator(&pseudo);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(question->windowTitle(), title);
    testkit::press(question, u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
}

void tst_RenewWizard::refresh_returnsToTheFirstPage_whenAChosenCertificateIsGone()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId chosen = journey.wmSvc(u"MBX01"_s);
    journey.start({chosen, journey.own(u"MBX02"_s)});
    journey.goToReview();
    const auto removal = shell::Cmdlet(u"Remove-ExchangeCertificate"_s)
                             .onServer(chosen.server)
                             .withThumbprint(chosen.thumbprint)
                             .with(u"Confirm"_s, false);
    QVERIFY_RESULT(testkit::await(journey.session().shell()->invoke(removal)));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    QTRY_COMPARE(journey.page(), u"certificatesPage"_s);
    QVERIFY(journey.wizard()->findChild<QWidget *>(u"messageBar"_s)->isVisible());
    QVERIFY(!journey.wizard()->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
    // it is still in sight and can be taken off the list
    auto *tree = journey.wizard()->findChild<QTreeWidget *>(u"candidateTree"_s);
    QTreeWidgetItem *gone = nullptr;
    for (QTreeWidgetItemIterator it(tree, QTreeWidgetItemIterator::Checked); *it != nullptr; ++it) {
        if ((*it)->toolTip(0) == chosen.thumbprint.toGroupedString())
            gone = *it;
    }
    QVERIFY(gone != nullptr);
    gone->setCheckState(0, Qt::Unchecked);
    QVERIFY(journey.wizard()->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
}

void tst_RenewWizard::refresh_keepsWhatIsChosen()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId chosen = journey.own(u"MBX02"_s);
    journey.start({chosen});
    using namespace std::chrono_literals;
    QVERIFY_RESULT(testkit::await(journey.lab().advanceClock(std::chrono::minutes(24h * 3))));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    QCOMPARE(journey.page(), u"certificatesPage"_s);
    QCOMPARE(journey.renewal()->draftAs<plan::RenewDraft>().targets().size(), 1);
    QCOMPARE(journey.renewal()->draftAs<plan::RenewDraft>().targets().first().id, chosen);
    const auto *tree = journey.wizard()->findChild<QTreeWidget *>(u"candidateTree"_s);
    QCOMPARE(tree->currentItem()->toolTip(0), chosen.thumbprint.toGroupedString());
    QCOMPARE(tree->currentItem()->checkState(0), Qt::Checked);
    QVERIFY(journey.wizard()->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
}

void tst_RenewWizard::filter_findsThumbprintsInAnySpelling()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::CertificateId wanted = journey.own(u"CAS01"_s);
    journey.start({});
    QVERIFY(!journey.wizard()->findChild<QPushButton *>(u"nextButton"_s)->isEnabled());
    testkit::type(journey.wizard(), u"candidateFilterEdit"_s, wanted.thumbprint.toGroupedString().toLower());
    const auto *tree = journey.wizard()->findChild<QTreeWidget *>(u"candidateTree"_s);
    int shown = 0;
    for (QTreeWidgetItemIterator it(const_cast<QTreeWidget *>(tree), QTreeWidgetItemIterator::NotHidden);
         *it != nullptr; ++it)
        shown += (*it)->parent() != nullptr && !(*it)->parent()->isHidden() ? 1 : 0;
    QCOMPARE(shown, 1);
}

void tst_RenewWizard::interactiveWidgets_haveNamesForProgramsAndForPeople()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    journey.start({journey.own(u"MBX01"_s)});
    journey.goToRun();
    QVERIFY(journey.question() != nullptr);
    for (const QWidget *widget : journey.wizard()->findChildren<QWidget *>()) {
        const bool isInteractive = qobject_cast<const QAbstractButton *>(widget) != nullptr
            || qobject_cast<const QTreeWidget *>(widget) != nullptr;
        const bool isPartOfAnother = widget->parentWidget()->inherits("QLineEdit");
        if (!isInteractive || isPartOfAnother || widget->objectName().startsWith(u"qt_"_s))
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(isNamed || !widget->isVisibleTo(journey.wizard()), qPrintable(widget->objectName()));
    }
}

KAKUIN_GUI_TEST(tst_RenewWizard)

} // namespace tests::tst_renewwizard

#include "tst_renewwizard.moc"
