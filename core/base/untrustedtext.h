// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace kakuin {

/// The one place that decides which characters a name must not have: controls (NUL, CR, LF, U+0085 …), line and paragraph
/// separators, format characters (bidirectional controls, zero-width characters, tags), halves of surrogate pairs, and
/// letters without a glyph (the Hangul fillers, the combining grapheme joiner, the braille blank).
/// They break lines of scripts and logs, or make two names look alike. Everything else is left to quoting: blanks,
/// quotes, backticks and `$()` are no reason to refuse a name.
[[nodiscard]] bool isUnsafeInName(QStringView text);

/// A name as it was received: of a server, site, connector, availability group, domain, organisation … anything that can
/// reach a command, a script, a file name or the screen. Every decoder passes names through here, before anything is cut
/// off or compared.
/// Shape:  the name without the blanks (U+0020) around it; one with other blanks around it is refused, because it would
///         look like the one without them.
/// Errors: UnsafeName, detail: the text with visible escapes. It is refused and not cleaned: cleaned names could be equal
///         to others. The subject is empty, so that the text never becomes a name by another way.
[[nodiscard]] Result<QString> safeName(const QString &text);

/// Makes text that came from a server or a file safe to show on one line: control characters, line breaks and invisible
/// or direction-changing format characters become visible "\u{…}" escapes; at most maxLength UTF-16 units, then "…".
[[nodiscard]] QString singleLine(const QString &text, qsizetype maxLength = 4096);

/// The same for several lines: line breaks stay (CRLF and CR become LF), everything else as in singleLine().
[[nodiscard]] QString multiLine(const QString &text, qsizetype maxLength = 65536);

/// The first line of a value for a cell of a table, at most maxLength UTF-16 units; " …" at its end where more follows.
[[nodiscard]] QString firstLine(const QString &value, qsizetype maxLength);

} // namespace kakuin
