// SPDX-License-Identifier: MIT
#include "models/matrixmodel.h"

#include "models/buildcost.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace kakuin::models {
MatrixModel::MatrixModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void MatrixModel::setInventory(
    const domain::InventoryPtr &inventory, const QDateTime &nowUtc, const advice::Policy &policy)
{
    m_wanted = inventory;
    m_nowUtc = nowUtc;
    m_building.drop();
    if (inventory == nullptr || buildCost(*inventory) <= inPlaceLimit) {
        takeOver(inventory, inventory == nullptr ? QList<MatrixRow>() : buildMatrix(*inventory, nowUtc, policy));
        return;
    }
    const QFuture<Result<QList<MatrixRow>>> future = QtConcurrent::run(
        [inventory, nowUtc, policy]() -> Result<QList<MatrixRow>> { return buildMatrix(*inventory, nowUtc, policy); });
    m_building.request(future, this, [this, inventory](Result<QList<MatrixRow>> rows) {
        if (!rows)
            return;
        applyClock(*rows, m_nowUtc); // the clock may have moved meanwhile
        takeOver(inventory, std::move(*rows));
    });
}

void MatrixModel::setNow(const QDateTime &nowUtc)
{
    m_nowUtc = nowUtc;
    const QList<int> changed = applyClock(m_rows, nowUtc);
    for (const int row : changed)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    if (!changed.isEmpty())
        Q_EMIT updated();
}

void MatrixModel::removeRun(int first, int last)
{
    if (first > last)
        return;
    beginRemoveRows({}, first, last);
    m_rows.remove(first, last - first + 1);
    endRemoveRows();
}

void MatrixModel::takeOver(const domain::InventoryPtr &inventory, QList<MatrixRow> rows)
{
    m_inventory = inventory;
    // Both lists are in the same order: one walk tells what went, what stayed and what is new.
    int at = 0;
    for (qsizetype i = 0; i < rows.size();) {
        int end = at;
        while (end < m_rows.size() && precedes(m_rows.at(end), rows.at(i)))
            ++end;
        removeRun(at, end - 1);
        if (at < m_rows.size() && m_rows.at(at).server == rows.at(i).server) {
            if (!(m_rows.at(at) == rows.at(i))) {
                m_rows[at] = std::move(rows[i]);
                Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
            }
            ++at;
            ++i;
            continue;
        }
        qsizetype behind = i + 1;
        while (behind < rows.size() && (at >= m_rows.size() || precedes(rows.at(behind), m_rows.at(at))))
            ++behind;
        const int count = static_cast<int>(behind - i);
        beginInsertRows({}, at, at + count - 1);
        for (int n = 0; n < count; ++n)
            m_rows.insert(at + n, std::move(rows[i + n]));
        endInsertRows();
        at += count;
        i = behind;
    }
    removeRun(at, static_cast<int>(m_rows.size()) - 1);
    Q_EMIT updated();
}

std::optional<MatrixColumn> MatrixModel::columnOf(int column)
{
    if (column < FirstRoleColumn || column >= ColumnCount)
        return std::nullopt;
    return static_cast<MatrixColumn>(column - FirstRoleColumn);
}

const MatrixCell *MatrixModel::cell(const QModelIndex &index) const
{
    const std::optional<MatrixColumn> column = columnOf(index.column());
    if (!index.isValid() || !column)
        return nullptr;
    return &m_rows.at(index.row()).cell(*column);
}

QModelIndex MatrixModel::indexOf(const domain::ServerId &server) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const MatrixRow &r) { return r.server == server; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), ServerColumn);
}

QModelIndex MatrixModel::indexOf(const domain::CertificateId &id, int preferredColumn) const
{
    const QModelIndex server = indexOf(id.server);
    if (!server.isValid())
        return {};
    const auto holds = [&](const QModelIndex &at) {
        const MatrixCell *one = cell(at);
        return one != nullptr
            && std::any_of(one->entries.begin(), one->entries.end(), [&](const MatrixEntry &e) { return e.id == id; });
    };
    if (const QModelIndex preferred = server.siblingAtColumn(preferredColumn); holds(preferred))
        return preferred;
    for (int column = FirstRoleColumn; column < ColumnCount; ++column) {
        if (holds(server.siblingAtColumn(column)))
            return server.siblingAtColumn(column);
    }
    return {};
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MatrixRow &line = m_rows.at(index.row());
    const MatrixCell *one = cell(index);
    switch (role) {
    case Qt::DisplayRole:
        return one == nullptr ? QVariant(line.name) : QVariant();
    case SortRole:
        if (one == nullptr)
            return line.sortName;
        return one->entries.isEmpty() ? QVariant() : QVariant(one->entries.first().notAfterUtc);
    case IdRole:
        if (one == nullptr || one->entries.isEmpty())
            return QVariant::fromValue(line.server);
        return QVariant::fromValue(one->entries.first().id);
    case SeverityRole:
        return one == nullptr ? QVariant() : QVariant::fromValue(one->severity);
    default:
        return {};
    }
}

} // namespace kakuin::models
