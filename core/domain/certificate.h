// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificatefacts.h"
#include "core/domain/serverid.h"
#include "core/domain/serviceset.h"

#include <optional>

namespace kakuin::domain {

/// Names one certificate on one server; selections and commands refer to this, never to a row.
struct CertificateId final {
    ServerId server;
    Thumbprint thumbprint;

    friend bool operator==(const CertificateId &, const CertificateId &) = default;
    friend bool operator<(const CertificateId &a, const CertificateId &b)
    {
        return a.server == b.server ? a.thumbprint < b.thumbprint : a.server < b.server;
    }
    friend size_t qHash(const CertificateId &id, size_t seed = 0) { return qHashMulti(seed, id.server, id.thumbprint); }
};

/// The longest friendly name that Exchange takes, in UTF-16 units: fewer than 64.
/// Source: -FriendlyName of New-ExchangeCertificate
inline constexpr qsizetype longestFriendlyName = 63;

/// Source: CertificateStatus of Get-ExchangeCertificate; the numbers are those of the blob.
enum class CertificateStatus {
    Unknown = 0,
    Valid = 1,
    Revoked = 2,
    DateInvalid = 3,
    Untrusted = 4,
    Invalid = 5,
    RevocationCheckFailure = 6,
    PendingRequest = 7,
};

/// Source: CertificateAuthorityType (RootCAType); Registry means "copied to the Trusted Root store".
enum class RootCaType { None = 0, ThirdParty = 1, Enterprise = 2, Registry = 3, GroupPolicy = 4, Unknown = 5 };

/// One IIS site that a certificate is bound to.
/// Source: IISServices of Get-ExchangeCertificate; site 1 = Default Web Site (443), site 2 = Exchange Back End (444).
struct IisBinding final {
    QString serviceName; ///< "IIS://EX01/W3SVC/1"
    int siteId = 0; ///< 0 when the text does not end in a number

    static constexpr int frontEndSite = 1;
    static constexpr int backEndSite = 2;
    [[nodiscard]] static IisBinding fromServiceName(const QString &serviceName);
    friend bool operator==(const IisBinding &, const IisBinding &) = default;
};

/// How much the server told about a certificate: the ladder of what a session can read.
enum class CertificateSource {
    SerializedObject, ///< the blob: everything is known
    FlatProperties, ///< selected properties: what is there is known
    RawDataOnly, ///< the DER alone: services and the like are not known
    PrintedText, ///< what a console printed, without the DER: thumbprint, subject and services, as far as they were legible
};

/// A certificate in one server's store, as that server reported it. An optional without value means "not known".
struct Certificate final {
    ServerId server;
    CertificateFacts facts;
    CertificateSource source = CertificateSource::RawDataOnly;
    QString friendlyName;
    std::optional<ServiceSet> services;
    std::optional<bool> hasPrivateKey;
    std::optional<bool> privateKeyExportable;
    std::optional<bool> isSelfSigned; ///< the server's claim
    std::optional<CertificateStatus> status;
    std::optional<RootCaType> rootCaType;
    std::optional<QList<IisBinding>> iisBindings;
    QString keyContainer; ///< CryptoAPI key container; "WMSvc Certificate Key Container" is evidence of that role
    /// CryptoAPI or CNG provider that keeps the key, as Windows names it; empty: not known. Only the blob has it.
    QString keyProvider;
    QString identity; ///< "<server FQDN>\<thumbprint>" as the server wrote it

    [[nodiscard]] CertificateId id() const { return {server, facts.thumbprint}; }
    /// Friendly name, else subject CN, else subject, else the thumbprint: never empty, one line, safe to show.
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] bool isBoundToSite(int siteId) const;
    [[nodiscard]] bool hasService(Service service) const { return services && services->testFlag(service); }

    friend bool operator==(const Certificate &, const Certificate &) = default;
};

} // namespace kakuin::domain

Q_DECLARE_METATYPE(kakuin::domain::CertificateId)
