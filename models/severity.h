// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/expiry.h"
#include "core/findings/evaluation.h"

#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace kakuin::models {

/// How much something wants attention. Shown as a colour and a shape, never as a colour alone.
enum class Severity { NotKnown, Ok, Information, Soon, Urgent, Expired };

/// Later and Upcoming are Ok, Soon is Soon, Urgent and Today are Urgent.
[[nodiscard]] Severity severityOf(domain::ExpiryBand band);
/// The mark of something whose findings are that urgent: Now is Expired once it has expired, else Urgent.
[[nodiscard]] Severity severityOf(findings::Urgency urgency, domain::ExpiryBand band);
/// The mark of a certificate. What was not evaluated, because it has been made since, is marked by its age.
[[nodiscard]] Severity severityOf(
    const domain::Certificate &certificate, const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc);

/// The kinds of badges, in the order in which a row shows them; text names them. The server's own certificate comes
/// last: a narrow column shows first what would break.
enum class BadgeKind {
    Transport,
    AuthCurrent,
    AuthNext,
    AuthPrevious,
    FrontEnd443,
    BackEnd444,
    WmSvc,
    Connector,
    Hybrid,
    Federation,
    Own,
};

/// A role as a small label in a row.
struct Badge final {
    BadgeKind kind = BadgeKind::Own;
    Severity severity = Severity::NotKnown; ///< NotKnown and Ok are drawn grey: calm
    friend bool operator==(const Badge &, const Badge &) = default;
};

} // namespace kakuin::models

Q_DECLARE_METATYPE(QList<kakuin::models::Badge>)
Q_DECLARE_METATYPE(kakuin::models::Severity)
