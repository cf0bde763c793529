// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labstate.h"

namespace kakuin::lab {

/// What Exchange's service host does by itself as time goes by.
/// Source: distribution of the Auth certificate and AuthAdmin (docs on OAuth certificates; every 12 h).

/// Sends an Auth certificate on its way from a server that has it to all others that take part: minutes within the
/// site, hours to other sites, never where the servicelet is broken. What is under way already stays as it is.
void distribute(
    LabState &state, const domain::Thumbprint &thumbprint, const domain::ServerId &from, const QDateTime &nowUtc);
/// The same within one site only: how a certificate that was imported by hand spreads.
void distributeWithinSite(
    LabState &state, const domain::Thumbprint &thumbprint, const domain::ServerId &from, const QDateTime &nowUtc);

/// next becomes current, current becomes previous; nothing when there is no next.
void publishNext(LabState &state);

/// Everything that is due until then, in the order of the times: deliveries arrive, AuthAdmin publishes. A delivery to
/// a server that is down waits for it.
/// Cost: linear in deliveries and ticks.
void catchUp(LabState &state, const QDateTime &nowUtc);

} // namespace kakuin::lab
