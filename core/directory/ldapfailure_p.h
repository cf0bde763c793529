// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <ldap.h>

namespace kakuin::directory {

/// What an LDAP result means, as one of our codes. `text` is the directory's own; it stays in the detail.
/// Source: RFC 4511 appendix A; codes below zero are those of OpenLDAP's library.
[[nodiscard]] Error errorOfResult(int result, const QString &text, const QString &stage, const QString &host);

} // namespace kakuin::directory
