// SPDX-License-Identifier: MIT
#include "core/base/privatelock.h"

#include "core/base/privatefolder.h"

#include <QtCore/QLockFile>

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

} // namespace kakuin
