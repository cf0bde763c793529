// SPDX-License-Identifier: MIT
#include "core/plan/operationfacts.h"

#include <algorithm>

namespace kakuin::plan {

bool concerns(const OperationRecord &operation, const domain::CertificateId &id)
{
    for (const Step &step : operation.plan.steps) {
        if (!step.server.isEmpty() && step.server != id.server)
            continue;
        const bool isNamed = step.subject == id.thumbprint
            || std::any_of(step.checks.begin(), step.checks.end(),
                [&id](const Check &check) { return check.certificate.thumbprint == id.thumbprint; });
        const bool isMade = std::any_of(operation.steps.begin(), operation.steps.end(),
            [&](const StepRecord &r) { return r.number == step.number && r.produced == id.thumbprint; });
        if (isNamed || isMade)
            return true;
    }
    return false;
}

domain::CertificateId formerTransport(const Plan &plan, const QList<StepRecord> &steps)
{
    domain::CertificateId former;
    for (const StepRecord &record : steps) {
        const Step *step = plan.find(record.number);
        if (step == nullptr || record.state != StepState::Succeeded)
            continue;
        if (step->kind == StepKind::RemoveCertificate && step->subject == former.thumbprint)
            return {};
        for (const shell::AskedPrompt &question : record.questions) {
            const auto answer = question.answer ? question.prompt.confirmationAt(*question.answer) : std::nullopt;
            const bool isYes = answer == shell::Confirmation::Yes || answer == shell::Confirmation::YesToAll;
            if (isYes && shell::kindOf(question.prompt) == shell::PromptKind::OverwriteDefaultSmtp)
                former = {step->server, question.prompt.thumbprints().value(0)};
        }
    }
    return former;
}

bool isOutcomeOpen(const StepRecord &record)
{
    return record.state == StepState::Running || record.state == StepState::OutcomeUnknown;
}

} // namespace kakuin::plan
