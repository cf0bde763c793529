// SPDX-License-Identifier: MIT
#include "core/base/privatelock.h"

#include "core/base/privatefolder.h"

#include <QtCore/QFile>
#include <QtCore/QLockFile>
#include <QtCore/QMutex>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/file.h>
#endif

namespace kakuin {

Result<std::unique_ptr<QLockFile>> takePrivateLock(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    if (!lock->tryLock()) {
        const bool isHeld = lock->error() == QLockFile::LockFailedError;
        return fail(isHeld ? ErrorCode::StorageLocked : ErrorCode::FileUnwritable, path);
    }
    keepPrivate(path);
    return lock;
}

namespace {

// Taking the lock finds out whether it is free; two threads that did so at once would each find it taken
bool canNotBeTaken(const QString &path)
{
    static QMutex looking;
    const QMutexLocker one(&looking);
    const auto lock = takePrivateLock(path);
    return !lock && lock.error().code == ErrorCode::StorageLocked;
}

} // namespace

#ifdef Q_OS_UNIX
bool isPrivateLockHeld(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    if (flock(file.handle(), LOCK_SH | LOCK_NB) == 0) {
        // no later owner takes this name, so no process waits for the file
        file.remove();
        return false;
    }
    return errno == EWOULDBLOCK || canNotBeTaken(path);
}
#else
bool isPrivateLockHeld(const QString &path)
{
    return QFile::exists(path) && canNotBeTaken(path);
}
#endif

} // namespace kakuin
