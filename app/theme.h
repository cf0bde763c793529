// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtGui/QPalette>

namespace kakuin::app {

/// Light, dark, or as the desktop has it; changed while windows are open.
/// Shape:  Theme::use("light" | "dark" | ""). "" gives back the style and palette that the program started with.
class Theme final {
public:
    Theme(); ///< after the QApplication
    void use(const QString &choice);
    [[nodiscard]] QString choice() const { return m_choice; }

private:
    QString m_choice;
    QString m_systemStyle;
    QPalette m_systemPalette;
};

} // namespace kakuin::app
