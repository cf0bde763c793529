// SPDX-License-Identifier: MIT
#pragma once

#include "models/organisationnode.h"

#include <QtWidgets/QWidget>

class QButtonGroup;

namespace kakuin::ui {

/// The quick filters as a row of buttons with their counts; one is always chosen. What does not fit into the width goes
/// into a second row instead of out of sight.
class QuickFilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit QuickFilterBar(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(QuickFilterBar)

    void setCounts(const models::QuickFilterCounts &counts);
    void setCurrent(models::QuickFilter filter);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(kakuin::models::QuickFilter filter);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] static QString name(models::QuickFilter filter);
    [[nodiscard]] int buttonHeight() const;
    /// Places the buttons when `isMoving`; the height that they take.
    int arrange(int width, bool isMoving) const;

    QButtonGroup *m_group = nullptr;
    models::QuickFilterCounts m_counts{};
};

} // namespace kakuin::ui
