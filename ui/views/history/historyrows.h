// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "models/historymodel.h"

#include <QtCore/QSortFilterProxyModel>

#include <optional>

namespace kakuin::ui {

/// The rows of the history with their words: all operations, or those that concern one certificate.
class HistoryRows final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit HistoryRows(models::HistoryModel &source, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HistoryRows)

    void setCertificate(const std::optional<domain::CertificateId> &id);
    /// For the names of certificates; may be null.
    void setInventory(const domain::InventoryPtr &inventory);
    [[nodiscard]] const plan::OperationRecord *operation(const QModelIndex &index) const;
    void retranslate();

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] QString text(const plan::OperationRecord &operation, int column) const;

    models::HistoryModel &m_source;
    std::optional<domain::CertificateId> m_certificate;
    domain::InventoryPtr m_inventory;
};

} // namespace kakuin::ui
