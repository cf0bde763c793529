// SPDX-License-Identifier: MIT
#pragma once

#include "bench/figure.h"
#include "core/base/result.h"

namespace kakuin::bench {

/// Every benchmark: makes its own input, measures, answers with its figures at the full size and at a tenth of it.
/// Errors:  whatever keeps it from measuring; a missed aim is a figure, not an error.
/// Threads: the GUI thread; each turns the event loop where what it measures needs one.
[[nodiscard]] Result<QList<Figure>> measureStart();
[[nodiscard]] Result<QList<Figure>> measureParse();
[[nodiscard]] Result<QList<Figure>> measureClixml();
[[nodiscard]] Result<QList<Figure>> measureRows();
[[nodiscard]] Result<QList<Figure>> measureTree();
[[nodiscard]] Result<QList<Figure>> measureMemory();
[[nodiscard]] Result<QList<Figure>> measureRefresh();
[[nodiscard]] Result<QList<Figure>> measureFindings();
[[nodiscard]] Result<QList<Figure>> measureCheck();
[[nodiscard]] Result<QList<Figure>> measureServers();
[[nodiscard]] Result<QList<Figure>> measureRemote();
/// No figures, and a line that says so, where there is no .NET.
[[nodiscard]] Result<QList<Figure>> measurePipelines();

/// The part of measureMemory() that runs in a process of its own, so that nothing else's memory is counted: fills a
/// tree with that many certificates and answers with bytes of resident memory per row and per certificate behind it.
struct RowMemory final {
    double row = 0;
    double certificate = 0;
};
[[nodiscard]] Result<RowMemory> measureRowMemory(int certificates);
/// The same for measureRemote(): bytes of resident memory for each certificate that was read from a CertificateServer.
[[nodiscard]] Result<double> measureRemoteMemory(const QString &url, const QString &caFile, int certificates);

} // namespace kakuin::bench
