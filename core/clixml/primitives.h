// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/tag.h"
#include "core/clixml/value.h"

#include <optional>

namespace kakuin::clixml {

/// The value that the text of a primitive element stands for; nothing when the text is not of that kind. White space
/// around numbers is allowed, as .NET allows it. A date that is none keeps its text.
/// Source: MS-PSRP 2.2.5.1.
[[nodiscard]] std::optional<Value> primitiveValue(Tag tag, QStringView text);

/// How a primitive is written: the element and its text, escapes made, XML's own not.
struct PrimitiveText final {
    Tag tag = Tag::Nil;
    QString text;
};
/// The reverse of primitiveValue. Null, an object and what is left of a broken cycle: Nil. Nothing for text that is
/// none of its kind (a Decimal of letters, a date with control characters), because nobody would read it back.
[[nodiscard]] std::optional<PrimitiveText> primitiveText(const Value &value);

/// A number in decimal digits with an optional sign, within the bounds.
[[nodiscard]] std::optional<qint64> decimalInteger(QStringView text, qint64 least, qint64 largest);

} // namespace kakuin::clixml
