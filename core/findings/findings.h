// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"
#include "core/domain/inventory.h"
#include "core/findings/finding.h"

namespace kakuin::findings {

/// What is wrong in an organisation, what is worth knowing, and what could not be looked at. Pure.
/// Shape:   the worst first, then by code, then in the order of the inventory. key() is unique as far as the inventory
///          itself holds nothing twice.
/// Errors:  none. What an inventory does not hold gives findings of Severity::NotKnown that list the codes which are
///          therefore not answered; a finding is never left out in silence.
/// Cost:    linear in certificates and connectors; about a microsecond or two a certificate. Any thread.
/// Source:  the certificate checks of HealthChecker, FreeBusyChecker and MonitorExchangeAuthCertificate, and those that
///          none of them has.
[[nodiscard]] QList<Finding> findingsOf(
    const domain::Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc);

} // namespace kakuin::findings
