// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Get-HybridConfiguration: nothing when the organisation is not hybrid.
/// Source: learn.microsoft.com/powershell/module/exchange/get-hybridconfiguration
[[nodiscard]] CmdletDefinition getHybridConfiguration();

} // namespace kakuin::lab
