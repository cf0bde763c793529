// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Enable-ExchangeCertificate: assigns services, additively.
/// Rules:  without private key E4; SMTP asks P1 unless the certificate is the default one; IIS takes the Default Web
///         Site; -NetworkServiceAllowed changes an ACL only; -DoNotRequireSsl is accepted.
/// Source: learn.microsoft.com/powershell/module/exchange/enable-exchangecertificate
[[nodiscard]] CmdletDefinition enableExchangeCertificate();

} // namespace kakuin::lab
