// SPDX-License-Identifier: MIT
#pragma once

#include "models/comparisonmodel.h"

#include <QtCore/QIdentityProxyModel>

namespace kakuin::ui {

/// The rows of a comparison with marks and words: what differs has a sign, bold type and a tinted ground, and says so
/// to a screen reader.
class ComparisonRows final : public QIdentityProxyModel {
    Q_OBJECT
public:
    explicit ComparisonRows(models::ComparisonModel &source, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ComparisonRows)

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void retranslate();

private:
    [[nodiscard]] QString words(const models::ComparisonRow &row, const QModelIndex &index) const;
    models::ComparisonModel &m_source;
};

} // namespace kakuin::ui
