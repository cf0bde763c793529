// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/object.h"
#include "core/domain/server.h"

namespace kakuin::shell::decode {

/// One object of Get-ExchangeServer.
/// Errors: UnexpectedOutput (not such an object, or without a name); UnsafeName (its name, host name, site, or
///         distinguished name).
[[nodiscard]] Result<domain::Server> exchangeServer(const clixml::Value &value);
[[nodiscard]] bool isExchangeServer(const clixml::Value &value);

/// One object of Get-MailboxServer: which server, in which DAG (empty: none). Errors: UnexpectedOutput, UnsafeName.
struct MailboxServer final {
    domain::ServerId server;
    QString dag;
};
[[nodiscard]] Result<MailboxServer> mailboxServer(const clixml::Value &value);
[[nodiscard]] bool isMailboxServer(const clixml::Value &value);

} // namespace kakuin::shell::decode
