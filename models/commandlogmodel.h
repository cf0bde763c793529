// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/commandlog.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QPointer>

namespace kakuin::models {

/// The commands of a session, oldest first, as a table.
/// Shape:   DisplayRole holds PowerShell text and numbers; OutcomeRole the outcome as data, for ui's words. Times are
///          UTC; ui shows them in the person's zone.
/// Threads: the thread of the object. The log may die first: the table is empty then.
class CommandLogModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, StartedColumn, CommandColumn, OutcomeColumn, DurationColumn, ColumnCount };
    enum LogRole { OutcomeRole = Qt::UserRole + 100 }; ///< session::CommandRecord::Outcome as int

    explicit CommandLogModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CommandLogModel)

    /// Shows another session's log, or none.
    void setLog(session::CommandLog *log);
    /// Null for an invalid index.
    [[nodiscard]] const session::CommandRecord *record(const QModelIndex &index) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void onAppended(int index);
    void onUpdated(int index);
    void onDropped(int count);

    QPointer<session::CommandLog> m_log;
    int m_rows = 0; ///< what the views were told
};

} // namespace kakuin::models
