// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QFuture>
#include <QtCore/QMap>

namespace kakuin::app {

/// How a Secret Service stands to one password.
enum class SecretServiceState {
    Absent, ///< no session bus, or no keychain on it, neither a Secret Service nor KWallet
    Locked, ///< it keeps the password where nobody can read or remove it now
    Open, ///< nothing of it is locked, or another keychain serves this desktop
};

/// Asks the session's bus what QtKeychain does not tell: a password behind a dismissed question looks to it like one
/// that was never kept, removing it looks like success, and a bus without a keychain like a refusal.
/// Shape:   attributes are those that the password was kept with. Starts no service, asks the person nothing. Systems
///          without a Secret Service: always Open.
/// Errors:  KeychainRefused, the bus' own words as detail.
/// Threads: does not block but for connecting to the bus, once; cancelling only stops the listening.
/// Source:  Secret Service API, org.freedesktop.Secret.Service.SearchItems; D-Bus specification, ListNames.
[[nodiscard]] QFuture<Result<SecretServiceState>> secretServiceState(const QMap<QString, QString> &attributes);

} // namespace kakuin::app
