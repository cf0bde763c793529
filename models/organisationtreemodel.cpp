// SPDX-License-Identifier: MIT
#include "models/organisationtreemodel.h"

#include "core/base/untrustedtext.h"
#include "models/findingrow.h"
#include "models/keyedmerge.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QThreadPool>

#include <algorithm>

namespace kakuin::models {
namespace {

using RowKind = OrganisationRow::Kind;

// Above this many certificates rows are made on the thread pool.
constexpr int comparedInPlace = 3'000;

struct SameThing final {
    bool operator()(const OrganisationRow *a, const OrganisationRow *b) const { return a->isSameThing(*b); }
};
struct IdentityHash final {
    size_t operator()(const OrganisationRow *row) const { return row->identityHash(); }
};
using Keys = std::vector<const OrganisationRow *>;

Keys keysOf(const OrganisationNode &parent)
{
    Keys keys;
    keys.reserve(parent.children.size());
    for (const auto &child : parent.children)
        keys.push_back(&child->row);
    return keys;
}

void renumber(OrganisationNode &parent, size_t from)
{
    for (size_t i = from; i < parent.children.size(); ++i)
        parent.children[i]->position = static_cast<int>(i);
}

bool isOutdated(const findings::Evaluation &evaluation, const QDateTime &nowUtc)
{
    return std::abs(evaluation.judgedUtc().secsTo(nowUtc)) >= judgedAgainSeconds;
}

// The one before where it still holds: another grouping or another mute finds nothing new
findings::EvaluationPtr evaluate(const findings::EvaluationPtr &before, const domain::InventoryPtr &inventory,
    const advice::Policy &policy, const QDateTime &nowUtc, const findings::Mutes &mutes)
{
    if (inventory == nullptr)
        return nullptr;
    const bool isSame = before != nullptr && before->inventory() == inventory && before->policy() == policy
        && !isOutdated(*before, nowUtc);
    return isSame ? std::make_shared<const findings::Evaluation>(*before, mutes, nowUtc)
                  : std::make_shared<const findings::Evaluation>(inventory, policy, nowUtc, mutes);
}

constexpr qsizetype longestCell = 1'000;

QString keyText(const domain::KeyFacts &key)
{
    const QString name = singleLine(key.algorithmName, longestCell);
    return key.bits > 0 ? u"%1 %2"_qs.arg(name).arg(key.bits) : name;
}

QString certificateText(const domain::Certificate &certificate, int column)
{
    switch (column) {
    case OrganisationTreeModel::ServicesColumn:
        return certificate.services ? domain::displayText(*certificate.services) : QString();
    case OrganisationTreeModel::FriendlyNameColumn:
        return singleLine(certificate.friendlyName, longestCell);
    case OrganisationTreeModel::SubjectColumn:
        return singleLine(certificate.facts.subject, longestCell);
    case OrganisationTreeModel::IssuerColumn:
        return singleLine(certificate.facts.issuer, longestCell);
    case OrganisationTreeModel::ThumbprintColumn:
        return certificate.facts.thumbprint.toString();
    case OrganisationTreeModel::KeyColumn:
        return keyText(certificate.facts.key);
    case OrganisationTreeModel::SignatureColumn:
        return singleLine(certificate.facts.signatureAlgorithm, longestCell);
    default:
        return {};
    }
}

QString cellText(const OrganisationRow &row, int column)
{
    if (column == OrganisationTreeModel::NameColumn)
        return row.name;
    if (row.kind == RowKind::Server && row.entry != nullptr && column == OrganisationTreeModel::VersionColumn)
        return row.entry->server.version.displayText();
    if (row.kind == RowKind::Certificate && row.certificate != nullptr)
        return certificateText(*row.certificate, column);
    if (row.kind == RowKind::AuthSlot && column == OrganisationTreeModel::ThumbprintColumn)
        return row.thumbprint.toString();
    return {};
}

QVariant cellSortValue(const OrganisationRow &row, int column)
{
    switch (column) {
    case OrganisationTreeModel::NameColumn:
        return row.sortName;
    case OrganisationTreeModel::ExpiresColumn:
    case OrganisationTreeModel::ExpiryDateColumn: // what has no date sorts behind all that has one
        return row.notAfterUtc.isValid() ? row.notAfterUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    case OrganisationTreeModel::RolesColumn: {
        qint64 rank = 0; // more, and weightier, roles first
        for (const Badge &badge : row.badges)
            rank |= qint64(1) << (32 - static_cast<int>(badge.kind));
        return -rank;
    }
    case OrganisationTreeModel::VersionColumn:
        return row.entry == nullptr ? QString() : naturalSortText(row.entry->server.version.number.toString());
    default:
        return naturalSortText(cellText(row, column));
    }
}

QVariant cellIdentity(const OrganisationRow &row)
{
    switch (row.kind) {
    case RowKind::Certificate:
        return QVariant::fromValue(domain::CertificateId{row.server, row.thumbprint});
    case RowKind::AuthSlot:
        return row.certificate == nullptr ? QVariant() : QVariant::fromValue(row.certificate->id());
    case RowKind::Server:
        return QVariant::fromValue(row.server);
    case RowKind::Organisation:
    case RowKind::AuthConfiguration:
    case RowKind::Group:
    case RowKind::UnreadableCertificate:
    case RowKind::Problem:
        break;
    }
    return {};
}

} // namespace

OrganisationTreeModel::OrganisationTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<OrganisationNode>())
{
    adopt(*m_root);
}

OrganisationTreeModel::~OrganisationTreeModel() = default;

void OrganisationTreeModel::setInventory(const domain::InventoryPtr &inventory, const QDateTime &nowUtc)
{
    m_wanted = inventory;
    m_nowUtc = nowUtc;
    rebuild();
}

void OrganisationTreeModel::setGroupBy(GroupBy groupBy)
{
    if (groupBy == m_groupBy)
        return;
    m_groupBy = groupBy;
    rebuild();
}

void OrganisationTreeModel::rebuild()
{
    // Rows that are being made are shown even when newer ones are wanted meanwhile: else an inventory that grows quickly
    // would not be seen before it is complete. Those of another organisation are dropped.
    m_isStale = m_isBuilding && m_wanted != nullptr;
    if (m_isStale)
        return;
    m_isBuilding = false;
    m_building.drop();
    if (m_wanted == nullptr || m_wanted->certificateCount() <= comparedInPlace) {
        takeOver(
            buildOrganisationTree(evaluate(m_evaluation, m_wanted, m_policy, m_nowUtc, m_mutes), m_groupBy, m_nowUtc));
        return;
    }
    // A QFuture copies what it hands on, and a tree cannot be copied: it travels behind a shared pointer.
    using Shared = std::shared_ptr<OrganisationTree>;
    const QFuture<Result<Shared>> future
        = QtConcurrent::run([inventory = m_wanted, groupBy = m_groupBy, nowUtc = m_nowUtc, policy = m_policy,
                                mutes = m_mutes, before = m_evaluation, older = m_inventory]() -> Result<Shared> {
              return std::make_shared<OrganisationTree>(
                  buildOrganisationTree(evaluate(before, inventory, policy, nowUtc, mutes), groupBy, nowUtc, older));
          });
    m_isBuilding = true;
    m_building.request(future, this, [this](const Result<Shared> &tree) {
        m_isBuilding = false;
        if (tree)
            takeOver(std::move(**tree));
        if (std::exchange(m_isStale, false))
            rebuild();
    });
}

void OrganisationTreeModel::takeOver(OrganisationTree tree)
{
    Q_EMIT aboutToUpdate();
    // rows compare with it until the end
    std::swap(m_evaluation, tree.evaluation); // the one before goes with the tree
    domain::InventoryPtr before
        = std::exchange(m_inventory, m_evaluation == nullptr ? nullptr : m_evaluation->inventory());
    m_changed.clear();
    merge(*m_root, *tree.root);
    m_counts = tree.counts;
    if (tree.nowUtc != m_nowUtc) { // the clock has moved while rows were made
        m_counts = applyClock(*m_root, m_nowUtc, m_policy, [this](OrganisationNode &node) {
            if (node.parent != nullptr)
                m_changed.push_back(&node);
        });
    }
    announceChanges(std::exchange(m_changed, {}));
    Q_EMIT updated();
    discard(std::move(tree), std::move(before));
}

void OrganisationTreeModel::discard(OrganisationTree tree, domain::InventoryPtr before)
{
    struct Leftovers {
        std::vector<std::unique_ptr<OrganisationNode>> gone;
        OrganisationTree tree;
        domain::InventoryPtr before;
    };
    const bool isLarge = before != nullptr && before->certificateCount() > comparedInPlace;
    auto leftovers
        = std::make_shared<Leftovers>(Leftovers{std::exchange(m_gone, {}), std::move(tree), std::move(before)});
    // Freeing hundreds of thousands of texts takes longer than a window may stand still
    if (isLarge)
        QThreadPool::globalInstance()->start([leftovers = std::move(leftovers)]() mutable { leftovers.reset(); });
}

void OrganisationTreeModel::merge(OrganisationNode &mine, OrganisationNode &theirs)
{
    const std::vector<MergeStep> steps = mergeSteps(keysOf(mine), keysOf(theirs), IdentityHash(), SameThing());
    for (const MergeStep &step : steps) {
        switch (step.kind) {
        case MergeStep::Kind::Remove:
            removeRows(mine, step.at, step.count);
            break;
        case MergeStep::Kind::Insert:
            takeRows(mine, theirs, step.at, step.count);
            break;
        case MergeStep::Kind::Move:
            moveRow(mine, step.from, step.at);
            break;
        }
    }
    for (size_t i = 0; i < theirs.children.size(); ++i) {
        if (theirs.children[i] != nullptr) // else it has just come, with all that hangs from it
            follow(*mine.children[i], *theirs.children[i]);
    }
}

void OrganisationTreeModel::follow(OrganisationNode &kept, OrganisationNode &newer)
{
    if (!kept.row.looksLike(newer.row))
        m_changed.push_back(&kept);
    merge(kept, newer);
    std::swap(kept.row, newer.row); // what is discarded is discarded together
}

void OrganisationTreeModel::removeRows(OrganisationNode &parent, size_t at, size_t count)
{
    beginRemoveRows(indexOfNode(parent), static_cast<int>(at), static_cast<int>(at + count) - 1);
    const auto first = parent.children.begin() + static_cast<std::ptrdiff_t>(at);
    const auto last = first + static_cast<std::ptrdiff_t>(count);
    for (auto child = first; child != last; ++child)
        bury(std::move(*child));
    parent.children.erase(first, last);
    renumber(parent, at);
    endRemoveRows();
}

void OrganisationTreeModel::takeRows(OrganisationNode &parent, OrganisationNode &theirs, size_t at, size_t count)
{
    beginInsertRows(indexOfNode(parent), static_cast<int>(at), static_cast<int>(at + count) - 1);
    const auto first = theirs.children.begin() + static_cast<std::ptrdiff_t>(at);
    const auto last = first + static_cast<std::ptrdiff_t>(count);
    for (auto child = first; child != last; ++child) {
        (*child)->parent = &parent;
        adopt(**child);
    }
    parent.children.insert(parent.children.begin() + static_cast<std::ptrdiff_t>(at), std::make_move_iterator(first),
        std::make_move_iterator(last));
    renumber(parent, at);
    endInsertRows();
}

void OrganisationTreeModel::moveRow(OrganisationNode &parent, size_t from, size_t to)
{
    // Rows before `to` are in place already, so a row only ever moves up.
    const QModelIndex parentIndex = indexOfNode(parent);
    const int source = static_cast<int>(from);
    const bool allowed = beginMoveRows(parentIndex, source, source, parentIndex, static_cast<int>(to));
    Q_ASSERT(allowed);
    const auto first = parent.children.begin();
    std::rotate(first + static_cast<std::ptrdiff_t>(to), first + static_cast<std::ptrdiff_t>(from),
        first + static_cast<std::ptrdiff_t>(from) + 1);
    renumber(parent, to);
    if (allowed)
        endMoveRows();
}

void OrganisationTreeModel::announceChanges(const std::vector<OrganisationNode *> &changed)
{
    for (size_t i = 0; i < changed.size();) {
        size_t end = i + 1;
        while (end < changed.size() && changed[end]->parent == changed[i]->parent
            && changed[end]->position == changed[end - 1]->position + 1)
            ++end;
        Q_EMIT dataChanged(indexOfNode(*changed[i]), indexOfNode(*changed[end - 1], ColumnCount - 1));
        i = end;
    }
}

void OrganisationTreeModel::setPolicy(const advice::Policy &policy)
{
    m_policy = policy;
    rebuild();
}

void OrganisationTreeModel::setMutes(const findings::Mutes &mutes)
{
    if (std::exchange(m_mutes, mutes) != mutes)
        rebuild();
}

void OrganisationTreeModel::setNow(const QDateTime &nowUtc)
{
    const QDateTime before = std::exchange(m_nowUtc, nowUtc);
    const bool hasRunOut = std::any_of(m_mutes.begin(), m_mutes.end(),
        [&](const findings::Mute &mute) { return mute.isInForce(before) != mute.isInForce(nowUtc); });
    if (hasRunOut || (m_evaluation != nullptr && isOutdated(*m_evaluation, nowUtc))) {
        rebuild();
        return;
    }
    std::vector<OrganisationNode *> changed;
    const QuickFilterCounts counts = applyClock(*m_root, nowUtc, m_policy, [&](OrganisationNode &node) {
        if (node.parent != nullptr)
            changed.push_back(&node);
    });
    if (changed.empty())
        return;
    Q_EMIT aboutToUpdate();
    m_counts = counts;
    announceChanges(changed);
    Q_EMIT updated();
}

void OrganisationTreeModel::adopt(OrganisationNode &node)
{
    if (m_freeSlots.empty()) {
        node.slot = m_slotCount++;
    } else {
        node.slot = m_freeSlots.back();
        m_freeSlots.pop_back();
    }
    if (node.row.kind == OrganisationRow::Kind::Server)
        m_servers.insert(node.row.server, &node);
    for (const auto &child : node.children)
        adopt(*child);
}

void OrganisationTreeModel::bury(std::unique_ptr<OrganisationNode> node)
{
    const std::function<void(OrganisationNode &)> release = [&](OrganisationNode &gone) {
        m_freeSlots.push_back(gone.slot);
        gone.slot = -1;
        // Regrouping inserts a server below its new group before or after it leaves the old one.
        if (gone.row.kind == OrganisationRow::Kind::Server && m_servers.value(gone.row.server) == &gone)
            m_servers.remove(gone.row.server);
        for (const auto &child : gone.children)
            release(*child);
    };
    release(*node);
    m_gone.push_back(std::move(node));
}

const OrganisationRow &OrganisationTreeModel::row(const QModelIndex &index)
{
    return nodeOf(index)->row;
}

QModelIndex OrganisationTreeModel::indexOf(const domain::ServerId &id) const
{
    const OrganisationNode *node = m_servers.value(id);
    return node == nullptr ? QModelIndex() : indexOfNode(*node);
}

QModelIndex OrganisationTreeModel::indexOf(const domain::CertificateId &id) const
{
    const OrganisationNode *server = m_servers.value(id.server);
    if (server == nullptr)
        return {};
    for (const auto &child : server->children) {
        if (child->row.kind == OrganisationRow::Kind::Certificate && child->row.thumbprint == id.thumbprint)
            return indexOfNode(*child);
    }
    return {};
}

QModelIndex OrganisationTreeModel::indexOfNode(const OrganisationNode &node, int column) const
{
    if (node.parent == nullptr)
        return {};
    return createIndex(node.position, column, &node);
}

QModelIndex OrganisationTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const OrganisationNode *node = parent.isValid() ? nodeOf(parent) : m_root.get();
    return createIndex(row, column, node->children[static_cast<size_t>(row)].get());
}

QModelIndex OrganisationTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfNode(*nodeOf(child)->parent) : QModelIndex();
}

int OrganisationTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const OrganisationNode *node = parent.isValid() ? nodeOf(parent) : m_root.get();
    return static_cast<int>(node->children.size());
}

int OrganisationTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant OrganisationTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return cell(nodeOf(index)->row, index.column(), role);
}

Qt::ItemFlags OrganisationTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (nodeOf(index)->children.empty())
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QVariant OrganisationTreeModel::cell(const OrganisationRow &row, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case SortRole:
        return cellSortValue(row, column);
    case IdRole:
        return cellIdentity(row);
    case BadgesRole:
        return column == RolesColumn ? QVariant::fromValue(row.badges) : QVariant();
    default:
        return {};
    }
}

QVariant OrganisationTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        //: column: what a certificate or server is called
        return tr("Name");
    case ExpiresColumn:
        //: column: remaining life ("in 12 days")
        return tr("Expires");
    case ServicesColumn:
        //: column: Exchange services (IMAP, SMTP …)
        return tr("Services");
    case RolesColumn:
        //: column: what a certificate is used for
        return tr("Roles");
    case ExpiryDateColumn:
        //: column: the exact date
        return tr("Expiry date");
    case FriendlyNameColumn:
        //: column
        return tr("Friendly name");
    case SubjectColumn:
        //: column: subject of a certificate
        return tr("Subject");
    case IssuerColumn:
        //: column: issuer of a certificate
        return tr("Issuer");
    case ThumbprintColumn:
        //: column
        return tr("Thumbprint");
    case KeyColumn:
        //: column: algorithm and size of the key ("RSA 2048")
        return tr("Key");
    case SignatureColumn:
        //: column
        return tr("Signature algorithm");
    case VersionColumn:
        //: column: Exchange version of a server
        return tr("Server version");
    default:
        return {};
    }
}

void OrganisationTreeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace kakuin::models
