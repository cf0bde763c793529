// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QLabel>

namespace kakuin::ui {

/// The heading of a part of a page: bold, at the size of the text.
class SectionHeading final : public QLabel {
    Q_OBJECT
public:
    explicit SectionHeading(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SectionHeading)

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyFont();
};

} // namespace kakuin::ui
