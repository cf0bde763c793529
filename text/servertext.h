// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"
#include "core/domain/server.h"
#include "core/domain/transportassignment.h"
#include "core/shell/shell.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Words for facts of servers, certificates and connections.
class ServerText final {
    Q_DECLARE_TR_FUNCTIONS(ServerText)
public:
    [[nodiscard]] static QString role(domain::ServerRole role);
    [[nodiscard]] static QString roles(domain::ServerRoles roles); ///< "Mailbox server", "Client Access server" …
    [[nodiscard]] static QString status(domain::CertificateStatus status);
    [[nodiscard]] static QString rootCaType(domain::RootCaType type);
    /// "–" for none, "not known".
    [[nodiscard]] static QString services(const std::optional<domain::ServiceSet> &services);
    [[nodiscard]] static QString yesNo(const std::optional<bool> &value);
    [[nodiscard]] static QString connection(const shell::ShellDescription &description); ///< "Practice organisation"
    /// How much is known about a certificate, as a sentence.
    [[nodiscard]] static QString source(domain::CertificateSource source);
    [[nodiscard]] static QString transportOrigin(domain::TransportAssignment::Origin origin);
};

} // namespace kakuin::ui
