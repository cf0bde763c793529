// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/object.h"
#include "core/domain/serverid.h"

#include <QtCore/QList>

namespace kakuin::shell::decode {

/// The short name of a directory object wherever it lies on the ladder of depths: Props.Name, else the last component
/// of its text, which is a name, a canonical path ("contoso.com/Configuration/Sites/Tokyo") or a distinguished name.
/// Empty for null and for anything without a text.
/// Errors: UnsafeName, also for a name that becomes one when its escapes are undone ("EX01\0A…").
/// Source: ADObjectId of captured objects.
[[nodiscard]] Result<QString> directoryName(const clixml::Value &value);

/// The same as a server; a backslash ("EX01\Default EX01") ends the name.
[[nodiscard]] Result<domain::ServerId> directoryServerId(const clixml::Value &value);
/// Of a list, or of one value. At most 10,000 are read; empty names are left out, repeated ones kept once. One name that
/// is refused refuses the list.
[[nodiscard]] Result<QList<domain::ServerId>> directoryServerIds(const clixml::Value &value);

/// The values of a distinguished name's parts, unescaped, in order: {"CN", "EX01"}, {"CN", "Servers"}, …
[[nodiscard]] QList<std::pair<QString, QString>> nameParts(const QString &distinguishedName);
/// The distinguished name, if it and all of its parts without their escapes are safe names. Errors: UnsafeName.
[[nodiscard]] Result<QString> safeDistinguishedName(const QString &distinguishedName);
/// The Exchange organisation in a distinguished name: the part before "CN=Microsoft Exchange,CN=Services"; else empty.
[[nodiscard]] QString organisationName(const QString &distinguishedName);

} // namespace kakuin::shell::decode
