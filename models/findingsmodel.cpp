// SPDX-License-Identifier: MIT
#include "models/findingsmodel.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QLocale>

#include <algorithm>

namespace kakuin::models {
namespace {

constexpr int mostSteps = 200; ///< insertions and removals that are announced one by one

/// One step from an old list to a new one; both are in the same strict order.
struct ListStep final {
    bool inserts = false;
    int at = 0; ///< in the list as it is when the step is taken
    int from = 0; ///< inserts: place in the new list
    int count = 0;
};

template <class Precedes, class Container>
QList<ListStep> stepsBetween(const Container &old, const Container &wanted, Precedes precedes)
{
    QList<ListStep> steps;
    const auto oldSize = old.size();
    const auto newSize = wanted.size();
    decltype(old.size()) o = 0;
    decltype(old.size()) n = 0;
    int at = 0;
    while (o < oldSize || n < newSize) {
        const bool goes = o < oldSize && (n >= newSize || precedes(old[o], wanted[n]));
        const bool comes = !goes && n < newSize && (o >= oldSize || precedes(wanted[n], old[o]));
        if (!goes && !comes) {
            ++o;
            ++n;
            ++at;
            continue;
        }
        if (steps.isEmpty() || steps.last().inserts != comes
            || (comes ? steps.last().at + steps.last().count != at : steps.last().at != at))
            steps.append({comes, at, static_cast<int>(n), 0});
        ++steps.last().count;
        if (comes) {
            ++n;
            ++at;
        } else {
            ++o;
        }
    }
    return steps;
}

bool rowPrecedes(const FindingRowPtr &a, const FindingRowPtr &b)
{
    return a != b && precedes(*a, *b); // most are the very same
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
    m_nowUtc = nowUtc;
    build();
}

void FindingsModel::setNow(const QDateTime &nowUtc)
{
    const QDateTime before = m_nowUtc;
    m_nowUtc = nowUtc;
    if (std::abs(m_lookedUtc.secsTo(nowUtc)) >= judgedAgainSeconds) {
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
    m_building.drop();
    m_lookedUtc = m_nowUtc;
    m_isBuilding = m_inventory != nullptr && m_inventory->certificateCount() > findingsInPlaceLimit;
    if (!m_isBuilding) {
        const QList<FindingRowPtr> rows = m_inventory == nullptr
            ? QList<FindingRowPtr>()
            : buildFindingRows(*m_inventory, m_thresholds, m_nowUtc, m_words);
        m_rows = withOldRows(rows, m_rows);
        count();
        show();
        return;
    }
    const auto look = [inventory = m_inventory, limits = m_thresholds, nowUtc = m_nowUtc, words = m_words,
                          old = m_rows]() -> Result<QList<FindingRowPtr>> {
        return withOldRows(buildFindingRows(*inventory, limits, nowUtc, words), old);
    };
    m_building.request(QtConcurrent::run(look), this, [this](Result<QList<FindingRowPtr>> rows) {
        if (!rows) // the program ends: the pool took nothing more
            return;
        m_isBuilding = false;
        m_rows = std::move(*rows);
        count();
        show();
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
    const auto before
        = [](const std::unique_ptr<Group> &a, const std::unique_ptr<Group> &b) { return groupPrecedes(*a, *b); };
    const bool isSameGrouping
        = m_groups.empty() || groups.empty() || m_groups.front()->grouping == groups.front()->grouping;
    const QList<ListStep> steps = stepsBetween(m_groups, groups, before);
    qsizetype rowSteps = steps.size();
    for (const auto &group : groups) {
        const auto same = std::lower_bound(m_groups.begin(), m_groups.end(), group, before); // both are sorted
        if (same != m_groups.end() && !before(group, *same) && rowSteps <= mostSteps)
            rowSteps += stepsBetween((*same)->rows, group->rows, rowPrecedes).size();
    }
    if (!isSameGrouping || rowSteps > mostSteps) {
        beginResetModel();
        m_groups = std::move(groups);
        number();
        endResetModel();
        return;
    }
    for (const ListStep &step : steps) {
        const auto at = m_groups.begin() + step.at;
        if (step.inserts) {
            beginInsertRows({}, step.at, step.at + step.count - 1);
            m_groups.insert(at, std::make_move_iterator(groups.begin() + step.from),
                std::make_move_iterator(groups.begin() + step.from + step.count));
            number();
            endInsertRows();
        } else {
            beginRemoveRows({}, step.at, step.at + step.count - 1);
            m_groups.erase(at, at + step.count);
            number();
            endRemoveRows();
        }
    }
    for (size_t i = 0; i < m_groups.size(); ++i) {
        if (groups[i] != nullptr) // else it has just come, with its rows
            takeOverRows(*m_groups[i], groups[i]->rows);
    }
}

void FindingsModel::takeOverRows(Group &group, const QList<FindingRowPtr> &rows)
{
    const QModelIndex parent = createIndex(group.row, 0, nullptr);
    const qsizetype before = group.rows.size();
    for (const ListStep &step : stepsBetween(group.rows, rows, rowPrecedes)) {
        if (step.inserts) {
            beginInsertRows(parent, step.at, step.at + step.count - 1);
            for (int i = 0; i < step.count; ++i)
                group.rows.insert(step.at + i, rows.at(step.from + i));
            endInsertRows();
        } else {
            beginRemoveRows(parent, step.at, step.at + step.count - 1);
            group.rows.remove(step.at, step.count);
            endRemoveRows();
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
