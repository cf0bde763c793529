// SPDX-License-Identifier: MIT
#pragma once

#include <QtGui/QColor>

namespace kakuin::ui {

/// How well a colour can be read on another.
/// Units:  luminance 0..1; contrast 1..21.
/// Source: WCAG 2.1, relative luminance and contrast ratio.
[[nodiscard]] double luminance(const QColor &colour);
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
/// `weight` of `top` over the rest of `under`; opaque.
[[nodiscard]] QColor mix(const QColor &top, const QColor &under, double weight);

} // namespace kakuin::ui
