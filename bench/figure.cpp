// SPDX-License-Identifier: MIT
#include "bench/figure.h"

#include <algorithm>

namespace kakuin::bench {
namespace {

double medianOf(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 != 0 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

} // namespace

double Samples::median() const
{
    return medianOf(values);
}

double Samples::least() const
{
    return values.isEmpty() ? 0 : *std::min_element(values.begin(), values.end());
}

double Samples::most() const
{
    return values.isEmpty() ? 0 : *std::max_element(values.begin(), values.end());
}

std::optional<double> Figure::ratio() const
{
    if (!bare || bare->values.isEmpty() || ours.values.isEmpty())
        return std::nullopt;
    QList<double> quotients;
    for (qsizetype i = 0; i < std::min(ours.values.size(), bare->values.size()); ++i) {
        if (bare->values.at(i) > 0)
            quotients.append(ours.values.at(i) / bare->values.at(i));
    }
    return quotients.isEmpty() ? std::nullopt : std::optional(medianOf(quotients));
}

std::optional<bool> Figure::isMet() const
{
    if (!aim || ours.values.isEmpty())
        return std::nullopt;
    const std::optional<double> judged = aim->of == Aim::Of::Ratio ? ratio() : std::optional(ours.median());
    if (!judged)
        return std::nullopt;
    return aim->bound == Aim::Bound::AtMost ? *judged <= aim->limit : *judged >= aim->limit;
}

std::optional<double> growthOf(const Figure &figure, const QList<Figure> &all)
{
    const Figure *smallest = &figure;
    for (const Figure &other : all) {
        if (other.benchmark == figure.benchmark && other.what == figure.what && other.size < smallest->size)
            smallest = &other;
    }
    const double base = smallest->ours.median();
    return smallest == &figure || base <= 0 ? std::nullopt : std::optional(figure.ours.median() / base);
}

} // namespace kakuin::bench
