// SPDX-License-Identifier: MIT
#pragma once

#include "models/severity.h"

#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QIcon>
#include <QtGui/QPalette>

namespace kakuin::ui {

/// Every colour of Kakuin, chosen by the palette's lightness at the time of the call: light and dark need no restart.
/// Source: ui-design 3 (each passes 4.5:1 on plain and on its own tint).
enum class Tone { Ok, Soon, Urgent, Expired, Information, Muted, Seal, Plain };

[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] QColor colour(Tone tone, const QPalette &palette);
/// The colour as a background: 12 % over a light window, 18 % over a dark one; opaque.
[[nodiscard]] QColor tint(Tone tone, const QPalette &palette);
[[nodiscard]] Tone toneOf(models::Severity severity);

/// The shape that goes with a severity (circle with tick, triangle, square with cross, hollow circle), drawn in its
/// colour.
[[nodiscard]] QIcon severityIcon(models::Severity severity, const QPalette &palette);

/// Our own line icons by name ("server", "certificate", "key", "organisation", "refresh", …;
/// resources/icons/<name>.svg), recoloured: strokes written as currentColor take the tone's colour. Cached by name,
/// colour and size.
[[nodiscard]] QIcon lineIcon(const QString &name, Tone tone, const QPalette &palette);

/// The program's own icon, the square seal.
[[nodiscard]] QIcon programIcon();

/// Fonts relative to `base`: headings 1.35x bold, secondary 0.92x, fixed width of the same height.
[[nodiscard]] QFont headingFont(const QFont &base);
[[nodiscard]] QFont secondaryFont(const QFont &base);
[[nodiscard]] QFont fixedFont(const QFont &base);
[[nodiscard]] QFont boldFont(QFont base);

/// Distances of the 4-grid, in device-independent pixels.
namespace metric {
inline constexpr int related = 8;
inline constexpr int group = 16;
inline constexpr int dialogMargin = 20;
inline constexpr int minimumRowHeight = 26;
inline constexpr int badgeRadius = 4;
inline constexpr int iconSide = 16; // of marks and line icons
} // namespace metric

} // namespace kakuin::ui
