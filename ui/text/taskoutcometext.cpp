// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"
#include "ui/text/plantext.h"

#include <algorithm>

namespace kakuin::ui {
namespace {

// A step that changed the organisation and went through: its traces stay.
bool hasChanged(const plan::Plan &plan, const QList<plan::StepRecord> &steps)
{
    return std::any_of(steps.begin(), steps.end(), [&plan](const plan::StepRecord &record) {
        const plan::Step *step = plan.find(record.number);
        const bool wasSent = record.state == plan::StepState::Succeeded && record.startedUtc.isValid();
        return step != nullptr && ((wasSent && step->isChanging() && !step->condition) || !record.produced.isNull());
    });
}

} // namespace

QString PlanText::taskDone(const plan::Plan &plan)
{
    const bool isPublished = std::any_of(plan.steps.begin(), plan.steps.end(),
        [](const plan::Step &step) { return step.kind == plan::StepKind::PublishAuthCertificate; });
    switch (plan.kind) {
    case plan::PlanKind::RenewCertificate:
        break;
    case plan::PlanKind::RotateAuthCertificate:
        return isPublished ? tr("The organisation has a new Auth certificate, and every check agrees.")
                           : tr("The new Auth certificate is staged. It takes over on its effective date.");
    case plan::PlanKind::CompleteAuthRotation:
        return isPublished ? tr("The staged certificate is the Auth certificate now, and every check agrees.")
                           : tr("The previous Auth certificate is no longer named.");
    case plan::PlanKind::CancelAuthRotation:
        return tr("The staged certificate will not take over. The present Auth certificate stays.");
    case plan::PlanKind::SpreadAuthCertificate:
        return tr("The servers have the Auth certificate. Their neighbours get it from them within minutes.");
    case plan::PlanKind::AssignServices:
        return tr("The certificate has its services, and every check agrees.");
    case plan::PlanKind::RemoveCertificates:
        return tr("%n certificates were removed, and every check agrees.", nullptr,
            static_cast<int>(std::count_if(plan.steps.begin(), plan.steps.end(),
                [](const plan::Step &step) { return step.kind == plan::StepKind::RemoveCertificate; })));
    case plan::PlanKind::ExportCertificate:
        return tr("The file holds the certificate with its key. It was opened with the password to make sure.");
    case plan::PlanKind::ImportCertificate:
        return tr("%n servers have the certificate with its key.", nullptr, static_cast<int>(plan.servers().size()));
    }
    return {};
}

QString PlanText::taskOutcome(const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps)
{
    if (const plan::StepRecord *unknown = plan::firstIn(steps, plan::StepState::OutcomeUnknown))
        return tr("The connection ended while step %1 was running. Whether it took effect is not known: refresh before "
                  "you try again.")
            .arg(unknown->number);
    switch (state) {
    case plan::OperationState::Running:
        return tr("This is still running.");
    case plan::OperationState::Succeeded:
        return taskDone(plan);
    case plan::OperationState::Failed: {
        const plan::StepRecord *failed = plan::firstIn(steps, plan::StepState::Failed);
        if (failed == nullptr)
            return tr("This could not be carried out. Nothing was changed.");
        return hasChanged(plan, steps)
            ? tr("Step %1 failed. What the steps before it did stays done.").arg(failed->number)
            : tr("Step %1 failed. Nothing was changed.").arg(failed->number);
    }
    case plan::OperationState::Cancelled:
        return hasChanged(plan, steps) ? tr("You stopped. What was done before stays done.")
                                       : tr("You stopped before anything was changed.");
    case plan::OperationState::SetAside:
        return tr("This was set aside where it was interrupted. What was done stays done.");
    }
    return {};
}

} // namespace kakuin::ui
