// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Import-ExchangeCertificate: a PFX, or a certificate alone, into a server's store.
/// Rules:  E6 for a bad file or password, E7 when the certificate is there already; no services are assigned; the key
///         is not exportable unless -PrivateKeyExportable. An Auth certificate spreads from there within the site.
/// Source: learn.microsoft.com/powershell/module/exchange/import-exchangecertificate
[[nodiscard]] CmdletDefinition importExchangeCertificate();

} // namespace kakuin::lab
