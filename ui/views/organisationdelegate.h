// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace kakuin::ui {

/// Draws rows of the organisation: icon of the kind, severity mark with text, badges of roles.
/// Shape:  text elides in the middle, since names differ at both ends. A selected row draws everything in the
///         highlighted text's colour. What needs attention below a server is said only while the server is collapsed.
class OrganisationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit OrganisationDelegate(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OrganisationDelegate)

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kakuin::ui
