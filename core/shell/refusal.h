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
///          Set-AuthConfig).
[[nodiscard]] ErrorCode refusalOf(const ErrorRecord &record);

} // namespace kakuin::shell
