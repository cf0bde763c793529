// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/sqlitefile.h"

#include <QtCore/QDateTime>

namespace kakuin::findings {

/// Why a finding is not shown, and until when.
struct Mute final {
    QString reason; ///< the person's words
    QDateTime untilUtc; ///< it comes back by itself then
    QDateTime sinceUtc;

    [[nodiscard]] bool isInForce(const QDateTime &nowUtc) const { return nowUtc < untilUtc; }
    friend bool operator==(const Mute &, const Mute &) = default;
};

/// Mutes by Finding::key().
using Mutes = QHash<QString, Mute>;

/// What a person chose not to see, by organisation: a small SQLite file in the data folder.
/// Errors:  those of SqliteFile; InvalidArgument for a mute without reason or end.
/// Threads: the thread that opened it.
class MuteStore final {
public:
    static constexpr qsizetype longestReason = 2000;

    [[nodiscard]] static Result<std::unique_ptr<MuteStore>> open(const QString &path);
    /// Those that are in force; what has run out is forgotten.
    [[nodiscard]] Result<Mutes> mutes(const QString &organisation, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> mute(const QString &organisation, const QString &finding, const Mute &mute);
    [[nodiscard]] Result<void> unmute(const QString &organisation, const QString &finding);

private:
    explicit MuteStore(std::unique_ptr<SqliteFile> file);

    std::unique_ptr<SqliteFile> m_file;
};

} // namespace kakuin::findings
