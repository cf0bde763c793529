// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

#include <QtCore/QAbstractItemModel>

namespace kakuin::models {

/// Every certificate of an inventory to choose from, by server as people count, then by expiry, the latest first.
/// Shape:  never changes. DisplayRole is the name alone: ui adds the rest of the words. IdRole is its CertificateId,
///         FilterTextRole what a person may type to find it: name, server, thumbprint.
class CertificateChoices final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit CertificateChoices(const domain::InventoryPtr &inventory, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CertificateChoices)

    [[nodiscard]] const domain::Certificate &certificate(int row) const { return *m_certificates.at(row); }
    [[nodiscard]] int rowOf(const domain::CertificateId &id) const; ///< -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    domain::InventoryPtr m_inventory; ///< what the rows point into
    QList<const domain::Certificate *> m_certificates;
    QStringList m_filterTexts;
};

} // namespace kakuin::models
