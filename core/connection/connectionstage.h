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
    Directory, ///< beside it: a connection without its directory is one
};
inline constexpr int connectionStages = static_cast<int>(ConnectionStage::Directory) + 1;

/// At which of them connecting ended with that code; Session for what says nothing about it.
[[nodiscard]] ConnectionStage stageOf(ErrorCode code);

/// Whether connecting, which ended with that code, had got through an earlier stage. Over http the domain is asked for
/// a ticket before the server is looked for; over https the server's certificate is seen first, because the sign-in is
/// bound to it.
[[nodiscard]] bool isPassed(ConnectionStage stage, ErrorCode endedWith, bool isTls);

} // namespace kakuin::connection
