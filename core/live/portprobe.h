// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/livereading.h"
#include "core/domain/server.h"

#include <QtCore/QFuture>

namespace kakuin::live {

/// Says which certificate a port of a server presents: over the network, or for a practice organisation.
/// Contract: ask() never blocks; its future is answered exactly once, with the errors of domain::LiveReading.
///           Cancelling it breaks off at once (Cancelled). Several may be asked at a time.
/// Threads:  the caller's, which has an event loop.
class PortProbe {
public:
    PortProbe() = default;
    virtual ~PortProbe() = default;
    Q_DISABLE_COPY_MOVE(PortProbe)

    [[nodiscard]] virtual QFuture<Result<domain::ServedCertificate>> ask(
        const domain::Server &server, const domain::LivePort &port)
        = 0;
};

} // namespace kakuin::live
