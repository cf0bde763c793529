// SPDX-License-Identifier: MIT
#include "core/remote/transport.h"

namespace kakuin::remote {

Transport::Transport(psrp::RunspacePool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
{
}

Transport::~Transport() = default;

} // namespace kakuin::remote
