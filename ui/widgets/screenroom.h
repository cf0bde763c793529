// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QSize>

class QWidget;

namespace kakuin::ui {

/// The largest size that a window over `parent` can have without leaving the screen, its title bar taken off: how tall
/// that is, is only known once a window is shown.
/// Units:  device-independent pixels.
[[nodiscard]] QSize roomOnScreen(const QWidget *parent);

/// Gives a window the size that it wants, or as much of it as its screen has room for.
/// Units:  device-independent pixels.
void resizeOnScreen(QWidget &window, const QSize &wanted);

} // namespace kakuin::ui
