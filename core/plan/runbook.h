// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

namespace kakuin::plan {

/// The words of a runbook: core has none. Implemented by text; every text may have several lines.
class RunbookText {
public:
    RunbookText() = default;
    virtual ~RunbookText() = default;
    Q_DISABLE_COPY_MOVE(RunbookText)
    [[nodiscard]] virtual QString title(const Plan &plan) const = 0;
    [[nodiscard]] virtual QString introduction(const Plan &plan) const = 0; ///< made by whom, when, how to run it
    [[nodiscard]] virtual QString step(const Step &step) const = 0;
    [[nodiscard]] virtual QString expectedPrompt(const Step &step, const ExpectedPrompt &prompt) const = 0;
    [[nodiscard]] virtual QString check(const Check &check) const = 0;
    [[nodiscard]] virtual QString checkFailed(const Check &check) const = 0; ///< message with which the script stops
    [[nodiscard]] virtual QString caution(Caution caution) const = 0;
};

/// The plan as a PowerShell script for the Exchange Management Shell.
/// Shape:   comments in the person's language, each step's command as it would run here ($step1 holds what step 1
///          returned), each check as an if that stops the script with `throw`. CRLF, UTF-8 with BOM (Windows
///          PowerShell reads others as ANSI). Prompts are not suppressed: the person answers them. No secret is ever
///          in it.
/// Source:  syntax of Windows PowerShell 3.0.
[[nodiscard]] QByteArray runbookScript(const Plan &plan, const RunbookText &text);

} // namespace kakuin::plan
