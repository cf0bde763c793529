// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/lefttodo.h"
#include "models/findingsmodel.h"

#include <optional>

namespace kakuin::ui {

/// The worst finding of an organisation.
struct Attention final {
    models::FindingRowPtr finding; ///< never null
    int others = 0; ///< how many more critical findings and warnings there are

    friend bool operator==(const Attention &, const Attention &) = default;
};

/// The finding that the strip shows: the first by findings::turnOf() that is urgent now or soon. Muted findings do not
/// count; empty when nothing is left.
[[nodiscard]] std::optional<Attention> worstOf(const models::FindingsModel &findings);

/// What the strip above the tree is about.
struct StripSubject final {
    enum class Kind { Nothing, Finding, LeftToDo };
    Kind kind = Kind::Nothing;
    QString key; ///< by which the person closes it: of the finding, or of how much is left to do

    friend bool operator==(const StripSubject &, const StripSubject &) = default;
};

/// The worst finding; where there is none, what is left to do, unless the bar of an unfinished rotation says that already.
/// Nothing where the person closed just that: what is less urgent does not take its place. `closed`: keys.
[[nodiscard]] StripSubject stripSubjectOf(
    const std::optional<Attention> &attention, const plan::LeftToDo &left, const QStringList &closed);

} // namespace kakuin::ui
