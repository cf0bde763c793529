// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace kakuin::connection {

/// What connecting goes through, in this order.
enum class ConnectionStage {
    Settings, ///< what was entered
    Name, ///< the name is known to the network
    Network, ///< somebody listens on the port
    Encryption, ///< TLS, and whose certificate it is
    SigningIn,
    Session, ///< PowerShell is there and lets this account in
    Rights, ///< it has Exchange's cmdlets
};
inline constexpr int connectionStages = static_cast<int>(ConnectionStage::Rights) + 1;

/// At which of them connecting ended with that code; Session for what says nothing about it.
[[nodiscard]] ConnectionStage stageOf(ErrorCode code);

} // namespace kakuin::connection
