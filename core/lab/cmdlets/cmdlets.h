// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// One function a cmdlet, for the table in cmdletdefinition.cpp. Its documented rules and their source stand where it
/// is defined: in <cmdlet>.cpp, of those that are alike in getserver.cpp, getconnector.cpp and getconfiguration.cpp.
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
