// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/commandlog.h"
#include "models/severity.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Words and files for commands that ran. What servers wrote is made safe to show; secrets are not in the records.
class CommandText final {
    Q_DECLARE_TR_FUNCTIONS(CommandText)
public:
    [[nodiscard]] static QString outcome(session::CommandRecord::Outcome outcome);
    [[nodiscard]] static models::Severity severityOf(session::CommandRecord::Outcome outcome);
    /// "0.4 s", "2 min 5 s"; empty while it runs.
    [[nodiscard]] static QString duration(std::chrono::milliseconds duration);
    /// "09:41:07", local.
    [[nodiscard]] static QString started(const QDateTime &utc);
    /// The command with its questions, answers, warnings and errors, several lines.
    [[nodiscard]] static QString detail(const session::CommandRecord &record);
    /// All of them, oldest first, for a text file.
    [[nodiscard]] static QString log(const QList<session::CommandRecord> &records);
    /// The commands as a script; everything else about them as comments. UTF-8 with BOM, CRLF.
    [[nodiscard]] static QByteArray script(const QList<session::CommandRecord> &records);
};

} // namespace kakuin::ui
