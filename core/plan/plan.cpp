// SPDX-License-Identifier: MIT
#include "core/plan/plan.h"

#include <algorithm>

namespace kakuin::plan {

bool makesCertificate(StepKind kind)
{
    return kind == StepKind::CreateSuccessor || kind == StepKind::CreateAuthCertificate
        || kind == StepKind::ImportCertificate;
}

std::optional<ExpectedPrompt> adviceFor(const Step &step, const shell::Prompt &prompt)
{
    const shell::PromptKind kind = shell::kindOf(prompt);
    const auto it = std::find_if(step.prompts.begin(), step.prompts.end(),
        [kind](const ExpectedPrompt &expected) { return expected.kind == kind; });
    if (kind == shell::PromptKind::Unknown || it == step.prompts.end())
        return std::nullopt;
    ExpectedPrompt advice = *it;
    const QList<domain::Thumbprint> named = prompt.thumbprints();
    if (kind != shell::PromptKind::OverwriteDefaultSmtp || named.isEmpty())
        return advice;
    advice.currentCertificate = named.first();
    if (advice.followsCurrent) {
        const bool oldHoldsRole = advice.currentCertificate == step.subject;
        advice.recommended = oldHoldsRole ? shell::Confirmation::Yes : shell::Confirmation::No;
        advice.reason = oldHoldsRole ? RecommendationReason::SuccessorTakesOverTransport
                                     : RecommendationReason::OldIsNotTransport;
    }
    return advice;
}

const Step *Plan::find(int number) const
{
    const auto it = std::find_if(steps.begin(), steps.end(), [number](const Step &s) { return s.number == number; });
    return it == steps.end() ? nullptr : &*it;
}

bool Plan::isOrganisationWide() const
{
    return std::any_of(steps.begin(), steps.end(), [](const Step &step) { return step.server.isEmpty(); });
}

QList<domain::ServerId> Plan::servers() const
{
    QList<domain::ServerId> out;
    for (const Step &step : steps) {
        if (!step.server.isEmpty() && !out.contains(step.server))
            out.append(step.server);
    }
    return out;
}

} // namespace kakuin::plan
