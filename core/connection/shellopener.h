// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/connection/connectionprofile.h"
#include "core/remote/remoteshell.h"

namespace kakuin::connection {

/// Connects, signs in, and answers with a shell that has Exchange's cmdlets.
/// Shape:   `culture`: the language in which the server asks and explains ("ja-JP"). Cancelling the future breaks it
///          off; destroying the shell closes the session.
/// Errors:  those of endpointUrl() and programCall(); those of connecting and signing in; RightsMissing,
///          BudgetExceeded; ServiceForeign for a shell without Get-ExchangeCertificate. Subject: the peer's name.
/// Threads: the thread of the caller; nothing blocks.
[[nodiscard]] QFuture<Result<std::shared_ptr<remote::RemoteShell>>> openShell(
    const ConnectionProfile &profile, const Secret &password, const QString &culture);

} // namespace kakuin::connection
