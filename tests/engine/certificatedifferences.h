// SPDX-License-Identifier: MIT
#pragma once

#include "tests/testkit/enginejudge.h"

namespace kakuin::testkit {

/// What X509Certificate2 and core/x509 say differently about a certificate, a line each; empty when they agree.
[[nodiscard]] QStringList certificateDifferences(EngineJudge &judge, const QByteArray &der);
/// What System.Formats.Nrbf and core/clixml read differently from SerializationData, a line each.
[[nodiscard]] QStringList blobDifferences(EngineJudge &judge, const QByteArray &data);

} // namespace kakuin::testkit
