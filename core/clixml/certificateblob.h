// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace kakuin::clixml {

/// What `SerializationData` of an ExchangeCertificate holds.
/// Source: captured blobs of Exchange 2016 and 2019; MS-NRBF for the container, CERT_*_PROP_ID of CryptoAPI inside it.
struct CertificateBlob final {
    QByteArray der; ///< CERT_CERT_PROP_ID (32)
    QString friendlyName; ///< CERT_FRIENDLY_NAME_PROP_ID (11)
    QString keyContainer; ///< from CERT_KEY_PROV_INFO_PROP_ID (2)
    QString keyProvider;
    bool hasPrivateKey = false; ///< property 2 is present
    QList<quint32> propertyIds; ///< in order of appearance
    qsizetype certDataBytes = 0; ///< not used by the writer
    bool isSelfSigned = false;
    int status = 0;
    int rootCaType = 0;
    int services = 0;
    QStringList iisServiceNames; ///< "IIS://EX01/W3SVC/1"
    bool isPrivateKeyExportable = false;
    QString identity;
    bool isSigned = false; ///< "#sig#" framing; the signature itself is not checked (its key is the Auth certificate's)

    friend bool operator==(const CertificateBlob &, const CertificateBlob &) = default;
};

/// Reads the blob: plain NRBF, or "#sig#" + int32 length + NRBF + 32 bytes.
/// Errors: MalformedNrbf, NrbfUnsupportedRecord, NrbfLimitExceeded, MalformedSerializedCertificate;
///         detail: offset and reason. Nothing is instantiated, no type is looked up, nothing is allocated by an
///         announced length.
[[nodiscard]] Result<CertificateBlob> readCertificateBlob(const QByteArray &serializationData);

/// Writes what readCertificateBlob reads, byte for byte as Exchange 2016 and 2019 do (their assemblies both call
/// themselves 15.0.0.0), for the practice organisation. Everything comes from the blob's fields except the hashes,
/// which are computed from `der`; `propertyIds` gives the properties and their order, empty: those of a server
/// certificate. A `der` that is no certificate gets only the properties that need no look inside. `isSigned` adds the
/// framing with 32 random-looking bytes (there is no key to make real ones).
[[nodiscard]] QByteArray writeCertificateBlob(const CertificateBlob &blob);

} // namespace kakuin::clixml
