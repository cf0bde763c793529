// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Get-ExchangeCertificate: the certificates of one server's store.
/// Rules:  without -Thumbprint all of them; an unknown thumbprint is E3; -DomainName keeps those that name one of the
///         domains, the one that Exchange would choose first. A thumbprint comes down the pipeline by value.
/// Source: learn.microsoft.com/powershell/module/exchange/get-exchangecertificate
[[nodiscard]] CmdletDefinition getExchangeCertificate();

} // namespace kakuin::lab
