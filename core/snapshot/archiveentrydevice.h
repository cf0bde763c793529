// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot/archivereader.h"

struct archive;

namespace kakuin::snapshot {

/// What has come out of an archive so far, and what may.
struct ArchiveBudget final {
    const ArchiveLimits &limits;
    qint64 archiveBytes = 0;
    qint64 bytes = 0;

    /// Whether the archive as a whole has given more than it may.
    [[nodiscard]] bool isSpent() const
    {
        return bytes > limits.totalBytes || (bytes > limits.ratioFreeBytes && bytes / limits.ratio > archiveBytes);
    }
};

/// The content of the entry that an archive stands at. Ends early, and says why in problem(), when the entry is damaged
/// or gives more than it may.
class ArchiveEntryDevice final : public QIODevice {
    Q_OBJECT
public:
    ArchiveEntryDevice(struct archive &handle, ArchiveBudget &budget);

    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    qint64 stop(ErrorCode code, const QString &detail);

    struct archive &m_handle;
    ArchiveBudget &m_budget;
    qint64 m_bytes = 0;
    bool m_isAtEnd = false;
    std::optional<Error> m_problem;
};

} // namespace kakuin::snapshot
