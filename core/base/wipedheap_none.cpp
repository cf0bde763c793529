// SPDX-License-Identifier: MIT
#include "core/base/wipedheap.h"

namespace kakuin {

bool wipesFreedMemory()
{
    return false;
}

} // namespace kakuin
