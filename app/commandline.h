// SPDX-License-Identifier: MIT
#pragma once

#include "app/arguments.h"
#include "core/lab/labpreset.h"

#include <optional>

namespace kakuin::app {

/// What the windows were started with.
struct CommandLine final {
    QStringList exportedPaths; ///< --open, any number, and plain arguments (files dropped on the icon)
    std::optional<lab::Preset> practice; ///< --lab
    QString language; ///< --lang; empty: as remembered
    QString theme; ///< --theme light|dark; empty: as remembered
    QString dataFolder; ///< --data-folder; empty: the user's
    bool allowsDebugging = false; ///< --allow-debugging: the process is not protected (core/base/processprotection.h)

    /// Errors: as Arguments::problem().
    [[nodiscard]] static Result<CommandLine> parse(const Arguments &arguments);
};

/// --lab, which the commands have as well. Nothing: it was not given.
[[nodiscard]] Result<std::optional<lab::Preset>> presetOf(const Arguments &arguments);

} // namespace kakuin::app
