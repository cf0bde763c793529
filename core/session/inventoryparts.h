// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/shell/decode/exchangeserver.h"

namespace kakuin::session {

/// Gives every server its internal transport assignment, or the reason why it is not known.
/// Shape:   returns the servers that Get-TransportService did not list and that the directory has to be asked about
///          (never an Edge server: it is not in this directory); none when the list itself could not be read.
[[nodiscard]] QList<domain::ServerId> assignTransport(
    domain::Inventory &inventory, const Result<QList<domain::TransportAssignment>> &listed);

/// Puts servers into their availability groups.
void assignGroups(domain::Inventory &inventory, const QList<shell::decode::MailboxServer> &servers);

/// The organisation's name: of the Auth configurations, else of the servers' distinguished names. Several organisations
/// are all named, in order, with commas; empty when nothing says it.
[[nodiscard]] QString organisationOf(
    const QList<domain::AuthConfig> &configs, const QList<domain::ServerEntry> &servers);

/// Whether the picture shows anything at all.
[[nodiscard]] bool isAnythingRead(const domain::Inventory &inventory);

} // namespace kakuin::session
