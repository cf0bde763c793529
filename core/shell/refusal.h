// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/shell/errorrecord.h"

namespace kakuin::shell {

/// Which of Exchange's known refusals an error record is.
/// Shape:   told by the identifier that Exchange puts into FullyQualifiedErrorId, which is the same in every language,
///          else by the beginning of the text where its wording is known.
/// Errors:  ServerError for any other: the server's own words are all there is.
/// Source:  messages E1 to E8 of the certificate cmdlets (Remove-, Get-, Enable-, Export-, Import-ExchangeCertificate,
///          Set-AuthConfig). For RefusedAuthExport KB5069337, which says that the export is refused, not with which
///          words or identifier: a record of Export-ExchangeCertificate that names the Auth certificate counts.
[[nodiscard]] ErrorCode refusalOf(const ErrorRecord &record);

/// Whether a record says that the server could not be reached or did not let the caller in: its text carries RPC error
/// 1722 or 1753 or "access denied" (number, English or Japanese text).
/// Source:  Win32 error codes; the texts of Windows in both languages.
[[nodiscard]] bool isUnreachable(const ErrorRecord &record);

} // namespace kakuin::shell
