// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Set-AuthConfig: stages, publishes and clears the organisation's Auth certificate.
/// Rules:  a new certificate needs a date in the future (E8) and asks P2 within 48 hours, unless -Force; publishing
///         needs a next certificate; -PublishCertificate and -ClearPreviousCertificate may be combined; a certificate
///         that is staged or published is distributed to the other servers over time.
/// Source: learn.microsoft.com/powershell/module/exchange/set-authconfig
[[nodiscard]] CmdletDefinition setAuthConfig();

} // namespace kakuin::lab
