// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/certificatefacts.h"

#include <QtCore/QList>

namespace kakuin::snapshot {

/// Of larger files only so much is read: they are no certificate files.
inline constexpr qint64 mostCertificateFileBytes = qint64{4} * 1024 * 1024;

/// Whether the first bytes may be those of DER.
[[nodiscard]] bool isDer(const QByteArray &head);

/// The certificates of a .cer, .crt, .der, .pem or .p7b, told by its bytes and not by its name. Private keys and requests
/// are passed over, a PFX is not opened.
/// Errors: MalformedCertificate or MalformedPem, detail: OpenSSL's reason.
[[nodiscard]] Result<QList<domain::CertificateFacts>> readCertificateFile(const QByteArray &bytes);

} // namespace kakuin::snapshot
