// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Export-ExchangeCertificate: certificate and key as PFX, in FileData of the object that it returns.
/// Rules:  E5 without an exportable key; -BinaryEncoded gives the bytes, else base64 text; -FileName (2013) writes
///         into the practice organisation's own share and returns nothing.
/// Source: learn.microsoft.com/powershell/module/exchange/export-exchangecertificate
[[nodiscard]] CmdletDefinition exportExchangeCertificate();

} // namespace kakuin::lab
