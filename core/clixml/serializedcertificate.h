// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/certificateblob.h"

namespace kakuin::clixml {

/// CryptoAPI's serialized certificate, which the blob carries as "CertData": properties {id, 1, length, data}, 32 bits
/// each, little-endian, up to the last byte.
/// Source: captured blobs; CERT_*_PROP_ID of wincrypt.h for the numbers.
enum class CertificateProperty : quint32 {
    KeyProviderInfo = 2,
    Sha1Hash = 3,
    Md5Hash = 4,
    FriendlyName = 11,
    SignatureHash = 15,
    KeyIdentifier = 20,
    PublicKeyMd5 = 25,
    Certificate = 32,
    SignatureAlgorithm = 89,
    PublicKeyBits = 92,
    NoExpireNotification = 97, ///< a mark without content
};

/// Fills der, friendlyName, keyContainer, keyProvider, hasPrivateKey, propertyIds and certDataBytes.
/// Errors: MalformedSerializedCertificate; detail: "offset N: reason".
[[nodiscard]] Result<void> readSerializedCertificate(const QByteArray &certData, CertificateBlob &blob);

/// The reverse, from the same fields; hashes are computed from `der`.
[[nodiscard]] QByteArray writeSerializedCertificate(const CertificateBlob &blob);

} // namespace kakuin::clixml
