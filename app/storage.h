// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/connectionfile.h"
#include "core/connection/passwordstore.h"

#include <QtCore/QSettings>

#include <memory>

namespace kakuin::app {

/// Where the program keeps what outlives it. Application takes it; all windows share it.
struct Storage final {
    QString dataFolder; ///< practice organisations, the journal, muted findings
    std::unique_ptr<QSettings> settings; ///< layout, language, theme, what was opened before; never null
    connection::ConnectionFile connections;
    std::shared_ptr<connection::PasswordStore> passwords; ///< null: passwords are not kept

    /// The user's settings and keychain. Data and connections are in `dataFolder`, or in the user's folders when it is
    /// empty.
    [[nodiscard]] static Storage ofUser(const QString &dataFolder);
    /// All of it in one folder, which is made when something is kept, and no keychain: what the user has set up is
    /// neither read nor changed.
    [[nodiscard]] static Storage inFolder(const QString &folder);
};

} // namespace kakuin::app
