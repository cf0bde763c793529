// SPDX-License-Identifier: MIT
#include "core/plan/consent.h"

#include <algorithm>

namespace kakuin::plan {

using shell::PromptKind;

std::optional<shell::Confirmation> Consent::answerFor(int step, const RecognisedQuestion &question) const
{
    const auto it = std::find_if(answers.begin(), answers.end(), [&](const ConsentedAnswer &each) {
        return each.step == step && each.kind == question.kind && each.current == question.current;
    });
    if (it == answers.end() || !question.advice || question.advice->recommended != it->answer)
        return std::nullopt;
    return it->answer;
}

QList<ConsentedAnswer> consentableAnswers(const Plan &plan)
{
    QList<ConsentedAnswer> out;
    for (const Step &step : plan.steps) {
        for (const ExpectedPrompt &prompt : step.prompts) {
            const bool namesHolder = prompt.kind == PromptKind::OverwriteDefaultSmtp;
            if (prompt.kind == PromptKind::Unknown || (namesHolder && prompt.currentCertificate.isNull()))
                continue;
            out.append({step.number, step.server, prompt.kind, step.subject,
                namesHolder ? prompt.currentCertificate : domain::Thumbprint(), prompt.recommended});
        }
    }
    return out;
}

} // namespace kakuin::plan
