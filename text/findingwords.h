// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/code.h"

#include <array>

namespace kakuin::ui {

/// What is said of a code, in English; FindingText translates it. The table holds every code in the order of the
/// enum (checked by tests/text/tst_findingtext).
struct FindingWords final {
    findings::Code code;
    const char *title;
    const char *why; ///< two or three sentences: the consequence, and how it came about
    const char *steps; ///< what to do, for whoever does it by hand
};
inline constexpr size_t findingWordCount = static_cast<size_t>(findings::Code::Count_);
extern const std::array<FindingWords, findingWordCount> findingWordTable;

} // namespace kakuin::ui
