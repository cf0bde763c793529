// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace kakuin::bench {

/// That many different self-signed certificates as Exchange makes them (RSA 2048, SHA-256, two DNS names), as DER. They
/// share a few keys: making keys is not what is measured.
/// Cost: signing 10,000 takes some seconds of all cores; they are kept, so the second caller waits for nothing.
/// Errors: KeyGenerationFailed, SigningFailed.
[[nodiscard]] Result<QList<QByteArray>> practiceCertificates(int count);

/// The name of the n-th server of the organisations made here: "MBX0042".
[[nodiscard]] QString serverName(int index);

} // namespace kakuin::bench
