// SPDX-License-Identifier: MIT
#include "core/base/processprotection.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace kakuin {

bool protectProcess()
{
    const rlimit none{0, 0};
    // not dumpable: no core dump even if a helper of the kernel takes them, no ptrace, /proc/PID/mem is root's
    return setrlimit(RLIMIT_CORE, &none) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

} // namespace kakuin
