// SPDX-License-Identifier: MIT
#include "core/base/processprotection.h"

#include <QtCore/QtGlobal>

namespace kakuin {

void ignoreTlsKeyLogs()
{
    qunsetenv("SSLKEYLOGFILE");
    qunsetenv("GNUTLS_DEBUG_LEVEL");
}

} // namespace kakuin
