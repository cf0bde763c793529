// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QDateTime>
#include <QtCore/QIODevice>

#include <functional>

namespace kakuin::snapshot {

/// Bounds of a .zip, against bombs: what an entry announces counts for nothing, what comes out of it does.
struct ArchiveLimits final {
    int entries = 10'000;
    qint64 entryBytes = 512LL * 1024 * 1024;
    qint64 totalBytes = 4LL * 1024 * 1024 * 1024;
    qint64 ratio = 300; ///< all that came out, to the size of the archive
    qint64 ratioFreeBytes = 16LL * 1024 * 1024; ///< below this nobody looks at the ratio
};

/// One file inside an archive.
struct ArchiveEntry final {
    QString name; ///< with forward slashes, as it would be relative to a folder; never leads out of it
    QDateTime modifiedUtc; ///< invalid when the archive does not say
};

/// Whether the first bytes are those of a .zip.
[[nodiscard]] bool looksLikeArchive(const QByteArray &head);

/// Reads a .zip entry by entry, without writing anything to disk.
/// Shape:   read(device, entry, problem): `entry` gets a sequential device that gives the content, and is called on the
///          calling thread; false ends the reading. What is wrong with one entry goes to `problem` (subject: the
///          entry's name, empty: the archive) and the rest is read.
/// Problems: MalformedArchive (cut off, damaged), UnsafeArchiveEntry (leads out of the archive, is absolute, a link, or
///          named twice: its content is not read), EncryptedArchiveEntry, ArchiveLimitExceeded. An archive that is cut
///          off gives the entries before the cut.
/// Memory:  streaming; the names, and libarchive's table of contents.
/// Source:  libarchive 3; APPNOTE.TXT of PKWARE for the format.
class ArchiveReader final {
public:
    using Entry = std::function<bool(const ArchiveEntry &, QIODevice &)>;
    using Problem = std::function<void(const Error &)>;

    explicit ArchiveReader(ArchiveLimits limits = {})
        : m_limits(limits)
    {
    }
    /// `device` is open and can seek.
    void read(QIODevice &device, const Entry &entry, const Problem &problem) const;

private:
    ArchiveLimits m_limits;
};

} // namespace kakuin::snapshot
