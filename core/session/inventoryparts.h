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

/// Whether it is being read for the first time.
template <class T>
[[nodiscard]] bool isBeingRead(const Result<T> &part)
{
    return !part && part.error().code == ErrorCode::BeingRead;
}

/// What a reading has brought so far, over what was known before. What it has not brought stays as it was and says so
/// in its domain::Reading.
/// Shape:   `newer` has isAwaited where something is under way, and BeingRead where nothing came yet. A server's row
///          becomes newer as a whole, and not before the configuration of the organisation did: two parts that were
///          read at different times must not contradict each other. Where the configuration has changed, the servers
///          that are older than it are marked as outrun. Without an older inventory it is `newer`.
[[nodiscard]] domain::Inventory continued(
    domain::Inventory newer, const domain::InventoryPtr &older, const QDateTime &nowUtc);
[[nodiscard]] domain::ServerEntry continued(
    const domain::ServerEntry &newer, const domain::ServerEntry *older, const QDateTime &nowUtc);

/// Ends the reading of all that is still awaited: what has not come is NotRead, and `why` stands beside it.
void giveUp(domain::Inventory &inventory, const Error &why, const QDateTime &nowUtc);

} // namespace kakuin::session
