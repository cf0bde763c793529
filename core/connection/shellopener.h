// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/connection/connectionprofile.h"
#include "core/shell/shell.h"

#include <QtCore/QFuture>

namespace kakuin::connection {

/// A connection that stands.
struct OpenedShell final {
    std::shared_ptr<shell::Shell> shell; ///< with the directory and the further servers behind it; one that is marked
        ///< as read-only is a shell::ReadOnlyShell
    /// Cmdlets, and "cmdlet -parameter", that Kakuin uses and this account does not have; by a read-only connection only
    /// those that read.
    QStringList missing;
};

/// Connects, signs in, asks what the account may do. Further servers and the directory are not waited for: where they
/// cannot be reached, that stands in the picture of the organisation.
/// Errors:  those of check(); those of connecting and signing in; RightsMissing, ServiceForeign when the other end is
///          not Exchange; Cancelled.
/// Threads: the caller's, which needs an event loop.
[[nodiscard]] QFuture<Result<OpenedShell>> openShell(
    const ConnectionProfile &profile, const Secret &password, const QString &culture);

} // namespace kakuin::connection
