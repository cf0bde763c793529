// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace kakuin::app {

/// The program without a window: its commands, help, version, and what is said of wrong use. Makes the QCoreApplication,
/// so nothing else may have made one.
/// Shape:   called where the arguments are not for a window, or cannot be used, or there is no display for it. Returns the
///          exit code; wrong use is 3. Speaks the language of --lang, else the one chosen in the windows, else the system's.
[[nodiscard]] int runConsoleProgram(const QStringList &arguments, const QString &version, int argc, char **argv);

/// Keeps debuggers away and core dumps from being written, unless they are allowed.
void protectUnless(bool allowsDebugging);

} // namespace kakuin::app
