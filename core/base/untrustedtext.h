// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace kakuin {

/// Makes text that came from a server or a file safe to show on one line: control characters, line breaks and invisible
/// or direction-changing format characters become visible "\u{…}" escapes; at most maxLength UTF-16 units, then "…".
[[nodiscard]] QString singleLine(const QString &text, qsizetype maxLength = 4096);

/// The same for several lines: line breaks stay (CRLF and CR become LF), everything else as in singleLine().
[[nodiscard]] QString multiLine(const QString &text, qsizetype maxLength = 65536);

/// The first line of a value for a cell of a table, at most maxLength UTF-16 units; " …" at its end where more follows.
[[nodiscard]] QString firstLine(const QString &value, qsizetype maxLength);

} // namespace kakuin
