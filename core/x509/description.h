// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificatefacts.h"

#include <optional>

namespace kakuin::x509 {

/// How many extensions are described; a certificate of the real world has some ten.
inline constexpr int maxExtensions = 1000;

/// One extension as bytes and as readable text.
struct ExtensionDescription final {
    QString oid;
    QString name; ///< Windows' English name ("Subject Alternative Name"); the OID when there is none
    bool isCritical = false;
    QString text; ///< several lines possible; hex dump when the form is not known; bounded
    QByteArray value; ///< DER of the extension's value
};

/// One entry of a subjectAltName.
struct GeneralName final {
    enum class Kind { Dns, Email, Ip, Uri, DirectoryName, RegisteredId, Other };
    Kind kind = Kind::Other;
    QString value;
};

/// Everything about one certificate that only a details window needs.
struct CertificateDescription final {
    domain::CertificateFacts facts;
    int version = 0; ///< 1, 2 or 3
    QByteArray sha256; ///< 32 bytes
    bool isSelfSigned = false; ///< proved: issuer equals subject and the signature verifies with its own key
    QString signatureOid;
    QString publicKeyHex; ///< SubjectPublicKeyInfo's key bits, bounded
    QList<GeneralName> alternativeNames;
    QStringList keyUsages; ///< RFC 5280 names: "digitalSignature", "keyEncipherment" …
    QStringList extendedKeyUsages; ///< OIDs
    std::optional<bool> isCa; ///< empty without basicConstraints
    std::optional<int> pathLength;
    QByteArray subjectKeyId;
    QByteArray authorityKeyId;
    QList<ExtensionDescription> extensions; ///< in order, at most maxExtensions
};

/// The costly part: describes every extension and checks the self-signature.
/// Errors: MalformedCertificate. A 16k RSA key is described; its self-signature is checked like any other.
/// Cost:   a signature verification and text for all names; run it off the GUI thread. Thread-safe.
/// Source: RFC 5280 4.2.
[[nodiscard]] Result<CertificateDescription> describe(const QByteArray &der);

/// English name of an EKU or other object identifier ("Server Authentication"), or an empty text.
[[nodiscard]] QString oidName(const QString &oid);

} // namespace kakuin::x509
