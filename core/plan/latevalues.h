// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

namespace kakuin::plan {

/// The certificate that is meant, given what the steps have returned so far; null when its step returned none.
[[nodiscard]] domain::Thumbprint resolveReference(
    const CertificateReference &reference, const QList<StepRecord> &steps);

/// The pipeline as it can be sent now: every late value replaced.
/// Errors: LateValueMissing, detail = the number of the step that returned nothing; also for an empty pipeline, which
///         says nothing that could be sent.
[[nodiscard]] Result<shell::Pipeline> resolveLateValues(
    const shell::Pipeline &pipeline, const QList<StepRecord> &steps, const QDateTime &nowUtc);

} // namespace kakuin::plan
