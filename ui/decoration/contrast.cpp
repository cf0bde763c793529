// SPDX-License-Identifier: MIT
#include "ui/decoration/contrast.h"

#include <algorithm>
#include <cmath>

namespace kakuin::ui {
namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

int mixed(int top, int under, double weight)
{
    return static_cast<int>(std::lround(top * weight + under * (1.0 - weight)));
}

} // namespace

double luminance(const QColor &colour)
{
    const auto channel = [](int value) { return linear(value / 255.0); };
    return 0.2126 * channel(colour.red()) + 0.7152 * channel(colour.green()) + 0.0722 * channel(colour.blue());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mix(const QColor &top, const QColor &under, double weight)
{
    return {mixed(top.red(), under.red(), weight), mixed(top.green(), under.green(), weight),
        mixed(top.blue(), under.blue(), weight)};
}

} // namespace kakuin::ui
