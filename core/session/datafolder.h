// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QSet>
#include <QtCore/QString>

#include <memory>

class QLockFile;

namespace kakuin::session {

/// The folder of a program's data. The workspaces of one program share it; another program finds it locked.
/// Shape:   take() when something is to be written, not before: a program that only shows exported data needs none.
///          A lock that a crashed program left is taken over.
/// Threads: one thread.
/// Source:  decision D9.
class DataFolder final {
public:
    explicit DataFolder(QString path);
    ~DataFolder();
    Q_DISABLE_COPY_MOVE(DataFolder)

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString filePath(const QString &name) const;
    /// Errors: StorageLocked, FileUnwritable; subject: the folder.
    [[nodiscard]] Result<void> take();

    /// A file that one workspace at a time may have open: a practice organisation lives in memory while it is open.
    /// False when another one has it.
    [[nodiscard]] bool claim(const QString &file);
    void release(const QString &file) { m_claimed.remove(file); }
    [[nodiscard]] bool isClaimed(const QString &file) const { return m_claimed.contains(file); }

private:
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    QSet<QString> m_claimed;
};

} // namespace kakuin::session
