// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QFuture>

namespace kakuin::connection {

/// Where passwords of connections are kept: the computer's keychain, behind an interface, because core and windows know
/// no keychain.
/// Shape:   one password a connection, by the connection's name. read() of one that was never kept: an empty Secret.
/// Errors:  KeychainUnavailable where there is none; KeychainRefused for one that is locked or says no. Subject: the
///          name.
/// Threads: that of the caller; nothing blocks, and a keychain that hangs can be cancelled.
class PasswordStore {
public:
    PasswordStore() = default;
    virtual ~PasswordStore() = default;
    Q_DISABLE_COPY_MOVE(PasswordStore)

    [[nodiscard]] virtual QFuture<Result<Secret>> read(const QString &connection) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> write(const QString &connection, const Secret &password) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> remove(const QString &connection) = 0;
};

} // namespace kakuin::connection
