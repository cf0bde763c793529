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
    /// Compared as names (isSameName), because what people type differs in order, spaces and escapes from what Windows
    /// writes.
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
    QString malformedTlsName; ///< the text that stands in its place and is no such name; untrusted; else empty
    bool isCloudMailEnabled = false; ///< of a receive connector: it takes part in cloud mail (TlsDomainCapabilities)
    bool isEnabled = true;
    bool offersTls = true; ///< Receive: its AuthMechanism holds Tls, or is not known
    bool isRelayThroughCloud = false; ///< Send: all mail ("*") goes to a smart host of Exchange Online
    std::optional<bool> requiresTls; ///< Send
    std::optional<QString> tlsAuthLevel; ///< Send: "DomainValidation" …; empty text: none is set; untrusted
    std::optional<QString>
        tlsDomain; ///< Send: the name that DomainValidation wants; empty text: none is set; untrusted

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
