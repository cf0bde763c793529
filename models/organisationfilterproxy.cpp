// SPDX-License-Identifier: MIT
#include "models/organisationfilterproxy.h"

#include <algorithm>

namespace kakuin::models {
namespace {

using Kind = OrganisationRow::Kind;

OrganisationNode *nodeOf(const QModelIndex &index)
{
    return static_cast<OrganisationNode *>(index.internalPointer());
}

// The Auth configuration stays first and problems stay last, however the servers between them are sorted.
int rankOf(const OrganisationRow &row)
{
    if (row.kind == Kind::AuthConfiguration)
        return 0;
    return row.kind == Kind::Problem || row.kind == Kind::UnreadableCertificate ? 2 : 1;
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
    connect(&source, &OrganisationTreeModel::updated, this, [this] { endResync(true); });
    connect(&source, &OrganisationTreeModel::headerDataChanged, this, &OrganisationFilterProxy::headerDataChanged);
    beginResync();
    endResync(true);
}

OrganisationFilterProxy::~OrganisationFilterProxy() = default;

void OrganisationFilterProxy::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_query = FilterQuery::fromText(text);
    beginResync();
    endResync(false);
}

void OrganisationFilterProxy::setQuickFilter(QuickFilter filter)
{
    if (filter == m_quickFilter)
        return;
    m_quickFilter = filter;
    beginResync();
    endResync(false);
}

void OrganisationFilterProxy::clearFilter()
{
    m_text.clear();
    m_query = {};
    m_quickFilter = QuickFilter::All;
    beginResync();
    endResync(false);
}

void OrganisationFilterProxy::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    beginResync();
    endResync(true);
}

void OrganisationFilterProxy::beginResync()
{
    Q_EMIT layoutAboutToBeChanged();
    m_persistentBefore = persistentIndexList();
}

void OrganisationFilterProxy::endResync(bool reorder)
{
    if (reorder) {
        m_states.resize(static_cast<size_t>(m_source.slotCount()));
        order(*m_source.root());
    }
    m_matchCount = 0;
    accept(*m_source.root(), m_query.isEmpty());
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

void OrganisationFilterProxy::order(OrganisationNode &node)
{
    std::vector<OrganisationNode *> &ordered = state(node).ordered;
    ordered.clear();
    ordered.reserve(node.children.size());
    if (m_sortColumn < 0 || node.children.size() < 2) {
        for (const auto &child : node.children)
            ordered.push_back(child.get());
    } else {
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
        for (const Keyed &one : keyed)
            ordered.push_back(one.node);
    }
    for (const auto &child : node.children)
        order(*child);
}

bool OrganisationFilterProxy::accept(OrganisationNode &node, bool aboveMatches)
{
    State &mine = state(node);
    const OrganisationRow &row = node.row;
    const bool isRoot = node.parent == nullptr;
    const qsizetype digits = row.thumbprint.isNull() ? 0 : 2 * domain::Thumbprint::byteCount;
    // The organisation hangs above everything: its name must not make everything match.
    const bool mayMatch = !isRoot && row.kind != Kind::Organisation;
    const bool matches = aboveMatches || (mayMatch && m_query.matches(row.filterText, digits));
    bool isShown = matches && row.hasFilter(m_quickFilter);
    // Headings are shown for what is below them; under a quick filter an empty one says nothing.
    const bool isHeading = row.kind == Kind::Organisation || row.kind == Kind::Group;
    if (isHeading || (row.kind == Kind::Server && !row.error && m_quickFilter != QuickFilter::All))
        isShown = false;
    if (isShown && !isRoot)
        ++m_matchCount;
    mine.shown.clear();
    for (OrganisationNode *child : mine.ordered) {
        if (accept(*child, matches)) {
            state(*child).row = static_cast<int>(mine.shown.size());
            mine.shown.push_back(child);
        } else {
            state(*child).row = -1;
        }
    }
    // An organisation stays in sight even when nothing matches, so that the tree keeps its root.
    return isShown || !mine.shown.empty() || row.kind == Kind::Organisation;
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
        if (state(*up).row < 0)
            return {};
    }
    return node.parent == nullptr ? QModelIndex() : createIndex(state(node).row, column, &node);
}

QModelIndex OrganisationFilterProxy::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const OrganisationNode &node = parent.isValid() ? *nodeOf(parent) : *m_source.root();
    return createIndex(row, column, state(node).shown[static_cast<size_t>(row)]);
}

QModelIndex OrganisationFilterProxy::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const OrganisationNode *up = nodeOf(child)->parent;
    return up == nullptr || up->parent == nullptr ? QModelIndex() : createIndex(state(*up).row, 0, up);
}

int OrganisationFilterProxy::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const OrganisationNode &node = parent.isValid() ? *nodeOf(parent) : *m_source.root();
    return static_cast<int>(state(node).shown.size());
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
    return state(*nodeOf(index)).shown.empty() ? flags | Qt::ItemNeverHasChildren : flags;
}

} // namespace kakuin::models
