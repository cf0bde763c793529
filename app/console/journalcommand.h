// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/consoleline.h"

#include <QtCore/QStringList>

class QFileDevice;

namespace kakuin::app {

/// `kakuin journal --verify` and `kakuin journal --export FILE`: what an auditor takes away.
struct JournalCommand final {
    enum ExitCode { Sound = 0, Altered = 2, NotKnown = 3 };

    bool verifies = false; ///< --verify
    QString exportFile; ///< --export; "-" is the standard output
    QString dataFolder; ///< --data-folder; empty: the user's
    QString language; ///< --lang, else the kept one; empty: the system's
    QString help; ///< not empty: it was asked for

    [[nodiscard]] static bool isMeant(const QStringList &arguments);
    /// Errors: InvalidArgument; subject: the option, detail: what is wrong with it.
    [[nodiscard]] static Result<JournalCommand> parse(const QStringList &arguments, const KeptChoices &kept = {});

    /// Exports first, then verifies. The journal is read and never changed, but for one that an older version wrote, which
    /// is upgraded. An exported file is complete or not there, and for its user alone.
    [[nodiscard]] int run(QFileDevice &out, QFileDevice &err) const;
};

} // namespace kakuin::app
