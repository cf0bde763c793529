// SPDX-License-Identifier: MIT
#include "models/matrixmodel.h"

#include "models/buildcost.h"
#include "models/keyedmerge.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace kakuin::models {
namespace {

struct HashOfServer final {
    size_t operator()(const domain::ServerId *server) const { return qHash(*server); }
};
struct SameServer final {
    bool operator()(const domain::ServerId *a, const domain::ServerId *b) const { return *a == *b; }
};

} // namespace

MatrixModel::MatrixModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void MatrixModel::setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc)
{
    const bool isOverlapping = m_isBuilding && evaluation != nullptr;
    m_wanted = evaluation;
    m_nowUtc = nowUtc;
    if (isOverlapping) // what is being made is shown, and then this
        return;
    m_building.drop();
    m_isBuilding = false;
    const domain::InventoryPtr inventory = evaluation == nullptr ? nullptr : evaluation->inventory();
    if (inventory == nullptr || buildCost(*inventory) <= inPlaceLimit) {
        takeOver(inventory, inventory == nullptr ? QList<MatrixRow>() : buildMatrix(*evaluation, nowUtc));
        return;
    }
    const QFuture<Result<QList<MatrixRow>>> future = QtConcurrent::run(
        [evaluation, nowUtc]() -> Result<QList<MatrixRow>> { return buildMatrix(*evaluation, nowUtc); });
    m_isBuilding = true;
    m_building.request(future, this, [this, evaluation](Result<QList<MatrixRow>> rows) {
        m_isBuilding = false;
        if (!rows)
            return;
        applyClock(*rows, m_nowUtc); // the clock may have moved meanwhile
        takeOver(evaluation->inventory(), std::move(*rows));
        if (m_wanted != evaluation)
            setEvaluation(m_wanted, m_nowUtc);
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

void MatrixModel::takeOver(const domain::InventoryPtr &inventory, QList<MatrixRow> rows)
{
    m_inventory = inventory;
    const auto keysOf = [](const QList<MatrixRow> &list) {
        std::vector<const domain::ServerId *> keys;
        for (const MatrixRow &row : list)
            keys.push_back(&row.server);
        return keys;
    };
    const std::vector<MergeStep> steps = mergeSteps(keysOf(m_rows), keysOf(rows), HashOfServer(), SameServer());
    for (const MergeStep &step : steps) {
        const int at = static_cast<int>(step.at);
        const int last = at + static_cast<int>(step.count) - 1;
        switch (step.kind) {
        case MergeStep::Kind::Remove:
            beginRemoveRows({}, at, last);
            m_rows.remove(at, last - at + 1);
            endRemoveRows();
            break;
        case MergeStep::Kind::Insert:
            beginInsertRows({}, at, last);
            for (int row = at; row <= last; ++row)
                m_rows.insert(row, rows.at(row));
            endInsertRows();
            break;
        case MergeStep::Kind::Move: // a server may be spelled in another way, which sorts elsewhere
            beginMoveRows({}, static_cast<int>(step.from), static_cast<int>(step.from), {}, at);
            m_rows.move(static_cast<qsizetype>(step.from), at);
            endMoveRows();
            break;
        }
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = std::move(rows[row]);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
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
    const bool isName = role == Qt::DisplayRole && cell(index) == nullptr;
    return isName ? QVariant(m_rows.at(index.row()).name) : QVariant();
}

} // namespace kakuin::models
