// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificatefacts.h"
#include "core/x509/openssl_p.h"

namespace kakuin::x509 {

/// readDer() for a certificate that is parsed already; `der` is its encoding.
[[nodiscard]] domain::CertificateFacts factsOf(const X509 *certificate, const QByteArray &der);

} // namespace kakuin::x509
