// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/serverid.h"
#include "core/domain/thumbprint.h"

namespace kakuin::domain {

/// Which certificate a server uses for internal transport, and where that was read.
struct TransportAssignment final {
    enum class Origin {
        TransportService, ///< Get-TransportService: InternalTransportCertificateThumbprint
        Directory, ///< msExchServerInternalTLSCert: the only source for a 2013 Client Access server
    };
    ServerId server;
    Thumbprint thumbprint; ///< null: the server has none set
    Origin origin = Origin::TransportService;

    friend bool operator==(const TransportAssignment &, const TransportAssignment &) = default;
};

} // namespace kakuin::domain
