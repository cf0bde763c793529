// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QLabel>

namespace kakuin::ui {

/// One line of plain text that gives way: where there is no room, its end becomes "…" and the tool tip has all of it. It
/// never makes its window wider. text() is always the whole text, also for screen readers.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shown() const;
};

} // namespace kakuin::ui
