// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot/archivereader.h"
#include "core/snapshot/contentbuilder.h"

#include <functional>

namespace kakuin::snapshot {

/// Bounds of opening exported data.
struct ExportLimits final {
    qint64 fileBytes = 512LL * 1024 * 1024; ///< a larger file is not begun
    qint64 nodes = 4'000'000; ///< values and objects of one file
    int files = 10'000;
    int nesting = 4; ///< of lists around objects (Export-Clixml -InputObject of an array makes one)
    ArchiveLimits archive;
};

/// Reads files, the files of folders (and their subfolders; links to folders are not followed) and those inside a .zip
/// (not of a .zip inside a .zip) into content: CLIXML, HealthChecker's CLIXML, certificates that a console printed, and
/// certificate files. Names of files may be in any bytes.
/// Shape:   on the calling thread, which is one of the pool; `isCancelled` is asked between objects.
/// Errors:  FileNotFound when none of the paths exists; NothingExported when no file held a known object (detail: the
///          first reasons); Cancelled. Everything else is a problem of the content, subject = the file: FileUnreadable,
///          MalformedClixml and its kin with their place, ClixmlLimitExceeded, UnsupportedEncoding, UnknownExportKind
///          (one for all such files, hidden ones as well), CertificateOfNoServer, FormatUntried,
///          and of a .zip those of ArchiveReader, subject = "archive.zip/entry".
[[nodiscard]] Result<SnapshotContent> readExports(
    const QStringList &paths, const std::function<bool()> &isCancelled, const ExportLimits &limits = {});

} // namespace kakuin::snapshot
