// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

namespace kakuin::plan {

/// What late values are made of while a plan runs. Bytes and password live here only: never in the journal.
struct LateSources final {
    const QList<StepRecord> &steps;
    QDateTime nowUtc;
    Secret password;
    QHash<int, QByteArray> fileData; ///< what exporting steps returned, by number
};

/// The certificate that is meant, given what the steps have returned so far; null when its step returned none.
[[nodiscard]] domain::Thumbprint resolveReference(
    const CertificateReference &reference, const QList<StepRecord> &steps);

/// The pipeline as it can be sent now: every late value replaced. Reads the file that a value names (at most 16 MiB).
/// Errors: LateValueMissing, detail = the number of the step that returned nothing; also for an empty pipeline, which
///         says nothing that could be sent; FileNotFound, FileUnreadable, subject = the path.
[[nodiscard]] Result<shell::Pipeline> resolveLateValues(const shell::Pipeline &pipeline, const LateSources &sources);

/// Whether a value of the pipeline is the PFX that the given step returns.
[[nodiscard]] bool needsFileOf(const shell::Pipeline &pipeline, int step);

} // namespace kakuin::plan
