// SPDX-License-Identifier: MIT
#pragma once

#include "core/x509/openssl_p.h"

#include <optional>

namespace kakuin::x509 {

/// How many rounds an encryption of PKCS#12 or PKCS#5 asks for; empty when the form is unknown or the number absurd.
/// Source: RFC 7292 appendix C (PBEParameter), RFC 8018 A.2 and A.4 (PBKDF2-params, PBES2-params).
[[nodiscard]] std::optional<qint64> derivationRounds(const X509_ALGOR *algorithm);

/// True for RC2, RC4 and single DES, which only OpenSSL's legacy provider opens.
[[nodiscard]] bool isLegacyEncryption(const X509_ALGOR *algorithm);

/// A count as a number that can be added up: 1 … maxRounds, else empty.
[[nodiscard]] std::optional<qint64> checkedRounds(const ASN1_INTEGER *count);

/// All rounds of one file together.
inline constexpr qint64 maxRounds = 10'000'000;

} // namespace kakuin::x509
