// SPDX-License-Identifier: MIT
#include "models/organisationnode.h"

#include <algorithm>
#include <functional>

namespace kakuin::models {
namespace {

using RowKind = OrganisationRow::Kind;

constexpr quint32 bit(QuickFilter filter)
{
    return 1U << static_cast<int>(filter);
}

bool wantsAttention(Severity severity)
{
    return severity == Severity::Soon || severity == Severity::Urgent || severity == Severity::Expired;
}

// A badge takes its certificate's colour only where the role stops working when the certificate does.
bool isWorking(BadgeKind kind)
{
    return kind != BadgeKind::Own && kind != BadgeKind::WmSvc && kind != BadgeKind::AuthPrevious;
}

bool hasBadge(const OrganisationRow &row, std::initializer_list<BadgeKind> kinds)
{
    return std::any_of(row.badges.begin(), row.badges.end(),
        [&](const Badge &badge) { return std::find(kinds.begin(), kinds.end(), badge.kind) != kinds.end(); });
}

quint32 expiryFilters(const OrganisationRow &row)
{
    quint32 filters = wantsAttention(row.severity) ? bit(QuickFilter::NeedsAttention) : 0;
    if (row.severity == Severity::Expired)
        filters |= bit(QuickFilter::Expired);
    else if (wantsAttention(row.severity))
        filters |= bit(QuickFilter::Expiring);
    return filters;
}

quint32 filtersOf(const OrganisationRow &row)
{
    quint32 filters = bit(QuickFilter::All);
    if (row.error && row.kind != RowKind::AuthConfiguration)
        return filters | bit(QuickFilter::NeedsAttention);
    if (row.kind == RowKind::AuthConfiguration)
        return filters | bit(QuickFilter::Auth);
    if (row.kind == RowKind::AuthSlot)
        return filters | expiryFilters(row) | bit(QuickFilter::Auth);
    if (row.kind != RowKind::Certificate)
        return filters;
    filters |= expiryFilters(row);
    if (hasBadge(row, {BadgeKind::Transport}))
        filters |= bit(QuickFilter::InternalTransport);
    if (hasBadge(row, {BadgeKind::AuthCurrent, BadgeKind::AuthNext, BadgeKind::AuthPrevious}))
        filters |= bit(QuickFilter::Auth);
    if (row.certificate != nullptr && row.certificate->services && !row.certificate->services->toInt())
        filters |= bit(QuickFilter::NoServices);
    return filters;
}

// Rows that a count counts: the slots of the Auth configuration repeat certificates that servers hold.
bool isCounted(const OrganisationRow &row)
{
    return row.kind == RowKind::Certificate || row.kind == RowKind::UnreadableCertificate
        || row.kind == RowKind::Problem || (row.kind == RowKind::Server && row.error);
}

class ClockPass final {
public:
    ClockPass(const QDateTime &nowUtc, const std::function<void(OrganisationNode &)> &changed)
        : m_nowUtc(nowUtc)
        , m_changed(changed)
    {
    }

    QuickFilterCounts counts{};

    void visit(OrganisationNode &node)
    {
        OrganisationRow &row = node.row;
        const domain::Expiry expiryBefore = row.expiry;
        const Severity severityBefore = row.severity;
        const int attentionBefore = row.attentionCount;
        row.attentionCount = 0;
        QDateTime earliestUtc;
        for (const auto &child : node.children) {
            visit(*child);
            const OrganisationRow &below = child->row;
            const bool counts_ = isCounted(below) && below.hasFilter(QuickFilter::NeedsAttention);
            row.attentionCount += below.attentionCount + (counts_ ? 1 : 0);
            if (below.notAfterUtc.isValid() && (!earliestUtc.isValid() || below.notAfterUtc < earliestUtc))
                earliestUtc = below.notAfterUtc;
        }
        if (row.kind == RowKind::Server || row.kind == RowKind::Group)
            row.notAfterUtc = earliestUtc;
        else
            setExpiry(row);
        row.filters = filtersOf(row);
        count(row);
        const bool same
            = expiryBefore == row.expiry && severityBefore == row.severity && attentionBefore == row.attentionCount;
        if (!same && m_changed)
            m_changed(node);
    }

private:
    void setExpiry(OrganisationRow &row) const
    {
        row.expiry = domain::expiryOf(row.notAfterUtc, m_nowUtc);
        row.severity = row.kind == RowKind::Organisation ? Severity::NotKnown : severityOf(row.expiry.band);
        const Severity colour = wantsAttention(row.severity) ? row.severity : Severity::NotKnown;
        const bool differs = std::any_of(row.badges.cbegin(), row.badges.cend(),
            [colour](const Badge &b) { return isWorking(b.kind) && b.severity != colour; });
        if (!differs)
            return;
        for (Badge &badge : row.badges)
            badge.severity = isWorking(badge.kind) ? colour : Severity::NotKnown;
    }

    void count(const OrganisationRow &row)
    {
        if (!isCounted(row))
            return;
        for (int i = 0; i < quickFilterCount; ++i) {
            const auto filter = static_cast<QuickFilter>(i);
            // "All" counts certificates, readable or not, as the status bar does.
            const bool isServerOrProblem = row.kind == RowKind::Server || row.kind == RowKind::Problem;
            if (row.hasFilter(filter) && !(filter == QuickFilter::All && isServerOrProblem))
                ++counts[static_cast<size_t>(i)];
        }
    }

    const QDateTime &m_nowUtc;
    const std::function<void(OrganisationNode &)> &m_changed;
};

} // namespace

QuickFilterCounts applyClock(
    OrganisationNode &root, const QDateTime &nowUtc, const std::function<void(OrganisationNode &)> &changed)
{
    ClockPass pass(nowUtc, changed);
    pass.visit(root);
    return pass.counts;
}

} // namespace kakuin::models
