// SPDX-License-Identifier: MIT
#include "ui/decoration/fusionstyle.h"

#include "ui/decoration/contrast.h"
#include "ui/decoration/theme.h"

#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QStyleOption>

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr int buttonPadding = 12;

const QString fusion = QStringLiteral("Fusion");

// Of the muted text's colour in an outline: what can be changed must be seen, what only frames may stay calm
constexpr double weightOfControls = 0.65;
constexpr double weightOfFrames = 0.4;

/// Fusion draws outlines 40 % (a radio button's: 50 %) darker than the window.
QPalette outlined(QPalette palette, double weight)
{
    constexpr int fusionsDarker = 150;
    const QColor outline = mix(colour(Tone::Muted, palette), palette.color(QPalette::Window), weight);
    palette.setColor(QPalette::Window, outline.lighter(fusionsDarker));
    return palette;
}

} // namespace

FusionStyle::FusionStyle()
    : QProxyStyle(fusion)
{
    setObjectName(fusion.toLower());
}

void FusionStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (option != nullptr && isDark(option->palette)) {
        switch (element) {
        case PE_IndicatorCheckBox:
        case PE_IndicatorRadioButton:
            if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
                QStyleOptionButton own(*button);
                own.palette = outlined(own.palette, weightOfControls);
                QProxyStyle::drawPrimitive(element, &own, painter, widget);
                return;
            }
            break;
        case PE_FrameLineEdit:
        case PE_Frame:
            if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
                QStyleOptionFrame own(*frame);
                own.palette = outlined(own.palette, element == PE_Frame ? weightOfFrames : weightOfControls);
                QProxyStyle::drawPrimitive(element, &own, painter, widget);
                return;
            }
            break;
        default:
            break;
        }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FusionStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = control == CC_SpinBox ? qstyleoption_cast<const QStyleOptionSpinBox *>(option) : nullptr;
    if (spin != nullptr && isDark(spin->palette)) {
        QStyleOptionSpinBox own(*spin);
        own.palette = outlined(own.palette, weightOfControls);
        QProxyStyle::drawComplexControl(control, &own, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize FusionStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        size.setWidth(std::max(size.width(), contents.width() + 2 * buttonPadding));
    return size;
}

} // namespace kakuin::ui
