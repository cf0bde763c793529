// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace kakuin::clixml {

/// The places inside a certificate over which Windows computes the hashes that it stores beside it. Only what the
/// writer of the blob needs; facts about certificates come from core/x509.
/// Source: RFC 5280 4.1.
struct CertificateParts final {
    QByteArray tbsCertificate; ///< with its header
    QByteArray signatureOid; ///< content octets
    QByteArray subjectPublicKeyInfo; ///< with its header
    QByteArray publicKey; ///< content of the BIT STRING
    int rsaBits = 0; ///< zero for a key that is not RSA

    /// Nothing when the bytes are not the outline of a certificate.
    [[nodiscard]] static std::optional<CertificateParts> of(const QByteArray &der);
};

} // namespace kakuin::clixml
