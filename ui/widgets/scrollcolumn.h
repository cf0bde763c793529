// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace kakuin::ui {

/// A column of wrapped text and widgets that scrolls when it is taller than its place, and only then.
/// Shape:  fill column(); its parts go into content(). A plain QScrollArea takes the height that wrapped labels have
///         at their narrowest for a minimum, and scrolls over emptiness.
class ScrollColumn final : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollColumn(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ScrollColumn)

    [[nodiscard]] QWidget *content() const { return widget(); }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    /// How tall the column is when it is that wide, in device-independent pixels.
    [[nodiscard]] int contentHeight(int width) const;

private:
    QVBoxLayout *m_column = nullptr;
};

} // namespace kakuin::ui
