// SPDX-License-Identifier: MIT
#include "core/session/datafolder.h"

#include "core/base/privatefolder.h"
#include "core/base/privatelock.h"

#include <QtCore/QDir>
#include <QtCore/QLockFile>

namespace kakuin::session {
namespace {

constexpr QLatin1String lockFile("in-use.lock");

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

bool DataFolder::claim(const QString &file)
{
    if (m_claimed.contains(file))
        return false;
    m_claimed.insert(file);
    return true;
}

} // namespace kakuin::session
