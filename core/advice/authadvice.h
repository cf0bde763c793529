// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/advice.h"

namespace kakuin::advice {

/// What should be done about a certificate that AuthConfig names, or that bears the Auth certificate's name. AuthConfig
/// has been read.
[[nodiscard]] Advice authAdviceFor(const domain::Thumbprint &thumbprint, const Picture &picture);

/// How a next certificate without an effective date gets one: it is staged again, if it is of use; else another is.
[[nodiscard]] Task stageAgain(const Picture &picture);

} // namespace kakuin::advice
