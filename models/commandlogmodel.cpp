// SPDX-License-Identifier: MIT
#include "models/commandlogmodel.h"

#include <algorithm>

namespace kakuin::models {

CommandLogModel::CommandLogModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CommandLogModel::setLog(session::CommandLog *log)
{
    if (log == m_log)
        return;
    beginResetModel(); // another session's commands: nothing of the old selection is meant any more
    if (m_log != nullptr)
        m_log->disconnect(this);
    m_log = log;
    m_rows = log == nullptr ? 0 : static_cast<int>(log->records().size());
    if (log != nullptr) {
        connect(log, &session::CommandLog::appended, this, &CommandLogModel::onAppended);
        connect(log, &session::CommandLog::updated, this, &CommandLogModel::onUpdated);
        connect(log, &session::CommandLog::aboutToDrop, this, [this](int count) { beginRemoveRows({}, 0, count - 1); });
        connect(log, &session::CommandLog::dropped, this, &CommandLogModel::onDropped);
        connect(log, &QObject::destroyed, this, [this] {
            beginResetModel();
            m_rows = 0;
            endResetModel();
        });
    }
    endResetModel();
}

void CommandLogModel::onAppended(int)
{
    beginInsertRows({}, m_rows, m_rows);
    ++m_rows;
    endInsertRows();
}

void CommandLogModel::onUpdated(int row)
{
    if (row >= 0 && row < m_rows)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void CommandLogModel::onDropped(int count)
{
    m_rows -= count;
    endRemoveRows();
}

const session::CommandRecord *CommandLogModel::record(const QModelIndex &index) const
{
    if (!index.isValid() || m_log == nullptr || index.row() >= m_log->records().size())
        return nullptr;
    return &m_log->records().at(index.row());
}

int CommandLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int CommandLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CommandLogModel::data(const QModelIndex &index, int role) const
{
    const session::CommandRecord *command = record(index);
    if (command == nullptr)
        return {};
    if (role == OutcomeRole)
        return static_cast<int>(command->outcome);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NumberColumn:
        return command->number;
    case StartedColumn:
        return command->startedUtc;
    case CommandColumn:
        return command->powerShell;
    case OutcomeColumn:
        return {}; // see OutcomeRole
    case DurationColumn:
        return QVariant::fromValue<qint64>(command->duration.count());
    default:
        return {};
    }
}

QVariant CommandLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        //: column: running number of a command
        return tr("No.");
    case StartedColumn:
        //: column: when a command was started
        return tr("Started");
    case CommandColumn:
        //: column: the PowerShell text
        return tr("Command");
    case OutcomeColumn:
        //: column: how a command ended
        return tr("Outcome");
    case DurationColumn:
        //: column: how long a command took
        return tr("Duration");
    default:
        return {};
    }
}

void CommandLogModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace kakuin::models
