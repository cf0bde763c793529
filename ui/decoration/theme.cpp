// SPDX-License-Identifier: MIT
#include "ui/decoration/theme.h"

#include "ui/decoration/contrast.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QFontInfo>

namespace kakuin::ui {
namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

// Source: ui-design 3. Plain is the palette's own text and has no entry.
constexpr Pair coloursOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return {0xff17683f, 0xff5fbf8f};
    case Tone::Soon:
        return {0xff7a5600, 0xffe0b44c};
    case Tone::Urgent:
        return {0xffa03f00, 0xfff08a4b};
    case Tone::Expired:
        return {0xffb3261e, 0xffff7b72};
    case Tone::Information:
        return {0xff1f5fbf, 0xff6cb0ff};
    case Tone::Muted:
    case Tone::Plain:
        return {0xff57606a, 0xffa3adb6};
    case Tone::Seal:
        return {0xffb3392f, 0xffea7b70};
    }
    return {0xff57606a, 0xffa3adb6};
}

constexpr double readableContrast = 4.5; // WCAG 2.1, 1.4.3

QFont scaled(const QFont &base, double factor)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(base.pixelSize() * factor));
    return font;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::Window))
        < luminance(palette.color(QPalette::Active, QPalette::WindowText));
}

QColor colour(Tone tone, const QPalette &palette)
{
    if (tone == Tone::Plain)
        return palette.color(QPalette::Active, QPalette::WindowText);
    const Pair pair = coloursOf(tone);
    return QColor::fromRgb(isDark(palette) ? pair.dark : pair.light);
}

QColor tint(Tone tone, const QPalette &palette)
{
    const QColor over = palette.color(QPalette::Active, QPalette::Window);
    const QColor with = colour(tone, palette);
    // Thinner where the desktop's own window colour is so grey that text of the same tone could not be read on it.
    for (int percent = isDark(palette) ? 18 : 12; percent > 0; --percent) {
        const QColor mixed = mix(with, over, percent / 100.0);
        if (contrast(with, mixed) >= readableContrast)
            return mixed;
    }
    return over;
}

Tone toneOf(models::Severity severity)
{
    switch (severity) {
    case models::Severity::NotKnown:
        return Tone::Muted;
    case models::Severity::Ok:
        return Tone::Ok;
    case models::Severity::Information:
        return Tone::Information;
    case models::Severity::Soon:
        return Tone::Soon;
    case models::Severity::Urgent:
        return Tone::Urgent;
    case models::Severity::Expired:
        return Tone::Expired;
    }
    return Tone::Muted;
}

QFont headingFont(const QFont &base)
{
    QFont font = scaled(base, 1.35);
    font.setBold(true);
    return font;
}

QFont secondaryFont(const QFont &base)
{
    return scaled(base, 0.92);
}

QFont boldFont(QFont base)
{
    base.setBold(true);
    return base;
}

QFont fixedFont(const QFont &base)
{
    QFont font = base;
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    // The text font behind it, so that Japanese in a command keeps the interface's glyphs.
    font.setFamilies(QStringList{QFontInfo(fixed).family()} + base.families());
    font.setFixedPitch(true);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace kakuin::ui
