// SPDX-License-Identifier: MIT
#pragma once

#include "models/severity.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

/// Role badges as a widget; drawn exactly as in the tree.
class BadgeLabel final : public QWidget {
    Q_OBJECT
public:
    explicit BadgeLabel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BadgeLabel)

    void setBadges(const QList<models::Badge> &badges);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    QList<models::Badge> m_badges;
};

} // namespace kakuin::ui
