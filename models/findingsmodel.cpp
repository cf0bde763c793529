// SPDX-License-Identifier: MIT
#include "models/findingsmodel.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QLocale>

#include <algorithm>
#include <unordered_set>

namespace kakuin::models {
namespace {

constexpr size_t mostSteps = 200; ///< insertions, removals and moves that are announced one by one

struct RowHash final {
    size_t operator()(const FindingRow *row) const { return qHash(row->key); }
};
struct SameRow final { // most are the very same
    bool operator()(const FindingRow *a, const FindingRow *b) const { return a == b || a->key == b->key; }
};
struct GroupHash final {
    size_t operator()(const FindingsModel::Group *group) const { return qHashMulti(0, group->number, group->server); }
};
struct SameGroup final {
    bool operator()(const FindingsModel::Group *a, const FindingsModel::Group *b) const
    {
        return a->grouping == b->grouping && a->number == b->number && a->server == b->server;
    }
};

template <class Container>
auto pointersTo(const Container &container)
{
    std::vector<decltype(std::as_const(container).begin()->get())> pointers;
    pointers.reserve(static_cast<size_t>(container.size()));
    for (const auto &one : container)
        pointers.push_back(one.get());
    return pointers;
}

std::vector<MergeStep> rowStepsBetween(const QList<FindingRowPtr> &shown, const QList<FindingRowPtr> &wanted)
{
    return mergeSteps(pointersTo(shown), pointersTo(wanted), RowHash(), SameRow());
}

bool groupPrecedes(const FindingsModel::Group &a, const FindingsModel::Group &b)
{
    if (a.number != b.number)
        return a.number < b.number;
    // what concerns the organisation comes before its servers
    return a.server.isEmpty() != b.server.isEmpty() ? a.server.isEmpty() : a.server < b.server;
}

} // namespace

QString FindingsModel::Group::key() const
{
    return QStringLiteral("group/%1/%2/%3")
        .arg(static_cast<int>(grouping))
        .arg(number)
        .arg(server.name().toCaseFolded());
}

FindingsModel::FindingsModel(FindingWordSource words, QObject *parent)
    : QAbstractItemModel(parent)
    , m_words(std::move(words))
{
}

FindingsModel::~FindingsModel() = default;

void FindingsModel::setInventory(const domain::InventoryPtr &inventory, const QDateTime &nowUtc)
{
    m_inventory = inventory;
    m_evaluation.reset();
    m_nowUtc = nowUtc;
    build();
}

void FindingsModel::setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc)
{
    m_inventory = evaluation == nullptr ? nullptr : evaluation->inventory();
    m_evaluation = evaluation;
    m_nowUtc = nowUtc;
    if (evaluation != nullptr)
        m_thresholds = evaluation->policy();
    build();
}

void FindingsModel::setNow(const QDateTime &nowUtc)
{
    const QDateTime before = m_nowUtc;
    m_nowUtc = nowUtc;
    if (std::abs(m_lookedUtc.secsTo(nowUtc)) >= judgedAgainSeconds) {
        m_evaluation.reset();
        build();
        return;
    }
    const bool hasRunOut = std::any_of(m_mutes.begin(), m_mutes.end(),
        [&](const findings::Mute &mute) { return mute.isInForce(before) != mute.isInForce(nowUtc); });
    if (hasRunOut) {
        count();
        show();
    }
}

void FindingsModel::setThresholds(const advice::Policy &thresholds)
{
    if (!thresholds.isValid() || m_thresholds == thresholds)
        return;
    m_thresholds = thresholds;
    m_evaluation.reset();
    build();
}

void FindingsModel::setMutes(const findings::Mutes &mutes)
{
    if (m_mutes == mutes)
        return;
    m_mutes = mutes;
    count();
    show();
}

void FindingsModel::setGrouping(FindingGrouping grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    show();
}

void FindingsModel::setFilter(const QString &text)
{
    const QStringList filter = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (m_filter == filter)
        return;
    m_filter = filter;
    show();
}

void FindingsModel::setMutedShown(bool isShown)
{
    if (m_isMutedShown == isShown)
        return;
    m_isMutedShown = isShown;
    show();
}

void FindingsModel::retranslate()
{
    build();
}

void FindingsModel::build()
{
    // as in OrganisationTreeModel::rebuild(): what is being made is shown, too
    m_isStale = m_isBuilding && m_inventory != nullptr;
    if (m_isStale)
        return;
    m_building.drop();
    m_lookedUtc = m_evaluation == nullptr ? m_nowUtc : m_evaluation->judgedUtc();
    const auto rowsOf = [inventory = m_inventory, known = m_evaluation, limits = m_thresholds, nowUtc = m_nowUtc,
                            words = m_words](const QList<FindingRowPtr> &old) {
        return withOldRows(
            buildFindingRows(known == nullptr ? findings::Evaluation(inventory, limits, nowUtc) : *known, words), old);
    };
    m_isBuilding = m_inventory != nullptr && m_inventory->certificateCount() > findingsInPlaceLimit;
    if (!m_isBuilding) {
        m_rows = m_inventory == nullptr ? QList<FindingRowPtr>() : rowsOf(m_rows);
        count();
        show();
        return;
    }
    const auto look = [rowsOf, old = m_rows]() -> Result<QList<FindingRowPtr>> { return rowsOf(old); };
    m_building.request(QtConcurrent::run(look), this, [this](Result<QList<FindingRowPtr>> rows) {
        if (!rows) // the program ends: the pool took nothing more
            return;
        m_isBuilding = std::exchange(m_isStale, false);
        m_rows = std::move(*rows);
        count();
        show();
        if (m_isBuilding) {
            m_isBuilding = false;
            build();
        }
    });
}

std::optional<findings::Mute> FindingsModel::muteOf(const FindingRow &row) const
{
    const auto it = m_mutes.constFind(row.key);
    return it == m_mutes.constEnd() || !it->isInForce(m_nowUtc) ? std::nullopt : std::optional(*it);
}

bool FindingsModel::isShown(const FindingRow &row) const
{
    const bool isFound
        = std::all_of(m_filter.begin(), m_filter.end(), [&](const QString &word) { return row.folded.contains(word); });
    return isFound && (m_isMutedShown || m_mutes.isEmpty() || !muteOf(row));
}

QList<FindingRowPtr> FindingsModel::unmuted() const
{
    QList<FindingRowPtr> out = m_rows;
    if (!m_mutes.isEmpty())
        out.removeIf([this](const FindingRowPtr &row) { return muteOf(*row).has_value(); });
    return out;
}

void FindingsModel::count()
{
    m_counts = {};
    m_countsByServer.clear();
    for (const FindingRowPtr &row : std::as_const(m_rows)) {
        if (!m_mutes.isEmpty() && muteOf(*row)) {
            ++m_counts.muted;
            continue;
        }
        const findings::Severity severity = row->finding.severity;
        m_counts.critical += severity == findings::Severity::Critical ? 1 : 0;
        m_counts.warning += severity == findings::Severity::Warning ? 1 : 0;
        m_counts.information += severity == findings::Severity::Information ? 1 : 0;
        m_counts.notKnown += severity == findings::Severity::NotKnown ? 1 : 0;
        if (!row->server.isEmpty()
            && (severity == findings::Severity::Critical || severity == findings::Severity::Warning))
            ++m_countsByServer[row->server];
    }
}

int FindingsModel::numberOf(const findings::Finding &finding) const
{
    switch (m_grouping) {
    case FindingGrouping::Severity:
        return static_cast<int>(finding.severity);
    case FindingGrouping::Kind:
        return static_cast<int>(findings::kindOf(finding.code));
    case FindingGrouping::Server:
        break;
    }
    return 0;
}

FindingsModel::Groups FindingsModel::arranged() const
{
    Groups groups;
    QHash<int, Group *> byNumber;
    QHash<domain::ServerId, Group *> byServer;
    for (const FindingRowPtr &row : m_rows) {
        if (!isShown(*row))
            continue;
        const bool isByServer = m_grouping == FindingGrouping::Server;
        const int number = numberOf(row->finding);
        Group *&group = isByServer ? byServer[row->server] : byNumber[number];
        if (group == nullptr) {
            groups.push_back(std::make_unique<Group>());
            group = groups.back().get();
            group->grouping = m_grouping;
            group->number = number;
            group->server = isByServer ? row->server : domain::ServerId();
        }
        group->rows.append(row);
    }
    std::sort(groups.begin(), groups.end(),
        [](const std::unique_ptr<Group> &a, const std::unique_ptr<Group> &b) { return groupPrecedes(*a, *b); });
    return groups;
}

void FindingsModel::show()
{
    takeOver(arranged());
    Q_EMIT updated();
}

void FindingsModel::number()
{
    for (size_t i = 0; i < m_groups.size(); ++i)
        m_groups[i]->row = static_cast<int>(i);
}

void FindingsModel::takeOver(Groups groups)
{
    const bool isSameGrouping
        = m_groups.empty() || groups.empty() || m_groups.front()->grouping == groups.front()->grouping;
    using Shown = std::unordered_set<Group *, GroupHash, SameGroup>;
    Shown shown;
    for (const std::unique_ptr<Group> &group : m_groups)
        shown.insert(group.get());
    const std::vector<MergeStep> steps = mergeSteps(pointersTo(m_groups), pointersTo(groups), GroupHash(), SameGroup());
    std::vector<std::vector<MergeStep>> rowSteps(groups.size());
    size_t count = steps.size();
    for (size_t i = 0; i < groups.size() && count <= mostSteps; ++i) {
        const auto same = shown.find(groups[i].get());
        if (same != shown.end())
            rowSteps[i] = rowStepsBetween((*same)->rows, groups[i]->rows);
        count += rowSteps[i].size();
    }
    if (!isSameGrouping || count > mostSteps) {
        beginResetModel();
        m_groups = std::move(groups);
        number();
        endResetModel();
        return;
    }
    for (const MergeStep &step : steps)
        take(step, groups);
    for (size_t i = 0; i < m_groups.size(); ++i) {
        if (groups[i] != nullptr) // else it has just come, with its rows
            takeOverRows(*m_groups[i], groups[i]->rows, rowSteps[i]);
    }
}

void FindingsModel::take(const MergeStep &step, Groups &groups)
{
    const int at = static_cast<int>(step.at);
    const int last = at + static_cast<int>(step.count) - 1;
    const auto place = m_groups.begin() + at;
    switch (step.kind) {
    case MergeStep::Kind::Remove:
        beginRemoveRows({}, at, last);
        m_groups.erase(place, m_groups.begin() + last + 1);
        number();
        endRemoveRows();
        break;
    case MergeStep::Kind::Insert: {
        const auto first = groups.begin() + static_cast<std::ptrdiff_t>(step.from);
        beginInsertRows({}, at, last);
        m_groups.insert(place, std::make_move_iterator(first),
            std::make_move_iterator(first + static_cast<std::ptrdiff_t>(step.count)));
        number();
        endInsertRows();
        break;
    }
    case MergeStep::Kind::Move: {
        const int from = static_cast<int>(step.from);
        beginMoveRows({}, from, from, {}, at);
        std::rotate(place, m_groups.begin() + from, m_groups.begin() + from + 1);
        number();
        endMoveRows();
        break;
    }
    }
}

void FindingsModel::takeOverRows(Group &group, const QList<FindingRowPtr> &rows, const std::vector<MergeStep> &steps)
{
    const QModelIndex parent = createIndex(group.row, 0, nullptr);
    const qsizetype before = group.rows.size();
    for (const MergeStep &step : steps) {
        const int at = static_cast<int>(step.at);
        const int last = at + static_cast<int>(step.count) - 1;
        switch (step.kind) {
        case MergeStep::Kind::Remove:
            beginRemoveRows(parent, at, last);
            group.rows.remove(at, last - at + 1);
            endRemoveRows();
            break;
        case MergeStep::Kind::Insert:
            beginInsertRows(parent, at, last);
            for (int row = at; row <= last; ++row)
                group.rows.insert(row, rows.at(row));
            endInsertRows();
            break;
        case MergeStep::Kind::Move: // as urgent as others now
            beginMoveRows(parent, static_cast<int>(step.from), static_cast<int>(step.from), parent, at);
            group.rows.move(static_cast<qsizetype>(step.from), at);
            endMoveRows();
            break;
        }
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (group.rows.at(i) == rows.at(i))
            continue;
        group.rows[i] = rows.at(i);
        Q_EMIT dataChanged(index(i, 0, parent), index(i, ColumnCount - 1, parent));
    }
    if (before != group.rows.size())
        Q_EMIT dataChanged(parent, parent.siblingAtColumn(ColumnCount - 1));
}

const FindingsModel::Group *FindingsModel::groupOf(const QModelIndex &index) const
{
    return index.isValid() && index.internalPointer() == nullptr ? m_groups.at(static_cast<size_t>(index.row())).get()
                                                                 : nullptr;
}

FindingRowPtr FindingsModel::rowOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalPointer() == nullptr)
        return nullptr;
    return static_cast<const Group *>(index.internalPointer())->rows.value(index.row());
}

QModelIndex FindingsModel::indexOf(const QString &key) const
{
    for (const std::unique_ptr<Group> &group : m_groups) {
        if (group->key() == key)
            return createIndex(group->row, 0, nullptr);
        for (int i = 0; i < group->rows.size(); ++i) {
            if (group->rows.at(i)->key == key)
                return createIndex(i, 0, group.get());
        }
    }
    return {};
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, nullptr);
    return createIndex(row, column, m_groups.at(static_cast<size_t>(parent.row())).get());
}

QModelIndex FindingsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalPointer() == nullptr)
        return {};
    return createIndex(static_cast<const Group *>(child.internalPointer())->row, 0, nullptr);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.column() != 0)
        return 0;
    const Group *group = groupOf(parent);
    return group == nullptr ? 0 : static_cast<int>(group->rows.size());
}

int FindingsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString FindingsModel::nameOf(const Group &group) const
{
    switch (group.grouping) {
    case FindingGrouping::Severity:
        return m_words.severity(static_cast<findings::Severity>(group.number));
    case FindingGrouping::Kind:
        return m_words.kind(static_cast<findings::Kind>(group.number));
    case FindingGrouping::Server:
        break;
    }
    return m_words.subject(
        group.server.isEmpty() ? findings::Subject::organisation() : findings::Subject::of(group.server), nullptr);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    const bool isTitle = index.column() == TitleColumn;
    if (const Group *group = groupOf(index)) {
        if (!isTitle || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
            return {};
        return QStringLiteral("%1  (%2)").arg(nameOf(*group), QLocale().toString(group->rows.size()));
    }
    const FindingRowPtr row = rowOf(index);
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return isTitle ? row->title : row->subject;
    case Qt::ToolTipRole:
        return QString(row->title + u'\n' + row->subject);
    case Qt::AccessibleTextRole:
        return isTitle ? QString(m_words.severity(row->finding.severity) + QStringLiteral(": ") + row->title)
                       : row->subject;
    default:
        return {};
    }
}

} // namespace kakuin::models
