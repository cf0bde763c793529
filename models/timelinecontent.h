// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/roles.h"
#include "core/findings/evaluation.h"
#include "models/severity.h"

namespace kakuin::models {

/// What the lines of the timeline are gathered by.
enum class TimelineGroupBy { Server, Role };

/// One line of the timeline as finished values: a certificate, on however many servers it is, or a heading.
struct TimelineLine final {
    enum class Kind { ServerHeading, SeveralServersHeading, RoleHeading, NoRoleHeading, Certificate };
    Kind kind = Kind::Certificate;
    int count = 0; ///< of a heading: certificates below it
    domain::Thumbprint thumbprint;
    QList<domain::CertificateId> copies; ///< by server; of a server's heading none
    domain::ServerId server; ///< of a server's heading
    domain::Role role = domain::Role::Own; ///< of a role's heading
    QString name; ///< of a certificate or server, safe to show
    QList<domain::Role> roles; ///< of all copies together, the most important first
    QDateTime notBeforeUtc;
    QDateTime notAfterUtc;
    domain::ExpiryPolicy bands; ///< that its life is judged by
    findings::Urgency urgency = findings::Urgency::Nothing; ///< of all copies together
    domain::Expiry expiry;
    Severity severity = Severity::NotKnown;

    [[nodiscard]] bool isHeading() const { return kind != Kind::Certificate; }
    friend bool operator==(const TimelineLine &, const TimelineLine &) = default;
};

/// Every certificate of an organisation along the time.
struct TimelineContent final {
    QList<TimelineLine> lines;
    int certificateCount = 0;
    int unreadServers = 0; ///< servers whose certificates are not here, because they were not read
    QString organisation;
    QDateTime earliestUtc; ///< of the dates that lie within some decades of today; invalid when there is none
    QDateTime latestUtc;

    /// The line of the certificate; -1 when there is none.
    [[nodiscard]] qsizetype lineOf(const domain::Thumbprint &thumbprint) const;
};

/// Lines in groups, within a group by expiry; what is on several servers comes first. A certificate is one line: by
/// role it stands in the group of its most important one.
/// Cost:    linear in certificates x (servers + connectors).
/// Threads: any.
[[nodiscard]] TimelineContent buildTimeline(
    const findings::Evaluation &evaluation, TimelineGroupBy groupBy, const QDateTime &nowUtc);

/// Computes anew what depends on the clock.
void applyClock(TimelineContent &content, const QDateTime &nowUtc);

} // namespace kakuin::models
