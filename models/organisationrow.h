// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/findings/urgency.h"
#include "models/severity.h"

#include <optional>

namespace kakuin::models {

/// The buttons above the tree. Each shows the rows that carry its bit, and the rows that they hang from.
enum class QuickFilter { All, NeedsAttention, Expired, Expiring, InternalTransport, Auth, NoServices, Count_ };
inline constexpr int quickFilterCount = static_cast<int>(QuickFilter::Count_);

/// How servers are gathered below the organisation.
enum class GroupBy { None, Site, Dag, Version };

/// One row of the organisation tree: finished values, made once per inventory. What every keystroke of a filter reads
/// stands first: with 100,000 rows it is memory, not comparing, that takes the time.
/// Shape:   words for kinds, codes and spans of time are not here: text has them. `name` is safe to show (one line,
///          no control characters) and empty where only a word would do (an unnamed organisation, the Auth node).
/// Threads: made on any thread; `certificate` and `entry` point into the inventory that the model holds.
struct OrganisationRow final {
    enum class Kind {
        Organisation,
        AuthConfiguration,
        AuthSlot, ///< current, next or previous Auth certificate
        Group, ///< a site, DAG or version; `name` empty: not known
        Server, ///< with `error`: nothing was read from it; BeingRead: not yet
        Certificate,
        UnreadableCertificate, ///< did not parse, among those that did; `error` says why
        Problem, ///< something else of the organisation that could not be read
    };
    enum class Slot { None, Current, Next, Previous };

    Kind kind = Kind::Organisation;
    Slot slot = Slot::None;
    GroupBy groupedBy = GroupBy::None; ///< of a Group: what it stands for
    int ordinal = 0; ///< tells rows of one kind apart that have no other identity
    /// Bit 1 << QuickFilter for each quick filter that shows this row; depends on the clock.
    quint32 filters = 0;
    domain::Thumbprint thumbprint;
    /// Case-folded UTF-8, facts separated by line feeds; ends with the 40 lower-case digits of `thumbprint` where that
    /// is set.
    QByteArray filterText;
    domain::ServerId server;
    QString name;
    QString sortName; ///< case-folded, runs of digits padded: EX2 comes before EX10
    const domain::Certificate *certificate = nullptr;
    /// The certificate of an older inventory that `certificate` was found equal to when the row was made. Never looked
    /// into: the older inventory may be gone.
    const domain::Certificate *sameAs = nullptr;
    const domain::ServerEntry *entry = nullptr;
    std::optional<Error> error;
    QDateTime notAfterUtc; ///< of a server or group: the earliest below it; for sorting
    QDateTime effectiveUtc; ///< of the next Auth certificate
    QList<Badge> badges;

    // What depends on the clock.
    findings::Urgency urgency = findings::Urgency::Nothing; ///< of a server: what concerns none of its certificates
    domain::Expiry expiry;
    Severity severity = Severity::NotKnown; ///< of a server or group: with everything below it
    int attentionCount = 0; ///< how many rows below need attention

    [[nodiscard]] bool hasFilter(QuickFilter filter) const { return (filters >> static_cast<int>(filter)) & 1U; }
    /// Whether both stand for the same thing below the same parent, be its facts what they may.
    [[nodiscard]] bool isSameThing(const OrganisationRow &other) const;
    [[nodiscard]] size_t identityHash() const;
    /// Whether both look the same; reads both inventories.
    [[nodiscard]] bool looksLike(const OrganisationRow &other) const;
};

/// Case-folded with runs of digits padded to ten places, so that plain comparison sorts as people count.
[[nodiscard]] QString naturalSortText(const QString &text);

} // namespace kakuin::models

Q_DECLARE_METATYPE(kakuin::models::OrganisationRow::Kind)
