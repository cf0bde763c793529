// SPDX-License-Identifier: MIT
#include "core/snapshot/archiveentrydevice.h"

#include <archive.h>

namespace kakuin::snapshot {

ArchiveEntryDevice::ArchiveEntryDevice(struct archive &handle, ArchiveBudget &budget)
    : m_handle(handle)
    , m_budget(budget)
{
    open(QIODevice::ReadOnly);
}

qint64 ArchiveEntryDevice::readData(char *data, qint64 maxSize)
{
    if (m_problem || maxSize < 0)
        return -1;
    if (m_isAtEnd || maxSize == 0)
        return 0;
    const auto count = static_cast<qint64>(archive_read_data(&m_handle, data, static_cast<size_t>(maxSize)));
    if (count < 0)
        return stop(ErrorCode::MalformedArchive, QString::fromLocal8Bit(archive_error_string(&m_handle)).left(300));
    m_isAtEnd = count == 0;
    m_bytes += count;
    m_budget.bytes += count;
    if (m_bytes > m_budget.limits.entryBytes)
        return stop(
            ErrorCode::ArchiveLimitExceeded, QStringLiteral("more than %1 bytes").arg(m_budget.limits.entryBytes));
    if (m_budget.isSpent())
        return stop(ErrorCode::ArchiveLimitExceeded,
            QStringLiteral("%1 bytes out of %2").arg(m_budget.bytes).arg(m_budget.archiveBytes));
    return count;
}

qint64 ArchiveEntryDevice::writeData(const char *data, qint64 size)
{
    Q_UNUSED(data)
    Q_UNUSED(size)
    return -1;
}

qint64 ArchiveEntryDevice::stop(ErrorCode code, const QString &detail)
{
    m_problem = Error{code, {}, detail};
    setErrorString(detail);
    return -1;
}

} // namespace kakuin::snapshot
