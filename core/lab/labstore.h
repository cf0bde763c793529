// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/sqlitefile.h"
#include "core/lab/labstate.h"

#include <QtCore/QLockFile>

namespace kakuin::lab {

/// The practice organisation's file.
/// Shape:   load() reads everything into memory; save(before, after) writes what differs in one transaction.
/// Errors:  those of SqliteFile; StorageLocked also while another instance has the file open. A file that holds what
///          no organisation can (a key that is none, a certificate that does not parse) is StorageDamaged.
/// Threads: the thread that opened it.
class LabStore final {
public:
    [[nodiscard]] static Result<std::unique_ptr<LabStore>> open(const QString &path);
    /// As open(), after an existing file at that path was renamed to "<name>.kept-<time>".
    [[nodiscard]] static Result<std::unique_ptr<LabStore>> create(const QString &path);
    /// Whether a practice organisation was ever saved here.
    [[nodiscard]] Result<LabState> load();
    [[nodiscard]] Result<void> save(const LabState &before, const LabState &after);

private:
    LabStore(std::unique_ptr<QLockFile> lock, std::unique_ptr<SqliteFile> file);

    [[nodiscard]] Result<void> saveServer(const LabServer &server);
    [[nodiscard]] Result<void> saveCertificates(const LabState &before, const LabState &after);
    [[nodiscard]] Result<void> saveOrganisation(const LabState &after);
    [[nodiscard]] Result<void> saveConnectors(const LabState &after);
    [[nodiscard]] Result<void> saveDeliveries(const LabState &after);
    [[nodiscard]] Result<void> saveFiles(const LabState &before, const LabState &after);
    [[nodiscard]] Result<void> loadCertificates(LabState &state);
    [[nodiscard]] Result<void> loadServers(LabState &state);
    [[nodiscard]] Result<void> loadPlacements(LabState &state);
    [[nodiscard]] Result<void> loadOrganisation(LabState &state);
    [[nodiscard]] Result<void> loadConnectors(LabState &state);

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<SqliteFile> m_file;
};

} // namespace kakuin::lab
