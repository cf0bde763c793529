// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QSet>
#include <QtCore/QString>

#include <atomic>
#include <map>
#include <memory>

class QLockFile;

namespace kakuin::session {

/// The folder of a program's data, which the workspaces of one program share.
/// Shape:   take() before a practice organisation is opened: it lives in memory, so one program at a time may have those
///          of the folder. Everything else in it may be used by several programs at once; an organisation that is to be
///          changed is claimed. A lock that a crashed program left is taken over.
/// Threads: one thread.
/// Source:  decision 0090.
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

    /// An organisation that one window may change, of all programs that use this folder.
    /// Errors: OrganisationInUse, FileUnwritable; subject: `name`.
    [[nodiscard]] Result<void> claimOrganisation(const QString &key, const QString &name);
    void releaseOrganisation(const QString &key);

    /// Whether what was read of organisations is kept between sessions: off until a window wants it. Any thread.
    [[nodiscard]] bool keepsInventories() const { return m_keepsInventories; }
    void setKeepsInventories(bool isKeeping) { m_keepsInventories = isKeeping; }

private:
    QString m_path;
    std::atomic_bool m_keepsInventories = false;
    std::unique_ptr<QLockFile> m_lock;
    QSet<QString> m_claimed;
    std::map<QString, std::unique_ptr<QLockFile>> m_organisations;
};

} // namespace kakuin::session
