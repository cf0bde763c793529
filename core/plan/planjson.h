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

/// What the plan does, as 64 lower-case hexadecimal digits: SHA-256 of planToJson() of the plan without the paths of
/// files and without what only says when it is refused (preconditions). Equal plans have equal hashes, in every language
/// and on every computer. A date that the person chose is part of what is approved, the time of the run is not.
/// Errors: those of planToJson().
[[nodiscard]] Result<QByteArray> planHash(Plan plan);

/// The same for a server's question.
[[nodiscard]] QByteArray promptToJson(const shell::Prompt &prompt);
[[nodiscard]] Result<shell::Prompt> promptFromJson(const QByteArray &json);

} // namespace kakuin::plan
