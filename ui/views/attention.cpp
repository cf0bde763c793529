// SPDX-License-Identifier: MIT
#include "ui/views/attention.h"

#include <algorithm>

namespace kakuin::ui {
namespace {

using models::BadgeKind;
using models::OrganisationNode;
using models::OrganisationRow;
using RowKind = OrganisationRow::Kind;

int weightOf(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::AuthCurrent:
        return 6;
    case BadgeKind::Transport:
        return 5;
    case BadgeKind::FrontEnd443:
    case BadgeKind::BackEnd444:
        return 4;
    case BadgeKind::Connector:
    case BadgeKind::Hybrid:
    case BadgeKind::Federation:
        return 3;
    case BadgeKind::AuthNext:
    case BadgeKind::WmSvc:
        return 2;
    case BadgeKind::Own:
    case BadgeKind::AuthPrevious:
        return 0;
    }
    return 0;
}

int weightOf(const OrganisationRow &row)
{
    int weight = 0;
    for (const models::Badge &badge : row.badges)
        weight = std::max(weight, weightOf(badge.kind));
    if (weight == 0 && row.certificate != nullptr && row.certificate->services)
        weight = row.certificate->services->toInt() == 0 ? 0 : 1;
    return weight;
}

// Something in use that has expired, then in use and about to, then a server that does not answer, then the rest.
int scoreOf(const OrganisationRow &row)
{
    constexpr int inUse = 1'000;
    constexpr int unreachable = 500;
    if (row.error)
        return unreachable;
    const int weight = weightOf(row);
    return (weight > 0 ? inUse : 0) + 10 * static_cast<int>(row.severity) + weight;
}

bool hasBadge(const OrganisationRow &row, BadgeKind kind)
{
    return std::any_of(row.badges.begin(), row.badges.end(), [kind](const auto &badge) { return badge.kind == kind; });
}

// It has done its work, or lasts: nobody has to be called
bool hasNothingLeft(advice::Reason reason)
{
    return reason == advice::Reason::CanBeRemoved || reason == advice::Reason::NothingToDo;
}

/// Goes through the rows; asks for advice where a row needs attention, with one view for each server.
class Search final {
public:
    Search(const domain::Inventory &inventory, const QDateTime &nowUtc)
        : m_picture(inventory, m_policy, nowUtc)
    {
    }

    const OrganisationRow *worst = nullptr;
    advice::Advice advice; // of the worst
    int score = -1;
    int count = 0;

    void visit(const OrganisationNode &node)
    {
        const OrganisationRow &row = node.row;
        // The Auth configuration repeats certificates that servers hold; problems of files are rows of their own.
        const bool isCandidate = row.kind == RowKind::Certificate || (row.kind == RowKind::Server && row.error);
        if (isCandidate && row.hasFilter(models::QuickFilter::NeedsAttention)) {
            const advice::Advice its = adviceFor(row);
            if (!row.error && hasNothingLeft(its.reason))
                return;
            ++count;
            const int mine = scoreOf(row);
            const bool isSooner = mine == score && row.notAfterUtc < worst->notAfterUtc;
            if (mine > score || isSooner) {
                worst = &row;
                advice = its;
                score = mine;
            }
        }
        for (const auto &child : node.children)
            visit(*child);
    }

private:
    [[nodiscard]] advice::Advice adviceFor(const OrganisationRow &row)
    {
        const domain::ServerEntry *entry = row.error ? nullptr : m_picture.find(row.server);
        if (entry == nullptr)
            return {};
        if (m_server.entry != entry)
            m_server = advice::viewOf(*entry, m_picture);
        const advice::CertificateView *view = m_server.find(row.thumbprint);
        if (view == nullptr)
            return {};
        if (!view->isAuthOnly(m_picture))
            return advice::adviceFor(*view, m_server, m_picture);
        // the same for every copy; it may name all of them
        auto known = m_ofAuth.find(row.thumbprint);
        if (known == m_ofAuth.end())
            known = m_ofAuth.insert(row.thumbprint, advice::adviceFor(*view, m_server, m_picture));
        return *known;
    }

    const advice::Policy m_policy;
    const advice::Picture m_picture;
    advice::ServerView m_server;
    QHash<domain::Thumbprint, advice::Advice> m_ofAuth;
};

} // namespace

std::optional<Attention> worstOf(const models::OrganisationTreeModel &tree, const QDateTime &nowUtc)
{
    if (tree.inventory() == nullptr)
        return std::nullopt;
    Search search(*tree.inventory(), nowUtc);
    search.visit(*tree.root());
    if (search.worst == nullptr)
        return std::nullopt;
    const OrganisationRow &row = *search.worst;
    Attention attention;
    attention.certificate = {row.server, row.thumbprint};
    attention.severity = row.error ? models::Severity::Expired : row.severity;
    attention.expiry = row.expiry;
    attention.notAfterUtc = row.notAfterUtc;
    attention.name = row.name;
    attention.others = search.count - 1;
    if (row.kind == RowKind::Server) {
        attention.about = Attention::About::Server;
        return attention;
    }
    if (hasBadge(row, BadgeKind::AuthCurrent))
        attention.about = Attention::About::AuthCertificate;
    else if (hasBadge(row, BadgeKind::Transport))
        attention.about = Attention::About::InternalTransport;
    attention.task = search.advice.task;
    return attention;
}

} // namespace kakuin::ui
