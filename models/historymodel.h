// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

#include <QtCore/QAbstractTableModel>

namespace kakuin::models {

/// The operations of a journal as a table.
/// Shape:   setOperations() replaces what is shown; where it is the same operations (a newer state) only data changes.
///          SortRole (roles.h) has values that compare; the words of titles and states are ui's. Times are UTC.
class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { StartedColumn, OperationColumn, ServersColumn, StateColumn, DurationColumn, ColumnCount };

    explicit HistoryModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HistoryModel)

    void setOperations(const QList<plan::OperationRecord> &operations);
    [[nodiscard]] const plan::OperationRecord &operation(int row) const { return m_operations.at(row); }
    /// The row of an operation; -1 when it is not there.
    [[nodiscard]] int rowOf(qint64 operation) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<plan::OperationRecord> m_operations;
};

} // namespace kakuin::models
