// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "models/matrixrow.h"

#include <QtCore/QAbstractItemModel>

namespace kakuin::models {

/// Servers down, roles across.
/// Shape:   rows are made once per evaluation and taken over by ServerId: nothing is ever reset, so selection and place
///          stay. Large inventories are made into rows on the thread pool and taken over later; updated() follows every
///          take-over. DisplayRole holds the server's name only; words for the cells come from ui, by cell().
/// Threads: the thread of the object.
class MatrixModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { ServerColumn, FirstRoleColumn, ColumnCount = FirstRoleColumn + matrixColumnCount };

    explicit MatrixModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MatrixModel)

    /// Null empties the matrix.
    void setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc);
    /// The inventory that the rows were made from.
    [[nodiscard]] domain::InventoryPtr inventory() const { return m_inventory; }
    void setNow(const QDateTime &nowUtc);
    [[nodiscard]] QDateTime nowUtc() const { return m_nowUtc; }
    /// Rows are being made that are not shown yet.
    [[nodiscard]] bool isBuilding() const { return m_isBuilding; }

    [[nodiscard]] const MatrixRow &row(int row) const { return m_rows.at(row); }
    /// Null in the column of the servers.
    [[nodiscard]] const MatrixCell *cell(const QModelIndex &index) const;
    [[nodiscard]] static std::optional<MatrixColumn> columnOf(int column);
    [[nodiscard]] QModelIndex indexOf(const domain::ServerId &server) const;
    /// The cell that holds the certificate: in `preferredColumn` if it does, else the first; invalid when none does.
    [[nodiscard]] QModelIndex indexOf(const domain::CertificateId &id, int preferredColumn = -1) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void updated();

private:
    void takeOver(const domain::InventoryPtr &inventory, QList<MatrixRow> rows);

    domain::InventoryPtr m_inventory;
    findings::EvaluationPtr m_wanted; ///< the newest that was set; m_inventory is older while rows are being made
    QDateTime m_nowUtc;
    QList<MatrixRow> m_rows; ///< in the order of precedes()
    LatestOnly m_building;
    bool m_isBuilding = false; ///< rows are being made on the thread pool
};

} // namespace kakuin::models
