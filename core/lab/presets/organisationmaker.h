// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labstate.h"

namespace kakuin::lab {

/// Makes a whole practice organisation: keys, certificates, servers, connectors, all relative to `nowUtc`.
/// Shape:  `progress` is called with 0 to 99 from this thread and answers whether to go on.
/// Errors: KeyGenerationFailed, SigningFailed; Cancelled.
/// Cost:   up to 40 RSA keys and one signature a certificate, on all cores; huge takes a few seconds. Keys are shared
///         between certificates, because nobody attacks a practice organisation; New-ExchangeCertificate makes its own.
/// Threads: not from a thread of the global pool, whose threads do the work.
[[nodiscard]] Result<LabState> makeOrganisation(
    Preset preset, const QDateTime &nowUtc, const std::function<bool(int)> &progress);

} // namespace kakuin::lab
