// SPDX-License-Identifier: MIT
#include "ui/widgets/inputguard.h"

#include "ui/widgets/inputtracker.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr std::chrono::milliseconds pollEvery{50};

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta
        || key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock;
}

// Keys that press something; others may repeat while they are held, to scroll or to move the focus
bool isPressing(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Select:
    case Qt::Key_Escape:
        return true;
    default:
        return event.modifiers().testFlag(Qt::AltModifier);
    }
}

} // namespace

InputGuard::InputGuard(QWidget *window, Scope scope)
    : QObject(window)
    , m_window(window)
    , m_scope(scope)
{
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &InputGuard::watch);
    connect(&InputTracker::ofProgram(), &InputTracker::answered, this, [this] {
        m_gate.pause(InputTracker::ofProgram().nowUtc());
        watch();
    });
    qApp->installEventFilter(this);
}

void InputGuard::add(QAbstractButton *button)
{
    if (m_buttons.contains(button))
        return;
    m_buttons.append(button);
    dim(button, !m_isShownOpen);
}

void InputGuard::remove(QAbstractButton *button)
{
    if (m_buttons.removeOne(button))
        dim(button, false);
}

void InputGuard::restart()
{
    const InputTracker &tracker = InputTracker::ofProgram();
    m_gate.appear(tracker.nowUtc(), tracker.pointer(), m_scope == Scope::Window);
    watch();
}

bool InputGuard::isOpen() const
{
    return m_gate.isOpen(InputTracker::ofProgram().nowUtc());
}

bool InputGuard::admits()
{
    return !stops(m_gate.pressOther(InputTracker::ofProgram().nowUtc()));
}

void InputGuard::watch()
{
    const bool isNowOpen = isOpen();
    if (isNowOpen)
        m_poll.stop();
    else if (!m_poll.isActive())
        m_poll.start();
    if (isNowOpen != m_isShownOpen)
        show(isNowOpen);
}

void InputGuard::show(bool isOpen)
{
    m_isShownOpen = isOpen;
    for (const QPointer<QAbstractButton> &button : std::as_const(m_buttons)) {
        if (button)
            dim(button, !isOpen);
    }
    Q_EMIT openChanged(isOpen);
}

void InputGuard::dim(QAbstractButton *button, bool isDimmed)
{
    QPalette own; // empty: the inherited one
    if (isDimmed) {
        const QPalette inherited = button->parentWidget() != nullptr ? button->parentWidget()->palette() : QPalette();
        for (const QPalette::ColorRole role : {QPalette::Button, QPalette::ButtonText})
            for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
                own.setColor(group, role, inherited.color(QPalette::Disabled, role));
    }
    button->setPalette(own);
}

bool InputGuard::isGuarded(QObject *receiver) const
{
    if (m_scope == Scope::Buttons) {
        auto *button = qobject_cast<QAbstractButton *>(receiver);
        return button != nullptr && m_buttons.contains(button);
    }
    for (QObject *each = receiver; each != nullptr; each = each->parent()) {
        if (each == m_window)
            return true;
    }
    return false;
}

bool InputGuard::stops(InputGate::Verdict verdict)
{
    if (verdict == InputGate::Verdict::Counts)
        return false;
    watch();
    Q_EMIT refused(verdict);
    return true;
}

bool InputGuard::stopsKey(QObject *receiver, QEvent *event)
{
    const auto *key = static_cast<QKeyEvent *>(event);
    if (isModifier(key->key()) || !isGuarded(receiver) || (m_scope == Scope::Buttons && !isPressing(*key)))
        return false;
    const InputGate::Verdict verdict = m_gate.pressKey(InputTracker::ofProgram().nowUtc(), key->isAutoRepeat());
    return (verdict != InputGate::Verdict::KeyHeld || isPressing(*key)) && stops(verdict);
}

bool InputGuard::eventFilter(QObject *receiver, QEvent *event)
{
    const auto now = [] { return InputTracker::ofProgram().nowUtc(); };
    const auto isWidget = [receiver] { return receiver->isWidgetType(); };
    bool isStopped = false;
    switch (event->type()) {
    case QEvent::Show:
        if (receiver == m_window)
            restart();
        break;
    case QEvent::WindowActivate:
        if (receiver == m_window) {
            m_gate.pause(now());
            watch();
        }
        break;
    case QEvent::Enter:
        if (receiver == m_window)
            m_gate.restPointer(static_cast<QEnterEvent *>(event)->globalPosition().toPoint());
        break;
    case QEvent::MouseMove:
        m_gate.movePointer(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        isStopped = isWidget() && isGuarded(receiver)
            && stops(m_gate.pressPointer(now(), static_cast<QMouseEvent *>(event)->globalPosition().toPoint()));
        break;
    case QEvent::TouchBegin:
        isStopped = isWidget() && isGuarded(receiver) && stops(m_gate.pressOther(now()));
        break;
    case QEvent::KeyPress:
        isStopped = isWidget() && stopsKey(receiver, event);
        break;
    case QEvent::ShortcutOverride: // comes before the shortcut, which does not say whether the key is held down
        m_isKeyRepeated = static_cast<QKeyEvent *>(event)->isAutoRepeat();
        break;
    case QEvent::Shortcut:
        isStopped = isGuarded(receiver) && stops(m_gate.pressKey(now(), m_isKeyRepeated));
        break;
    default:
        break;
    }
    if (isStopped)
        event->accept();
    return isStopped || QObject::eventFilter(receiver, event);
}

} // namespace kakuin::ui
