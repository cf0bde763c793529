// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Get-TransportService [-Identity]: the servers with the Mailbox role and their internal transport certificates; a
/// 2013 Client Access server is not listed. Reads the directory. Source:
/// learn.microsoft.com/powershell/module/exchange/get-transportservice
[[nodiscard]] CmdletDefinition getTransportService();

} // namespace kakuin::lab
