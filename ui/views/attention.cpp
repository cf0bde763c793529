// SPDX-License-Identifier: MIT
#include "ui/views/attention.h"

#include "core/findings/guidance.h"

namespace kakuin::ui {

std::optional<Attention> worstOf(const models::FindingsModel &findings)
{
    Attention worst;
    int turnOfWorst = 0;
    const QList<models::FindingRowPtr> rows = findings.unmuted();
    for (const models::FindingRowPtr &row : rows) {
        const int turn = findings::turnOf(row->finding);
        if (worst.finding == nullptr || turn < turnOfWorst) {
            worst.finding = row;
            turnOfWorst = turn;
        }
    }
    if (worst.finding == nullptr || findings::urgencyOf(worst.finding->finding) < findings::Urgency::Soon)
        return std::nullopt;
    const models::FindingsModel::Counts &counts = findings.counts();
    const bool isCounted = worst.finding->finding.severity != findings::Severity::NotKnown;
    worst.others = counts.critical + counts.warning - (isCounted ? 1 : 0);
    return worst;
}

} // namespace kakuin::ui
