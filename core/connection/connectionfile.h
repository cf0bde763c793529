// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/connectionprofile.h"

#include <QtCore/QList>

namespace kakuin::connection {

/// The connections that a person has set up, as one JSON file. No secrets: those are in the keychain.
/// Shape:   load() and save() the whole list, in its order; names differ, without regard to case.
/// Errors:  load: FileUnreadable, StorageDamaged, StorageTooNew; a file that is not there is an empty list.
///          save: FileUnwritable, DiskFull; the old file stays whole.
/// Cost:    some kilobytes; at most 1 MB and 1,000 connections are read.
class ConnectionFile final {
public:
    static constexpr qsizetype mostBytes = qsizetype{1024} * 1024;
    static constexpr qsizetype mostConnections = 1000;

    explicit ConnectionFile(QString path);
    /// In the program's folder of settings.
    [[nodiscard]] static ConnectionFile ofUser();

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] Result<QList<ConnectionProfile>> load() const;
    [[nodiscard]] Result<void> save(const QList<ConnectionProfile> &profiles) const;
    /// Errors: those of load(), and ConnectionNotFound.
    [[nodiscard]] Result<ConnectionProfile> find(const QString &name) const;

private:
    QString m_path;
};

} // namespace kakuin::connection
