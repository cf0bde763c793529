// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"
#include "core/shell/pipelineoutput.h"

namespace kakuin::plan {

/// Whether a check applies, given how the questions of the steps so far were answered.
[[nodiscard]] bool applies(const Check &check, const QList<StepRecord> &steps);
/// The same for what a check or a step depends on.
[[nodiscard]] bool applies(const Check::Condition &condition, const QList<StepRecord> &steps);

/// Whether a check of that kind is about one certificate, which must be known before it can be made.
[[nodiscard]] bool concernsCertificate(Check::Kind kind);

/// Whether a check of that kind reads what a certificate carries.
[[nodiscard]] bool tellsCertificates(Check::Kind kind);

/// Whether what the check's command wrote shows the state that must hold. `expected` is the check's certificate.
/// Errors: VerificationFailed, subject = the server, detail = "expected=… found=…" (thumbprints, service names, or
///         "none"); VerificationImpossible when the answer does not tell it (certificates that come as bytes only);
///         ServerError with the server's words;
///         UnexpectedOutput and those of the decoders.
[[nodiscard]] Result<void> outcomeOf(
    const Check &check, const domain::Thumbprint &expected, const shell::PipelineOutput &output);

/// The certificates that the output of a NothingNewInStore check names; one that cannot be read only by its thumbprint.
[[nodiscard]] QList<domain::Thumbprint> storeIn(const domain::ServerId &server, const shell::PipelineOutput &output);

/// The certificate that a command returned; null when it returned none.
/// Errors: UnexpectedOutput when there are several, or when it is `subject`, the certificate that the step started
///         from; those of decode::exchangeCertificate().
[[nodiscard]] Result<domain::Thumbprint> producedBy(const Step &step, const shell::PipelineOutput &output);

/// The PFX that an exporting command returned; empty when it returned none.
[[nodiscard]] QByteArray fileDataIn(const shell::PipelineOutput &output);

/// The error records of an output as one error: ServerError, detail = the server's words.
/// Precondition: output.hasErrors().
[[nodiscard]] Error serverError(const domain::ServerId &server, const shell::PipelineOutput &output);

} // namespace kakuin::plan
