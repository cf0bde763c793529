// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/shell/errorrecord.h"

namespace kakuin::session {

/// What an error record of a reading command means for the picture of the organisation.
/// Shape:   subject = whom or what the command was for (a server, else the cmdlet); detail = the server's own words.
/// Errors:  ServerUnreachable when the text carries RPC error 1722 or 1753 or "access denied" (number, English or
///          Japanese text); CmdletNotFound, ParameterNotFound, ServerNotFound by the record's exception; else
///          ServerError.
/// Source:  Win32 error codes; the texts of Windows in both languages.
[[nodiscard]] Error errorOfRecord(const shell::ErrorRecord &record, const QString &subject);

} // namespace kakuin::session
