// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/plan.h"

namespace kakuin::plan {

/// The plan with what each changing step relies on, as the inventory shows it: the certificate is there with the
/// services that were known, the store holds nothing new, the same certificate holds internal transport, AuthConfig is
/// the same, and a server still has with its key what is staged. PlanRunner reads it again right before the command and sends nothing when someone else has changed it.
/// Shape:   for the plan of a draft, made from this inventory. What was not read is not made a condition; what an earlier
///          step of the plan changes itself is left to that step's checks.
/// Cost:    pure.
[[nodiscard]] Plan withPreconditions(Plan plan, const domain::Inventory &inventory);

/// That the server's store holds no certificate beside `known` and what the plan makes. An empty optional: any; the
/// command then only tells what is there.
[[nodiscard]] Check storeCheck(
    const domain::ServerId &server, const std::optional<QList<domain::Thumbprint>> &known = std::nullopt);

/// The thumbprints of a server's certificates; empty when they were not read.
[[nodiscard]] std::optional<QList<domain::Thumbprint>> storeOf(const domain::ServerEntry &entry);

} // namespace kakuin::plan
