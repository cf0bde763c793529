// SPDX-License-Identifier: MIT
#pragma once

#include "app/arguments.h"
#include "core/advice/policy.h"
#include "core/connection/connectionprofile.h"
#include "core/findings/ignore.h"
#include "core/lab/labpreset.h"

#include <optional>

class QSettings;

namespace kakuin::app {

/// What the person chose in the windows: it holds where no option says otherwise, so that the console and the windows
/// speak one language and find the same.
struct KeptChoices final {
    QString language; ///< "en", "ja", or empty: the system's
    advice::Policy policy;

    [[nodiscard]] static KeptChoices of(QSettings &settings);
};

/// What `kakuin check …` or `kakuin inventory …` was asked for.
struct ConsoleLine final {
    enum class Command { Check, Inventory };
    enum class Format { Text, Json, Csv, Prometheus };
    Command command = Command::Check;
    Format format = Format::Text;
    QStringList exportedPaths; ///< --open
    std::optional<lab::Preset> practice; ///< --lab
    QString connection; ///< --connection: the name of a stored connection
    std::optional<connection::ConnectionProfile> remote; ///< --url or --process, with how to sign in
    bool readsPassword = false; ///< --password-stdin: its first line
    advice::Policy policy; ///< the kept one, with --warn and --crit
    bool isForSetup = false; ///< --for setup
    QList<findings::Ignore> ignores; ///< --ignore
    QStringList ignoreFiles; ///< --ignore-file
    bool allowsDebugging = false; ///< --allow-debugging: the process is not protected (core/base/processprotection.h)

    /// Errors: as Arguments::problem(); of an address, a pin or a command also connection::ProfileProblem.
    [[nodiscard]] static Result<ConsoleLine> parse(const Arguments &arguments, const KeptChoices &kept = {});
};

} // namespace kakuin::app
