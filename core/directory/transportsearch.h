// SPDX-License-Identifier: MIT
#pragma once

#include "core/directory/directoryserver.h"
#include "core/directory/directorysettings.h"

namespace kakuin {
class DeadlineSocket;
}

namespace kakuin::directory {

/// What the settings must be before anything is sent.
/// Errors: InvalidArgument; subject: the host or user; detail: "host", "user", "password", "simpleWithoutTls".
[[nodiscard]] Result<void> check(const DirectorySettings &settings);

/// One search for every Exchange server, from connecting to the last page. Blocks; for a thread of its own.
/// Errors: as readInternalTransportCertificates().
[[nodiscard]] Result<QList<DirectoryServer>> searchServers(const DirectorySettings &settings, DeadlineSocket &socket);

} // namespace kakuin::directory
