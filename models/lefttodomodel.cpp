// SPDX-License-Identifier: MIT
#include "models/lefttodomodel.h"

#include <algorithm>

namespace kakuin::models {

LeftToDoModel::LeftToDoModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void LeftToDoModel::setLeft(const plan::LeftToDo &left, bool mayTick)
{
    QList<Group> groups;
    for (const plan::LeftItem &item : left.items) {
        if (groups.isEmpty() || !(groups.last().server == item.server))
            groups.append({item.server, {}});
        groups.last().items.append(item);
    }
    const bool isSame = std::equal(
        groups.begin(), groups.end(), m_groups.begin(), m_groups.end(), [](const Group &a, const Group &b) {
            return a.server == b.server
                && std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    [](const plan::LeftItem &x, const plan::LeftItem &y) { return x.isSameAs(y); });
        });
    if (!isSame)
        beginResetModel();
    m_groups = groups;
    m_mayTick = mayTick;
    if (!isSame) {
        endResetModel();
        return;
    }
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex group = index(i, 0);
        Q_EMIT dataChanged(group, index(i, ColumnCount - 1));
        Q_EMIT dataChanged(index(0, 0, group), index(rowCount(group) - 1, ColumnCount - 1, group));
    }
}

// An item's index knows its group, a group's index has 0
qsizetype LeftToDoModel::groupOf(const QModelIndex &index)
{
    return index.internalId() == 0 ? index.row() : static_cast<qsizetype>(index.internalId()) - 1;
}

const plan::LeftItem *LeftToDoModel::item(const QModelIndex &index) const
{
    const bool isItem = index.isValid() && index.internalId() != 0;
    return isItem ? &m_groups.at(groupOf(index)).items.at(index.row()) : nullptr;
}

domain::ServerId LeftToDoModel::server(const QModelIndex &index) const
{
    return index.isValid() ? m_groups.at(groupOf(index)).server : domain::ServerId();
}

QList<plan::LeftItem> LeftToDoModel::itemsIn(const QModelIndex &group) const
{
    return group.isValid() && item(group) == nullptr ? m_groups.at(groupOf(group)).items : QList<plan::LeftItem>();
}

QModelIndex LeftToDoModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex LeftToDoModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(groupOf(child)), 0, quintptr{0});
}

int LeftToDoModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    const bool isGroup = parent.internalId() == 0 && parent.column() == 0;
    return isGroup ? static_cast<int>(m_groups.at(parent.row()).items.size()) : 0;
}

int LeftToDoModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant LeftToDoModel::data(const QModelIndex &index, int role) const
{
    const plan::LeftItem *found = item(index);
    if (found == nullptr || role != Qt::CheckStateRole || index.column() != WhatColumn || !found->isTickable)
        return {};
    return QVariant::fromValue(found->state == plan::LeftItem::State::Ticked ? Qt::Checked : Qt::Unchecked);
}

bool LeftToDoModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role == Qt::CheckStateRole && flags(index).testFlag(Qt::ItemIsUserCheckable)) {
        const plan::LeftItem asked = *item(index); // what follows may replace it
        Q_EMIT tickRequested(asked, value.toInt() == Qt::Checked);
    }
    return false;
}

Qt::ItemFlags LeftToDoModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags out = QAbstractItemModel::flags(index);
    const plan::LeftItem *found = item(index);
    if (found != nullptr && found->isTickable && m_mayTick && index.column() == WhatColumn)
        out |= Qt::ItemIsUserCheckable;
    return out;
}

} // namespace kakuin::models
