// SPDX-License-Identifier: MIT
#include "core/base/clock.h"

namespace kakuin {

QDateTime SystemClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace kakuin
