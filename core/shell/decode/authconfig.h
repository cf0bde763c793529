// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"
#include "core/domain/authconfig.h"

namespace kakuin::shell::decode {

/// The object of Get-AuthConfig.
/// Errors: UnexpectedOutput (not such an object), InvalidThumbprint (a slot holds something else than 40 hex digits),
///         UnsafeName (of the organisation).
[[nodiscard]] Result<domain::AuthConfig> authConfig(const clixml::Value &value);
[[nodiscard]] bool isAuthConfig(const clixml::Value &value);

} // namespace kakuin::shell::decode
