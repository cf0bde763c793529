// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/domain/roles.h"
#include "core/findings/finding.h"

#include <QtCore/QLatin1String>

/// The words by which facts go by in JSON and CSV. Never reused for another meaning.
namespace kakuin::report {

[[nodiscard]] QLatin1String nameOf(domain::Role role); ///< "internalTransport"
[[nodiscard]] QLatin1String nameOf(domain::RoleEvidence::Source source); ///< "Get-TransportService"
[[nodiscard]] QLatin1String nameOf(domain::CertificateStatus status); ///< "Valid", as the cmdlet spells it
[[nodiscard]] QLatin1String nameOf(domain::RootCaType type); ///< "Registry"
[[nodiscard]] QLatin1String nameOf(domain::CertificateSource source); ///< "serializedObject"
[[nodiscard]] QLatin1String nameOf(domain::TransportAssignment::Origin origin); ///< "Get-TransportService"
[[nodiscard]] QLatin1String nameOf(domain::ServerRole role); ///< "Mailbox"
[[nodiscard]] QLatin1String nameOf(findings::Fact fact); ///< "expiresOn"
[[nodiscard]] QLatin1String nameOf(advice::Task::Kind task); ///< "renew"
[[nodiscard]] QLatin1String nameOf(findings::Subject::Kind kind); ///< "certificate"

/// ISO 8601 in UTC: "2026-11-22T09:00:00Z"; empty for an invalid time.
[[nodiscard]] QString timeText(const QDateTime &utc);

} // namespace kakuin::report
