// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// The definitions of all cmdlets, for the table in cmdletdefinition.cpp. The comment above each definition has its
/// rules and their source.
[[nodiscard]] CmdletDefinition enableExchangeCertificate();
[[nodiscard]] CmdletDefinition exportExchangeCertificate();
[[nodiscard]] CmdletDefinition getADObject();
[[nodiscard]] CmdletDefinition getAuthConfig();
[[nodiscard]] CmdletDefinition getExchangeCertificate();
[[nodiscard]] CmdletDefinition getExchangeServer();
[[nodiscard]] CmdletDefinition getHybridConfiguration();
[[nodiscard]] CmdletDefinition getMailboxServer();
[[nodiscard]] CmdletDefinition getReceiveConnector();
[[nodiscard]] CmdletDefinition getSendConnector();
[[nodiscard]] CmdletDefinition getTransportService();
[[nodiscard]] CmdletDefinition importExchangeCertificate();
[[nodiscard]] CmdletDefinition newExchangeCertificate();
[[nodiscard]] CmdletDefinition removeExchangeCertificate();
[[nodiscard]] CmdletDefinition setAuthConfig();

} // namespace kakuin::lab
