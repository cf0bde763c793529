// SPDX-License-Identifier: MIT
#include "ui/prompts/promptdialog.h"

#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/tstranslator.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/ui/prompts/questions.h"
#include "ui/prompts/choicecard.h"
#include "ui/widgets/organisationmark.h"

#include <QtGui/QScreen>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QScrollArea>

namespace tests::tst_questionscreen {

using namespace Qt::StringLiterals;
using namespace kakuin;
using ui::PromptContext;
using ui::PromptDialog;

namespace {

const QString longName = u"EXCHANGE-MAILBOX-SERVER-01.emea.contoso.example"_s;

shell::Prompt longQuestion(const QString &language)
{
    shell::Prompt prompt = testkit::overwriteQuestion();
    prompt.server = domain::ServerId(longName);
    prompt.message.append(
        QString(u"\n\nA sentence of the server that takes a line of its own, and more. "_s).repeated(12));
    if (language != u"ja"_s)
        return prompt;
    prompt.caption = u"確認"_s;
    prompt.message = u"既存の既定の SMTP 証明書を上書きしますか?\n\n現在の証明書: '%1' (有効期限: 2026/12/04 9:00:00)\n"
                     "証明書を証明書 '%2' (有効期限: 2031/11/22 9:43:12) で置き換えます。\n"_s.arg(
                         QLatin1String(testkit::currentThumbprint), QLatin1String(testkit::newThumbprint))
        + QString(u"サーバーからの長い説明がここに続き、何行にもわたって表示されます。\n"_s).repeated(12);
    prompt.choices.clear();
    for (const auto &label : {u"はい(&Y)"_s, u"すべて続行(&A)"_s, u"いいえ(&N)"_s, u"すべて無視(&L)"_s})
        prompt.choices.append(shell::PromptChoice::fromLabel(label, u"ヘルプ"_s));
    return prompt;
}

shell::Prompt unknownQuestion(int choices)
{
    shell::Prompt prompt = testkit::unknownQuestion();
    prompt.message = QString(u"A long sentence that nobody has ever seen before. "_s).repeated(40);
    prompt.choices.clear();
    for (int i = 0; i < choices; ++i)
        prompt.choices.append(shell::PromptChoice::fromLabel(u"&%1 Choice with a long label of its own"_s.arg(i),
            QString(u"What the server says about this choice. "_s).repeated(4)));
    return prompt;
}

PromptContext contextOf(const shell::Prompt &prompt)
{
    PromptContext context;
    context.kind = prompt.isConfirmation() && prompt.thumbprints().size() == 2 ? shell::PromptKind::OverwriteDefaultSmtp
                                                                               : shell::PromptKind::Unknown;
    context.stepNumber = 5;
    context.stepCount = 84;
    context.serverNumber = 3;
    context.serverCount = 42;
    context.nowUtc = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    context.identity = {ui::OrganisationIdentity::Kind::Real, u"Contoso production, data centre Frankfurt"_s,
        u"exchange-powershell.emea.contoso.example"_s, u"CONTOSO\\exchange.administrator"_s};
    const auto current = *domain::Thumbprint::parse(QString(QLatin1String(testkit::currentThumbprint)));
    context.inventory = testkit::InventoryBuilder()
                            .server(prompt.server.name())
                            .certificate(testkit::CertificateBuilder(prompt.server.name(), u"CN=MBX01"_s)
                                             .thumbprint(current.toString())
                                             .friendlyName(u"Microsoft Exchange"_s)
                                             .valid(context.nowUtc.addYears(-5), context.nowUtc.addDays(12)))
                            .build();
    context.renewed = current;
    context.expected = plan::ExpectedPrompt{context.kind, shell::Confirmation::Yes,
        plan::RecommendationReason::SuccessorTakesOverTransport, current, false};
    return context;
}

bool isInView(const QWidget *widget)
{
    return widget->isVisible() && widget->visibleRegion().boundingRect() == widget->rect();
}

} // namespace

/// The question on a screen of 1366x768 pixels, at the scale that this process runs at: ctest runs it at 100, 150 and 200 %.
class tst_QuestionScreen final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void answersAndButtons_areInView_data();
    void answersAndButtons_areInView();
    void manyAnswers_scrollByThemselves();
    void smallerWindow_keepsAnswersInView();
};

void tst_QuestionScreen::initTestCase()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    QCOMPARE((QSizeF(screen->size()) * qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s).toDouble()).toSize().width() / 2,
        1366 / 2);
}

void tst_QuestionScreen::answersAndButtons_areInView_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<shell::Prompt>("prompt");
    for (const QString &language : {u"en"_s, u"ja"_s}) {
        QTest::addRow("one that is known, %s", qPrintable(language)) << language << longQuestion(language);
        QTest::addRow("one that is not known, %s", qPrintable(language)) << language << unknownQuestion(3);
    }
}

void tst_QuestionScreen::answersAndButtons_areInView()
{
    QFETCH(QString, language);
    QFETCH(shell::Prompt, prompt);
    std::optional<testkit::JapaneseScope> japanese;
    if (language == u"ja"_s)
        japanese.emplace();
    QWidget window;
    window.resize(600, 300);
    window.show();
    PromptDialog dialog(prompt, contextOf(prompt), &window);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QRect available = dialog.screen()->availableGeometry();
    QVERIFY2(available.contains(dialog.frameGeometry()),
        qPrintable(u"%1x%2 in %3x%4"_s.arg(dialog.frameGeometry().width())
                       .arg(dialog.frameGeometry().height())
                       .arg(available.width())
                       .arg(available.height())));
    for (const ui::ChoiceCard *card : dialog.findChildren<ui::ChoiceCard *>())
        QVERIFY2(isInView(card->button()), qPrintable(card->button()->text()));
    QVERIFY(isInView(dialog.findChild<QAbstractButton *>(u"stopButton"_s)));
    QVERIFY(isInView(dialog.findChild<ui::OrganisationMark *>()));
    QVERIFY(prompt.choices.size() != 4 || isInView(dialog.findChild<QAbstractButton *>(u"toAllButton"_s)));
    QVERIFY(dialog.findChild<QScrollArea *>(u"questionScrollArea"_s)->height() >= 60);
    // while it asks whether to stop, too
    testkit::press(&dialog, u"stopButton"_s);
    QCoreApplication::processEvents();
    QVERIFY2(available.contains(dialog.frameGeometry()),
        qPrintable(u"%1x%2 at %3,%4"_s.arg(dialog.frameGeometry().width())
                       .arg(dialog.frameGeometry().height())
                       .arg(dialog.frameGeometry().x())
                       .arg(dialog.frameGeometry().y())));
    for (const QString &name : {u"backToQuestionButton"_s, u"confirmStopButton"_s})
        QTRY_VERIFY2(isInView(dialog.findChild<QAbstractButton *>(name)), qPrintable(name));
    testkit::press(&dialog, u"backToQuestionButton"_s);
    for (const ui::ChoiceCard *card : dialog.findChildren<ui::ChoiceCard *>())
        QTRY_VERIFY2(isInView(card->button()), qPrintable(card->button()->text()));
}

void tst_QuestionScreen::manyAnswers_scrollByThemselves()
{
    const shell::Prompt prompt = unknownQuestion(30);
    PromptDialog dialog(prompt, contextOf(prompt));
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QVERIFY(dialog.screen()->availableGeometry().contains(dialog.frameGeometry()));
    QVERIFY(isInView(dialog.findChild<QAbstractButton *>(u"stopButton"_s)));
    auto *answers = dialog.findChild<QScrollArea *>(u"answerScrollArea"_s);
    auto *last = dialog.findChild<QAbstractButton *>(u"choiceButton29"_s);
    const auto scrollTo = [&] {
        answers->ensureWidgetVisible(last, 0, 0);
        return isInView(last);
    };
    const bool isScrolledTo = QTest::qWaitFor(scrollTo);
    QVERIFY2(isScrolledTo, qPrintable(u"%1 high in %2"_s.arg(last->height()).arg(answers->viewport()->height())));
}

void tst_QuestionScreen::smallerWindow_keepsAnswersInView()
{
    const shell::Prompt prompt = longQuestion(u"en"_s);
    PromptDialog dialog(prompt, contextOf(prompt));
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.resize(560, 320);
    QCoreApplication::processEvents();
    for (const ui::ChoiceCard *card : dialog.findChildren<ui::ChoiceCard *>())
        QVERIFY(isInView(card->button()));
}

KAKUIN_GUI_TEST(tst_QuestionScreen)

} // namespace tests::tst_questionscreen

#include "tst_questionscreen.moc"
