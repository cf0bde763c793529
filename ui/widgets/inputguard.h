// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/inputgate.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

class QAbstractButton;
class QWidget;

namespace kakuin::ui {

/// Keeps presses from buttons that were not there when the person decided to press: a double-click, a key that is held
/// down, a tap that was meant for the window before (InputGate has the rules, InputTracker the clock).
/// Shape:   begins when the window is shown, and again with restart(). Mouse, touch, keys and mnemonics are stopped on
///          their way to the widget. What sets something off asks admits() first: screen readers press without an event.
///          Until it is open, the guarded buttons look as disabled ones do; they stay enabled, so that a press is noticed
///          and the quiet time begins again.
/// Threads: the GUI thread.
class InputGuard final : public QObject {
    Q_OBJECT
public:
    enum class Scope {
        Window, ///< everything in the window and its menus, and the pointer must have moved: for questions
        Buttons, ///< the guarded buttons only, by time only: where people come to work through the window's pages
    };

    /// `window` owns the guard.
    InputGuard(QWidget *window, Scope scope);
    Q_DISABLE_COPY_MOVE(InputGuard)

    void add(QAbstractButton *button);
    /// For a button that is only dangerous on some pages. What is taken away looks and works as any other.
    void remove(QAbstractButton *button);
    /// Buttons have appeared that were not there before.
    void restart();

    [[nodiscard]] bool isOpen() const;
    /// Whether a press that has no event of its own counts now; one that does not begins the quiet time again.
    [[nodiscard]] bool admits();

Q_SIGNALS:
    void openChanged(bool isOpen);
    /// A press did not count.
    void refused(kakuin::ui::InputGate::Verdict why);

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override;

private:
    [[nodiscard]] bool isGuarded(QObject *receiver) const;
    [[nodiscard]] bool stops(InputGate::Verdict verdict);
    [[nodiscard]] bool stopsKey(QObject *receiver, QEvent *event);
    void watch();
    void show(bool isOpen);
    static void dim(QAbstractButton *button, bool isDimmed);

    QWidget *m_window;
    Scope m_scope;
    InputGate m_gate;
    QList<QPointer<QAbstractButton>> m_buttons;
    QTimer m_poll; ///< while it is not open: asks the clock
    bool m_isShownOpen = false;
    bool m_isKeyRepeated = false; ///< of the key that may become a shortcut next
};

} // namespace kakuin::ui
