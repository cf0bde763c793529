// SPDX-License-Identifier: MIT
#include "ui/prompts/widgetprompthandler.h"

#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/ui/prompts/questions.h"
#include "ui/prompts/promptdialog.h"

#include <QtTest/QTest>
#include <QtWidgets/QWidget>

namespace tests::tst_widgetprompthandler {

using namespace Qt::StringLiterals;
using namespace kakuin;
using shell::PromptAnswer;
using ui::PromptContext;
using ui::WidgetPromptHandler;

/// Questions brought to the person over a window.
class tst_WidgetPromptHandler final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answer_reachesTheAsker();
    void twoQuestions_areShownOneAfterTheOther();
    void questionAfterAnAnswer_isShown_whateverTheOrderOfEvents();
    void destroyedHandler_stopsEveryQuestion();
    void destroyedWindow_stopsEveryQuestion();
    void missingWindow_stopsAtOnce();
    void withdrawnQuestion_disappears_andTheNextOneIsShown();
    void withdrawnQuestion_isNeverShown_whileItWaits();
    void context_isAskedWhenTheQuestionIsShown();

private:
    static QFuture<Result<PromptAnswer>> ask(WidgetPromptHandler &handler, const QString &cmdlet = u"A"_s);
    static bool isStop(const QFuture<Result<PromptAnswer>> &future);
};

QFuture<Result<PromptAnswer>> tst_WidgetPromptHandler::ask(WidgetPromptHandler &handler, const QString &cmdlet)
{
    shell::Prompt prompt = testkit::unknownQuestion();
    prompt.cmdlet = cmdlet;
    return handler.ask(prompt);
}

bool tst_WidgetPromptHandler::isStop(const QFuture<Result<PromptAnswer>> &future)
{
    return future.isFinished() && future.resultCount() == 1 && future.resultAt(0).has_value()
        && *future.resultAt(0) == PromptAnswer::stop();
}

void tst_WidgetPromptHandler::answer_reachesTheAsker()
{
    QWidget window;
    WidgetPromptHandler handler(&window, [](const shell::Prompt &) { return PromptContext(); });
    const auto future = ask(handler);
    QVERIFY(handler.dialog() != nullptr);
    QVERIFY(!future.isFinished());
    testkit::press(handler.dialog(), u"choiceButton1"_s);
    QVERIFY(future.isFinished());
    QCOMPARE(*future.resultAt(0), PromptAnswer::choose(1));
    QVERIFY(handler.dialog() == nullptr);
}

void tst_WidgetPromptHandler::twoQuestions_areShownOneAfterTheOther()
{
    QWidget window;
    WidgetPromptHandler handler(&window, [](const shell::Prompt &) { return PromptContext(); });
    const auto first = ask(handler, u"First"_s);
    const auto second = ask(handler, u"Second"_s);
    QCOMPARE(handler.dialog()->prompt().cmdlet, u"First"_s);
    QCOMPARE(window.findChildren<ui::PromptDialog *>().size(), 1);
    testkit::press(handler.dialog(), u"choiceButton0"_s);
    QTRY_VERIFY(handler.dialog() != nullptr);
    QCOMPARE(handler.dialog()->prompt().cmdlet, u"Second"_s);
    QVERIFY(!second.isFinished());
    testkit::press(handler.dialog(), u"choiceButton1"_s);
    QCOMPARE(*first.resultAt(0), PromptAnswer::choose(0));
    QCOMPARE(*second.resultAt(0), PromptAnswer::choose(1));
}

void tst_WidgetPromptHandler::questionAfterAnAnswer_isShown_whateverTheOrderOfEvents()
{
    QWidget window;
    WidgetPromptHandler handler(&window, [](const shell::Prompt &) { return PromptContext(); });
    [[maybe_unused]] const auto first = ask(handler, u"First"_s);
    testkit::press(handler.dialog(), u"choiceButton0"_s);
    // before the first dialog has been deleted
    const auto second = ask(handler, u"Second"_s);
    QTRY_VERIFY(handler.dialog() != nullptr);
    QCOMPARE(handler.dialog()->prompt().cmdlet, u"Second"_s);
    testkit::press(handler.dialog(), u"choiceButton0"_s);
    QVERIFY(second.isFinished());
}

void tst_WidgetPromptHandler::destroyedHandler_stopsEveryQuestion()
{
    QWidget window;
    auto handler
        = std::make_unique<WidgetPromptHandler>(&window, [](const shell::Prompt &) { return PromptContext(); });
    const auto first = ask(*handler);
    const auto second = ask(*handler);
    handler.reset();
    QVERIFY(isStop(first));
    QVERIFY(isStop(second));
    QVERIFY(window.findChildren<ui::PromptDialog *>().isEmpty());
}

void tst_WidgetPromptHandler::destroyedWindow_stopsEveryQuestion()
{
    auto window = std::make_unique<QWidget>();
    WidgetPromptHandler handler(window.get(), [](const shell::Prompt &) { return PromptContext(); });
    const auto first = ask(handler);
    const auto second = ask(handler);
    window.reset();
    QTRY_VERIFY(first.isFinished() && second.isFinished());
    QVERIFY(isStop(first));
    QVERIFY(isStop(second));
    QVERIFY(isStop(ask(handler)));
}

void tst_WidgetPromptHandler::missingWindow_stopsAtOnce()
{
    WidgetPromptHandler handler(nullptr, [](const shell::Prompt &) { return PromptContext(); });
    QVERIFY(isStop(ask(handler)));
}

void tst_WidgetPromptHandler::withdrawnQuestion_disappears_andTheNextOneIsShown()
{
    QWidget window;
    WidgetPromptHandler handler(&window, [](const shell::Prompt &) { return PromptContext(); });
    auto first = ask(handler, u"First"_s);
    [[maybe_unused]] const auto second = ask(handler, u"Second"_s);
    first.cancel();
    QTRY_VERIFY(handler.dialog() != nullptr && handler.dialog()->prompt().cmdlet == u"Second"_s);
    QVERIFY(handler.dialog()->isVisible());
}

void tst_WidgetPromptHandler::withdrawnQuestion_isNeverShown_whileItWaits()
{
    QWidget window;
    WidgetPromptHandler handler(&window, [](const shell::Prompt &) { return PromptContext(); });
    [[maybe_unused]] const auto first = ask(handler, u"First"_s);
    auto second = ask(handler, u"Second"_s);
    [[maybe_unused]] const auto third = ask(handler, u"Third"_s);
    second.cancel();
    testkit::press(handler.dialog(), u"choiceButton0"_s);
    QTRY_VERIFY(handler.dialog() != nullptr);
    QCOMPARE(handler.dialog()->prompt().cmdlet, u"Third"_s);
}

void tst_WidgetPromptHandler::context_isAskedWhenTheQuestionIsShown()
{
    QWidget window;
    QStringList asked;
    WidgetPromptHandler handler(&window, [&asked](const shell::Prompt &prompt) {
        asked.append(prompt.cmdlet);
        return PromptContext();
    });
    [[maybe_unused]] const auto first = ask(handler, u"First"_s);
    [[maybe_unused]] const auto second = ask(handler, u"Second"_s);
    QCOMPARE(asked, QStringList{u"First"_s});
    testkit::press(handler.dialog(), u"choiceButton0"_s);
    QTRY_COMPARE(asked, (QStringList{u"First"_s, u"Second"_s}));
}

KAKUIN_GUI_TEST(tst_WidgetPromptHandler)

} // namespace tests::tst_widgetprompthandler

#include "tst_widgetprompthandler.moc"
