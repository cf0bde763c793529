// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"
#include "models/lefttodomodel.h"

#include <QtCore/QIdentityProxyModel>

namespace kakuin::ui {

/// The rows of what is left to do, with their words.
class LeftToDoRows final : public QIdentityProxyModel {
    Q_OBJECT
public:
    explicit LeftToDoRows(models::LeftToDoModel &source, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LeftToDoRows)

    /// In which the items were found; for names and for the words of advice.
    void setInventory(const domain::InventoryPtr &inventory, const advice::Policy &policy, const QDateTime &nowUtc);
    [[nodiscard]] const plan::LeftItem *item(const QModelIndex &index) const
    {
        return m_source.item(mapToSource(index));
    }
    [[nodiscard]] QString title(const plan::LeftItem &item) const;
    [[nodiscard]] QString explanation(const plan::LeftItem &item) const;
    /// Everything that is shown, with the commands: plain text, to be copied.
    [[nodiscard]] QString asText() const;
    void retranslate();

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &source) const;

    models::LeftToDoModel &m_source;
    domain::InventoryPtr m_inventory;
    advice::Policy m_policy;
    QDateTime m_nowUtc;
};

} // namespace kakuin::ui
