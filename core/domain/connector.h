// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificatefacts.h"
#include "core/domain/serverid.h"

#include <optional>

namespace kakuin::domain {

/// How a connector names a certificate: by issuer and subject, never by thumbprint.
/// Shape:  parse("<I>CN=CA<S>CN=mail.contoso.com"); markers in either case.
/// Source: SmtpX509Identifier (Set-SendConnector -TlsCertificateName).
struct TlsCertificateName final {
    QString issuer;
    QString subject;

    [[nodiscard]] static std::optional<TlsCertificateName> parse(const QString &text);
    [[nodiscard]] QString toString() const;
    /// Names compared as Exchange does: whole strings in Windows' spelling, without case.
    [[nodiscard]] bool matches(const CertificateFacts &certificate) const;
    friend bool operator==(const TlsCertificateName &, const TlsCertificateName &) = default;
};

/// A send or receive connector, as far as certificates are concerned.
struct Connector final {
    enum class Kind { Send, Receive };
    Kind kind = Kind::Send;
    QString name; ///< identity as Exchange shows it
    QList<ServerId> servers; ///< source transport servers, or the one server of a receive connector
    QString fqdn;
    std::optional<TlsCertificateName> tlsCertificateName;
    bool isCloudMailEnabled = false;
    bool isEnabled = true;

    friend bool operator==(const Connector &, const Connector &) = default;
};

/// Source: Get-HybridConfiguration.
struct HybridConfiguration final {
    std::optional<TlsCertificateName> tlsCertificateName;
    QList<ServerId> sendingTransportServers;
    QList<ServerId> receivingTransportServers;

    friend bool operator==(const HybridConfiguration &, const HybridConfiguration &) = default;
};

} // namespace kakuin::domain
