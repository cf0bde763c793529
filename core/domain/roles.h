// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::domain {

/// What a certificate is used for. Every role has its evidence; none is derived from a name alone.
enum class Role {
    Own, ///< the server's own: self-signed and issued for the server's names
    InternalTransport,
    AuthCurrent,
    AuthNext,
    AuthPrevious,
    FrontEnd443,
    BackEnd444,
    WmSvc,
    SendConnector,
    ReceiveConnector,
    Hybrid,
    Federation,
};

/// A role and what proves it.
struct RoleEvidence final {
    enum class Source {
        ExchangeCertificate, ///< Get-ExchangeCertificate (services, IIS bindings, names, key container)
        TransportService, ///< Get-TransportService
        Directory, ///< msExchServerInternalTLSCert
        AuthConfig, ///< Get-AuthConfig
        SendConnector, ///< Get-SendConnector
        ReceiveConnector, ///< Get-ReceiveConnector
        HybridConfiguration, ///< Get-HybridConfiguration
        LiveCheck, ///< a TLS handshake with a port of the server; the subject is LivePort::name()
    };
    Role role = Role::Own;
    Source source = Source::ExchangeCertificate;
    QString subject; ///< the connector's name, the IIS site …; untrusted text; may be empty
    QDateTime readUtc;
    bool isIdle = false; ///< of a connector that is disabled: it names the certificate and does not use it

    friend bool operator==(const RoleEvidence &, const RoleEvidence &) = default;
};

/// The roles of one certificate, in the order of the enum; empty means "no role is known", which is not "unused" when
/// parts of the inventory were not read.
/// Cost: linear in the connectors and, to find the certificate's server, in the servers.
[[nodiscard]] QList<RoleEvidence> rolesOf(const Certificate &certificate, const Inventory &inventory);
/// For whoever goes through all certificates and has the server's entry at hand; null: the server is not known.
[[nodiscard]] QList<RoleEvidence> rolesOf(
    const Certificate &certificate, const ServerEntry *entry, const Inventory &inventory);

/// The role of a certificate that answers for the service; nothing for IMAP and POP, which are services, not roles.
[[nodiscard]] std::optional<Role> provenRole(LiveService service);

/// Whether the role is work that a certificate does on its server: neither the organisation's Auth certificate nor only a
/// name.
[[nodiscard]] bool isWorkOfServer(Role role);

[[nodiscard]] bool hasRole(const QList<RoleEvidence> &evidence, Role role);

} // namespace kakuin::domain
