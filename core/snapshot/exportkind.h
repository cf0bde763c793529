// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/value.h"

#include <QtCore/QList>

namespace kakuin::snapshot {

/// What an exported object is: which cmdlet wrote it, told by its type names and never by its file's name.
enum class ExportKind {
    Unknown,
    Certificate, ///< Get-, New-, Import-ExchangeCertificate, or a plain certificate
    Server,
    MailboxServer,
    TransportService,
    DirectoryServer,
    AuthConfig,
    SendConnector,
    ReceiveConnector,
    HybridConfiguration,
};

[[nodiscard]] ExportKind kindOf(const clixml::Value &value);
/// The cmdlet that answers with objects of a kind; empty for Unknown.
[[nodiscard]] QString cmdletOf(ExportKind kind);
/// The kind that a cmdlet answers with, its name compared without case; Unknown for any other cmdlet.
[[nodiscard]] ExportKind kindOfCmdlet(const QString &cmdlet);
/// What a complete export holds, in the order in which one would ask. (The directory's answer is needed by few.)
[[nodiscard]] QList<ExportKind> expectedKinds();
/// The parameters of a kind's cmdlet that reading knows.
[[nodiscard]] QStringList parametersOf(ExportKind kind);

/// Whether two objects tell Kakuin the same. What differs otherwise (who exported them, through which controller) does
/// not matter.
[[nodiscard]] bool tellTheSame(ExportKind kind, const clixml::Value &a, const clixml::Value &b);

} // namespace kakuin::snapshot
