// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"

namespace kakuin::domain {

/// The subject of every Auth certificate that Exchange makes.
extern const QLatin1String authCertificateName;

/// Whether it bears the name that Exchange gives its Auth certificate. A name is no evidence of the role.
[[nodiscard]] bool bearsAuthName(const CertificateFacts &facts);
/// That name or the one of Microsoft's older instructions: it is made for no server's work.
[[nodiscard]] bool isNamedAsAuth(const CertificateFacts &facts);
/// "CN=Federation", as the wizard for the federation trust names its certificate.
[[nodiscard]] bool bearsFederationName(const CertificateFacts &facts);
/// The name that Microsoft's older instructions gave it (for the Hybrid Configuration Wizard).
[[nodiscard]] bool bearsOldAuthName(const CertificateFacts &facts);
/// The name that IIS gives the certificate of its Web Management Service: "CN=WMSvc-…".
[[nodiscard]] bool bearsWmSvcName(const CertificateFacts &facts);
/// Whether IIS made it for the Web Management Service: its key container says so.
[[nodiscard]] bool isMadeForWmSvc(const Certificate &certificate);
/// Its name is that of the Web Management Service, and whether IIS made it cannot be told: only the serialized object
/// has the key container.
[[nodiscard]] bool mayBeOfWmSvc(const Certificate &certificate);
/// Whether a CNG provider keeps its key, not a CSP: Exchange cannot sign tokens with such a key, sign-in to Outlook on the
/// web may loop on port 443, and EdgeSync refuses it (event 1035). False where the provider is not known.
/// Source:  the names of the key storage providers of Windows (learn.microsoft.com, CNG Key Storage Providers).
[[nodiscard]] bool isKeptByCng(const Certificate &certificate);
/// Of those that Windows or Azure put into a store for purposes of their own (devices in Entra, Azure's agents).
[[nodiscard]] bool isOfForeignIssuer(const CertificateFacts &facts);

/// Why a certificate can do none of the work that Exchange gives certificates.
enum class Unfit {
    Nothing, ///< it can
    DatesNotKnown,
    Expired,
    NotYetValid,
    KeyMissing,
    KeyNotKnown,
    RequestPending,
    Revoked,
    Invalid, ///< so says the server
    ForeignIssuer,
    NotForServers, ///< its extended key usage leaves out server authentication
};

/// The first reason, in the order of the enum.
/// Source:  Enable-ExchangeCertificate (key, purpose), RFC 5280 4.1.2.5 and 4.2.1.12.
[[nodiscard]] Unfit unfitnessOf(const Certificate &certificate, const QDateTime &nowUtc);

/// Signed with a hash that can be forged: SHA-1 or an MD.
/// Source:  HealthChecker's list of signature hash algorithms.
[[nodiscard]] bool isWeaklySigned(const CertificateFacts &facts);

/// Valid through the very second that it names (RFC 5280 4.1.2.5); false for dates that are not known.
[[nodiscard]] bool isExpired(const CertificateFacts &facts, const QDateTime &nowUtc);

/// Whether a client that asks for the name accepts the certificate: one of its DNS names, or without any its common
/// name, is the name or a wildcard for its first label. Without case.
/// Source:  RFC 6125 6.4.
[[nodiscard]] bool coversName(const CertificateFacts &facts, const QString &name);

} // namespace kakuin::domain
