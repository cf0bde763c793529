// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/roles.h"

namespace kakuin::plan {

/// What is looked at before a certificate is removed, in this order.
enum class RemovalCheck {
    AuthConfig, ///< current, next or previous Auth certificate
    InternalTransport, ///< of this server
    IisBindings, ///< 443 and 444
    WmSvc,
    ServedPorts, ///< what a live check found the ports of this server to serve
    SendConnectors, ///< of this server; Exchange refuses the removal itself (E2)
    ReceiveConnectors, ///< and the hybrid configuration
    Federation,
    LastOfService, ///< no other certificate of the server carries one of its services
    StillValid,
    Backup, ///< whether key and certificate can be saved before
};

enum class Verdict {
    Clear, ///< looked at, nothing depends on it
    Note, ///< worth knowing
    Warning, ///< the person must say that it was read
    NotKnown, ///< could not be looked at: the person must say that it was read
    Blocks, ///< Kakuin does not remove it before this is mended
};

/// What mends a finding of the pre-flight: a task of Kakuin, or work that only the server's own tools can do.
enum class Mend {
    None,
    RotateAuth,
    CancelStaging,
    ClearPreviousAuth,
    ReplaceTransport, ///< a step of the removal itself: choose the replacement
    AssignServices, ///< give the services to another certificate
    RebindBackEnd, ///< IIS Manager on the server, then read it again
    SelectForWmSvc, ///< IIS Manager on the server
    EditSendConnectors, ///< clear the name, remove, set it again
    FederationTrust, ///< the federation cmdlets
    ReadAgain,
    CheckPorts, ///< give the port another certificate, then look at the ports again
    ExportPfx,
};

struct PreflightItem final {
    RemovalCheck check = RemovalCheck::AuthConfig;
    Verdict verdict = Verdict::Clear;
    Mend mend = Mend::None;
    QList<domain::RoleEvidence> evidence; ///< why; empty where nothing was found
    domain::Thumbprint other; ///< a same-name generation that takes over, or the proposed replacement; null if none
    domain::ServiceSet services; ///< LastOfService: those that nobody else carries
    QList<domain::LiveReading> served = {}; ///< ServedPorts: the readings that show it
    friend bool operator==(const PreflightItem &, const PreflightItem &) = default;
};

/// What would break if the certificate were gone, one item for every check, in the order of the enum. Pure: the same
/// knowledge serves the removal and the view of dependencies.
/// Errors:  none; a certificate that the inventory does not hold gives an empty list. What was not read is NotKnown.
/// Source:  exchange-domain 3.9; the article on the internal transport certificate; E1 and E2 of
///          Remove-ExchangeCertificate.
[[nodiscard]] QList<PreflightItem> removalPreflight(
    const domain::CertificateId &id, const domain::Inventory &inventory, const QDateTime &nowUtc);

/// The certificates of the server that could take internal transport over, the best first: the newest generation of the
/// same names, then other valid ones with a private key. Auth certificates are not among them.
[[nodiscard]] QList<domain::Thumbprint> transportReplacements(
    const domain::CertificateId &id, const domain::Inventory &inventory, const QDateTime &nowUtc);

} // namespace kakuin::plan
