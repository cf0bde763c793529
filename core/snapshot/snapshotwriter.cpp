// SPDX-License-Identifier: MIT
#include "core/snapshot/snapshotwriter.h"

#include "core/clixml/writer.h"
#include "core/snapshot/archivewriter.h"

#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>

#include <algorithm>

namespace kakuin::snapshot {
namespace {

using namespace Qt::StringLiterals;
using Cancelled = std::function<bool()>;

// A folder that may be replaced as a whole holds nothing but what snapshots hold.
bool holdsOnlyExports(const QDir &folder)
{
    const QStringList names = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return std::all_of(names.begin(), names.end(), [&folder](const QString &name) {
        const QFileInfo info(folder.filePath(name));
        return info.isFile() && !info.isSymLink() && name.endsWith(u".xml", Qt::CaseInsensitive);
    });
}

Result<void> check(const SnapshotTarget &target)
{
    const QFileInfo info(target.path);
    if (!info.exists() && !info.isSymLink())
        return {};
    const bool isEmptyFolder = info.isDir() && QDir(target.path).isEmpty();
    if (!target.overwrites && !isEmptyFolder)
        return fail(ErrorCode::FileUnwritable, target.path, u"exists"_s);
    if (target.isArchive() ? !info.isFile() : !info.isDir() || info.isSymLink() || !holdsOnlyExports(QDir(target.path)))
        return fail(ErrorCode::FileUnwritable, target.path, u"holds something else"_s);
    return {};
}

Result<void> writeArchive(
    const QList<SnapshotFile> &files, const QString &path, const QDateTime &takenUtc, const Cancelled &isCancelled)
{
    QSaveFile device(path);
    if (!device.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, path, device.errorString());
    ArchiveWriter archive(device);
    for (const SnapshotFile &file : files) {
        if (isCancelled())
            return fail(ErrorCode::Cancelled);
        const auto outcome = clixml::writeDocument(file.values).and_then([&](const QByteArray &content) {
            return archive.add(file.name, content, takenUtc);
        });
        if (!outcome)
            return fail(outcome.error().code, path, outcome.error().detail);
    }
    if (const auto outcome = archive.finish(); !outcome)
        return fail(outcome.error().code, path, outcome.error().detail);
    if (isCancelled())
        return fail(ErrorCode::Cancelled);
    if (!device.commit())
        return fail(ErrorCode::FileUnwritable, path, device.errorString());
    return {};
}

Result<void> writeFile(const QString &path, const QByteArray &content, const QDateTime &takenUtc)
{
    QFile file(path);
    const bool isWritten
        = file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(content) == content.size() && file.flush();
    if (!isWritten)
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    file.setFileTime(takenUtc, QFileDevice::FileModificationTime); // a file system without times loses nothing else
    return {};
}

// The old folder moves aside, the new one into its place; if that does not work, the old one comes back.
Result<void> putInPlace(const QString &fresh, const QString &path)
{
    const QString aside = fresh + u"-old"_s;
    const bool isThere = QFileInfo::exists(path);
    if (isThere && !QDir().rename(path, aside))
        return fail(ErrorCode::FileUnwritable, path, u"rename"_s);
    if (!QDir().rename(fresh, path)) {
        const bool isBack = !isThere || QDir().rename(aside, path);
        return fail(ErrorCode::FileUnwritable, isBack ? path : aside, u"rename"_s);
    }
    if (isThere && !QDir(aside).removeRecursively())
        return fail(ErrorCode::FileUnwritable, aside, u"remove"_s);
    return {};
}

Result<void> writeFolder(
    const QList<SnapshotFile> &files, const QString &path, const QDateTime &takenUtc, const Cancelled &isCancelled)
{
    const QFileInfo info(path);
    if (!QDir().mkpath(info.absolutePath()))
        return fail(ErrorCode::FileUnwritable, info.absolutePath());
    // beside the target: a rename across file systems would be a copy
    QTemporaryDir fresh(info.absolutePath() + u"/."_s + info.fileName() + u"-XXXXXX"_s);
    if (!fresh.isValid())
        return fail(ErrorCode::FileUnwritable, info.absolutePath(), fresh.errorString());
    for (const SnapshotFile &file : files) {
        if (isCancelled())
            return fail(ErrorCode::Cancelled);
        const auto outcome = clixml::writeDocument(file.values).and_then([&](const QByteArray &content) {
            return writeFile(fresh.filePath(file.name), content, takenUtc);
        });
        if (!outcome)
            return outcome;
    }
    if (isCancelled())
        return fail(ErrorCode::Cancelled);
    fresh.setAutoRemove(false);
    auto outcome = putInPlace(fresh.path(), path);
    if (!outcome)
        fresh.remove();
    return outcome;
}

} // namespace

QString fileNamePart(const QString &name)
{
    QString part;
    for (const QChar c : name.left(100)) {
        const bool isPlain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'.');
        part += isPlain ? c : QChar(u'_');
    }
    return part.startsWith(u'.') ? u'_' + part : part;
}

Result<void> writeSnapshot(const QList<SnapshotFile> &files, const SnapshotTarget &target, const QDateTime &takenUtc,
    const Cancelled &isCancelled)
{
    if (auto outcome = check(target); !outcome)
        return outcome;
    return target.isArchive() ? writeArchive(files, target.path, takenUtc, isCancelled)
                              : writeFolder(files, target.path, takenUtc, isCancelled);
}

} // namespace kakuin::snapshot
