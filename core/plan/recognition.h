// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

namespace kakuin::plan {

/// What is known, beside the step, when a question of its command comes.
struct QuestionFacts final {
    shell::Pipeline command; ///< as it was sent: late values resolved
    /// The store of the step's server right before the command; empty when it was not read.
    std::optional<QList<domain::Thumbprint>> presentBefore;
    domain::Thumbprint
        transportHolder; ///< to which this plan has moved internal transport on that server; null: it has not
    QDateTime serverNowUtc;
};

/// A question that agrees in everything with what the step's command asks.
struct RecognisedQuestion final {
    shell::PromptKind kind = shell::PromptKind::Unknown;
    domain::Thumbprint current; ///< OverwriteDefaultSmtp: the certificate in use
    domain::Thumbprint incoming; ///< OverwriteDefaultSmtp: the one that is to take its place
    /// What the plan recommends; empty when the step did not expect this question.
    std::optional<ExpectedPrompt> advice;
};

/// Tells which question this is. The words depend on the language and prove nothing, so all of this must agree: the
/// asking cmdlet is one of the command's; the question is PowerShell's confirmation (Prompt::isConfirmation()); and
///  - OverwriteDefaultSmtp of New-ExchangeCertificate: two thumbprints, the first the certificate that holds the role by
///    the plan (the step's subject where that is not known), the second one that was not in the store before;
///  - OverwriteDefaultSmtp of Enable-ExchangeCertificate: two thumbprints, the holder by the plan and the certificate
///    that the command names;
///  - EffectiveDateWithin48Hours of Set-AuthConfig: no thumbprint but the command's, "48", and an effective date in the
///    command that is less than 48 hours away;
///  - RemoveCertificate of Remove-ExchangeCertificate: the step's certificate and no other.
/// Everything else is not recognised: there is no advice for it, and only the person answers it.
[[nodiscard]] std::optional<RecognisedQuestion> recognise(
    const Step &step, const shell::Prompt &prompt, const QuestionFacts &facts);

} // namespace kakuin::plan
