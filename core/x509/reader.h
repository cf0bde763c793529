// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificatefacts.h"

namespace kakuin::x509 {

/// How many subject alternative names are kept as text; CertificateFacts::dnsNameCount counts them all.
inline constexpr int maxNames = 20'000;
/// DER larger than this is refused unread.
inline constexpr qsizetype maxDerBytes = qsizetype{4} * 1024 * 1024;

/// DER of one certificate into facts: the cheap part, for lists.
/// Errors: MalformedCertificate (detail: OpenSSL's reason or "trailing data"); nothing is guessed.
/// Cost:   one d2i_X509 and one SHA-1; no signature is checked here. Thread-safe.
/// Source: RFC 5280 4.1; names as X500DistinguishedName.Format of Windows writes them.
[[nodiscard]] Result<domain::CertificateFacts> readDer(const QByteArray &der);

/// Every certificate in a PEM text, in order; text around the blocks is ignored.
/// Errors: MalformedPem when there is no certificate block or one cannot be read.
[[nodiscard]] Result<QList<domain::CertificateFacts>> readPem(const QByteArray &pem);

/// Every certificate in a PKCS #7 file (.p7b), DER or PEM, in the order in which they are stored.
/// Errors: MalformedCertificate when it is none, or has none. Signatures are not checked.
/// Source: RFC 2315 9.1 (SignedData without signers, as Windows exports certificates).
[[nodiscard]] Result<QList<domain::CertificateFacts>> readPkcs7(const QByteArray &bytes);

/// "-----BEGIN CERTIFICATE-----" with 64 columns and "\n".
[[nodiscard]] QByteArray toPem(const QByteArray &der);

} // namespace kakuin::x509
