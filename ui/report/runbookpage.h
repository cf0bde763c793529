// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/runbook.h"

namespace kakuin::ui {

/// A plan as a page for the change record: each command as the script has it, the questions to expect with the advised
/// answer, the checks between the steps, cautions, and a table to sign.
/// Shape:   the words are those of the script and of the Review page.
[[nodiscard]] QString runbookPage(const plan::Plan &plan, const plan::RunbookText &text);

} // namespace kakuin::ui
