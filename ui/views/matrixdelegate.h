// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace kakuin::ui {

/// Draws a cell of the matrix: mark, days, how many more; a server's name; the reason why a server was not read.
/// Shape:  the days become shorter where the column is narrow ("in 12 days", "12 d"). What wants attention has a tinted
///         ground. An empty cell stays empty.
class MatrixDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit MatrixDelegate(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MatrixDelegate)

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kakuin::ui
