// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QWidget>

class QAction;

namespace kakuin::testkit {

/// Presses the button with that object name under root, after the time in which input does not count yet; fails the test
/// when there is none or it is disabled.
void press(QWidget *root, const QString &objectName);
/// Types text into the line or text edit with that object name, replacing what is there.
void type(QWidget *root, const QString &objectName, const QString &text);

/// The entry with that object name in any menu below root; null when there is none. Actions that belong to nobody are
/// reached in no other way.
[[nodiscard]] QAction *menuAction(const QWidget *root, const QString &objectName);

} // namespace kakuin::testkit
