// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace kakuin::bench {

/// Bytes of memory that this process occupies now. Errors: FileUnreadable anywhere but on Linux.
[[nodiscard]] Result<double> residentBytes();

} // namespace kakuin::bench
