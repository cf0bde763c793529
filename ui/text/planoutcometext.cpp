// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"
#include "ui/text/plantext.h"

#include <algorithm>

namespace kakuin::ui {
namespace {

int count(const QList<plan::StepRecord> &steps, plan::StepState state)
{
    return static_cast<int>(std::count_if(
        steps.begin(), steps.end(), [state](const plan::StepRecord &record) { return record.state == state; }));
}

QString serverOfStep(const plan::Plan &plan, int number)
{
    const plan::Step *step = plan.find(number);
    return step != nullptr ? singleLine(step->server.name(), 120) : QString();
}

/// A certificate was created, whatever happened afterwards.
bool hasProduced(const QList<plan::StepRecord> &steps)
{
    return std::any_of(steps.begin(), steps.end(),
        [](const plan::StepRecord &r) { return !r.produced.isNull() || !PlanText::leftBehind(r).isNull(); });
}

/// How many servers went through all of their steps.
int serversDone(const plan::Plan &plan, const QList<plan::StepRecord> &steps)
{
    QList<domain::ServerId> servers = plan.servers();
    for (const plan::StepRecord &record : steps) {
        const plan::Step *step = plan.find(record.number);
        if (step != nullptr && record.state != plan::StepState::Succeeded)
            servers.removeAll(step->server);
    }
    return static_cast<int>(servers.size());
}

} // namespace

domain::Thumbprint PlanText::leftBehind(const plan::StepRecord &record)
{
    if (!record.produced.isNull() || record.state != plan::StepState::Failed)
        return {};
    for (const shell::AskedPrompt &question : record.questions) {
        // New-ExchangeCertificate asks after it has created; Enable- asks about one that was there before
        const bool isNew = question.prompt.cmdlet.startsWith(QLatin1String("New-"), Qt::CaseInsensitive);
        if (isNew && shell::kindOf(question.prompt) == shell::PromptKind::OverwriteDefaultSmtp)
            return question.prompt.thumbprints().value(1);
    }
    return {};
}

QString PlanText::state(plan::StepState state)
{
    switch (state) {
    case plan::StepState::Waiting:
        return tr("waiting", "state of a step");
    case plan::StepState::Running:
        return tr("running", "state of a step");
    case plan::StepState::Succeeded:
        return tr("done", "state of a step");
    case plan::StepState::Failed:
        return tr("failed", "state of a step");
    case plan::StepState::Skipped:
        return tr("not run", "state of a step");
    case plan::StepState::OutcomeUnknown:
        return tr("outcome not known", "state of a step");
    }
    return {};
}

QString PlanText::state(plan::OperationState state)
{
    switch (state) {
    case plan::OperationState::Running:
        return tr("running", "state of an operation");
    case plan::OperationState::Succeeded:
        return tr("done", "state of an operation");
    case plan::OperationState::Failed:
        return tr("failed", "state of an operation");
    case plan::OperationState::Cancelled:
        return tr("stopped", "state of an operation");
    case plan::OperationState::SetAside:
        return tr("set aside", "state of an operation");
    }
    return {};
}

QString PlanText::outcome(const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps)
{
    return plan.kind == plan::PlanKind::RenewCertificate ? renewalOutcome(plan, state, steps)
                                                         : taskOutcome(plan, state, steps);
}

QString PlanText::renewalOutcome(
    const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps)
{
    const int servers = static_cast<int>(plan.servers().size());
    switch (state) {
    case plan::OperationState::Running:
        return tr("The renewal is running.");
    case plan::OperationState::Succeeded:
        return servers == 1
            ? tr("%1 has its new certificate, and every check agrees.")
                  .arg(serverOfStep(plan, plan.steps.first().number))
            : tr("All %n servers have their new certificates, and every check agrees.", nullptr, servers);
    case plan::OperationState::Failed: {
        if (const plan::StepRecord *unknown = plan::firstIn(steps, plan::StepState::OutcomeUnknown)) {
            return tr("The connection ended while step %1 was running on %2. Whether it took effect is not known: "
                      "refresh before you try again.")
                .arg(unknown->number)
                .arg(serverOfStep(plan, unknown->number));
        }
        const plan::StepRecord *failed = plan::firstIn(steps, plan::StepState::Failed);
        if (failed == nullptr)
            return tr("The renewal could not be carried out. Nothing was changed.");
        if (plan.errorPolicy == plan::ErrorPolicy::ContinueWithNextServer && servers > 1)
            //: %1 and %n are numbers of servers
            return tr("%1 of %n servers have their new certificates. For the others, see below what happened.", nullptr,
                servers)
                .arg(serversDone(plan, steps));
        const QString server = serverOfStep(plan, failed->number);
        return hasProduced(steps)
            ? tr("The renewal stopped at step %1, on %2. The certificate that was created stays.")
                  .arg(failed->number)
                  .arg(server)
            : tr("The renewal stopped at step %1, on %2. No certificate was created.").arg(failed->number).arg(server);
    }
    case plan::OperationState::Cancelled: {
        if (const plan::StepRecord *unknown = plan::firstIn(steps, plan::StepState::OutcomeUnknown)) {
            return tr("You stopped step %1 while it was running on %2. Whether it took effect is not known: refresh "
                      "before you try again.")
                .arg(unknown->number)
                .arg(serverOfStep(plan, unknown->number));
        }
        for (const plan::StepRecord &record : steps) {
            if (const domain::Thumbprint left = leftBehind(record); !left.isNull())
                //: %1 is a server, %2 the beginning of a thumbprint
                return tr("You stopped at the question of %1. The new certificate %2 had been created before it and "
                          "stays; internal transport is as it was.")
                    .arg(serverOfStep(plan, record.number), left.toString().left(8) + QStringLiteral("…"));
        }
        const int done = count(steps, plan::StepState::Succeeded);
        return done == 0 && !hasProduced(steps)
            ? tr("You stopped the renewal before anything was changed.")
            : tr("You stopped the renewal after step %1 of %2. What was done stays done.").arg(done).arg(steps.size());
    }
    case plan::OperationState::SetAside:
        return tr("The renewal was set aside where it was interrupted. What was done stays done.");
    }
    return {};
}

QString PlanText::problem(const plan::RenewDraft::Problem &problem)
{
    const QString certificate = problem.id.thumbprint.toString().left(8) + QStringLiteral("…");
    const QString server = singleLine(problem.id.server.name(), 120);
    switch (problem.code) {
    case plan::RenewDraft::ProblemCode::NoTarget:
        return tr("Choose at least one certificate to renew.");
    case plan::RenewDraft::ProblemCode::TargetNotFound:
        return tr("The certificate %1 is no longer on %2. Take it off the list, or refresh.").arg(certificate, server);
    case plan::RenewDraft::ProblemCode::TargetNotSelfSigned:
        return tr("The certificate %1 on %2 was issued by a certification authority. Request its successor there.")
            .arg(certificate, server);
    case plan::RenewDraft::ProblemCode::TargetIsAuthCertificate:
        return tr(
            "The certificate %1 on %2 is an Auth certificate: it belongs to the whole organisation and is rotated, "
            "not renewed on one server.")
            .arg(certificate, server);
    case plan::RenewDraft::ProblemCode::ServicesUnknown:
        return tr("The services of the certificate %1 on %2 are not known. Choose the services of its successor.")
            .arg(certificate, server);
    case plan::RenewDraft::ProblemCode::FriendlyNameTooLong:
        return tr("The friendly name is too long. Exchange takes at most 63 characters.");
    case plan::RenewDraft::ProblemCode::FriendlyNameHasControlCharacters:
        return tr("The friendly name holds a line break or another control character. Type it again.");
    case plan::RenewDraft::ProblemCode::TransportNeedsSmtp:
        return tr("Internal transport needs SMTP. Add SMTP to the services, or leave internal transport as it is.");
    }
    return {};
}

} // namespace kakuin::ui
