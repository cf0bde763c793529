// SPDX-License-Identifier: MIT
#include "core/base/processprotection.h"

#include <sys/resource.h>

namespace kakuin {

// POSIX has no word for "not traceable"
bool protectProcess()
{
    const rlimit none{0, 0};
    return setrlimit(RLIMIT_CORE, &none) == 0;
}

} // namespace kakuin
