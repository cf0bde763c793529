// SPDX-License-Identifier: MIT
#pragma once

#include "app/arguments.h"

class QFileDevice;

namespace kakuin::app {

/// `kakuin journal --verify` and `kakuin journal --export FILE`: what an auditor takes away.
struct JournalCommand final {
    enum ExitCode { Sound = 0, Altered = 2, NotKnown = 3 };

    bool verifies = false; ///< --verify
    QString exportFile; ///< --export; "-" is the standard output
    QString dataFolder; ///< --data-folder; empty: the user's

    /// Errors: as Arguments::problem().
    [[nodiscard]] static Result<JournalCommand> parse(const Arguments &arguments);

    /// What goes wrong is a line on `err` and, unless the export goes there, on `out`.
    /// Exports first, then verifies. The journal is read and never changed, but for one that an older version wrote, which
    /// is upgraded. An exported file is complete or not there, and for its user alone.
    [[nodiscard]] int run(QFileDevice &out, QFileDevice &err) const;
};

} // namespace kakuin::app
