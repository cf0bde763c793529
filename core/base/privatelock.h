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

} // namespace kakuin
