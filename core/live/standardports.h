// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/livereading.h"
#include "core/domain/server.h"

namespace kakuin::live {

/// Every port at which Exchange and IIS show a certificate by default.
/// Source: Microsoft, "Network ports for clients and mail flow in Exchange"; 717 and 2525: front end and transport
///         service where both are on one server; 8172: Web Management Service.
[[nodiscard]] QList<domain::LivePort> standardPorts();

/// Those of them that a server of this version and these roles can have; all where neither is known.
[[nodiscard]] QList<domain::LivePort> portsOf(const domain::Server &server);

} // namespace kakuin::live
