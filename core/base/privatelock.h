// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <memory>

class QLockFile;

namespace kakuin {

/// Takes the lock file at `path`, without waiting. Only this user can read its content (program, process, computer):
/// QLockFile by itself leaves that to the umask. The lock is held as long as the object exists. Only the end of its owner
/// makes a lock stale, never its age.
/// Errors: StorageLocked (another process holds it), FileUnwritable; subject: the path.
[[nodiscard]] Result<std::unique_ptr<QLockFile>> takePrivateLock(const QString &path);

/// Whether the object that took the lock at `path` still exists, in this process or another. Any number of programs can look
/// at once: none of them is taken for the owner, because looking only shares the lock. What an owner that died has left is
/// removed.
/// Source: flock(2), which QLockFile uses; elsewhere the lock is taken for a moment.
[[nodiscard]] bool isPrivateLockHeld(const QString &path);

} // namespace kakuin
