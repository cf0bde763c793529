// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/findings/mute.h"

#include <memory>

namespace kakuin {
class SqliteFile;
}

namespace kakuin::findings {

/// What a person chose not to see, by organisation: a small SQLite file in the data folder.
/// Errors:  those of SqliteFile; InvalidArgument for a mute without reason or end.
/// Threads: the thread that opened it.
class MuteStore final {
public:
    [[nodiscard]] static Result<std::unique_ptr<MuteStore>> open(const QString &path);
    ~MuteStore();
    Q_DISABLE_COPY_MOVE(MuteStore)

    /// Those that are in force; what has run out is forgotten.
    [[nodiscard]] Result<Mutes> mutes(const QString &organisation, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> mute(const QString &organisation, const QString &finding, const Mute &mute);
    [[nodiscard]] Result<void> unmute(const QString &organisation, const QString &finding);

private:
    explicit MuteStore(std::unique_ptr<SqliteFile> file);

    std::unique_ptr<SqliteFile> m_file;
};

} // namespace kakuin::findings
