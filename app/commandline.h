// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/lab/labpreset.h"

#include <QtCore/QStringList>

#include <optional>

namespace kakuin::app {

/// What the program was started with.
struct CommandLine final {
    enum class Action { Run, ShowVersion, ShowHelp };
    Action action = Action::Run;
    QStringList exportedPaths; ///< --open, any number, and plain arguments (files dropped on the icon)
    std::optional<lab::Preset> practice; ///< --lab
    QString language; ///< --lang; empty: as remembered
    QString theme; ///< --theme light|dark; empty: as remembered
    QString dataFolder; ///< --data-folder; empty: the user's
    bool allowsDebugging = false; ///< --allow-debugging: the process is not protected (core/base/processprotection.h)
    QString help; ///< for ShowHelp

    /// Errors: InvalidArgument; subject: the option, detail: what the parser said of it.
    [[nodiscard]] static Result<CommandLine> parse(const QStringList &arguments);
};

} // namespace kakuin::app
