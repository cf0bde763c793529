// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace kakuin::testkit {

/// Every character that a name must not have, at least one of each kind, as a text of one code point.
[[nodiscard]] QStringList unsafeCharacters();

/// Texts that try to leave the literal, comment, file name or row that they are put into: a fixed list, then `generated`
/// ones from the seed, of the same pieces. The same seed gives the same texts.
[[nodiscard]] QStringList hostileTexts(quint32 seed, int generated);

/// Where a line ends for anything that may ever read a script: CR, LF, CR LF, VT, FF, FS, GS, RS, NEL, LS, PS.
[[nodiscard]] QStringList physicalLines(const QString &text);

} // namespace kakuin::testkit
