// SPDX-License-Identifier: MIT
#pragma once

#include "models/matrixmodel.h"

#include <QtWidgets/QStyledItemDelegate>

#include <array>

namespace kakuin::ui {

/// Draws a cell of the matrix: mark, days, how many more; a server's name; the reason why a server was not read.
/// Shape:  the days of a whole column become shorter where it is narrow ("in 12 days", "12 d"): the view says where. A
///         number is never cut. What wants attention has a tinted ground. An empty cell stays empty.
class MatrixDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit MatrixDelegate(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MatrixDelegate)

    void setBrief(int column, bool isBrief);
    /// How wide the cell would be, without the reason of a server that was not read.
    [[nodiscard]] static int widthOf(const QStyleOptionViewItem &option, const QModelIndex &index, bool isBrief);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    std::array<bool, models::MatrixModel::ColumnCount> m_isBrief{};
};

} // namespace kakuin::ui
