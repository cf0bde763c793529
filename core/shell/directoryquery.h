// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/server.h"
#include "core/shell/pipeline.h"

#include <optional>

namespace kakuin::shell {

/// The query that tells which certificate a 2013 Client Access server uses for internal transport, which no Exchange
/// cmdlet reports.
/// Shape:   Get-ADObject -Filter "ObjectClass -eq 'msExchExchangeServer' -and name -eq '<server>'" -Properties *
///          -SearchBase 'CN=Configuration,DC=…'; the domain is that of the server's distinguished name, else of its
///          FQDN; nothing when neither is known.
/// Source:  the article's procedure for Client Access servers.
[[nodiscard]] std::optional<Pipeline> directoryQuery(const domain::Server &server);

/// Which server a pipeline asks about, and below which distinguished name; nothing when it is not this query.
struct DirectoryQuestion final {
    domain::ServerId server;
    QString searchBase;
};
[[nodiscard]] std::optional<DirectoryQuestion> directoryQuestion(const Pipeline &pipeline);

} // namespace kakuin::shell
