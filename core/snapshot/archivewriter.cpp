// SPDX-License-Identifier: MIT
#include "core/snapshot/archivewriter.h"

#include "core/base/owned.h"

#include <archive.h>
#include <archive_entry.h>

namespace kakuin::snapshot {
namespace {

la_ssize_t writeDevice(struct archive *handle, void *data, const void *bytes, size_t size)
{
    auto *device = static_cast<QIODevice *>(data);
    const qint64 written = device->write(static_cast<const char *>(bytes), static_cast<qint64>(size));
    if (written < 0)
        archive_set_error(handle, ARCHIVE_FATAL, "the device takes nothing more");
    return written < 0 ? ARCHIVE_FATAL : static_cast<la_ssize_t>(written);
}

} // namespace

ArchiveWriter::ArchiveWriter(QIODevice &device)
    : m_device(device)
    , m_handle(archive_write_new(), [](struct archive *handle) { archive_write_free(handle); })
{
    archive_write_set_format_zip(m_handle.get());
    archive_write_set_bytes_per_block(m_handle.get(), 0); // no padding behind the end
    archive_write_open(m_handle.get(), &m_device, nullptr, &writeDevice, nullptr);
}

ArchiveWriter::~ArchiveWriter() = default;

Result<void> ArchiveWriter::add(const QString &name, const QByteArray &content, const QDateTime &modifiedUtc)
{
    const Owned<struct archive_entry, archive_entry_free> entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), name.toUtf8().constData());
    archive_entry_set_size(entry.get(), content.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), modifiedUtc.toSecsSinceEpoch(), 0);
    if (archive_write_header(m_handle.get(), entry.get()) < ARCHIVE_WARN)
        return failure();
    const auto written = archive_write_data(m_handle.get(), content.constData(), static_cast<size_t>(content.size()));
    if (written != content.size())
        return failure();
    return {};
}

Result<void> ArchiveWriter::finish()
{
    if (archive_write_close(m_handle.get()) != ARCHIVE_OK)
        return failure();
    return {};
}

tl::unexpected<Error> ArchiveWriter::failure() const
{
    const QString reason = QString::fromLocal8Bit(archive_error_string(m_handle.get()));
    return fail(ErrorCode::FileUnwritable, {}, reason.isEmpty() ? m_device.errorString() : reason);
}

} // namespace kakuin::snapshot
