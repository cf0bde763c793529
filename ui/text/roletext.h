// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/roles.h"
#include "models/severity.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Words and sentences for roles and their evidence.
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
    /// "Read from Get-TransportService, 09:41"
    [[nodiscard]] static QString source(const domain::RoleEvidence &evidence);
};

} // namespace kakuin::ui
