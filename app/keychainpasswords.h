// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/passwordstore.h"

#include <chrono>
#include <memory>

namespace kakuin::app {

/// Passwords in the person's keychain: Secret Service, KWallet, Windows' credential store, macOS' keychain.
/// Shape:   the service "org.kakuin.Kakuin", the connection's name as key; never a file instead of a keychain. One
///          errand at a time, in the order in which they were given. All of them end within the limit, counted from
///          the call.
/// Errors:  KeychainUnavailable, KeychainRefused; detail "no answer" at the limit, "locked", "null character" (names
///          and passwords that hold one: keychains would cut them there), or the keychain's own words, never the
///          password.
/// Threads: the main thread, because the keychain's library answers in its event loop. An errand that was cancelled
///          before its turn never reaches the keychain; one that the keychain has may still take effect, as at the
///          limit. Destroying the store cancels what it promised.
/// Source:  QtKeychain 0.13; what it does not tell is asked by secretServiceState().
class KeychainPasswords final : public connection::PasswordStore {
public:
    static constexpr std::chrono::milliseconds standardLimit = std::chrono::seconds(30);

    explicit KeychainPasswords(std::chrono::milliseconds limit = standardLimit);
    ~KeychainPasswords() override;
    Q_DISABLE_COPY_MOVE(KeychainPasswords)

    [[nodiscard]] QFuture<Result<Secret>> read(const QString &connection) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString &connection, const Secret &password) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString &connection) override;

private:
    class Line;
    std::unique_ptr<Line> m_line;
};

} // namespace kakuin::app
