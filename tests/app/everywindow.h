// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/workspace.h"
#include "ui/layoutstore.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <memory>

namespace kakuin::testkit {

/// One of the program's windows, and how to make it.
struct WindowMaker final {
    const char *name;
    std::function<std::unique_ptr<QWidget>()> make;
};

/// Every window of Kakuin over an open practice organisation. A new window belongs here: the tests that walk through
/// all of them then hold for it, too.
[[nodiscard]] QList<WindowMaker> everyWindow(session::Workspace &workspace, ui::LayoutStore &layout);

/// Every text that a window shows or tells a screen reader, one line a text, with digits made equal (times go on).
[[nodiscard]] QStringList textsOf(QWidget *window);

/// Widgets that a person can use and that have no object name, or share one with another widget of the window.
[[nodiscard]] QStringList namingFlawsOf(QWidget *window);

/// Buttons without words that tell a screen reader nothing.
[[nodiscard]] QStringList silentButtonsOf(QWidget *window);

} // namespace kakuin::testkit
