// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/authconfig.h"
#include "core/domain/certificate.h"
#include "core/domain/connector.h"
#include "core/domain/livereading.h"
#include "core/domain/server.h"
#include "core/domain/transportassignment.h"

#include <memory>
#include <optional>

namespace kakuin::domain {

/// How far a part of an inventory is up to date. What is there stays while it is read again and when that fails.
/// States:  fresh: read in this session, and not being read again.
///          being read for the first time: isAwaited, and Error{BeingRead} stands in the part's place.
///          being read again: isAwaited, beside what was read before.
///          not read again: `failure` says why (Cancelled: a person stopped it), beside what was read before.
///          kept: read in an earlier session; nothing may be changed on the strength of it.
struct Reading final {
    bool isAwaited = false; ///< it is being read
    bool isKept = false; ///< what is there was read in an earlier session
    bool isOutrun = false; ///< the configuration of the organisation was read later, and has changed since
    std::optional<Error> failure; ///< why the last reading brought nothing newer
    QDateTime failedUtc; ///< when that was

    [[nodiscard]] bool isFresh() const { return !isAwaited && !isKept && !failure; }
    friend bool operator==(const Reading &, const Reading &) = default;
};

/// One server's part of the inventory: its data, or the error that stands in its place.
struct ServerEntry final {
    Server server;
    Result<QList<Certificate>> certificates = fail(ErrorCode::NotRead);
    Result<TransportAssignment> transport = fail(ErrorCode::NotRead);
    QList<Error> unreadable; ///< certificates that did not parse, among those that did
    QDateTime readUtc; ///< when the certificates were read
    Reading reading; ///< of certificates and transport, which become newer together
    QList<LiveReading> liveReadings; ///< by port; empty: its ports were not looked at
    bool isExcerpt = false; ///< of a printed text: whether the store holds more is not known

    [[nodiscard]] const Certificate *find(const Thumbprint &thumbprint) const;
    /// The newest word of a port of the service that showed a certificate; null when there is none.
    [[nodiscard]] const LiveReading *served(LiveService service) const;
    /// Whether what is there is all that the server has, as far as the rest of the inventory is concerned: only then is
    /// it known that something is missing on it.
    [[nodiscard]] bool isWhole() const
    {
        return certificates && unreadable.isEmpty() && !isExcerpt && !reading.isOutrun;
    }
    friend bool operator==(const ServerEntry &, const ServerEntry &) = default;
};

/// An immutable picture of the organisation. Shared as `InventoryPtr`; whatever is read makes a new one.
/// A part that was not read is Error{NotRead}; one that is being read for the first time is Error{BeingRead}; one that
/// could not be read carries the reason.
struct Inventory final {
    QString organisation; ///< empty when not known
    QDateTime takenUtc; ///< of the last whole reading
    QList<ServerEntry> servers; ///< by name
    Result<AuthConfig> authConfig = fail(ErrorCode::NotRead);
    Result<QList<Connector>> sendConnectors = fail(ErrorCode::NotRead);
    Result<QList<Connector>> receiveConnectors = fail(ErrorCode::NotRead);
    /// An empty optional: the organisation is not hybrid.
    Result<std::optional<HybridConfiguration>> hybrid = fail(ErrorCode::NotRead);
    Result<void> serverList = fail(ErrorCode::NotRead); ///< whether Get-ExchangeServer answered
    Reading configuration; ///< of everything that concerns no single server
    QList<Error> problems; ///< what else could not be read (a damaged file of an export, say)

    [[nodiscard]] const ServerEntry *find(const ServerId &server) const;
    [[nodiscard]] const Certificate *find(const CertificateId &id) const;
    [[nodiscard]] int certificateCount() const;
    /// Whether some part of it is being read.
    [[nodiscard]] bool isAwaited() const;
    friend bool operator==(const Inventory &, const Inventory &) = default;
};

using InventoryPtr = std::shared_ptr<const Inventory>;

/// Why nothing may be changed yet that depends on these servers: NotReadHere; subject: the server, empty for what concerns
/// no single server. A server that did not answer in this session is not waited
/// for: it has nothing that a change could be based on, see readHere().
[[nodiscard]] std::optional<Error> notReadHere(const Inventory &inventory, const QList<ServerId> &servers);

/// The inventory as a basis of changes and of what is said about their outcome: the reason stands in the place of what was
/// read in an earlier session, and of what could not be read again. What was read before a reading that a person cancelled
/// stays. The same inventory when there is nothing to leave out; null stays null.
[[nodiscard]] InventoryPtr readHere(const InventoryPtr &inventory);

} // namespace kakuin::domain

Q_DECLARE_METATYPE(kakuin::domain::InventoryPtr)
