// SPDX-License-Identifier: MIT
#include "models/historymodel.h"

#include "models/roles.h"

#include <algorithm>

namespace kakuin::models {

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HistoryModel::setOperations(const QList<plan::OperationRecord> &operations)
{
    const bool isSame = std::equal(operations.begin(), operations.end(), m_operations.begin(), m_operations.end(),
        [](const plan::OperationRecord &a, const plan::OperationRecord &b) { return a.id == b.id; });
    if (!isSame)
        beginResetModel();
    m_operations = operations;
    if (!isSame)
        endResetModel();
    else if (!m_operations.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistoryModel::rowOf(qint64 operation) const
{
    const auto it = std::find_if(m_operations.begin(), m_operations.end(),
        [operation](const plan::OperationRecord &record) { return record.id == operation; });
    return it == m_operations.end() ? -1 : static_cast<int>(it - m_operations.begin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_operations.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || role != SortRole)
        return {};
    const plan::OperationRecord &record = m_operations.at(index.row());
    switch (index.column()) {
    case StartedColumn:
        return record.startedUtc;
    case OperationColumn:
        return static_cast<int>(record.plan.kind);
    case ServersColumn:
        return record.plan.servers().size();
    case StateColumn:
        return static_cast<int>(record.state) + (record.isInterrupted() ? -1 : 0);
    case DurationColumn:
        return record.endedUtc.isValid() ? record.startedUtc.msecsTo(record.endedUtc) : -1;
    default:
        return {};
    }
}

} // namespace kakuin::models
