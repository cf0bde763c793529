// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

#include <QtCore/QLatin1String>

namespace kakuin::plan {

/// The names by which codes are stored in the journal: they stay readable when an enum gains a member in the middle.
/// Shape:  nameOf(code); empty for a number that is no member. A new member gets its name here (the compiler asks for
///         it); a name that has been used is never given to another member.
[[nodiscard]] QLatin1String nameOf(ErrorCode code);
[[nodiscard]] QLatin1String nameOf(PlanKind code);
[[nodiscard]] QLatin1String nameOf(StepKind code);
[[nodiscard]] QLatin1String nameOf(RecommendationReason code);
[[nodiscard]] QLatin1String nameOf(Caution code);
[[nodiscard]] QLatin1String nameOf(ErrorPolicy code);
[[nodiscard]] QLatin1String nameOf(StepState code);
[[nodiscard]] QLatin1String nameOf(OperationState code);
[[nodiscard]] QLatin1String nameOf(HandWorkKind code);
[[nodiscard]] QLatin1String nameOf(HandWorkEvent code);
[[nodiscard]] QLatin1String nameOf(Check::Kind code);
[[nodiscard]] QLatin1String nameOf(shell::PromptKind code);
[[nodiscard]] QLatin1String nameOf(shell::Confirmation code);
[[nodiscard]] QLatin1String nameOf(shell::LateValue::Kind code);

/// The code of that name; empty when there is none (written by a newer version, or damaged).
template <class E>
[[nodiscard]] std::optional<E> fromName(QStringView name)
{
    for (int i = 0; i < 256; ++i) {
        const E code = static_cast<E>(i);
        if (const QLatin1String known = nameOf(code); !known.isEmpty() && known == name)
            return code;
    }
    return std::nullopt;
}

} // namespace kakuin::plan
