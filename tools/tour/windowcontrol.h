// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

class QAction;
class QWidget;

/// Operates the program's windows by the names of their objects. A missing object is ignored: the next step of the walk
/// that needs its effect reports it.
namespace kakuin::tour {

/// The top-level window of that name that is on screen; null when there is none.
[[nodiscard]] QWidget *visibleWindow(const QString &name);
/// The part of that name, where it can be seen; null otherwise.
[[nodiscard]] QWidget *visiblePart(const QWidget *window, const QString &name);
/// The entry of that name in a menu of the window; null when there is none.
[[nodiscard]] QAction *menuAction(const QWidget &window, const QString &name);

/// Whether the window of that name is there and takes presses already (InputGuard).
[[nodiscard]] bool takesInput(const QString &window);

void trigger(const QWidget &window, const QString &action);
void press(const QString &window, const QString &button);
/// Replaces what is in the line edit.
void type(const QString &window, const QString &lineEdit, const QString &text);

} // namespace kakuin::tour
