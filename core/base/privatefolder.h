// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QFileDevice>

namespace kakuin {

/// Makes the folder, and those above it that are missing, for this person alone: what Kakuin keeps names servers,
/// accounts and certificates. A folder that exists keeps its permissions; somebody may have chosen them.
/// Errors: FileUnwritable, subject: the path.
/// Source: XDG Base Directory Specification, "0700".
[[nodiscard]] Result<void> makePrivateFolder(const QString &path);

/// Makes the file, empty and for this person alone, where there is none, and takes one that others can read from them.
/// Where that cannot be (a file system without permissions, a file of somebody else) there is nothing to be done
/// about it, and whoever opens the file says what is wrong.
void keepPrivate(const QString &path);

/// Readable and writable for this person alone.
inline constexpr QFileDevice::Permissions privateFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace kakuin
