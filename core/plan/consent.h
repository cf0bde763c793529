// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/recognition.h"

namespace kakuin::plan {

/// One answer that was agreed to before the plan ran.
struct ConsentedAnswer final {
    int step = 0;
    domain::ServerId server;
    shell::PromptKind kind = shell::PromptKind::Unknown;
    domain::Thumbprint subject; ///< the certificate that the step starts from
    domain::Thumbprint
        current; ///< the certificate that the question will name first; null where it names only the subject
    shell::Confirmation answer = shell::Confirmation::No;
    friend bool operator==(const ConsentedAnswer &, const ConsentedAnswer &) = default;
};

/// "Answer as recommended": what the person agreed to on Review, for this plan only.
struct Consent final {
    QByteArray planHash; ///< planHash() of the plan that was shown
    QDateTime givenUtc;
    QList<ConsentedAnswer> answers;

    /// The answer for a question that was recognised in full; empty when the consent does not cover it: another step,
    /// another certificate, or advice that is no longer the one that was agreed to.
    [[nodiscard]] std::optional<shell::Confirmation> answerFor(int step, const RecognisedQuestion &question) const;
    friend bool operator==(const Consent &, const Consent &) = default;
};

/// The answers to which consent can be given: one for each question that the plan expects and whose recommendation is
/// known beforehand. A question whose advice depends on what it will say (the holder of the role was not read) is left
/// out and comes to the person.
[[nodiscard]] QList<ConsentedAnswer> consentableAnswers(const Plan &plan);

} // namespace kakuin::plan
