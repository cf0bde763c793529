// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/evaluation.h"

namespace kakuin::testkit {

/// What views are given; null for a null inventory.
[[nodiscard]] inline findings::EvaluationPtr evaluated(
    const domain::InventoryPtr &inventory, const QDateTime &nowUtc, const advice::Policy &policy = {})
{
    return inventory == nullptr ? nullptr : std::make_shared<const findings::Evaluation>(inventory, policy, nowUtc);
}

} // namespace kakuin::testkit
