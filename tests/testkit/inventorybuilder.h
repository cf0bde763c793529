// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

#include <functional>

namespace kakuin::testkit {

/// A certificate as a domain value, without a key and without X.509: the "DER" is text that makes it unique.
/// Shape:   CertificateBuilder(u"EX01"_s, u"CN=EX01"_s).services(…).build(). Everything starts as what a server with a
///          full session would report: self-signed, valid, five years from 2025-01-15 on, no services.
class CertificateBuilder final {
public:
    CertificateBuilder(const QString &server, const QString &subject);

    CertificateBuilder &thumbprint(const QString &hex);
    CertificateBuilder &issuer(const QString &name); ///< also makes it "not self-signed"
    CertificateBuilder &valid(const QDateTime &notBeforeUtc, const QDateTime &notAfterUtc);
    CertificateBuilder &dnsNames(const QStringList &names);
    CertificateBuilder &friendlyName(const QString &name);
    CertificateBuilder &services(domain::ServiceSet services);
    CertificateBuilder &iisSites(const QList<int> &sites);
    CertificateBuilder &status(domain::CertificateStatus status);
    CertificateBuilder &exportable(bool isExportable);
    CertificateBuilder &keyContainer(const QString &name);
    CertificateBuilder &rawDataOnly(); ///< services, status and the like become "not known"

    [[nodiscard]] domain::Certificate build() const { return m_certificate; }

private:
    domain::Certificate m_certificate;
};

/// An inventory made of domain values, without a shell.
/// Shape:   InventoryBuilder().server(u"EX01"_s).certificate(…).transport(…).build(). Calls that concern a server apply
///          to the one that was named last. Parts that are not set were read and are empty (not: not read).
class InventoryBuilder final {
public:
    InventoryBuilder();

    InventoryBuilder &organisation(const QString &name);
    InventoryBuilder &taken(const QDateTime &utc);
    InventoryBuilder &server(const QString &name);
    InventoryBuilder &version(const QString &text);
    InventoryBuilder &roles(domain::ServerRoles roles);
    InventoryBuilder &site(const QString &name);
    InventoryBuilder &dag(const QString &name);
    InventoryBuilder &certificate(const CertificateBuilder &builder);
    InventoryBuilder &unreachable(const Error &error);
    InventoryBuilder &transport(const domain::Thumbprint &thumbprint,
        domain::TransportAssignment::Origin origin = domain::TransportAssignment::Origin::TransportService);
    /// What a port of the server was seen to show; the certificate need not be one of the server's.
    InventoryBuilder &served(
        const domain::LivePort &port, const CertificateBuilder &certificate, const QDateTime &atUtc);
    InventoryBuilder &portFailed(const domain::LivePort &port, ErrorCode code, const QDateTime &atUtc);
    InventoryBuilder &auth(const domain::AuthConfig &config);
    InventoryBuilder &connector(const domain::Connector &connector);
    InventoryBuilder &hybrid(const domain::HybridConfiguration &hybrid);
    /// For anything else.
    InventoryBuilder &change(const std::function<void(domain::Inventory &)> &f);

    /// Servers sorted by name, as the session delivers them.
    [[nodiscard]] domain::InventoryPtr build() const;

private:
    domain::ServerEntry &last();
    domain::Inventory m_inventory;
};

} // namespace kakuin::testkit
