// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Get-ReceiveConnector [-Identity] [-Server]: -Server keeps one server's. Reads the directory.
/// Source: learn.microsoft.com/powershell/module/exchange/get-receiveconnector
[[nodiscard]] CmdletDefinition getReceiveConnector();

} // namespace kakuin::lab
