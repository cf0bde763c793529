// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

namespace kakuin::bench {

/// What `Get-ExchangeCertificate | Export-Clixml` of a full session writes for that many certificates, some 5 KB each:
/// RawData, SerializationData, the text of X509Certificate2, the session's notes. Each server has `perServer` of them.
/// Errors: as practiceCertificates().
[[nodiscard]] Result<QByteArray> exportedCertificates(int count, int perServer = 50);

} // namespace kakuin::bench
