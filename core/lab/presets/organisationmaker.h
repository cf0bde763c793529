// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labstate.h"
#include "core/x509/maker.h"

namespace kakuin::lab {

class Blueprint;

/// Makes a whole practice organisation: keys, certificates, servers, connectors, all relative to `nowUtc`.
/// Shape:  `progress` is called with 0 to 99 from this thread and answers whether to go on.
/// Errors: KeyGenerationFailed, SigningFailed; Cancelled.
/// Cost:   up to 40 RSA keys and one signature a certificate, on all cores; huge takes a few seconds. Keys are shared
///         between certificates, because nobody attacks a practice organisation; New-ExchangeCertificate makes its own.
/// Threads: not from a thread of the global pool, whose threads do the work.
[[nodiscard]] Result<LabState> makeOrganisation(
    Preset preset, const QDateTime &nowUtc, const std::function<bool(int)> &progress);
/// The same from a blueprint of one's own and keys that exist: one for each number that its recipes name.
/// Errors: SigningFailed; Cancelled.
[[nodiscard]] Result<LabState> makeOrganisation(
    const Blueprint &blueprint, const QList<x509::PrivateKey> &keys, const std::function<bool(int)> &progress);

} // namespace kakuin::lab
