// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/roles.h"
#include "models/severity.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Words and sentences for roles and their evidence. Plain text; names from servers are made safe to show.
class RoleText final {
    Q_DECLARE_TR_FUNCTIONS(RoleText)
public:
    [[nodiscard]] static QString badge(models::BadgeKind kind); ///< one or two words
    [[nodiscard]] static QString name(domain::Role role);
    /// "Protects mail between the servers of the organisation (internal transport certificate of MBX01)."
    [[nodiscard]] static QString whatItDoes(
        const domain::RoleEvidence &evidence, const domain::Certificate &certificate);
    /// "Mail to and from MBX01 stops within the organisation. …"
    [[nodiscard]] static QString ifItGoes(const domain::RoleEvidence &evidence, const domain::Certificate &certificate);
    /// "Read from Get-TransportService, 09:41"; with the day when `nowUtc` is given and on another one.
    [[nodiscard]] static QString source(const domain::RoleEvidence &evidence, const QDateTime &nowUtc = {});
    /// "Get-TransportService": the cmdlet or attribute, never translated.
    [[nodiscard]] static QString sourceName(domain::RoleEvidence::Source source);

    /// "Serves IMAP, POP and SMTP on MBX01."; empty when it has no service or they are not known.
    [[nodiscard]] static QString services(const domain::Certificate &certificate);
    /// "IMAP, POP and SMTP" in the person's language.
    [[nodiscard]] static QString list(const QStringList &items);
};

} // namespace kakuin::ui
