// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QSize>

class QWidget;

namespace kakuin::ui {

/// The largest size that a window over `parent` can have without leaving the screen, its title bar taken off: how tall
/// that is, is only known once a window is shown.
/// Units:  device-independent pixels.
[[nodiscard]] QSize roomOnScreen(const QWidget *parent);

} // namespace kakuin::ui
