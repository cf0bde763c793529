// SPDX-License-Identifier: MIT
#pragma once

#include "models/matrixmodel.h"

#include <QtCore/QSortFilterProxyModel>

namespace kakuin::ui {

/// The rows of the matrix, sorted, with their words: what the model leaves as codes and dates becomes text, tooltips
/// and texts for screen readers here.
/// Shape:  sorted by name or by the expiry of a column. Rows without an expiry there stand below the others in either
///         direction: missing ones above all, then dates, then what is not known, then what is not there.
class MatrixRows final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum TextRole { BriefRole = Qt::UserRole + 100 }; ///< DisplayRole where there is little room

    explicit MatrixRows(models::MatrixModel &source, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MatrixRows)

    [[nodiscard]] models::MatrixModel &source() const { return m_source; }
    [[nodiscard]] const models::MatrixRow &row(const QModelIndex &index) const;
    [[nodiscard]] const models::MatrixCell *cell(const QModelIndex &index) const;
    void retranslate();

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] QVariant serverData(const models::MatrixRow &row, int role) const;
    [[nodiscard]] QVariant reasonData(const models::MatrixRow &row, int column, int role) const;
    models::MatrixModel &m_source;
};

} // namespace kakuin::ui
