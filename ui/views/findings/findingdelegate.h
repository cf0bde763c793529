// SPDX-License-Identifier: MIT
#pragma once

#include "models/findingsmodel.h"

#include <QtWidgets/QStyledItemDelegate>

namespace kakuin::ui {

/// Draws the list of findings: a mark before each, groups by name with their number, what is muted in grey.
class FindingDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit FindingDelegate(const models::FindingsModel &model, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const models::FindingsModel &m_model;
};

} // namespace kakuin::ui
