// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/pipeline.h"

#include <functional>

namespace kakuin::shell {

/// How a late value is spelled: "<1>" in a preview, "$step1.Thumbprint" in a script.
using LateText = std::function<QString(const LateValue &)>;
/// "<1>" for the thumbprint that step 1 returns; "(Get-Date).AddHours(49)" for times (which is right in a script, too).
[[nodiscard]] QString previewLateText(const LateValue &value);

/// A value as PowerShell source that evaluates to the same value.
/// Shape:  words that cannot be read otherwise stay bare (EX01, IMAP); everything else is single-quoted, all of
///         PowerShell's quote characters (U+0027, U+2018-U+201B) doubled; $true/$false; dates as
///         ([datetime]'2026-11-24T09:00:00.000Z'); bytes by FromBase64String; a Secret becomes a question
///         (Read-Host -AsSecureString), never text.
/// Source: about_Quoting_Rules, about_Parsing; syntax of Windows PowerShell 3.0 only.
[[nodiscard]] QString toPowerShell(const ParameterValue &value, const LateText &lateText = previewLateText);

/// The whole pipeline on one line.
[[nodiscard]] QString toPowerShell(const Pipeline &pipeline, const LateText &lateText = previewLateText);

/// The pipeline for reading: one cmdlet a line, continuation lines indented by four ("… |\n    New-…"). Parses the
/// same.
[[nodiscard]] QString toPowerShellLines(const Pipeline &pipeline, const LateText &lateText = previewLateText);

/// A single-quoted string literal.
[[nodiscard]] QString quoted(const QString &text);

} // namespace kakuin::shell
