// SPDX-License-Identifier: MIT
#pragma once

#include "core/x509/description.h"
#include "core/x509/openssl_p.h"

namespace kakuin::x509 {

/// An extension's value in the manner of Windows' certificate window: technical English, one fact a line, control
/// characters escaped, at most some 64 Ki characters. A hex dump when the form is unknown or damaged.
/// Source: RFC 5280 4.2, [MS-WCCE] 2.2.2.7.7 for the templates.
[[nodiscard]] QString extensionText(X509_EXTENSION *extension);

[[nodiscard]] GeneralName generalName(const GENERAL_NAME *name);
/// "DNS Name=mail.contoso.com"
[[nodiscard]] QString generalNameText(const GENERAL_NAME *name);

/// RFC 5280 names of the bits that are set, in the order of the bits.
[[nodiscard]] QStringList keyUsageNames(const ASN1_BIT_STRING *usage);

} // namespace kakuin::x509
