// SPDX-License-Identifier: MIT
#include "text/attention.h"

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

StripSubject stripSubjectOf(
    const std::optional<Attention> &attention, const plan::LeftToDo &left, const QStringList &closed)
{
    StripSubject out;
    if (attention)
        out = {StripSubject::Kind::Finding, attention->finding->key};
    else if (left.open > 0 && !left.isAuthOpen)
        out = {StripSubject::Kind::LeftToDo, QStringLiteral("left/%1/%2").arg(left.open).arg(left.servers)};
    return closed.contains(out.key) ? StripSubject() : out;
}

} // namespace kakuin::ui
