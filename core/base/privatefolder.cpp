// SPDX-License-Identifier: MIT
#include "core/base/privatefolder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace kakuin {

Result<void> makePrivateFolder(const QString &path)
{
    // from the outermost one that is missing to the innermost: with permissions, QDir makes one at a time
    QStringList missing;
    for (QString each = QDir::cleanPath(QDir(path).absolutePath()); !QFileInfo::exists(each);
         each = QFileInfo(each).absolutePath())
        missing.prepend(each);
    for (const QString &each : missing) {
        // two programs that start together make the same folder: only one of them can
        if (!QDir().mkdir(each, privateFile | QFileDevice::ExeOwner) && !QFileInfo(each).isDir())
            return fail(ErrorCode::FileUnwritable, path);
    }
    return QFileInfo(path).isDir() ? Result<void>() : Result<void>(fail(ErrorCode::FileUnwritable, path));
}

void keepPrivate(const QString &path)
{
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QFile file(path);
    if (!file.exists()) [[maybe_unused]]
        const bool made = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, privateFile);
    else if (file.permissions() & others)
        file.setPermissions(privateFile);
}

} // namespace kakuin
