// SPDX-License-Identifier: MIT
#include "tools/tour/windowcontrol.h"

#include "ui/widgets/inputguard.h"

#include <QtGui/QAction>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

namespace kakuin::tour {

QWidget *visibleWindow(const QString &name)
{
    const QList<QWidget *> all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->objectName() == name)
            return widget;
    }
    return nullptr;
}

QWidget *visiblePart(const QWidget *window, const QString &name)
{
    auto *found = window == nullptr ? nullptr : window->findChild<QWidget *>(name);
    return found != nullptr && found->isVisible() ? found : nullptr;
}

QAction *menuAction(const QWidget &window, const QString &name)
{
    const QList<QMenu *> menus = window.findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        const QList<QAction *> actions = menu->actions();
        for (QAction *each : actions) {
            if (each->objectName() == name)
                return each;
        }
    }
    return nullptr;
}

bool takesInput(const QString &window)
{
    const QWidget *owner = visibleWindow(window);
    const auto *guard
        = owner == nullptr ? nullptr : owner->findChild<ui::InputGuard *>(QString(), Qt::FindDirectChildrenOnly);
    return owner != nullptr && (guard == nullptr || guard->isOpen());
}

void trigger(const QWidget &window, const QString &action)
{
    if (QAction *found = menuAction(window, action))
        found->trigger();
}

void press(const QString &window, const QString &button)
{
    const QWidget *owner = visibleWindow(window);
    if (auto *found = owner == nullptr ? nullptr : owner->findChild<QAbstractButton *>(button))
        found->click();
}

void type(const QString &window, const QString &lineEdit, const QString &text)
{
    const QWidget *owner = visibleWindow(window);
    if (auto *found = owner == nullptr ? nullptr : owner->findChild<QLineEdit *>(lineEdit)) {
        found->setText(text);
        found->setCursorPosition(0); // a long one is seen from its beginning
    }
}

} // namespace kakuin::tour
