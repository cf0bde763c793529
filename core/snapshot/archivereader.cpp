// SPDX-License-Identifier: MIT
#include "core/snapshot/archivereader.h"

#include "core/base/owned.h"
#include "core/snapshot/archiveentrydevice.h"
#include "core/snapshot/foreigntext.h"

#include <QtCore/QSet>

#include <archive.h>
#include <archive_entry.h>

#include <array>

namespace kakuin::snapshot {
namespace {

using namespace Qt::StringLiterals;

using Handle = Owned<struct archive, archive_read_free>;

/// What libarchive reads from.
struct Source {
    QIODevice &device;
    std::array<char, 65536> buffer;
};

la_ssize_t readSource(struct archive *handle, void *data, const void **bytes)
{
    auto *source = static_cast<Source *>(data);
    const qint64 count = source->device.read(source->buffer.data(), static_cast<qint64>(source->buffer.size()));
    *bytes = source->buffer.data();
    if (count < 0)
        archive_set_error(handle, ARCHIVE_FATAL, "the file cannot be read");
    return count < 0 ? ARCHIVE_FATAL : static_cast<la_ssize_t>(count);
}

la_int64_t seekSource(struct archive *handle, void *data, la_int64_t offset, int whence)
{
    QIODevice &device = static_cast<Source *>(data)->device;
    const qint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? device.pos() : device.size();
    const qint64 target = base + offset;
    if (target < 0 || target > device.size() || !device.seek(target)) {
        archive_set_error(handle, ARCHIVE_FATAL, "a place that is not in the file");
        return ARCHIVE_FATAL;
    }
    return target;
}

QString entryName(struct archive_entry *entry, int number)
{
    QString name = QString::fromUtf8(archive_entry_pathname_utf8(entry));
    if (const char *bytes = archive_entry_pathname(entry); name.isEmpty() && bytes != nullptr)
        name = nameOfBytes(bytes); // Windows writes the names of Japanese computers in Shift_JIS
    return name.isEmpty() ? QStringLiteral("(%1)").arg(number) : name.replace(u'\\', u'/').left(1000);
}

// Why an entry is not looked into; empty: it is
QString dangerOf(struct archive_entry *entry, const QString &name)
{
    if (name.contains(QChar(u'\0')))
        return u"a name with NUL"_s;
    if (name.startsWith(u'/') || (name.size() > 1 && name.at(1) == u':'))
        return u"an absolute path"_s;
    if (name.split(u'/').contains(u".."_s))
        return u"a path that leads out"_s;
    if (archive_entry_symlink(entry) || archive_entry_hardlink(entry) || archive_entry_filetype(entry) == AE_IFLNK)
        return u"a link"_s;
    if (archive_entry_filetype(entry) != AE_IFREG)
        return u"no regular file"_s;
    return {};
}

QString reasonOf(struct archive *handle)
{
    return QString::fromLocal8Bit(archive_error_string(handle)).left(300);
}

Handle opened(Source &source, const ArchiveReader::Problem &problem)
{
    Handle handle(archive_read_new());
    if (!handle) {
        problem({ErrorCode::Internal, {}, u"no memory"_s});
        return {};
    }
    // this format alone, and no compression around it: every other parser would be one more to trust
    archive_read_support_format_zip(handle.get());
    archive_read_set_read_callback(handle.get(), &readSource);
    archive_read_set_seek_callback(handle.get(), &seekSource);
    archive_read_set_callback_data(handle.get(), &source);
    if (archive_read_open1(handle.get()) != ARCHIVE_OK) {
        problem({ErrorCode::MalformedArchive, {}, reasonOf(handle.get())});
        return {};
    }
    return handle;
}

/// One pass over the entries.
class Pass final {
public:
    Pass(struct archive *handle, const ArchiveLimits &limits, qint64 archiveBytes, const ArchiveReader::Entry &entry,
        const ArchiveReader::Problem &problem)
        : m_handle(handle)
        , m_limits(limits)
        , m_budget{limits, archiveBytes, 0}
        , m_entry(entry)
        , m_problem(problem)
    {
    }
    void run()
    {
        for (int number = 1; next(); ++number) {
            if (number > m_limits.entries) {
                m_problem({ErrorCode::ArchiveLimitExceeded, {}, QStringLiteral("%1 entries").arg(m_limits.entries)});
                return;
            }
            if (!take(number))
                return;
        }
    }

private:
    // To the next entry; false at the end and where nothing more can be read.
    bool next()
    {
        const int outcome = archive_read_next_header(m_handle, &m_header);
        if (outcome == ARCHIVE_OK || outcome == ARCHIVE_WARN)
            return true;
        if (outcome != ARCHIVE_EOF)
            m_problem({ErrorCode::MalformedArchive, {}, reasonOf(m_handle)});
        return false;
    }
    bool take(int number)
    {
        const QString name = entryName(m_header, number);
        if (archive_entry_filetype(m_header) == AE_IFDIR && dangerOfPath(name).isEmpty())
            return true;
        if (const QString danger = dangerOf(m_header, name); !danger.isEmpty())
            return refuse(ErrorCode::UnsafeArchiveEntry, name, danger);
        if (m_names.contains(name.toCaseFolded()))
            return refuse(ErrorCode::UnsafeArchiveEntry, name, u"named twice"_s);
        m_names.insert(name.toCaseFolded());
        if (archive_entry_is_encrypted(m_header))
            return refuse(ErrorCode::EncryptedArchiveEntry, name, {});
        const bool isTimed = archive_entry_mtime_is_set(m_header) != 0;
        const QDateTime modified
            = isTimed ? QDateTime::fromSecsSinceEpoch(archive_entry_mtime(m_header), Qt::UTC) : QDateTime();
        ArchiveEntryDevice device(*m_handle, m_budget);
        const bool goesOn = m_entry({name, modified}, device);
        if (device.problem())
            m_problem({device.problem()->code, name, device.problem()->detail});
        return goesOn && !m_budget.isSpent();
    }
    [[nodiscard]] static QString dangerOfPath(const QString &name)
    {
        return name.startsWith(u'/') || name.split(u'/').contains(u".."_s) ? name : QString();
    }
    bool refuse(ErrorCode code, const QString &name, const QString &why)
    {
        m_problem({code, name, why});
        return true;
    }

    struct archive *m_handle;
    struct archive_entry *m_header = nullptr;
    const ArchiveLimits &m_limits;
    ArchiveBudget m_budget;
    const ArchiveReader::Entry &m_entry;
    const ArchiveReader::Problem &m_problem;
    QSet<QString> m_names;
};

} // namespace

bool looksLikeArchive(const QByteArray &head)
{
    return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06");
}

void ArchiveReader::read(QIODevice &device, const Entry &entry, const Problem &problem) const
{
    const auto source = std::make_unique<Source>(Source{device, {}});
    if (const Handle handle = opened(*source, problem))
        Pass(handle.get(), m_limits, device.size(), entry, problem).run();
}

} // namespace kakuin::snapshot
