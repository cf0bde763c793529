// SPDX-License-Identifier: MIT
#include "models/organisationfilterproxy.h"

#include <algorithm>

namespace kakuin::models {
namespace {

using RowKind = OrganisationRow::Kind;

// The Auth configuration stays first and problems stay last, however the servers between them are sorted.
int rankOf(const OrganisationRow &row)
{
    if (row.kind == RowKind::AuthConfiguration)
        return 0;
    return row.kind == RowKind::Problem || row.kind == RowKind::UnreadableCertificate ? 2 : 1;
}

// A node with its sort value taken out once, so that comparing does not build texts.
struct Keyed final {
    OrganisationNode *node = nullptr;
    int rank = 0;
    qint64 number = 0;
    QString text;
};

Keyed keyOf(OrganisationNode *node, int column)
{
    Keyed keyed{node, rankOf(node->row), 0, {}};
    const QVariant value = OrganisationTreeModel::cell(node->row, column, SortRole);
    if (value.typeId() == QMetaType::QString)
        keyed.text = value.toString();
    else
        keyed.number = value.toLongLong();
    return keyed;
}

} // namespace

OrganisationFilterProxy::OrganisationFilterProxy(OrganisationTreeModel &source, QObject *parent)
    : QAbstractItemModel(parent)
    , m_source(source)
{
    connect(&source, &OrganisationTreeModel::aboutToUpdate, this, &OrganisationFilterProxy::beginResync);
    connect(&source, &OrganisationTreeModel::updated, this, [this] { endResync(Changed::Rows); });
    connect(&source, &OrganisationTreeModel::headerDataChanged, this, &OrganisationFilterProxy::headerDataChanged);
    beginResync();
    endResync(Changed::Rows);
}

OrganisationFilterProxy::~OrganisationFilterProxy() = default;

void OrganisationFilterProxy::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_query = FilterQuery::fromText(text);
    beginResync();
    endResync(Changed::Filter);
}

void OrganisationFilterProxy::setQuickFilter(QuickFilter filter)
{
    if (filter == m_quickFilter)
        return;
    m_quickFilter = filter;
    beginResync();
    endResync(Changed::Filter);
}

void OrganisationFilterProxy::clearFilter()
{
    m_text.clear();
    m_query = {};
    m_quickFilter = QuickFilter::All;
    beginResync();
    endResync(Changed::Filter);
}

void OrganisationFilterProxy::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    beginResync();
    endResync(Changed::Order);
}

void OrganisationFilterProxy::beginResync()
{
    Q_EMIT layoutAboutToBeChanged();
    m_persistentBefore = persistentIndexList();
}

void OrganisationFilterProxy::endResync(Changed changed)
{
    if (changed == Changed::Rows)
        m_states.resize(static_cast<size_t>(m_source.slotCount()));
    if (changed != Changed::Filter)
        ++m_order;
    if (changed == Changed::Order) {
        for (State &one : m_states)
            one.isArranged = false;
    } else {
        m_matchCount = 0;
        accept(*m_source.root(), m_query.isEmpty());
    }
    QModelIndexList after;
    after.reserve(m_persistentBefore.size());
    for (const QModelIndex &before : std::as_const(m_persistentBefore)) {
        const OrganisationNode &node = *nodeOf(before); // alive: the source keeps removed nodes until updated() is over
        after.append(node.slot < 0 ? QModelIndex() : indexOfNode(node, before.column()));
    }
    changePersistentIndexList(m_persistentBefore, after);
    m_persistentBefore.clear();
    Q_EMIT layoutChanged();
    Q_EMIT resynced();
}

void OrganisationFilterProxy::order(const OrganisationNode &node) const
{
    std::vector<Keyed> keyed;
    keyed.reserve(node.children.size());
    for (const auto &child : node.children)
        keyed.push_back(keyOf(child.get(), m_sortColumn));
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    std::stable_sort(keyed.begin(), keyed.end(), [ascending](const Keyed &a, const Keyed &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        const Keyed &low = ascending ? a : b;
        const Keyed &high = ascending ? b : a;
        return low.number != high.number ? low.number < high.number : low.text < high.text;
    });
    State &mine = state(node);
    mine.ordered.clear();
    mine.ordered.reserve(keyed.size());
    for (const Keyed &one : keyed)
        mine.ordered.push_back(one.node);
    mine.orderedIn = m_order;
}

const std::vector<OrganisationNode *> &OrganisationFilterProxy::shownOf(const OrganisationNode &node) const
{
    State &mine = state(node);
    if (mine.isArranged)
        return mine.shown;
    mine.isArranged = true;
    mine.shown.clear();
    mine.shown.reserve(static_cast<size_t>(mine.shownCount));
    const auto place = [&](OrganisationNode *child) {
        if (!state(*child).isShown)
            return;
        state(*child).row = static_cast<int>(mine.shown.size());
        mine.shown.push_back(child);
    };
    if (m_sortColumn < 0 || node.children.size() < 2) {
        for (const auto &child : node.children)
            place(child.get());
        return mine.shown;
    }
    if (mine.orderedIn != m_order)
        order(node);
    for (OrganisationNode *child : mine.ordered)
        place(child);
    return mine.shown;
}

int OrganisationFilterProxy::rowOf(const OrganisationNode &node) const
{
    (void)shownOf(*node.parent);
    return state(node).row;
}

bool OrganisationFilterProxy::matchesText(const OrganisationRow &row) const
{
    const qsizetype digits = row.thumbprint.isNull() ? 0 : 2 * domain::Thumbprint::byteCount;
    return m_query.matches(row.filterText, digits);
}

bool OrganisationFilterProxy::accept(const OrganisationNode &node, bool aboveMatches)
{
    State &mine = state(node);
    const OrganisationRow &row = node.row;
    const bool isRoot = node.parent == nullptr;
    // The organisation hangs above everything: its name must not make everything match.
    const bool mayMatch = !isRoot && row.kind != RowKind::Organisation;
    const bool matches = aboveMatches || (mayMatch && matchesText(row));
    bool isShown = matches && row.hasFilter(m_quickFilter);
    // Headings are shown for what is below them; under a quick filter an empty one says nothing.
    const bool isHeading = row.kind == RowKind::Organisation || row.kind == RowKind::Group;
    if (isHeading || (row.kind == RowKind::Server && !row.error && m_quickFilter != QuickFilter::All))
        isShown = false;
    if (isShown && !isRoot)
        ++m_matchCount;
    mine.isArranged = false;
    mine.shownCount = 0;
    for (const auto &child : node.children)
        mine.shownCount += accept(*child, matches) ? 1 : 0;
    // An organisation stays in sight even when nothing matches, so that the tree keeps its root.
    mine.isShown = isShown || mine.shownCount > 0 || row.kind == RowKind::Organisation;
    return mine.isShown;
}

const OrganisationRow &OrganisationFilterProxy::row(const QModelIndex &index)
{
    return nodeOf(index)->row;
}

QModelIndex OrganisationFilterProxy::indexOf(const domain::CertificateId &id) const
{
    return mapFromSource(m_source.indexOf(id));
}

QModelIndex OrganisationFilterProxy::indexOf(const domain::ServerId &id) const
{
    return mapFromSource(m_source.indexOf(id));
}

QModelIndex OrganisationFilterProxy::mapFromSource(const QModelIndex &sourceIndex) const
{
    return sourceIndex.isValid() ? indexOfNode(*nodeOf(sourceIndex), sourceIndex.column()) : QModelIndex();
}

QModelIndex OrganisationFilterProxy::indexOfNode(const OrganisationNode &node, int column) const
{
    for (const OrganisationNode *up = &node; up->parent != nullptr; up = up->parent) {
        if (!state(*up).isShown)
            return {};
    }
    return node.parent == nullptr ? QModelIndex() : createIndex(rowOf(node), column, &node);
}

QModelIndex OrganisationFilterProxy::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const OrganisationNode &node = parent.isValid() ? *nodeOf(parent) : *m_source.root();
    return createIndex(row, column, shownOf(node)[static_cast<size_t>(row)]);
}

QModelIndex OrganisationFilterProxy::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const OrganisationNode *up = nodeOf(child)->parent;
    return up == nullptr || up->parent == nullptr ? QModelIndex() : createIndex(rowOf(*up), 0, up);
}

int OrganisationFilterProxy::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const OrganisationNode &node = parent.isValid() ? *nodeOf(parent) : *m_source.root();
    return state(node).shownCount;
}

int OrganisationFilterProxy::columnCount(const QModelIndex &) const
{
    return OrganisationTreeModel::ColumnCount;
}

bool OrganisationFilterProxy::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QVariant OrganisationFilterProxy::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    return OrganisationTreeModel::cell(row(index), index.column(), role);
}

QVariant OrganisationFilterProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_source.headerData(section, orientation, role);
}

Qt::ItemFlags OrganisationFilterProxy::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return state(*nodeOf(index)).shownCount == 0 ? flags | Qt::ItemNeverHasChildren : flags;
}

} // namespace kakuin::models
