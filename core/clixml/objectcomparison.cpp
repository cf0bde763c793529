// SPDX-License-Identifier: MIT
#include "core/clixml/objectcomparison.h"

#include <algorithm>
#include <cmath>

namespace kakuin::clixml {
namespace {

template <class Number>
bool sameReal(Number a, Number b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b;
}

bool sameTypes(const std::shared_ptr<const QStringList> &a, const std::shared_ptr<const QStringList> &b)
{
    return a == b || (a && b && *a == *b);
}

} // namespace

bool ObjectComparison::equal(const Value &a, const Value &b)
{
    if (a.data().index() != b.data().index())
        return false;
    return std::visit(
        [&](const auto &left) {
            using Kind = std::decay_t<decltype(left)>;
            const Kind &right = std::get<Kind>(b.data());
            if constexpr (std::is_same_v<Kind, ObjectPtr>)
                return left == right || (left && right && equal(*left, *right));
            else if constexpr (std::is_same_v<Kind, ProgressPtr>)
                return left == right || (left && right && *left == *right);
            else if constexpr (std::is_same_v<Kind, CycleReference>)
                return true;
            else if constexpr (std::is_floating_point_v<Kind>)
                return sameReal(left, right);
            else
                return left == right;
        },
        a.data());
}

bool ObjectComparison::equal(const QList<Property> &a, const QList<Property> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [this](const Property &x, const Property &y) { return x.name == y.name && equal(x.value, y.value); });
}

bool ObjectComparison::equal(const Object &a, const Object &b)
{
    const auto pair = std::make_pair(&a, &b);
    if (&a == &b || m_seen.contains(pair))
        return true;
    m_seen.insert(pair);
    const auto sameValue = [this](const Value &x, const Value &y) { return equal(x, y); };
    const auto sameEntry
        = [this](const auto &x, const auto &y) { return equal(x.first, y.first) && equal(x.second, y.second); };
    return sameTypes(a.typeNames, b.typeNames) && a.toStringText == b.toStringText && a.container == b.container
        && a.isMemberSet == b.isMemberSet && equal(a.baseValue, b.baseValue)
        && std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), sameValue)
        && std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), sameEntry)
        && equal(a.adapted, b.adapted) && equal(a.extended, b.extended);
}

} // namespace kakuin::clixml
