// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventorycomparison.h"

#include <QtCore/QAbstractTableModel>

namespace kakuin::models {

/// The differences between two pictures of an organisation, a row each.
/// Shape:  texts are facts (names, thumbprints, services); the kind of a change is a code (KindRole), which ui words.
/// Cost:   rows are the list itself.
class ChangeListModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { ServerColumn, ChangeColumn, SubjectColumn, BeforeColumn, AfterColumn, ColumnCount };
    enum Role { KindRole = Qt::UserRole + 1, CertificateRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const QList<domain::InventoryChange> &changes);
    [[nodiscard]] const QList<domain::InventoryChange> &changes() const { return m_changes; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<domain::InventoryChange> m_changes;
};

} // namespace kakuin::models
