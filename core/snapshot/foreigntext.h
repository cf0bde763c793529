// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace kakuin::snapshot {

/// Text of a file as Windows writes it: UTF-8 and UTF-16 with or without a byte order mark, else Shift_JIS (the ANSI code
/// page of Japanese Windows), else Latin-1. Never fails; what no encoding fits becomes Latin-1.
/// Cost: linear, twice at most.
[[nodiscard]] QString textOfBytes(const QByteArray &bytes);

/// A file's name whose bytes are not in the encoding of this system, as unzip leaves the names of Japanese computers: as
/// UTF-8 or Shift_JIS if it is one of them, else with its bytes in percent.
[[nodiscard]] QString nameOfBytes(const QByteArray &bytes);

} // namespace kakuin::snapshot
