// SPDX-License-Identifier: MIT
#include "ui/prompts/promptcontext.h"

#include "core/plan/planrunner.h"
#include "core/session/session.h"

namespace kakuin::ui {

PromptContext PromptContext::of(const session::Session *session, const plan::PlanRunner *runner)
{
    PromptContext context;
    if (session != nullptr) {
        context.inventory = session->inventory();
        context.nowUtc = session->nowUtc();
    }
    if (runner == nullptr)
        return context;
    context.stepCount = static_cast<int>(runner->plan().steps.size());
    context.stepNumber = runner->currentStep();
    if (const plan::Step *step = runner->plan().find(context.stepNumber)) {
        if (const auto &question = runner->question()) {
            context.kind = question->kind;
            context.expected = question->advice;
        }
        context.renewed = step->subject;
    }
    return context;
}

} // namespace kakuin::ui
