// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"
#include "core/domain/inventory.h"
#include "core/plan/plan.h"

namespace kakuin::plan {

/// Where the organisation's Auth certificate stands.
enum class RotationPhase {
    NotKnown, ///< AuthConfig could not be read
    Quiet, ///< nothing is staged but the current one itself, nothing else is left over
    Staged, ///< a next one is named; not every server has it
    Distributed, ///< every server that was read has it; its day has not come
    Overdue, ///< its day has passed and it is not in use: the servicelet runs every 12 hours, or did not
    PreviousHeld, ///< it is in use; the one before is still named
};

/// One server's part in a distribution.
struct RotationServer final {
    enum class State { Has, HasWithoutKey, Lacks, NotKnown, NotConcerned };
    domain::ServerId server;
    QString site;
    State state = State::NotKnown;
    friend bool operator==(const RotationServer &, const RotationServer &) = default;
};

/// A picture of a rotation, taken from an inventory.
struct RotationStatus final {
    RotationPhase phase = RotationPhase::NotKnown;
    domain::AuthConfig auth;
    domain::Thumbprint followed; ///< whose distribution is shown: the next one, or else the current one
    QDateTime sentUtc; ///< when it was made, as far as its dates say
    QList<RotationServer> servers; ///< by site, then by name; Edge servers take no part
    int having = 0;
    int lacking = 0; ///< those that were read and do not have it
    int notKnown = 0;
    /// Servers that lack it although it was made longer ago than the policy's distributionHours: it will hardly come by itself.
    bool isLate = false;
    /// Some lack it, and every server that could export it for them is known to refuse that (see refusesExport()).
    bool isExportRefused = false;

    [[nodiscard]] int concerned() const { return having + lacking + notKnown; }
    friend bool operator==(const RotationStatus &, const RotationStatus &) = default;
};

/// Shape:  a next certificate that is the current one is not staged (a staging that was taken back), and a previous one
///         that is the current one is not held; a date in the past is Overdue; without a date it stays Staged or
///         Distributed for ever.
/// Source: Get-AuthConfig; distribution and servicelet as in exchange-domain 3.3 (12 hours; a day before one worries).
[[nodiscard]] RotationStatus rotationStatus(
    const domain::Inventory &inventory, const QDateTime &nowUtc, const advice::Policy &policy = {});

/// Publishes the staged certificate now, and clears the previous one if wanted. Empty when nothing is staged, or
/// the current one again.
[[nodiscard]] Plan publishPlan(const domain::Inventory &inventory, bool clearsPrevious);
/// Clears the previous one. Empty when there is none.
[[nodiscard]] Plan clearPreviousPlan(const domain::Inventory &inventory);
/// Exports the followed certificate from a server that has it with an exportable key and imports it on one server of
/// each site where nobody has it, and on those in other sites that lack it. Empty when none lacks it or none can export
/// it: a server that is known to refuse the export of the Auth certificate cannot (RotationStatus::isExportRefused).
/// Where that is not known, the plan carries Caution::AuthExportMayBeRefused.
[[nodiscard]] Plan spreadPlan(
    const domain::Inventory &inventory, const QDateTime &nowUtc, const advice::Policy &policy = {});
/// Puts the current certificate back in the place of the staged one, effective in 49 hours: what is then promoted is
/// what is in use already. Empty when nothing is staged.
[[nodiscard]] Plan cancelStagingPlan(const domain::Inventory &inventory);

/// The server through which AuthConfig is changed: steps that concern the organisation name it.
[[nodiscard]] Check authCheck(Check::Kind kind, const CertificateReference &certificate);

} // namespace kakuin::plan
