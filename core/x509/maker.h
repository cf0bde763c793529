// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/domain/certificatefacts.h"

#include <memory>
#include <optional>

namespace kakuin::x509 {

/// A private key in memory. Copies share it; the bytes are OpenSSL's and are freed with the last copy. Thread-safe to
/// use.
class PrivateKey final {
public:
    PrivateKey() = default;
    /// Errors: KeyGenerationFailed (bits outside 1024…16384, or OpenSSL's reason).
    /// Cost:   some 50 to 200 ms for 2048 bits; run it off the GUI thread.
    [[nodiscard]] static Result<PrivateKey> generateRsa(int bits);
    /// PKCS#8 DER without encryption: how the practice organisation stores its throw-away keys.
    [[nodiscard]] static Result<PrivateKey> fromPkcs8(const QByteArray &der);
    [[nodiscard]] QByteArray toPkcs8() const;
    [[nodiscard]] bool isNull() const { return !m_key; }
    [[nodiscard]] bool matches(const QByteArray &certificateDer) const;

    struct Impl; ///< holds the EVP_PKEY; reader and pfx see it through maker_p.h
    [[nodiscard]] const std::shared_ptr<const Impl> &impl() const { return m_key; }

private:
    std::shared_ptr<const Impl> m_key;
};

/// One relative name of a subject, in the order of the encoding.
struct NameAttribute final {
    QString oid; ///< "2.5.4.3" for CN
    QString value;
    bool isJoinedToPrevious = false; ///< part of the same multi-valued RDN, written with " + "

    friend bool operator==(const NameAttribute &, const NameAttribute &) = default;
};

/// What a certificate to be made shall contain.
struct CertificateRequest final {
    QList<NameAttribute> subject; ///< may be empty
    QList<NameAttribute> issuer; ///< for certificates signed by another; ignored when self-signed
    QDateTime notBeforeUtc;
    QDateTime notAfterUtc;
    QStringList dnsNames;
    enum class Hash { Sha1, Sha256, Sha384, Sha512 };
    Hash hash = Hash::Sha256;
    bool hasKeyUsage = true;
    bool isKeyUsageCritical = true;
    /// First octet of the BIT STRING: a0 = digitalSignature, keyEncipherment; b0 adds dataEncipherment.
    quint8 keyUsageBits = 0xa0;
    bool hasServerAuth = true;
    bool hasBasicConstraints = true; ///< critical, CA=false
    QByteArray serial; ///< big-endian; empty: 16 random bytes, positive
};

/// "CN=mail, O=Contoso, C=JP" (Windows order, quoted values, T/S/L/… keywords or OIDs) into attributes of the
/// encoding's order.
/// Errors: InvalidArgument; subject: the text.
/// Source: X500DistinguishedName(String).
[[nodiscard]] Result<QList<NameAttribute>> parseName(const QString &windowsName);

/// A self-signed certificate as DER.
/// Errors: SigningFailed.
[[nodiscard]] Result<QByteArray> makeSelfSigned(const CertificateRequest &request, const PrivateKey &key);
/// A certificate signed by another key (a practice CA), as DER. `request.issuer` names that CA.
[[nodiscard]] Result<QByteArray> makeSigned(
    const CertificateRequest &request, const PrivateKey &subjectKey, const PrivateKey &issuerKey);

} // namespace kakuin::x509
