// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Get-ExchangeServer [-Identity]: every server, Edge included. Reads the directory: servers that are down are listed,
/// too. Source: learn.microsoft.com/powershell/module/exchange/get-exchangeserver
[[nodiscard]] CmdletDefinition getExchangeServer();

} // namespace kakuin::lab
