// SPDX-License-Identifier: MIT
#include "app/theme.h"

#include "ui/decoration/fusionstyle.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleFactory>

namespace kakuin::app {
namespace {

constexpr QLatin1String fusion("fusion");

struct Colours {
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb text;
    QRgb button;
    QRgb mid;
    QRgb highlight;
    QRgb placeholder;
    QRgb link;
};

// Grounds that ui/decoration's tones are chosen for
constexpr Colours light{
    0xfff4f5f6, 0xffffffff, 0xffebedef, 0xff1c1f23, 0xfffbfbfc, 0xffc3c8cd, 0xff2d6cc0, 0xff6b737b, 0xff1f5fbf};
constexpr Colours dark{
    0xff1f2327, 0xff191c20, 0xff2a2f35, 0xffe6e8ea, 0xff2c3137, 0xff4a5158, 0xff2f62a8, 0xff8b949e, 0xff6cb0ff};

QPalette paletteOf(const Colours &c)
{
    QPalette palette{QColor(c.button), QColor(c.window)};
    palette.setColor(QPalette::Window, QColor(c.window));
    palette.setColor(QPalette::WindowText, QColor(c.text));
    palette.setColor(QPalette::Base, QColor(c.base));
    palette.setColor(QPalette::AlternateBase, QColor(c.alternate));
    palette.setColor(QPalette::Text, QColor(c.text));
    palette.setColor(QPalette::Button, QColor(c.button));
    palette.setColor(QPalette::ButtonText, QColor(c.text));
    palette.setColor(QPalette::ToolTipBase, QColor(c.alternate));
    palette.setColor(QPalette::ToolTipText, QColor(c.text));
    palette.setColor(QPalette::PlaceholderText, QColor(c.placeholder));
    palette.setColor(QPalette::Mid, QColor(c.mid));
    palette.setColor(QPalette::Highlight, QColor(c.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(Qt::white));
    palette.setColor(QPalette::Link, QColor(c.link));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(c.placeholder));
    return palette;
}

void useStyle(const QString &name)
{
    const bool isFusion = name.compare(fusion, Qt::CaseInsensitive) == 0;
    QApplication::setStyle(isFusion ? new ui::FusionStyle : QStyleFactory::create(name));
}

} // namespace

Theme::Theme()
    : m_systemStyle(QApplication::style()->objectName())
    , m_systemPalette(QApplication::palette())
{
    useStyle(m_systemStyle);
}

void Theme::use(const QString &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    if (choice.isEmpty()) {
        useStyle(m_systemStyle);
        QApplication::setPalette(m_systemPalette);
        return;
    }
    // native styles draw with the desktop's own colours; Fusion draws with the palette's
    useStyle(fusion);
    QApplication::setPalette(paletteOf(choice == QLatin1String("dark") ? dark : light));
}

} // namespace kakuin::app
