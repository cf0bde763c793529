// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/connection/connectionprofile.h"

#include <QtCore/QFuture>

namespace kakuin::connection {

/// What a directory answered when it was tried.
struct DirectoryTrial final {
    int servers = 0; ///< of Exchange, in it
    int readable = 0; ///< whose internal transport certificate could be read
};

/// Reads what Kakuin would read of the connection's directory.
/// Errors: those of directorySettings() and of directory::readInternalTransportCertificates(); InvalidArgument when
///         the connection has no directory.
[[nodiscard]] QFuture<Result<DirectoryTrial>> tryDirectory(const ConnectionProfile &profile, const Secret &password);

} // namespace kakuin::connection
