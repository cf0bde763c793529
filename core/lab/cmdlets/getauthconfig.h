// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Get-AuthConfig: the organisation's three Auth certificate slots.
/// Source: learn.microsoft.com/powershell/module/exchange/get-authconfig
[[nodiscard]] CmdletDefinition getAuthConfig();

} // namespace kakuin::lab
