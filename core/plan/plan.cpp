// SPDX-License-Identifier: MIT
#include "core/plan/plan.h"

#include <algorithm>

namespace kakuin::plan {

bool makesCertificate(StepKind kind)
{
    return kind == StepKind::CreateSuccessor || kind == StepKind::CreateAuthCertificate
        || kind == StepKind::ImportCertificate;
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
