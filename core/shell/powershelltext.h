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
/// Shape:  words that cannot be read otherwise stay bare (EX01, IMAP); everything else as quoted(); $true/$false; dates as
///         ([datetime]'2026-11-24T09:00:00.000Z'); bytes by FromBase64String; a Secret becomes a question
///         (Read-Host -AsSecureString), never text.
/// Source: about_Quoting_Rules, about_Parsing; syntax of Windows PowerShell 3.0 only.
[[nodiscard]] QString toPowerShell(const ParameterValue &value, const LateText &lateText = previewLateText);

/// The whole pipeline on one line.
[[nodiscard]] QString toPowerShell(const Pipeline &pipeline, const LateText &lateText = previewLateText);

/// The pipeline for reading: one cmdlet a line, continuation lines indented by four ("… |\n    New-…"). Parses the
/// same.
[[nodiscard]] QString toPowerShellLines(const Pipeline &pipeline, const LateText &lateText = previewLateText);

/// A text as an expression on one line: a single-quoted literal in which all of PowerShell's single quotes (U+0027,
/// U+2018-U+201B) are doubled. What isUnsafeInName() names is never written into a literal but added by its number:
/// ('EX01' + [char]10 + 'x'). So no command has a line break, and none reads otherwise than it runs.
[[nodiscard]] QString quoted(const QString &text);

/// Any text as line comments: the only place that writes comments into scripts.
/// Shape:  one entry per line, each beginning with "# " (or "#"), without any line break; first and others are put in
///         front of the text of the first and the further lines. Control and direction-changing characters become
///         visible escapes. A line that PowerShell would take for the beginning of a signature, after which a script
///         ends, is replaced by "…"; one that would become "#requires" gets a word in front.
/// Source: PowerShell's tokenizer: a line comment ends at CR or LF; a comment whose letters are within an edit distance
///         of 9 of "sig#beginsignatureblock" begins a signature.
[[nodiscard]] QStringList commentLines(const QString &text, const QString &first = {}, const QString &others = {});

} // namespace kakuin::shell
