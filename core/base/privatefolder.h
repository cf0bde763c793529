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

/// Readable and writable for this person alone.
inline constexpr QFileDevice::Permissions privateFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace kakuin
