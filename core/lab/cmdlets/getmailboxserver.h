// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Get-MailboxServer [-Identity]: the servers with the Mailbox role. Reads the directory.
/// Source: learn.microsoft.com/powershell/module/exchange/get-mailboxserver
[[nodiscard]] CmdletDefinition getMailboxServer();

} // namespace kakuin::lab
