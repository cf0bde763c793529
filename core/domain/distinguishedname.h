// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace kakuin::domain {

/// A distinguished name in the form in which names are compared.
/// Shape:   the same for "CN=mail, O=Contoso" and "o=contoso,cn=mail": the order of the parts, spaces, quotes, escapes,
///          case and the aliases of keywords (ST and S) do not matter. Not meant to be shown.
/// Errors:  none; text that is no name is only folded, so that it equals nothing but itself.
/// Source:  RFC 4514 2.4 and 3 (escapes), X500DistinguishedName of .NET (quotes, keywords).
[[nodiscard]] QString comparableName(const QString &name);

/// comparableName() of both is the same; cheap for the same text and for names with different numbers of parts.
[[nodiscard]] bool isSameName(const QString &a, const QString &b);

} // namespace kakuin::domain
