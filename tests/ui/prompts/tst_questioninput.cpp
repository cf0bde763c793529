// SPDX-License-Identifier: MIT
#include "ui/prompts/promptdialog.h"
#include "ui/prompts/widgetprompthandler.h"

#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/ui/prompts/questions.h"
#include "ui/widgets/inputgate.h"

#include <QtGui/QAccessible>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>

namespace tests::tst_questioninput {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace std::chrono_literals;
using shell::PromptAnswer;
using testkit::passInputTime;
using testkit::passQuietTime;
using ui::PromptContext;
using ui::PromptDialog;
using ui::WidgetPromptHandler;

namespace {

constexpr int questions = 42;
constexpr int yesChoice = 0;
constexpr int noChoice = 2;

QAbstractButton *buttonOf(PromptDialog *dialog, const QString &name)
{
    return dialog->findChild<QAbstractButton *>(name);
}

QAbstractButton *choiceOf(PromptDialog *dialog, int choice)
{
    return buttonOf(dialog, u"choiceButton%1"_s.arg(choice));
}

QPoint middleOf(const QWidget *widget)
{
    return widget->mapToGlobal(widget->rect().center());
}

/// Presses whatever the dialog has there, or the dialog itself.
void clickAt(PromptDialog *dialog, const QPoint &global)
{
    QWidget *child = dialog->childAt(dialog->mapFromGlobal(global));
    QWidget *hit = child == nullptr ? dialog : child;
    QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFromGlobal(global));
}

/// One repetition of a key that is held down, as platforms report it.
void repeatKey(QWidget *target, int key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::simulateEvent(target, true, key, modifiers, QString(), true);
}

} // namespace

/// What a person presses while questions follow each other: only what was meant for a question answers it.
class tst_QuestionInput final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void tenClicksASecond_giveExactlyTheAnswersThatWereMeant();
    void heldKeys_giveExactlyTheAnswersThatWereMeant_data();
    void heldKeys_giveExactlyTheAnswersThatWereMeant();
    void screenReaderPresses_waitLikeAnyOther();
    void taps_waitLikeAnyOther();
    void closingAgainAndAgain_neverConfirmsTheStop();
    void doubleClickOnStop_doesNotConfirmIt();
    void menuOfAllAnswers_waitsToo();
    void pressBeforeThePointerMoved_saysSo();
    void activation_beginsTheSecondAgain();
    void answerInAnotherWindow_beginsTheSecondAgain();
    void noButtonLiesWhereTheLastPressWas_data();
    void noButtonLiesWhereTheLastPressWas();

private:
    [[nodiscard]] PromptDialog *next();
    [[nodiscard]] QList<std::optional<int>> answers() const;
    void askAll();
    void answerAsMeant(int question, const std::function<void(PromptDialog *)> &disturb,
        const std::function<void(PromptDialog *, int)> &answer);
    [[nodiscard]] static int meant(int question) { return question % 3 == 1 ? noChoice : yesChoice; }
    [[nodiscard]] static QList<std::optional<int>> allMeant();

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<WidgetPromptHandler> m_handler;
    QList<QFuture<Result<PromptAnswer>>> m_asked;
};

void tst_QuestionInput::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 700);
    m_window->show();
    m_handler = std::make_unique<WidgetPromptHandler>(m_window.get(), [](const shell::Prompt &) {
        PromptContext context;
        context.kind = shell::PromptKind::OverwriteDefaultSmtp;
        return context;
    });
    m_asked.clear();
}

void tst_QuestionInput::cleanup()
{
    m_handler.reset();
    m_window.reset();
}

void tst_QuestionInput::askAll()
{
    for (int i = 0; i < questions; ++i)
        m_asked.append(m_handler->ask(testkit::overwriteQuestion()));
}

PromptDialog *tst_QuestionInput::next()
{
    // also until it is the active window, which begins the second again
    const bool isThere
        = QTest::qWaitFor([this] { return m_handler->dialog() != nullptr && m_handler->dialog()->isActiveWindow(); });
    return isThere ? m_handler->dialog() : nullptr;
}

QList<std::optional<int>> tst_QuestionInput::answers() const
{
    QList<std::optional<int>> out;
    for (const auto &future : m_asked) {
        if (future.isFinished())
            out.append((*future.resultAt(0)).choice);
    }
    return out;
}

QList<std::optional<int>> tst_QuestionInput::allMeant()
{
    QList<std::optional<int>> out;
    for (int i = 0; i < questions; ++i)
        out.append(meant(i));
    return out;
}

void tst_QuestionInput::answerAsMeant(int question, const std::function<void(PromptDialog *)> &disturb,
    const std::function<void(PromptDialog *, int)> &answer)
{
    const QPointer<PromptDialog> dialog = next();
    QVERIFY(dialog);
    disturb(dialog);
    QVERIFY2(dialog && dialog == m_handler->dialog(), qPrintable(QString::number(question)));
    QCOMPARE(answers().size(), question);
    passQuietTime();
    answer(dialog, meant(question));
    QCOMPARE(answers().size(), question + 1);
}

void tst_QuestionInput::tenClicksASecond_giveExactlyTheAnswersThatWereMeant()
{
    QPoint pointer = middleOf(m_window.get());
    askAll();
    for (int i = 0; i < questions; ++i) {
        answerAsMeant(
            i,
            [&](PromptDialog *dialog) {
                const QPointer<PromptDialog> shown(dialog);
                for (int click = 0; click < 30 && shown; ++click) {
                    clickAt(dialog, pointer);
                    passInputTime(100ms);
                }
                // on the answer itself, too
                for (int click = 0; click < 30 && shown; ++click) {
                    clickAt(dialog, middleOf(choiceOf(dialog, yesChoice)));
                    passInputTime(100ms);
                }
            },
            [&](PromptDialog *dialog, int choice) {
                pointer = middleOf(choiceOf(dialog, choice));
                clickAt(dialog, pointer);
            });
    }
    QCOMPARE(answers(), allMeant());
}

void tst_QuestionInput::heldKeys_giveExactlyTheAnswersThatWereMeant_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("Space") << int(Qt::Key_Space) << 0;
    QTest::newRow("Enter") << int(Qt::Key_Return) << 0;
    QTest::newRow("the keypad's Enter") << int(Qt::Key_Enter) << 0;
    QTest::newRow("Esc") << int(Qt::Key_Escape) << 0;
    QTest::newRow("the letter of Yes") << int(Qt::Key_Y) << int(Qt::AltModifier);
    QTest::newRow("Tab") << int(Qt::Key_Tab) << 0;
}

void tst_QuestionInput::heldKeys_giveExactlyTheAnswersThatWereMeant()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    const Qt::KeyboardModifiers with(modifiers);
    askAll();
    for (int i = 0; i < questions; ++i) {
        answerAsMeant(
            i,
            [&](PromptDialog *dialog) {
                QAbstractButton *yes = choiceOf(dialog, yesChoice);
                yes->setFocus(); // the worst place
                const QPointer<PromptDialog> shown(dialog);
                // fresh presses, ten a second, then one that stays down
                for (int press = 0; press < 20 && shown; ++press) {
                    QTest::keyClick(yes, static_cast<Qt::Key>(key), with);
                    passInputTime(100ms);
                }
                for (int repetition = 0; repetition < 90 && shown; ++repetition) {
                    repeatKey(yes, key, with);
                    passInputTime(33ms);
                }
                // the keyboard begins to repeat only after seconds, when the question has long been ready
                passInputTime(5s);
                for (int repetition = 0; repetition < 10 && shown; ++repetition) {
                    repeatKey(yes, key, with);
                    passInputTime(33ms);
                }
                if (shown)
                    QTest::simulateEvent(yes, false, key, with, QString(), false);
                QVERIFY(shown && dialog->findChild<QWidget *>(u"stopBar"_s)->isHidden());
                QVERIFY(!yes->isDown()); // a letter presses the button for a moment before it clicks
            },
            [&](PromptDialog *dialog, int choice) {
                QAbstractButton *button = choiceOf(dialog, choice);
                if (modifiers == 0) {
                    button->setFocus();
                    QTest::keyClick(button, Qt::Key_Space);
                } else {
                    QTest::keyClick(button, choice == yesChoice ? Qt::Key_Y : Qt::Key_N, with);
                    QTRY_VERIFY(m_handler->dialog() != dialog);
                }
            });
    }
    QCOMPARE(answers(), allMeant());
}

void tst_QuestionInput::screenReaderPresses_waitLikeAnyOther()
{
    askAll();
    const auto press = [](QAbstractButton *button) {
        QAccessible::queryAccessibleInterface(button)->actionInterface()->doAction(
            QAccessibleActionInterface::pressAction());
        QCoreApplication::processEvents();
    };
    for (int i = 0; i < questions; ++i) {
        answerAsMeant(
            i,
            [&](PromptDialog *dialog) {
                const QPointer<PromptDialog> shown(dialog);
                for (int n = 0; n < 30 && shown; ++n) {
                    choiceOf(dialog, yesChoice)->click();
                    passInputTime(100ms);
                }
            },
            [&](PromptDialog *dialog, int choice) {
                press(choiceOf(dialog, choice));
                QTRY_VERIFY(m_handler->dialog() != dialog);
            });
    }
    QCOMPARE(answers(), allMeant());
}

void tst_QuestionInput::taps_waitLikeAnyOther()
{
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    askAll();
    PromptDialog *dialog = next();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const auto tap = [&](PromptDialog *on) {
        const QPoint at = choiceOf(on, yesChoice)->mapTo(on, choiceOf(on, yesChoice)->rect().center());
        QTest::touchEvent(on, screen.get()).press(0, at, on);
        QTest::touchEvent(on, screen.get()).release(0, at, on);
    };
    for (int i = 0; i < 30; ++i) {
        tap(dialog);
        passInputTime(100ms);
    }
    QVERIFY(answers().isEmpty());
    passQuietTime();
    tap(dialog);
    QTRY_COMPARE(answers(), QList<std::optional<int>>{yesChoice});
}

void tst_QuestionInput::closingAgainAndAgain_neverConfirmsTheStop()
{
    askAll();
    PromptDialog *dialog = next();
    for (int i = 0; i < 30; ++i) {
        dialog->close();
        passInputTime(100ms);
    }
    const QWidget *bar = dialog->findChild<QWidget *>(u"stopBar"_s);
    QVERIFY(bar->isHidden());
    passQuietTime();
    dialog->close();
    QVERIFY(!bar->isHidden());
    for (int i = 0; i < 30; ++i) {
        dialog->close();
        passInputTime(100ms);
    }
    QVERIFY(answers().isEmpty());
    passQuietTime();
    dialog->close();
    QCOMPARE(answers(), QList<std::optional<int>>{std::nullopt});
}

void tst_QuestionInput::doubleClickOnStop_doesNotConfirmIt()
{
    askAll();
    PromptDialog *dialog = next();
    passQuietTime();
    const QPoint at = middleOf(buttonOf(dialog, u"stopButton"_s));
    for (int i = 0; i < 20; ++i) {
        clickAt(dialog, at);
        passInputTime(100ms);
    }
    QVERIFY(dialog->findChild<QWidget *>(u"stopBar"_s)->isVisible());
    QVERIFY(answers().isEmpty());
    // and slowly, at the same place
    passQuietTime();
    clickAt(dialog, at);
    passQuietTime();
    clickAt(dialog, at);
    QVERIFY(answers().isEmpty());
}

void tst_QuestionInput::menuOfAllAnswers_waitsToo()
{
    askAll();
    PromptDialog *dialog = next();
    passQuietTime();
    auto *menu = dialog->findChild<QMenu *>(u"toAllMenu"_s);
    menu->popup(middleOf(dialog));
    QAction *last = menu->actions().last();
    for (int i = 0; i < 20; ++i) {
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(last).center());
        passInputTime(100ms);
        last->trigger();
        passInputTime(100ms);
    }
    QVERIFY(answers().isEmpty());
    passQuietTime();
    last->trigger();
    QCOMPARE(answers(), QList<std::optional<int>>{3});
}

void tst_QuestionInput::pressBeforeThePointerMoved_saysSo()
{
    askAll();
    PromptDialog *dialog = next();
    const auto *notice = dialog->findChild<QLabel *>(u"guardLabel"_s);
    QCOMPARE(notice->text(), u"You can answer in a moment."_s);
    const QPoint rest = middleOf(choiceOf(dialog, noChoice));
    clickAt(dialog, rest);
    QVERIFY(notice->text().contains(u"came too early"_s));
    QCOMPARE(notice->accessibleName(), notice->text());
    passQuietTime();
    QTRY_VERIFY(notice->text().isEmpty());
    QCOMPARE(notice->accessibleName(), u"You can answer now."_s);
    testkit::press(dialog, u"choiceButton%1"_s.arg(noChoice));
    dialog = next();
    // the pointer rests where it was
    passQuietTime();
    clickAt(dialog, rest);
    QCOMPARE(answers().size(), 1);
    QVERIFY(dialog->findChild<QLabel *>(u"guardLabel"_s)->text().contains(u"Move the pointer"_s));
}

void tst_QuestionInput::activation_beginsTheSecondAgain()
{
    askAll();
    PromptDialog *dialog = next();
    passQuietTime();
    QEvent active(QEvent::WindowActivate);
    QCoreApplication::sendEvent(dialog, &active);
    clickAt(dialog, middleOf(choiceOf(dialog, yesChoice)));
    QVERIFY(answers().isEmpty());
    passQuietTime();
    clickAt(dialog, middleOf(choiceOf(dialog, yesChoice)));
    QCOMPARE(answers().size(), 1);
}

void tst_QuestionInput::answerInAnotherWindow_beginsTheSecondAgain()
{
    QWidget otherWindow;
    WidgetPromptHandler other(&otherWindow, [](const shell::Prompt &) { return PromptContext(); });
    const auto otherAsked = other.ask(testkit::unknownQuestion());
    askAll();
    PromptDialog *dialog = next();
    passQuietTime();
    other.dialog()->findChild<QAbstractButton *>(u"choiceButton0"_s)->click();
    QVERIFY(otherAsked.isFinished());
    choiceOf(dialog, yesChoice)->click();
    QVERIFY(answers().isEmpty());
    passQuietTime();
    choiceOf(dialog, yesChoice)->click();
    QCOMPARE(answers().size(), 1);
}

void tst_QuestionInput::noButtonLiesWhereTheLastPressWas_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("with room") << QSize();
    QTest::newRow("on a small screen") << QSize(600, 330);
}

void tst_QuestionInput::noButtonLiesWhereTheLastPressWas()
{
    QFETCH(QSize, size);
    askAll();
    for (const QString &name : {u"choiceButton0"_s, u"choiceButton0"_s, u"choiceButton2"_s, u"stopButton"_s,
             u"backToQuestionButton"_s, u"toAllButton"_s, u"choiceButton2"_s, u"choiceButton0"_s}) {
        PromptDialog *dialog = next();
        if (size.isValid())
            dialog->resize(size);
        const QPoint press = middleOf(buttonOf(dialog, name));
        passQuietTime();
        if (name == u"toAllButton"_s) {
            QTest::mousePress(choiceOf(dialog, yesChoice), Qt::RightButton); // somewhere else
            continue;
        }
        clickAt(dialog, press);
        dialog = next();
        if (size.isValid() && dialog->size() != size)
            dialog->resize(size);
        QCoreApplication::processEvents();
        for (const QAbstractButton *button : dialog->findChildren<QAbstractButton *>()) {
            const QRect place(button->mapToGlobal(QPoint()), button->size());
            QVERIFY2(
                !button->isVisible() || !place.contains(press), qPrintable(name + u" -> "_s + button->objectName()));
        }
    }
}

KAKUIN_GUI_TEST(tst_QuestionInput)

} // namespace tests::tst_questioninput

#include "tst_questioninput.moc"
