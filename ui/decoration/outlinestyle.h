// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QProxyStyle>

namespace kakuin::ui {

/// Fusion with outlines that can be seen on a dark ground. Fusion draws the edge of a check box, a radio button, an
/// input or a frame darker than the window: on a dark window nothing is left of a box that is not checked. Shape:
/// QApplication::setStyle(new OutlineStyle). On a light palette it is Fusion, unchanged. Source:  WCAG 2.1, 1.4.11:
/// what tells a control from its ground has a contrast of 3:1.
class OutlineStyle final : public QProxyStyle {
    Q_OBJECT
public:
    OutlineStyle(); ///< its objectName() is Fusion's

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
};

} // namespace kakuin::ui
