// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/object.h"
#include "core/domain/connector.h"

namespace kakuin::shell::decode {

/// One object of Get-SendConnector.         Errors: UnexpectedOutput, UnsafeName.
[[nodiscard]] Result<domain::Connector> sendConnector(const clixml::Value &value);
[[nodiscard]] bool isSendConnector(const clixml::Value &value);

/// One object of Get-ReceiveConnector.      Errors: UnexpectedOutput, UnsafeName.
[[nodiscard]] Result<domain::Connector> receiveConnector(const clixml::Value &value);
[[nodiscard]] bool isReceiveConnector(const clixml::Value &value);

/// The object of Get-HybridConfiguration.   Errors: UnexpectedOutput, UnsafeName.
[[nodiscard]] Result<domain::HybridConfiguration> hybridConfiguration(const clixml::Value &value);
[[nodiscard]] bool isHybridConfiguration(const clixml::Value &value);

} // namespace kakuin::shell::decode
