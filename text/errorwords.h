// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace kakuin::ui {

/// The words for one error code, in English, to be translated in the context "ErrorText".
/// %1 is the subject; `noun` stands for the subject where an error names none.
struct ErrorWords final {
    ErrorCode code;
    const char *brief;
    const char *sentence;
    const char *noun;
    bool isServersText = false; ///< `detail` is what a server wrote, in its own language
};

[[nodiscard]] const ErrorWords &errorWordsFor(ErrorCode code);

} // namespace kakuin::ui
