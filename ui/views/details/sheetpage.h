// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QScrollArea>

namespace kakuin::ui {

class FactSheet;

/// A sheet that scrolls. Keyboard: arrows and Page Up/Down scroll it.
class SheetPage final : public QScrollArea {
    Q_OBJECT
public:
    explicit SheetPage(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SheetPage)

    [[nodiscard]] FactSheet *sheet() const { return m_sheet; }

private:
    FactSheet *m_sheet = nullptr;
};

} // namespace kakuin::ui
