// SPDX-License-Identifier: MIT
#include "models/fieldlistmodel.h"

#include "core/base/untrustedtext.h"
#include "models/roles.h"

#include <algorithm>

namespace kakuin::models {
namespace {

// The internal id of a group's index; a field's is its group's row plus one.
constexpr quintptr groupId = 0;

} // namespace

FieldListModel::FieldListModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

bool FieldListModel::hasSameIds(const QList<FieldGroup> &groups) const
{
    return std::equal(
        groups.begin(), groups.end(), m_groups.begin(), m_groups.end(), [](const FieldGroup &a, const FieldGroup &b) {
            return a.id == b.id
                && std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                    [](const FieldRow &x, const FieldRow &y) { return x.id == y.id; });
        });
}

void FieldListModel::setGroups(const QList<FieldGroup> &groups)
{
    if (groups == m_groups)
        return;
    if (!hasSameIds(groups)) {
        beginResetModel();
        m_groups = groups;
        endResetModel();
        return;
    }
    m_groups = groups;
    if (m_groups.isEmpty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_groups.size()) - 1, ColumnCount - 1));
    for (int group = 0; group < m_groups.size(); ++group) {
        const QModelIndex at = index(group, 0);
        if (rowCount(at) > 0)
            Q_EMIT dataChanged(index(0, 0, at), index(rowCount(at) - 1, ColumnCount - 1, at));
    }
}

QModelIndex FieldListModel::indexOf(const QString &id) const
{
    for (int group = 0; group < m_groups.size(); ++group) {
        const QList<FieldRow> &rows = m_groups.at(group).rows;
        for (int row = 0; row < rows.size(); ++row) {
            if (rows.at(row).id == id)
                return index(row, 0, index(group, 0));
        }
    }
    return {};
}

QString FieldListModel::toText() const
{
    QString text;
    for (const FieldGroup &group : m_groups) {
        if (!text.isEmpty())
            text.append(u'\n');
        text.append(group.title + u'\n');
        for (const FieldRow &row : group.rows) {
            QString value = row.value;
            if (value.contains(u'\n'))
                value = u'\n' + value;
            value.replace(u'\n', QStringLiteral("\n    "));
            text.append(QStringLiteral("  %1: ").arg(row.name) + value + u'\n');
        }
    }
    return text;
}

void FieldListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QModelIndex FieldListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupId);
}

QModelIndex FieldListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, groupId);
}

int FieldListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != groupId || parent.column() != 0 || parent.row() >= m_groups.size())
        return 0;
    return static_cast<int>(m_groups.at(parent.row()).rows.size());
}

int FieldListModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FieldListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == groupId) {
        const FieldGroup &group = m_groups.at(index.row());
        if (role == Qt::DisplayRole && index.column() == NameColumn)
            return group.title;
        if (role == IdRole)
            return group.id;
        return role == IsGroupRole ? QVariant(true) : QVariant();
    }
    const FieldRow &row = m_groups.at(static_cast<qsizetype>(index.internalId()) - 1).rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? row.name : firstLine(row.value, maxShown);
    case ValueRole:
        return row.value;
    case IdRole:
        return row.id;
    case IsGroupRole:
        return false;
    case FilterTextRole:
        return QString(row.name + u'\n' + row.value).toCaseFolded();
    default:
        return {};
    }
}

QVariant FieldListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Field", "header of a column");
    case ValueColumn:
        return tr("Value", "header of a column");
    default:
        return {};
    }
}

} // namespace kakuin::models
