// SPDX-License-Identifier: MIT
#include "app/storage.h"

#include "app/keychainpasswords.h"
#include "core/base/privatefolder.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace kakuin::app {
namespace {

// Qt would make the file as the umask says; written anew, it keeps the permissions that it has. Where settings are no
// file of ours (Windows' registry, macOS' property lists), the system protects them.
void keepSettingsPrivate(const QSettings &settings)
{
    const QString path = settings.fileName();
    if (path.endsWith(QLatin1String(".conf")) && makePrivateFolder(QFileInfo(path).absolutePath()))
        keepPrivate(path);
}

connection::ConnectionFile connectionsIn(const QString &folder)
{
    return connection::ConnectionFile(QDir(folder).absoluteFilePath(QStringLiteral("connections.json")));
}

} // namespace

Storage Storage::ofUser(const QString &dataFolder)
{
    auto settings = std::make_unique<QSettings>();
    keepSettingsPrivate(*settings);
    const bool isElsewhere = !dataFolder.isEmpty();
    return {isElsewhere ? QDir(dataFolder).absolutePath()
                        : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
        std::move(settings), isElsewhere ? connectionsIn(dataFolder) : connection::ConnectionFile::ofUser(),
        std::make_shared<KeychainPasswords>()};
}

Storage Storage::inFolder(const QString &folder)
{
    const QDir absolute(QDir(folder).absolutePath());
    return {absolute.path(),
        std::make_unique<QSettings>(absolute.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
        connectionsIn(absolute.path()), nullptr};
}

} // namespace kakuin::app
