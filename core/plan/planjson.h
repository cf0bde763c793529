// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <QtCore/QByteArray>

namespace kakuin::plan {

/// A plan as compact JSON, and back: how the journal keeps it. Reading gives an equal plan, whatever its parameters
/// hold (64-bit numbers, bytes, text that is no valid UTF-16, late values).
/// Errors: InvalidArgument, subject = the parameter's name, when the plan holds a Secret: it never reaches a file.
[[nodiscard]] Result<QByteArray> planToJson(const Plan &plan);
/// Errors: StorageDamaged, detail = the place; also for codes that this version does not know, and for more than 64
///         MiB.
[[nodiscard]] Result<Plan> planFromJson(const QByteArray &json);

/// The same for a server's question.
[[nodiscard]] QByteArray promptToJson(const shell::Prompt &prompt);
[[nodiscard]] Result<shell::Prompt> promptFromJson(const QByteArray &json);

} // namespace kakuin::plan
