// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "tests/testkit/requirement.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace kakuin::testkit {

/// A person's session with a keychain of its own: a D-Bus daemon and gnome-keyring in a temporary folder, gone with
/// this object.
/// Shape:   start() points this process to the bus, which starts nothing by itself, and opens the keyring. Once a
///          process: libraries keep the first session bus that they see.
/// Errors:  what a program said. Everything waits for what it did to be seen on the bus.
/// Needs:   Debian's dbus-daemon, gnome-keyring, libsecret-1-0.
class ThrowawayKeyring final {
public:
    ThrowawayKeyring();
    ~ThrowawayKeyring();
    Q_DISABLE_COPY_MOVE(ThrowawayKeyring)
    [[nodiscard]] static bool isInstalled();
    /// For KAKUIN_TEST.
    [[nodiscard]] static int requirement()
    {
        return requireInstalled(isInstalled(), "KAKUIN_REQUIRE_KEYCHAIN", "gnome-keyring, dbus-daemon, libsecret-1-0");
    }

    [[nodiscard]] Result<void> startBus();
    [[nodiscard]] Result<void> startService();
    /// The service goes, as when it crashes.
    [[nodiscard]] Result<void> stopService();
    /// It takes messages and answers none; it goes on with those that it took.
    void freeze();
    void thaw();
    /// Locks the keyring. Nobody asks the person to open it: the question counts as dismissed at once.
    [[nodiscard]] Result<void> lock();
    [[nodiscard]] Result<void> unlock();
    /// From now on the question stays on the screen until dismissQuestions().
    [[nodiscard]] Result<void> leaveQuestionsOpen();
    [[nodiscard]] bool isAsking() const;
    void dismissQuestions();

private:
    class Prompter;

    [[nodiscard]] Result<void> waitForService(bool isThere);

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_service;
    std::unique_ptr<Prompter> m_prompter;
};

} // namespace kakuin::testkit
