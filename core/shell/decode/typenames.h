// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"

namespace kakuin::shell::decode {

/// A type's name without what serialising and Select-Object put before it ("Deserialized.", "Selected.", in any order).
[[nodiscard]] QString bareTypeName(const QString &typeName);

/// Whether the most derived type of an object has that full name, live, deserialised or selected.
/// Source: MS-PSRP 2.2.5.2.3 (type names); Select-Object writes "Selected.<type>".
[[nodiscard]] bool isOfType(const clixml::Value &value, QLatin1String typeName);

/// The most derived type, bare; empty for anything but an object with type names.
[[nodiscard]] QString bareTypeNameOf(const clixml::Value &value);

} // namespace kakuin::shell::decode
