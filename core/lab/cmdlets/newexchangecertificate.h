// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// New-ExchangeCertificate: a self-signed certificate with a fresh key, for five calendar years.
/// Rules:  subject CN=<server> and the names server and FQDN unless given; a certificate that comes down the pipeline
///         is renewed: subject, names, key size and friendly name are inherited, exportability is not; -Services None
///         gives no services; with SMTP the default SMTP certificate is asked for (P1), when the certificate exists
///         already. Not here: -GenerateRequest (requests to a CA).
/// Source: learn.microsoft.com/powershell/module/exchange/new-exchangecertificate
[[nodiscard]] CmdletDefinition newExchangeCertificate();

} // namespace kakuin::lab
