// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Remove-ExchangeCertificate: asks P3, unless -Confirm:$false.
/// Rules:  protected are the internal transport certificate (E1; not on a 2013 Client Access server) and one that a
///         Send connector of this server names (E2), nothing else. Removing the certificate of the Exchange Back End
///         (444) works, and no session gets into that server afterwards.
/// Source: learn.microsoft.com/powershell/module/exchange/remove-exchangecertificate
[[nodiscard]] CmdletDefinition removeExchangeCertificate();

} // namespace kakuin::lab
