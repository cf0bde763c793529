// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/evaluation.h"
#include "models/organisationrow.h"

#include <QtCore/QAbstractItemModel>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace kakuin::models {

/// A row and what hangs from it.
struct OrganisationNode final {
    OrganisationNode *parent = nullptr;
    int position = 0; ///< among the parent's children
    int slot = -1; ///< dense number given by the model that owns the node; -1: not, or no longer, in a model
    std::vector<std::unique_ptr<OrganisationNode>> children;
    OrganisationRow row; ///< last: what a filter reads of it stands at its beginning, beside `children`

    OrganisationNode *append(OrganisationRow child);
};

/// The node that an index of the tree model or of its filter carries; the index must be valid.
[[nodiscard]] inline OrganisationNode *nodeOf(const QModelIndex &index)
{
    return static_cast<OrganisationNode *>(index.internalPointer());
}

using QuickFilterCounts = std::array<int, quickFilterCount>;

/// The whole tree, ready to be taken over by the model. `root` is never shown; its one child is the organisation.
struct OrganisationTree final {
    findings::EvaluationPtr
        evaluation; ///< the rows point into its inventory, and are marked by it; null: nothing was read
    domain::InventoryPtr older; ///< what `sameAs` of the rows points into; kept, so that no other takes its place
    std::unique_ptr<OrganisationNode> root;
    QDateTime nowUtc; ///< of what depends on the clock
    QuickFilterCounts counts{};
};

/// Makes the rows of the inventory that was evaluated, and marks them as urgent as their findings are.
/// Cost:    linear in certificates and in certificates x connectors; 100,000 certificates take some tenths of a second.
/// Threads: any; touches nothing but its arguments. With `older`, certificates are compared with it on the way, so that
///          whoever takes the rows over need not.
[[nodiscard]] OrganisationTree buildOrganisationTree(const findings::EvaluationPtr &evaluation, GroupBy groupBy,
    const QDateTime &nowUtc, const domain::InventoryPtr &older = nullptr);

/// Computes anew what depends on the clock and the policy, except `urgency`: expiry, severity, quick filters, counts.
/// Answers with the number of rows of each quick filter; `changed` is called for each node whose look changed.
QuickFilterCounts applyClock(OrganisationNode &root, const QDateTime &nowUtc, const advice::Policy &policy,
    const std::function<void(OrganisationNode &)> &changed = {});

} // namespace kakuin::models
