// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/findings.h"

#include <functional>

namespace kakuin::findingcases {

/// When the organisation is looked at.
[[nodiscard]] QDateTime now();

/// Nothing is wrong with it: EX01 (Tokyo) and EX02 (Osaka), hybrid; see README.md.
[[nodiscard]] domain::Inventory healthy();

/// The certificates of each server of healthy(), by their place in the store.
inline const QString cngProvider = QStringLiteral("Microsoft Software Key Storage Provider");
enum Which { Own, Auth, Public, WmSvc };
[[nodiscard]] domain::Certificate &certificate(domain::Inventory &inventory, int server, Which which);

using Change = std::function<void(domain::Inventory &)>;

/// Three changes to the healthy organisation.
struct Case final {
    findings::Code code;
    Change appears;
    Change justNot;
    Change notKnown;
};
[[nodiscard]] QList<Case> lifeCases();
[[nodiscard]] QList<Case> serverCases();
[[nodiscard]] QList<Case> peerCases();
[[nodiscard]] QList<Case> portCases();
[[nodiscard]] QList<Case> authCases();
[[nodiscard]] QList<Case> connectorCases();

[[nodiscard]] QList<findings::Finding> foundAfter(const Change &change);
[[nodiscard]] bool has(const QList<findings::Finding> &found, findings::Code code);
/// The first of that code; a default-constructed one with Severity::NotKnown if there is none.
[[nodiscard]] findings::Finding first(const QList<findings::Finding> &found, findings::Code code);

// changes that several cases share
void nothing(domain::Inventory &inventory);
void unreachable(domain::Inventory &inventory, int server);
/// Appends a newer generation of a certificate to its server and returns it; no roles, no services.
domain::Certificate &renew(domain::Inventory &inventory, int server, Which which);
/// A server of the same site as the other was set up again: the issued certificate is not there, 443 is on its own one.
void rebuilt(domain::Inventory &inventory, int server);
/// The ports of both servers were looked at, and show what was read: 443 and 25 Public, 444 and 993 Own, 8172 WmSvc.
void portsChecked(domain::Inventory &inventory);
/// What such a port shows.
[[nodiscard]] domain::ServedCertificate &shown(domain::Inventory &inventory, int server, quint16 port);
void silent(domain::Inventory &inventory, int server, quint16 port, ErrorCode code);
/// Another thumbprint, made from a number.
[[nodiscard]] domain::Thumbprint thumbprint(int number);
/// Stages a next Auth certificate; it is put on `servers` of the two.
domain::AuthConfig &stage(domain::Inventory &inventory, const QDateTime &effectiveUtc, int servers = 2);

} // namespace kakuin::findingcases

Q_DECLARE_METATYPE(kakuin::findingcases::Change)
