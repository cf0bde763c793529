// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace kakuin::clixml {

/// `_xHHHH_` escapes to UTF-16 units, one pass from the left: what an escape stands for is not looked at again, and an
/// underscore that begins no escape is itself. Unpaired surrogates stay as they are.
/// Source: MS-PSRP 2.2.5.3.2
[[nodiscard]] QString decodeEscapes(QStringView text);
/// The reverse, with upper-case digits as Windows writes them; U+FFFE and U+FFFF too, because XML has no room for them.
[[nodiscard]] QString encodeEscapes(QStringView text);

} // namespace kakuin::clixml
