// SPDX-License-Identifier: MIT
#include "models/organisationnode.h"

#include "core/advice/policy.h"
#include "core/base/untrustedtext.h"
#include "core/domain/replacement.h"
#include "core/domain/roles.h"

#include <algorithm>
#include <functional>

namespace kakuin::models {
namespace {

using RowKind = OrganisationRow::Kind;
using Slot = OrganisationRow::Slot;

constexpr qsizetype longestRowName = 300;

/// Collects facts for the filter box: each once, folded, one a line.
class FilterText final {
public:
    void add(const QString &fact)
    {
        const QByteArray folded = fact.toCaseFolded().toUtf8();
        if (!folded.isEmpty() && !m_text.contains(folded))
            m_text += folded + '\n';
    }
    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
};

std::optional<BadgeKind> badgeOf(domain::Role role)
{
    switch (role) {
    case domain::Role::Own:
        return BadgeKind::Own;
    case domain::Role::InternalTransport:
        return BadgeKind::Transport;
    case domain::Role::AuthCurrent:
        return BadgeKind::AuthCurrent;
    case domain::Role::AuthNext:
        return BadgeKind::AuthNext;
    case domain::Role::AuthPrevious:
        return BadgeKind::AuthPrevious;
    case domain::Role::FrontEnd443:
        return BadgeKind::FrontEnd443;
    case domain::Role::BackEnd444:
        return BadgeKind::BackEnd444;
    case domain::Role::WmSvc:
        return BadgeKind::WmSvc;
    case domain::Role::SendConnector:
    case domain::Role::ReceiveConnector:
        return BadgeKind::Connector;
    case domain::Role::Hybrid:
        return BadgeKind::Hybrid;
    case domain::Role::Federation:
        return BadgeKind::Federation;
    }
    return std::nullopt;
}

QList<Badge> badgesOf(const QList<domain::RoleEvidence> &roles)
{
    QList<Badge> out;
    for (const domain::RoleEvidence &evidence : roles) {
        const std::optional<BadgeKind> kind = badgeOf(evidence.role);
        const bool isNew
            = std::none_of(out.begin(), out.end(), [&](const Badge &b) { return kind && b.kind == *kind; });
        if (kind && isNew)
            out.append({*kind, Severity::NotKnown});
    }
    // Nearly every certificate is some server's own: what it is used for comes first, where there is little room.
    std::sort(out.begin(), out.end(), [](const Badge &a, const Badge &b) {
        const bool isOwnA = a.kind == BadgeKind::Own;
        const bool isOwnB = b.kind == BadgeKind::Own;
        return isOwnA != isOwnB ? isOwnB : a.kind < b.kind;
    });
    return out;
}

OrganisationRow certificateRow(
    const domain::Certificate &certificate, const domain::ServerEntry &entry, const domain::Inventory &inventory)
{
    OrganisationRow row;
    row.kind = RowKind::Certificate;
    row.server = certificate.server;
    row.thumbprint = certificate.facts.thumbprint;
    row.name = certificate.displayName();
    row.sortName = naturalSortText(row.name);
    row.certificate = &certificate;
    row.notAfterUtc = certificate.facts.notAfterUtc;
    const bool isItsServer = certificate.server == entry.server.id;
    row.badges = badgesOf(
        isItsServer ? domain::rolesOf(certificate, &entry, inventory) : domain::rolesOf(certificate, inventory));
    FilterText text;
    text.add(certificate.friendlyName);
    text.add(certificate.facts.subject);
    text.add(certificate.facts.issuer);
    text.add(certificate.server.name());
    // A certificate may carry thousands of names; the first hundreds are looked at for repetition, the rest just added.
    constexpr qsizetype comparedBytes = 16'384;
    QByteArray names = text.text();
    for (const QString &dnsName : certificate.facts.dnsNames) {
        const QByteArray folded = dnsName.toCaseFolded().toUtf8();
        if (names.size() > comparedBytes || !names.contains(folded))
            names += folded + '\n';
    }
    row.filterText = names + certificate.facts.thumbprint.toString().toLower().toLatin1();
    return row;
}

OrganisationRow errorRow(RowKind kind, const domain::ServerId &server, const Error &error, int ordinal)
{
    OrganisationRow row;
    row.kind = kind;
    row.server = server;
    row.ordinal = ordinal;
    row.name = singleLine(error.subject, longestRowName);
    row.sortName = naturalSortText(row.name);
    row.error = error;
    FilterText text;
    text.add(row.name);
    text.add(server.name());
    row.filterText = text.text();
    return row;
}

OrganisationRow serverRow(const domain::ServerEntry &entry, int ordinal)
{
    OrganisationRow row;
    row.kind = RowKind::Server;
    row.ordinal = ordinal;
    row.server = entry.server.id;
    row.name = singleLine(entry.server.id.name(), longestRowName);
    row.sortName = naturalSortText(row.name);
    row.entry = &entry;
    if (!entry.certificates)
        row.error = entry.certificates.error();
    FilterText text;
    text.add(entry.server.id.name());
    text.add(entry.server.fqdn);
    row.filterText = text.text();
    return row;
}

void addServer(
    OrganisationNode &parent, const domain::ServerEntry &entry, int ordinal, const domain::Inventory &inventory)
{
    OrganisationNode *server = parent.append(serverRow(entry, ordinal));
    if (!entry.certificates)
        return;
    server->children.reserve(static_cast<size_t>(entry.certificates->size() + entry.unreadable.size()));
    QHash<domain::Thumbprint, int> seen; // a damaged export may hold one certificate twice
    for (const domain::Certificate &certificate : *entry.certificates) {
        OrganisationRow row = certificateRow(certificate, entry, inventory);
        row.server = entry.server.id;
        row.ordinal = seen[row.thumbprint]++;
        server->append(std::move(row));
    }
    int unreadable = 0;
    for (const Error &error : entry.unreadable)
        server->append(errorRow(RowKind::UnreadableCertificate, entry.server.id, error, unreadable++));
}

QString groupName(const domain::Server &server, GroupBy groupBy)
{
    switch (groupBy) {
    case GroupBy::None:
        return {};
    case GroupBy::Site:
        return singleLine(server.site, longestRowName);
    case GroupBy::Dag:
        return singleLine(server.dag, longestRowName);
    case GroupBy::Version:
        break;
    }
    switch (server.version.product()) { // product names: the same in every language
    case domain::Product::Unknown:
        return {};
    case domain::Product::Exchange2010:
        return QStringLiteral("Exchange 2010");
    case domain::Product::Exchange2013:
        return QStringLiteral("Exchange 2013");
    case domain::Product::Exchange2016:
        return QStringLiteral("Exchange 2016");
    case domain::Product::Exchange2019:
        return QStringLiteral("Exchange 2019");
    case domain::Product::ExchangeSe:
        return QStringLiteral("Exchange SE");
    }
    return {};
}

void addServers(OrganisationNode &organisation, const domain::Inventory &inventory, GroupBy groupBy)
{
    QHash<domain::ServerId, int> seen; // exports of two organisations may hold two servers of one name
    if (groupBy == GroupBy::None) {
        for (const domain::ServerEntry &entry : inventory.servers)
            addServer(organisation, entry, seen[entry.server.id]++, inventory);
        return;
    }
    QMap<QString, QList<const domain::ServerEntry *>> groups;
    for (const domain::ServerEntry &entry : inventory.servers)
        groups[groupName(entry.server, groupBy)].append(&entry);
    // Those of which the group is not known come last.
    QStringList names = groups.keys();
    std::stable_sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        return a.isEmpty() != b.isEmpty() ? b.isEmpty() : naturalSortText(a) < naturalSortText(b);
    });
    for (const QString &name : names) {
        OrganisationRow row;
        row.kind = RowKind::Group;
        row.groupedBy = groupBy;
        row.name = name;
        row.sortName = naturalSortText(name);
        row.filterText = name.toCaseFolded().toUtf8();
        OrganisationNode *group = organisation.append(std::move(row));
        for (const domain::ServerEntry *entry : groups.value(name))
            addServer(*group, *entry, seen[entry->server.id]++, inventory);
    }
}

const domain::Certificate *findAnywhere(const domain::Thumbprint &thumbprint, const domain::Inventory &inventory)
{
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (const domain::Certificate *found = entry.find(thumbprint))
            return found;
    }
    return nullptr;
}

void addAuthSlot(OrganisationNode &auth, Slot slot, const domain::Thumbprint &thumbprint, BadgeKind badge,
    const domain::Inventory &inventory)
{
    if (thumbprint.isNull() && slot != Slot::Current)
        return;
    OrganisationRow row;
    row.kind = RowKind::AuthSlot;
    row.slot = slot;
    row.thumbprint = thumbprint;
    row.certificate = thumbprint.isNull() ? nullptr : findAnywhere(thumbprint, inventory);
    row.badges = {{badge, Severity::NotKnown}};
    if (row.certificate != nullptr) {
        row.server = {}; // the slot is the organisation's; the certificate says where it was found
        row.name = row.certificate->displayName();
        row.notAfterUtc = row.certificate->facts.notAfterUtc;
    } else {
        row.name = thumbprint.toString();
    }
    row.sortName = QString::number(static_cast<int>(slot));
    row.filterText = (row.name + u'\n' + thumbprint.toString()).toCaseFolded().toUtf8();
    auth.append(std::move(row));
}

void addAuth(OrganisationNode &organisation, const domain::Inventory &inventory)
{
    OrganisationRow row;
    row.kind = RowKind::AuthConfiguration;
    row.filterText = QByteArrayLiteral("auth configuration\nauthconfig");
    if (!inventory.authConfig) {
        row.error = inventory.authConfig.error();
        organisation.append(std::move(row));
        return;
    }
    const domain::AuthConfig &config = *inventory.authConfig;
    OrganisationNode *auth = organisation.append(std::move(row));
    addAuthSlot(*auth, Slot::Current, config.current, BadgeKind::AuthCurrent, inventory);
    addAuthSlot(*auth, Slot::Next, config.next, BadgeKind::AuthNext, inventory);
    addAuthSlot(*auth, Slot::Previous, config.previous, BadgeKind::AuthPrevious, inventory);
    for (const auto &child : auth->children) {
        if (child->row.slot == Slot::Next)
            child->row.effectiveUtc = config.nextEffectiveUtc;
        if (child->row.slot == Slot::Current)
            auth->row.notAfterUtc = child->row.notAfterUtc;
    }
}

void addProblems(OrganisationNode &organisation, const domain::Inventory &inventory)
{
    int ordinal = 0;
    if (!inventory.serverList && inventory.serverList.error().code != ErrorCode::NotRead
        && inventory.serverList.error().code != ErrorCode::BeingRead
        && inventory.serverList.error().code != ErrorCode::NotExported)
        organisation.append(errorRow(RowKind::Problem, {}, inventory.serverList.error(), ordinal++));
    for (const Error &error : inventory.problems)
        organisation.append(errorRow(RowKind::Problem, {}, error, ordinal++));
}

using OlderServers = QHash<domain::ServerId, const domain::ServerEntry *>;

// Two readings mostly give the same certificates in the same places.
void compareWithOlder(OrganisationNode &node, const OlderServers &older, const domain::ServerEntry *entry)
{
    if (node.row.kind == RowKind::Server)
        entry = older.value(node.row.server);
    for (size_t i = 0; i < node.children.size(); ++i) {
        OrganisationRow &row = node.children[i]->row;
        if (row.kind != RowKind::Certificate) {
            compareWithOlder(*node.children[i], older, entry);
            continue;
        }
        if (entry == nullptr || !entry->certificates)
            continue;
        const auto place = static_cast<qsizetype>(i);
        const bool isInPlace
            = place < entry->certificates->size() && entry->certificates->at(place).facts.thumbprint == row.thumbprint;
        const domain::Certificate *same = isInPlace ? &entry->certificates->at(place) : entry->find(row.thumbprint);
        if (same != nullptr && *same == *row.certificate)
            row.sameAs = same;
    }
}

void judge(OrganisationNode &node, const findings::Urgencies &urgencies)
{
    OrganisationRow &row = node.row;
    if (row.kind == RowKind::Certificate)
        row.urgency = urgencies.of({row.server, row.thumbprint});
    else if (row.kind == RowKind::AuthSlot)
        row.urgency = urgencies.ofAnyCopy(row.thumbprint);
    else if (row.kind == RowKind::AuthConfiguration)
        row.urgency = urgencies.ofAuth();
    else if (row.kind == RowKind::Server)
        row.urgency = urgencies.ofServerItself(row.server);
    for (const auto &child : node.children)
        judge(*child, urgencies);
}

constexpr quint32 filterBit(QuickFilter filter)
{
    return 1U << static_cast<int>(filter);
}

bool wantsAttention(Severity severity)
{
    return severity == Severity::Soon || severity == Severity::Urgent || severity == Severity::Expired;
}

bool wantsAttention(findings::Urgency urgency)
{
    return urgency >= findings::Urgency::Soon;
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
    quint32 filters = wantsAttention(row.urgency) ? filterBit(QuickFilter::NeedsAttention) : 0;
    if (row.expiry.band == domain::ExpiryBand::Expired)
        filters |= filterBit(QuickFilter::Expired);
    else if (wantsAttention(severityOf(row.expiry.band)))
        filters |= filterBit(QuickFilter::Expiring);
    return filters;
}

// A server that is still being read needs no attention yet
bool isFault(const OrganisationRow &row)
{
    return row.error && row.error->code != ErrorCode::BeingRead;
}

quint32 filtersOf(const OrganisationRow &row)
{
    quint32 filters = filterBit(QuickFilter::All);
    if (isFault(row) && row.kind != RowKind::AuthConfiguration)
        return filters | filterBit(QuickFilter::NeedsAttention);
    if (row.kind == RowKind::AuthConfiguration)
        return filters | filterBit(QuickFilter::Auth);
    if (row.kind == RowKind::AuthSlot)
        return filters | expiryFilters(row) | filterBit(QuickFilter::Auth);
    if (row.kind == RowKind::Server && wantsAttention(row.urgency))
        return filters | filterBit(QuickFilter::NeedsAttention);
    if (row.kind != RowKind::Certificate)
        return filters;
    filters |= expiryFilters(row);
    if (hasBadge(row, {BadgeKind::Transport}))
        filters |= filterBit(QuickFilter::InternalTransport);
    if (hasBadge(row, {BadgeKind::AuthCurrent, BadgeKind::AuthNext, BadgeKind::AuthPrevious}))
        filters |= filterBit(QuickFilter::Auth);
    if (row.certificate != nullptr && row.certificate->services && !row.certificate->services->toInt())
        filters |= filterBit(QuickFilter::NoServices);
    return filters;
}

// Rows that a count counts: the slots of the Auth configuration repeat certificates that servers hold.
bool isCounted(const OrganisationRow &row)
{
    return row.kind == RowKind::Certificate || row.kind == RowKind::UnreadableCertificate
        || row.kind == RowKind::Problem
        || (row.kind == RowKind::Server && (isFault(row) || wantsAttention(row.urgency)));
}

class ClockPass final {
public:
    ClockPass(
        const QDateTime &nowUtc, const advice::Policy &policy, const std::function<void(OrganisationNode &)> &changed)
        : m_nowUtc(nowUtc)
        , m_policy(policy)
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
        Severity worst = severityOf(row.urgency, row.expiry.band);
        QDateTime earliestUtc;
        for (const auto &child : node.children) {
            visit(*child);
            const OrganisationRow &below = child->row;
            const bool counts_ = isCounted(below) && below.hasFilter(QuickFilter::NeedsAttention);
            row.attentionCount += below.attentionCount + (counts_ ? 1 : 0);
            worst = std::max(worst, below.severity);
            if (below.notAfterUtc.isValid() && (!earliestUtc.isValid() || below.notAfterUtc < earliestUtc))
                earliestUtc = below.notAfterUtc;
        }
        if (row.kind == RowKind::Server || row.kind == RowKind::Group) {
            row.notAfterUtc = earliestUtc;
            row.severity = worst;
        } else {
            setExpiry(row);
        }
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
        row.expiry = row.certificate == nullptr ? domain::expiryOf(row.notAfterUtc, m_nowUtc)
                                                : m_policy.expiryOf(*row.certificate, m_nowUtc);
        row.severity
            = row.kind == RowKind::Organisation ? Severity::NotKnown : severityOf(row.urgency, row.expiry.band);
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
    const advice::Policy &m_policy;
    const std::function<void(OrganisationNode &)> &m_changed;
};

} // namespace

OrganisationNode *OrganisationNode::append(OrganisationRow child)
{
    auto node = std::make_unique<OrganisationNode>();
    node->row = std::move(child);
    node->parent = this;
    node->position = static_cast<int>(children.size());
    children.push_back(std::move(node));
    return children.back().get();
}

OrganisationTree buildOrganisationTree(const findings::EvaluationPtr &evaluation, GroupBy groupBy,
    const QDateTime &nowUtc, const domain::InventoryPtr &older)
{
    OrganisationTree tree{evaluation, older, std::make_unique<OrganisationNode>(), nowUtc, {}};
    if (evaluation == nullptr)
        return tree;
    const domain::InventoryPtr &inventory = evaluation->inventory();
    OrganisationRow row;
    row.kind = RowKind::Organisation;
    row.name = singleLine(inventory->organisation, longestRowName);
    row.sortName = naturalSortText(row.name);
    row.filterText = row.name.toCaseFolded().toUtf8();
    OrganisationNode *organisation = tree.root->append(std::move(row));
    addAuth(*organisation, *inventory);
    addServers(*organisation, *inventory, groupBy);
    addProblems(*organisation, *inventory);
    if (older != nullptr) {
        OlderServers servers;
        for (const domain::ServerEntry &entry : older->servers)
            servers.insert(entry.server.id, &entry);
        compareWithOlder(*tree.root, servers, nullptr);
    }
    judge(*tree.root, evaluation->urgencies());
    tree.counts = applyClock(*tree.root, nowUtc, evaluation->policy());
    return tree;
}

QuickFilterCounts applyClock(OrganisationNode &root, const QDateTime &nowUtc, const advice::Policy &policy,
    const std::function<void(OrganisationNode &)> &changed)
{
    ClockPass pass(nowUtc, policy, changed);
    pass.visit(root);
    return pass.counts;
}

} // namespace kakuin::models
