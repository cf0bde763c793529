// SPDX-License-Identifier: MIT
#include "core/session/datafolder.h"

#include "core/base/privatefolder.h"
#include "core/base/privatelock.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QLockFile>

namespace kakuin::session {
namespace {

constexpr QLatin1String lockFile("in-use.lock");
constexpr QLatin1String organisationsFolder("organisations");

} // namespace

DataFolder::DataFolder(QString path)
    : m_path(std::move(path))
{
}

DataFolder::~DataFolder() = default;

QString DataFolder::filePath(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

Result<void> DataFolder::take()
{
    if (m_lock)
        return {};
    if (const Result<void> made = makePrivateFolder(m_path); !made)
        return made;
    auto mine = takePrivateLock(filePath(lockFile));
    if (!mine)
        return fail(mine.error().code, m_path);
    m_lock = std::move(*mine);
    return {};
}

Result<void> DataFolder::claimOrganisation(const QString &key, const QString &name)
{
    if (m_organisations.find(key) != m_organisations.end())
        return fail(ErrorCode::OrganisationInUse, name);
    const QString folder = filePath(organisationsFolder);
    if (const Result<void> made = makePrivateFolder(folder); !made)
        return made;
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
    auto lock = takePrivateLock(QDir(folder).filePath(QString::fromLatin1(digest) + QStringLiteral(".lock")));
    if (!lock)
        return fail(
            lock.error().code == ErrorCode::StorageLocked ? ErrorCode::OrganisationInUse : lock.error().code, name);
    m_organisations.emplace(key, std::move(*lock));
    return {};
}

void DataFolder::releaseOrganisation(const QString &key)
{
    m_organisations.erase(key);
}

bool DataFolder::claim(const QString &file)
{
    if (m_claimed.contains(file))
        return false;
    m_claimed.insert(file);
    return true;
}

} // namespace kakuin::session
