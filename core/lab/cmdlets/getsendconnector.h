// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Get-SendConnector [-Identity]. Reads the directory.
/// Source: learn.microsoft.com/powershell/module/exchange/get-sendconnector
[[nodiscard]] CmdletDefinition getSendConnector();

} // namespace kakuin::lab
