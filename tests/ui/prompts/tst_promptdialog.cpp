// SPDX-License-Identifier: MIT
#include "ui/prompts/promptdialog.h"

#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/ui/prompts/questions.h"
#include "tests/ui/pseudotranslator.h"
#include "ui/prompts/certificatecard.h"
#include "ui/prompts/choicecard.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace tests::tst_promptdialog {

using namespace Qt::StringLiterals;
using namespace kakuin;
using shell::PromptAnswer;
using testkit::PseudoTranslator;
using ui::PromptContext;
using ui::PromptDialog;

namespace {

PromptContext knownContext()
{
    PromptContext context;
    context.stepNumber = 1;
    context.stepCount = 2;
    context.nowUtc = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    context.inventory = testkit::InventoryBuilder()
                            .server(u"MBX01"_s)
                            .certificate(testkit::CertificateBuilder(u"MBX01"_s, u"CN=MBX01"_s)
                                             .thumbprint(QLatin1String(testkit::currentThumbprint))
                                             .friendlyName(u"Microsoft Exchange"_s)
                                             .valid(context.nowUtc.addYears(-5), context.nowUtc.addDays(12)))
                            .build();
    const auto current = *domain::Thumbprint::parse(QString(QLatin1String(testkit::currentThumbprint)));
    context.kind = shell::PromptKind::OverwriteDefaultSmtp;
    context.renewed = current;
    context.expected = plan::ExpectedPrompt{shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::Yes,
        plan::RecommendationReason::SuccessorTakesOverTransport, current, false};
    return context;
}

QString text(const QWidget &root, const QString &name)
{
    const auto *label = root.findChild<QLabel *>(name);
    return label == nullptr ? QString() : label->text();
}

/// What the dialog answered; fails the test when it answered more than once.
struct Answers final {
    QList<PromptAnswer> given;
    QObject listens; // ends first: a dialog that goes unanswered answers once more
    explicit Answers(PromptDialog &dialog)
    {
        QObject::connect(
            &dialog, &PromptDialog::answered, &listens, [this](const PromptAnswer &answer) { given.append(answer); });
    }
};

} // namespace

/// A question of the server as a window.
class tst_PromptDialog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void question_isShownWithItsMeaning();
    void unknownQuestion_showsTheServersWordsAndChoicesOnly();
    void confirmationThatIsNotRecognised_hasTheServersLabelsOnly();
    void labels_areTheServersOwn_data();
    void labels_areTheServersOwn();
    void hostileTexts_stayPlainTextAndBounded();
    void enter_answersNothing();
    void space_pressesTheFocusedAnswer();
    void defaultOfTheServer_isMarkedAndNotFocused();
    void everyWayOfClosing_isStop_data();
    void everyWayOfClosing_isStop();
    void backToTheQuestion_forgetsTheStop();
    void destroyedDialog_answersStopOnce();
    void withdrawnQuestion_closesAtOnce();
    void toAll_isBehindAMenu();
    void language_isSwitchedInPlace();
    void smallScreen_scrollsAndKeepsTheWayOut();
};

void tst_PromptDialog::question_isShownWithItsMeaning()
{
    const shell::Prompt prompt = testkit::overwriteQuestion();
    PromptDialog dialog(prompt, knownContext());
    dialog.open();
    QCOMPARE(dialog.windowTitle(), u"MBX01 asks for a decision"_s);
    QCOMPARE(text(dialog, u"serverTextLabel"_s), prompt.caption + u'\n' + prompt.message);
    QCOMPARE(text(dialog, u"positionLabel"_s), u"Step 1 of 2 · New-ExchangeCertificate"_s);
    QCOMPARE(dialog.findChildren<ui::CertificateCard *>().size(), 2);
    const auto *yes = dialog.findChild<QAbstractButton *>(u"choiceButton0"_s);
    QVERIFY(yes->accessibleName().contains(u"Recommended"_s));
    QVERIFY(yes->accessibleDescription().contains(u"protects mail between servers from now on"_s));
    const auto *no = dialog.findChild<QAbstractButton *>(u"choiceButton2"_s);
    QVERIFY(!no->accessibleName().contains(u"Recommended"_s));
    // the labels are the server's
    QVERIFY(yes->accessibleName().startsWith(u"Yes, "_s));
    QCOMPARE(yes->text(), u"&Yes"_s);
    // the consequence is worked out from the certificate's own life
    QVERIFY(no->accessibleDescription().contains(u"12"_s));
}

void tst_PromptDialog::unknownQuestion_showsTheServersWordsAndChoicesOnly()
{
    PromptContext context = knownContext();
    context.kind = shell::PromptKind::Unknown;
    PromptDialog dialog(testkit::unknownQuestion(), context);
    Answers answers(dialog);
    dialog.open();
    QVERIFY(text(dialog, u"meaningLabel"_s).contains(u"does not know this question"_s));
    QVERIFY(dialog.findChildren<ui::CertificateCard *>().isEmpty());
    QCOMPARE(dialog.findChildren<ui::ChoiceCard *>().size(), 2);
    QVERIFY(!dialog.findChild<QPushButton *>(u"toAllButton"_s)->isVisible());
    const auto *never = dialog.findChild<QAbstractButton *>(u"choiceButton1"_s);
    QVERIFY(never->accessibleName().startsWith(u"Never"_s));
    QCOMPARE(never->accessibleDescription(), u"It must not be."_s);
    for (const ui::ChoiceCard *card : dialog.findChildren<ui::ChoiceCard *>())
        QVERIFY(!card->button()->accessibleName().contains(u"Recommended"_s));
    testkit::press(&dialog, u"choiceButton0"_s);
    QCOMPARE(answers.given, QList<PromptAnswer>{PromptAnswer::choose(0)});
}

// Four choices in an order of its own: nothing may turn the server's No into a Yes
void tst_PromptDialog::confirmationThatIsNotRecognised_hasTheServersLabelsOnly()
{
    shell::Prompt prompt = testkit::overwriteQuestion();
    prompt.choices.clear();
    for (const auto &label : {u"No"_s, u"No to All"_s, u"Yes"_s, u"Yes to All"_s})
        prompt.choices.append(shell::PromptChoice::fromLabel(label, u"help of "_s + label));
    PromptContext context = knownContext();
    context.kind = shell::PromptKind::Unknown;
    PromptDialog dialog(prompt, context);
    dialog.open();
    QVERIFY(dialog.findChildren<ui::CertificateCard *>().isEmpty());
    const QList<ui::ChoiceCard *> cards = dialog.findChildren<ui::ChoiceCard *>();
    QCOMPARE(cards.size(), 4);
    for (int i = 0; i < cards.size(); ++i) {
        QCOMPARE(cards.at(i)->button()->text(), prompt.choices.at(i).label);
        QVERIFY(!cards.at(i)->button()->accessibleName().contains(u"Recommended"_s));
        QCOMPARE(cards.at(i)->button()->accessibleDescription(), prompt.choices.at(i).help);
    }
}

void tst_PromptDialog::labels_areTheServersOwn_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("text");
    QTest::newRow("Japanese") << u"はい(&Y)"_s << u"はい(&Y)"_s;
    QTest::newRow("German") << u"&Ja"_s << u"&Ja"_s;
    QTest::newRow("the letter in the middle") << u"Yes to &All"_s << u"Yes to &All"_s;
    QTest::newRow("no letter") << u"Oui"_s << u"Oui"_s;
    QTest::newRow("two ampersands") << u"&Save & close"_s << u"&Save && close"_s;
}

void tst_PromptDialog::labels_areTheServersOwn()
{
    QFETCH(QString, label);
    QFETCH(QString, text);
    shell::Prompt prompt = testkit::overwriteQuestion();
    prompt.choices.first() = shell::PromptChoice::fromLabel(label, {});
    PromptDialog dialog(prompt, knownContext());
    QCOMPARE(dialog.findChild<QAbstractButton *>(u"choiceButton0"_s)->text(), text);
}

void tst_PromptDialog::hostileTexts_stayPlainTextAndBounded()
{
    shell::Prompt prompt = testkit::unknownQuestion();
    prompt.server = domain::ServerId(u"<b>MBX01</b>\u202e"_s);
    prompt.caption = u"<h1>Confirm</h1>\x1b[31m"_s;
    prompt.message = u"<img src='file:///etc/passwd'> "_s + QString(20'000, u'W');
    prompt.choices
        = {shell::PromptChoice::fromLabel(u"<i>yes</i>\n\n\nreally "_s + QString(5'000, u'x'), u"\x07<b>"_s)};
    PromptDialog dialog(prompt, {});
    dialog.resize(720, 560);
    dialog.open();
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty() || !label->pixmap().isNull()
            || !Qt::mightBeRichText(label->text()));
        QVERIFY(!label->text().contains(QChar(0x1b)) && !label->text().contains(QChar(0x07)));
        QVERIFY(label->text().size() < 42'000);
    }
    QVERIFY(text(dialog, u"serverTextLabel"_s).contains(u"<h1>Confirm</h1>"_s));
    QVERIFY(dialog.width() <= 800);
    QVERIFY(dialog.findChild<QPushButton *>(u"stopButton"_s)->isVisible());
    QVERIFY(dialog.rect().contains(dialog.findChild<QPushButton *>(u"stopButton"_s)->geometry()));
}

void tst_PromptDialog::enter_answersNothing()
{
    PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
    Answers answers(dialog);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    testkit::passQuietTime();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QTest::keyClick(&dialog, Qt::Key_Enter);
    auto *yes = dialog.findChild<QAbstractButton *>(u"choiceButton0"_s);
    yes->setFocus();
    QTest::keyClick(yes, Qt::Key_Return);
    QTest::keyClick(yes, Qt::Key_Enter);
    QVERIFY(dialog.isVisible());
    QVERIFY(answers.given.isEmpty());
    for (const QPushButton *button : dialog.findChildren<QPushButton *>())
        QVERIFY2(!button->isDefault() && !button->autoDefault(), qPrintable(button->objectName()));
}

void tst_PromptDialog::space_pressesTheFocusedAnswer()
{
    PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
    Answers answers(dialog);
    dialog.open();
    auto *no = dialog.findChild<QAbstractButton *>(u"choiceButton2"_s);
    no->setFocus();
    testkit::passQuietTime();
    QTest::keyClick(no, Qt::Key_Space);
    QCOMPARE(answers.given, QList<PromptAnswer>{PromptAnswer::choose(2)});
    QVERIFY(!dialog.isVisible());
}

void tst_PromptDialog::defaultOfTheServer_isMarkedAndNotFocused()
{
    PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto *yes = dialog.findChild<QAbstractButton *>(u"choiceButton0"_s);
    QVERIFY(yes->accessibleName().contains(u"the server's default"_s));
    QVERIFY(!yes->hasFocus());
    QVERIFY(qobject_cast<QAbstractButton *>(dialog.focusWidget()) == nullptr);
}

void tst_PromptDialog::everyWayOfClosing_isStop_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("Stop here, confirmed") << 0;
    QTest::newRow("Esc, twice") << 1;
    QTest::newRow("closing the window, twice") << 2;
    QTest::newRow("Esc, then closing the window") << 3;
}

void tst_PromptDialog::everyWayOfClosing_isStop()
{
    QFETCH(int, way);
    PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
    Answers answers(dialog);
    dialog.open();
    testkit::passQuietTime();
    if (way == 0)
        testkit::press(&dialog, u"stopButton"_s);
    else if (way == 2)
        dialog.close();
    else
        QTest::keyClick(&dialog, Qt::Key_Escape);
    // first it says what is left behind
    QVERIFY(dialog.isVisible());
    QVERIFY(answers.given.isEmpty());
    QVERIFY(dialog.findChild<QWidget *>(u"stopBar"_s)->isVisible());
    testkit::passQuietTime();
    if (way == 0)
        testkit::press(&dialog, u"confirmStopButton"_s);
    else if (way == 1)
        QTest::keyClick(&dialog, Qt::Key_Escape);
    else
        dialog.close();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(answers.given, QList<PromptAnswer>{PromptAnswer::stop()});
}

void tst_PromptDialog::backToTheQuestion_forgetsTheStop()
{
    PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
    Answers answers(dialog);
    dialog.open();
    testkit::passQuietTime();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    testkit::press(&dialog, u"backToQuestionButton"_s);
    QVERIFY(!dialog.findChild<QWidget *>(u"stopBar"_s)->isVisible());
    testkit::passQuietTime();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isVisible());
    QVERIFY(answers.given.isEmpty());
}

void tst_PromptDialog::destroyedDialog_answersStopOnce()
{
    QList<PromptAnswer> given;
    {
        PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
        connect(&dialog, &PromptDialog::answered, [&](const PromptAnswer &answer) { given.append(answer); });
        dialog.open();
    }
    QCOMPARE(given, QList<PromptAnswer>{PromptAnswer::stop()});
}

void tst_PromptDialog::withdrawnQuestion_closesAtOnce()
{
    PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
    Answers answers(dialog);
    dialog.open();
    dialog.withdraw();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(answers.given, QList<PromptAnswer>{PromptAnswer::stop()});
}

void tst_PromptDialog::toAll_isBehindAMenu()
{
    PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
    Answers answers(dialog);
    dialog.open();
    QCOMPARE(dialog.findChildren<ui::ChoiceCard *>().size(), 2);
    const QList<QAction *> actions = dialog.findChild<QMenu *>(u"toAllMenu"_s)->actions();
    QCOMPARE(actions.size(), 2);
    QVERIFY(text(dialog, u"coverageLabel"_s).contains(u"MBX01"_s));
    testkit::passQuietTime();
    actions.last()->trigger();
    QCOMPARE(answers.given, QList<PromptAnswer>{PromptAnswer::choose(3)});
}

void tst_PromptDialog::language_isSwitchedInPlace()
{
    PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
    dialog.open();
    const QString before = text(dialog, u"meaningLabel"_s);
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QCoreApplication::sendPostedEvents();
    QVERIFY(text(dialog, u"meaningLabel"_s).startsWith(PseudoTranslator::sign));
    QVERIFY(dialog.findChild<QAbstractButton *>(u"choiceButton0"_s)->accessibleName().contains(PseudoTranslator::sign));
    QCoreApplication::removeTranslator(&pseudo);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(text(dialog, u"meaningLabel"_s), before);
}

void tst_PromptDialog::smallScreen_scrollsAndKeepsTheWayOut()
{
    PromptDialog dialog(testkit::overwriteQuestion(), knownContext());
    dialog.open();
    dialog.resize(400, 300);
    QCoreApplication::sendPostedEvents();
    QVERIFY(dialog.width() <= 480);
    QVERIFY(dialog.height() <= 400);
    const auto *stop = dialog.findChild<QPushButton *>(u"stopButton"_s);
    QVERIFY(dialog.rect().contains(stop->geometry()));
}

KAKUIN_GUI_TEST(tst_PromptDialog)

} // namespace tests::tst_promptdialog

#include "tst_promptdialog.moc"
