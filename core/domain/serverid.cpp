// SPDX-License-Identifier: MIT
#include "core/domain/serverid.h"

namespace kakuin::domain {

ServerId ServerId::fromHostName(const QString &hostName)
{
    return ServerId(hostName.section(u'.', 0, 0));
}

} // namespace kakuin::domain
