// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labpreset.h"
#include "labserver/fault.h"

#include <QtCore/QStringList>

namespace kakuin::labserver {

/// What kakuin-lab-server was started with.
struct ToolLine final {
    enum class Action { Serve, ShowHelp, ShowVersion };
    Action action = Action::Serve;
    lab::Preset preset = lab::Preset::Contoso2013;
    QString file; ///< empty: a new organisation, gone with the server
    quint16 port = 0;
    QString endpoint = QStringLiteral("PowerShell");
    QString user = QStringLiteral("admin");
    bool readsPassword = false; ///< else one is made up
    QString keytab; ///< Kerberos
    Fault fault;
    bool endsWithInput = false;
    bool allowsDebugging = false; ///< --allow-debugging: the process is not protected (core/base/processprotection.h)
    QString help; ///< for ShowHelp

    /// Errors: InvalidArgument; subject: the option, detail: a sentence in English.
    [[nodiscard]] static Result<ToolLine> parse(const QStringList &arguments);
};

} // namespace kakuin::labserver
