// SPDX-License-Identifier: MIT
#pragma once

#include "models/changelistmodel.h"

#include <QtCore/QIdentityProxyModel>

namespace kakuin::ui {

/// The differences with their words: headings, what kind of change it is, and what "not comparable" means.
class ChangeRows final : public QIdentityProxyModel {
    Q_OBJECT
public:
    explicit ChangeRows(models::ChangeListModel &source, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ChangeRows)

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void retranslate();

    /// Tab-separated, for the clipboard; without rows: all of them.
    [[nodiscard]] QString text(const QModelIndexList &rows = {}) const;
    /// UTF-8 with BOM, RFC 4180; no cell begins as a formula does, because spreadsheets would run it.
    [[nodiscard]] QByteArray csv() const;

private:
    [[nodiscard]] static QString words(domain::ChangeKind kind);
    [[nodiscard]] QStringList cells(int row) const;
    [[nodiscard]] QStringList headings() const;
};

} // namespace kakuin::ui
