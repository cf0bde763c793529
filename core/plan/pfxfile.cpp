// SPDX-License-Identifier: MIT
#include "core/plan/pfxfile.h"

#include "core/x509/pfx.h"
#include "core/x509/reader.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace kakuin::plan {
namespace {

constexpr qint64 longestFile = 16 * 1024 * 1024;

Result<PfxSummary> summaryOf(const QString &path, const Secret &password)
{
    const auto withPath = [&path](Error error) {
        error.subject = path;
        return tl::unexpected<Error>(std::move(error));
    };
    const auto bytes = readPfxFile(path);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    const auto content = x509::readPfx(*bytes, password);
    if (!content)
        return withPath(content.error());
    auto facts = x509::readDer(content->certificateDer);
    if (!facts)
        return withPath(facts.error());
    return PfxSummary{std::move(*facts), content->friendlyName, !content->key.isNull()};
}

} // namespace

Result<QByteArray> readPfxFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, path);
    QFile file(path);
    if (!info.isFile() || info.size() > longestFile || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    QByteArray bytes = file.read(longestFile);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    return bytes;
}

Result<void> writePfxFile(const QString &path, const QByteArray &pfx)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    // before the first byte is in it
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(pfx) != pfx.size() || !file.commit()) {
        const bool isFull = file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
        return fail(isFull ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path, file.errorString());
    }
    return {};
}

QFuture<Result<PfxSummary>> openPfxFile(const QString &path, const Secret &password)
{
    return QtConcurrent::run([path, password] { return summaryOf(path, password); });
}

} // namespace kakuin::plan
