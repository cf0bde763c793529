// SPDX-License-Identifier: MIT
#include "ui/help/helpkey.h"

#include "ui/help/helpwindow.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>

namespace kakuin::ui {

HelpKey::HelpKey(LayoutStore &layout, QAction &action, QWidget *mainWindow)
    : QObject(mainWindow)
    , m_layout(layout)
    , m_mainWindow(mainWindow)
{
    connect(&action, &QAction::triggered, this, [this] {
        const QWidget *focus = m_mainWindow->focusWidget();
        open(helpTopicFor(helpNamesOf(focus == nullptr ? m_mainWindow : focus)));
    });
    QCoreApplication::instance()->installEventFilter(this);
}

HelpKey::~HelpKey()
{
    if (m_window != nullptr)
        m_window->close(); // so that it remembers where it stood
}

void HelpKey::open(const HelpTopic &topic)
{
    if (m_window == nullptr)
        m_window = std::make_unique<HelpWindow>(m_layout);
    m_window->showTopic(topic);
}

bool HelpKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier || key->isAutoRepeat())
        return false;
    const auto *widget = static_cast<QWidget *>(watched);
    if (m_window != nullptr && widget->window() == m_window.get())
        open({QStringLiteral("index"), {}});
    else if (isOurs(widget))
        open(helpTopicFor(helpNamesOf(widget)));
    else
        return false;
    return true;
}

// The main window, and what stands before it
bool HelpKey::isOurs(const QWidget *widget) const
{
    while (widget != nullptr && widget != m_mainWindow)
        widget = widget->parentWidget();
    return widget != nullptr;
}

} // namespace kakuin::ui
