// SPDX-License-Identifier: MIT
#include "text/promptcontext.h"

#include "core/plan/planrunner.h"
#include "core/session/workspace.h"

namespace kakuin::ui {
namespace {

QList<domain::ServerId> changedServers(const plan::Plan &plan)
{
    QList<domain::ServerId> servers;
    for (const plan::Step &step : plan.steps) {
        if (step.isChanging() && !step.server.isEmpty() && !servers.contains(step.server))
            servers.append(step.server);
    }
    return servers;
}

} // namespace

PromptContext PromptContext::of(const session::Workspace &workspace, const plan::PlanRunner *runner)
{
    PromptContext context;
    context.identity = OrganisationIdentity::of(workspace);
    if (const session::Session *session = workspace.session()) {
        context.inventory = session->inventory();
        context.evaluation = workspace.evaluation();
        context.nowUtc = session->nowUtc();
    }
    if (runner == nullptr)
        return context;
    context.stepCount = static_cast<int>(runner->plan().steps.size());
    if (const plan::Step *step = runner->plan().find(runner->currentStep())) {
        // its place, not its number: a plan that goes on keeps the numbers that its steps had
        context.stepNumber = static_cast<int>(step - runner->plan().steps.constData()) + 1;
        if (const auto &question = runner->question()) {
            context.kind = question->kind;
            context.expected = question->advice;
        }
        context.renewed = step->subject;
        const QList<domain::ServerId> servers = changedServers(runner->plan());
        context.serverCount = static_cast<int>(servers.size());
        // the step's: the question's own is what the server says of itself
        context.serverNumber = static_cast<int>(servers.indexOf(step->server)) + 1;
    }
    return context;
}

} // namespace kakuin::ui
