// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QProxyStyle>

namespace kakuin::ui {

/// Fusion, with what it lacks.
/// - Outlines that can be seen on a dark ground: Fusion draws the edge of a check box, a radio button, an input or a
///   frame darker than the window, and on a dark window nothing is left of a box that is not checked.
/// - Room between the words of a button and its frame.
/// Shape:   QApplication::setStyle(new FusionStyle). Its outlines on a light palette are Fusion's.
/// Source:  WCAG 2.1, 1.4.11: what tells a control from its ground has a contrast of 3:1.
class FusionStyle final : public QProxyStyle {
    Q_OBJECT
public:
    FusionStyle(); ///< its objectName() is Fusion's

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
        const QWidget *widget = nullptr) const override;
};

} // namespace kakuin::ui
