// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/value.h"

#include <QtCore/QDateTime>

#include <functional>

namespace kakuin::snapshot {

/// One file of a snapshot: what one cmdlet answered.
struct SnapshotFile final {
    QString name; ///< "EX01_Get-ExchangeCertificate.xml"
    QList<clixml::Value> values;
};

/// Where a snapshot goes: a folder, or a .zip when the name ends so.
struct SnapshotTarget final {
    QString path;
    bool overwrites = false; ///< what is there was shown to the person, who said yes
    [[nodiscard]] bool isArchive() const { return path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive); }
};

/// Writes files as Export-Clixml would, into a folder or a .zip.
/// Shape:   on the calling thread; everything is written beside the target first and renamed at the end, so that the
///          target is whole, or as it was before. `isCancelled` is asked between files.
/// Errors:  FileUnwritable (subject: the path; there is something and `overwrites` is false; a folder holds what no
///          snapshot holds, which is never removed), Cancelled, and those of the CLIXML writer.
/// Memory:  the text of one file.
[[nodiscard]] Result<void> writeSnapshot(const QList<SnapshotFile> &files, const SnapshotTarget &target,
    const QDateTime &takenUtc, const std::function<bool()> &isCancelled);

/// A server's name as the beginning of a file's name: letters, digits, '-' and '.', the rest as '_'.
[[nodiscard]] QString fileNamePart(const QString &name);

} // namespace kakuin::snapshot
