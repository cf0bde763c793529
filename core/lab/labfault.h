// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace kakuin::lab {

/// What is wrong with a practice server.
struct Fault final {
    enum class Kind {
        None,
        Unreachable, ///< the RPC server is unavailable, after the latency
        RpcError, ///< endpoint mapper: the service host is stopped
        AccessDenied,
        DiesInTheMiddle, ///< the next changing cmdlet works, then the connection is lost; then Unreachable
        RefusesAuthExport, ///< has an update with which it does not export the Auth certificate; its version hides it
        LosesBindings, ///< the next New-, Enable- or Remove-ExchangeCertificate leaves its web sites without certificates
    };
    Kind kind = Kind::None;
    std::chrono::milliseconds latency{0}; ///< added to every cmdlet for this server

    friend bool operator==(const Fault &, const Fault &) = default;
};

} // namespace kakuin::lab
