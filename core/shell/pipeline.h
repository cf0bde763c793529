// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/cmdlet.h"

#include <algorithm>

namespace kakuin::shell {

/// Cmdlets joined by "|". The one description of a command: previewed, exported, logged and run from the same object.
struct Pipeline final {
    QList<Cmdlet> cmdlets;

    Pipeline() = default;
    Pipeline(Cmdlet cmdlet)
        : cmdlets{std::move(cmdlet)}
    {
    }
    Pipeline(QList<Cmdlet> list)
        : cmdlets(std::move(list))
    {
    }
    [[nodiscard]] bool isEmpty() const { return cmdlets.isEmpty(); }
    [[nodiscard]] bool isChanging() const
    {
        return std::any_of(cmdlets.begin(), cmdlets.end(), [](const Cmdlet &c) { return c.isChanging(); });
    }
    [[nodiscard]] bool hasLateValues() const
    {
        return std::any_of(cmdlets.begin(), cmdlets.end(), [](const Cmdlet &c) {
            return std::any_of(
                c.parameters().begin(), c.parameters().end(), [](const Parameter &p) { return isLate(p.value); });
        });
    }
    friend bool operator==(const Pipeline &, const Pipeline &) = default;
};

} // namespace kakuin::shell
