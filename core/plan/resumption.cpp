// SPDX-License-Identifier: MIT
#include "core/plan/resumption.h"

#include "core/plan/checkoutcome.h"
#include "core/plan/latevalues.h"
#include "core/plan/remainingsteps.h"

#include <algorithm>

namespace kakuin::plan {

const ResumedStep *Resumption::find(int number) const
{
    const auto it
        = std::find_if(steps.begin(), steps.end(), [number](const ResumedStep &step) { return step.number == number; });
    return it == steps.end() ? nullptr : &*it;
}

bool Resumption::isComplete() const
{
    return std::all_of(steps.begin(), steps.end(), [](const ResumedStep &step) {
        return step.standing == StepStanding::Done || step.standing == StepStanding::NotNeeded;
    });
}

namespace {

bool isOver(StepStanding standing)
{
    return standing == StepStanding::Done || standing == StepStanding::NotNeeded;
}

// Steps of a server that cannot go on go with it; a plan that is to stop at a failure ends before it.
void leaveOutBlocked(const OperationRecord &operation, Resumption &out)
{
    const ResumedStep *blocked = nullptr;
    QList<domain::ServerId> servers;
    for (const ResumedStep &step : std::as_const(out.steps)) {
        if (step.standing != StepStanding::Blocked)
            continue;
        blocked = blocked == nullptr ? &step : blocked;
        servers.append(operation.plan.find(step.number)->server);
    }
    if (blocked == nullptr)
        return;
    const bool isSiteHurt = std::any_of(out.steps.begin(), out.steps.end(),
        [](const ResumedStep &step) { return step.obstacle == Obstacle::SiteWithoutCertificate; });
    if (isSiteHurt || operation.plan.errorPolicy == ErrorPolicy::Stop)
        out.plan.steps.clear();
    else
        out.plan.steps.removeIf([&servers](const Step &step) { return servers.contains(step.server); });
}

} // namespace

Resumption resumptionOf(const OperationRecord &operation, const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    Resumption out;
    out.plan = operation.plan;
    out.plan.steps.clear();
    RemainingSteps remaining(operation, inventory, nowUtc);
    for (const Step &step : operation.plan.steps) {
        const RemainingSteps::Judgement judged = remaining.judge(step);
        out.steps.append(judged.standing);
        if (!isOver(judged.standing.standing) && judged.standing.standing != StepStanding::Blocked)
            out.plan.steps.append(judged.step);
    }
    leaveOutBlocked(operation, out);
    if (!out.canContinue())
        out.plan.cautions.clear();
    return out;
}

} // namespace kakuin::plan
