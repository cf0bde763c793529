// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/domain/certificatefacts.h"

#include <QtCore/QFuture>

namespace kakuin::plan {

/// Reads a PFX file as it is.
/// Errors: FileNotFound, FileUnreadable (also over 16 MiB); subject: the path.
[[nodiscard]] Result<QByteArray> readPfxFile(const QString &path);

/// Writes a PFX whole or not at all, for its owner's eyes only where the system knows such permissions.
/// Errors: FileUnwritable, DiskFull; subject: the path.
[[nodiscard]] Result<void> writePfxFile(const QString &path, const QByteArray &pfx);

/// What a PFX file is found to hold.
struct PfxSummary final {
    domain::CertificateFacts facts;
    QString friendlyName;
    bool hasKey = false;
};

/// Opens a PFX file with its password, on the thread pool: deriving the key may take a second.
/// Errors: those of readPfxFile(); WrongPfxPassword, MalformedPfx, MalformedCertificate; subject: the path.
[[nodiscard]] QFuture<Result<PfxSummary>> openPfxFile(const QString &path, const Secret &password);

} // namespace kakuin::plan
