// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/authconfig.h"
#include "core/domain/certificate.h"
#include "core/domain/connector.h"
#include "core/domain/livereading.h"
#include "core/domain/server.h"
#include "core/domain/transportassignment.h"

#include <memory>

namespace kakuin::domain {

/// One server's part of the picture: its data, or the error that stands in its place.
struct ServerEntry final {
    Server server;
    Result<QList<Certificate>> certificates = fail(ErrorCode::NotRead);
    Result<TransportAssignment> transport = fail(ErrorCode::NotRead);
    QList<Error> unreadable; ///< certificates that did not parse, among those that did
    QDateTime readUtc; ///< when the certificates were read
    QList<LiveReading> liveReadings; ///< by port; empty: its ports were not looked at

    [[nodiscard]] const Certificate *find(const Thumbprint &thumbprint) const;
    /// The newest word of a port of the service that showed a certificate; null when there is none.
    [[nodiscard]] const LiveReading *served(LiveService service) const;
    friend bool operator==(const ServerEntry &, const ServerEntry &) = default;
};

/// An immutable picture of the organisation. Shared as `InventoryPtr`; a refresh makes a new one.
/// A part that was not read is Error{NotRead}; one that could not be read carries the reason.
struct Inventory final {
    QString organisation; ///< empty when not known
    QDateTime takenUtc;
    QList<ServerEntry> servers; ///< by name
    Result<AuthConfig> authConfig = fail(ErrorCode::NotRead);
    Result<QList<Connector>> sendConnectors = fail(ErrorCode::NotRead);
    Result<QList<Connector>> receiveConnectors = fail(ErrorCode::NotRead);
    /// An empty optional: the organisation is not hybrid.
    Result<std::optional<HybridConfiguration>> hybrid = fail(ErrorCode::NotRead);
    Result<void> serverList = fail(ErrorCode::NotRead); ///< whether Get-ExchangeServer answered
    QList<Error> problems; ///< what else could not be read (a damaged file of an export, say)

    [[nodiscard]] const ServerEntry *find(const ServerId &server) const;
    [[nodiscard]] const Certificate *find(const CertificateId &id) const;
    [[nodiscard]] int certificateCount() const;
    friend bool operator==(const Inventory &, const Inventory &) = default;
};

using InventoryPtr = std::shared_ptr<const Inventory>;

} // namespace kakuin::domain

Q_DECLARE_METATYPE(kakuin::domain::InventoryPtr)
