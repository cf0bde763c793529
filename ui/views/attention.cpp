// SPDX-License-Identifier: MIT
#include "ui/views/attention.h"

namespace kakuin::ui {
namespace {

// 0 is the worst; empty for a finding that the strip does not show
std::optional<int> attentionRank(const findings::Finding &finding)
{
    if (finding.severity == findings::Severity::Critical)
        return 0;
    if (finding.code == findings::Code::ServerNotRead)
        return 1;
    if (finding.severity == findings::Severity::Warning)
        return 2;
    return std::nullopt;
}

} // namespace

std::optional<Attention> worstOf(const models::FindingsModel &findings)
{
    Attention worst;
    std::optional<int> rankOfWorst;
    const QList<models::FindingRowPtr> rows = findings.unmuted();
    for (const models::FindingRowPtr &row : rows) { // in the order of the list: the first of a rank stays
        const std::optional<int> rank = attentionRank(row->finding);
        if (rank && (!rankOfWorst || *rank < *rankOfWorst)) {
            worst.finding = row;
            rankOfWorst = rank;
        }
    }
    if (!rankOfWorst)
        return std::nullopt;
    const models::FindingsModel::Counts &counts = findings.counts();
    const bool isCounted = worst.finding->finding.severity != findings::Severity::NotKnown;
    worst.others = counts.critical + counts.warning - (isCounted ? 1 : 0);
    return worst;
}

} // namespace kakuin::ui
