// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QDateTime>
#include <QtCore/QIODevice>

#include <memory>

struct archive;

namespace kakuin::snapshot {

/// Writes a .zip entry by entry onto a device.
/// Shape:   add() for every entry, then finish(). Without finish() the archive has no table of contents.
/// Errors:  FileUnwritable: the device.
/// Memory:  the content of one entry, which the caller holds.
class ArchiveWriter final {
public:
    explicit ArchiveWriter(QIODevice &device);
    ~ArchiveWriter();
    Q_DISABLE_COPY_MOVE(ArchiveWriter)

    [[nodiscard]] Result<void> add(const QString &name, const QByteArray &content, const QDateTime &modifiedUtc);
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] tl::unexpected<Error> failure() const;

    QIODevice &m_device;
    std::shared_ptr<::archive> m_handle; ///< libarchive's, with its own deleter
};

} // namespace kakuin::snapshot
