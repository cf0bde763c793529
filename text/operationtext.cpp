// SPDX-License-Identifier: MIT
#include "text/operationtext.h"

#include "core/base/untrustedtext.h"
#include "core/plan/operationfacts.h"
#include "core/shell/powershelltext.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/lefttext.h"
#include "text/plantext.h"
#include "text/prompttext.h"

namespace kakuin::ui {
namespace {

using plan::Obstacle;
using plan::StepStanding;

const QString indent(4, u' ');

const plan::StepRecord *recordOf(const plan::OperationRecord &operation, int step)
{
    const auto it = std::find_if(operation.steps.begin(), operation.steps.end(),
        [step](const plan::StepRecord &record) { return record.number == step; });
    return it == operation.steps.end() ? nullptr : &*it;
}

// A server's question as it was asked, its lines as lines
QString quoted(const QString &message)
{
    return multiLine(message, 2000).trimmed();
}

QString indented(const QString &text)
{
    return indent + QString(text).replace(u'\n', u'\n' + indent);
}

} // namespace

QStringList OperationText::originLines(const plan::OperationRecord &operation)
{
    QStringList lines;
    const plan::Origin &origin = operation.origin;
    if (!origin.account.isEmpty())
        //: %1: the account that was signed in at the server
        lines << tr("Signed in as %1").arg(singleLine(origin.account, 200));
    if (!origin.user.isEmpty() || !origin.computer.isEmpty())
        //: %1: a user of a computer, %2: the computer, %3: the program with its version
        lines << tr("By %1 on %2, with %3")
                     .arg(singleLine(origin.user, 120), singleLine(origin.computer, 120),
                         singleLine(origin.program, 80));
    if (!origin.serverVersion.isEmpty())
        //: %1: builds such as "15.2.1544.4"
        lines << tr("Exchange %1").arg(singleLine(origin.serverVersion, 200));
    if (operation.consent)
        //: %1: a date and a time
        lines << tr("Agreed to answer as recommended on %1").arg(ExpiryText::dayAndTime(operation.consent->givenUtc));
    if (!operation.planHash.isEmpty())
        //: %1 is a SHA-256 of the plan, 64 hexadecimal digits
        lines << tr("Hash of the plan (SHA-256): %1").arg(QString::fromLatin1(operation.planHash));
    return lines;
}

QString OperationText::state(const plan::OperationRecord &operation)
{
    //: state of an operation: the program ended in the middle of it
    return operation.isInterrupted() ? tr("interrupted") : PlanText::state(operation.state);
}

QString OperationText::duration(const plan::OperationRecord &operation)
{
    if (!operation.endedUtc.isValid() || operation.state == plan::OperationState::SetAside)
        return {};
    const qint64 seconds = std::max<qint64>(0, operation.startedUtc.secsTo(operation.endedUtc));
    //: a duration; %1: seconds
    return seconds < 120 ? tr("%1 s").arg(seconds)
                         //: a duration; %1: minutes
                         : tr("%1 min").arg((seconds + 30) / 60);
}

QStringList OperationText::questions(const plan::StepRecord &record)
{
    QStringList lines;
    for (const shell::AskedPrompt &question : record.questions) {
        const QString asked = quoted(question.prompt.message);
        if (!question.isAnswered)
            //: %1: a question of the server
            lines << tr("The server asked, and was not answered: %1").arg(asked);
        else if (question.answer && question.isByConsent)
            //: %1: a question of the server, %2: the answer ("Yes")
            lines << tr("The server asked: %1 Answered as agreed on the Review page: %2")
                         .arg(asked, PromptText::answer(question.prompt, *question.answer));
        else if (!question.answer)
            //: %1: a question of the server
            lines << tr("The server asked, and the person stopped: %1").arg(asked);
        else
            //: %1: a question of the server, %2: the answer ("Yes")
            lines << tr("The server asked: %1 Answered: %2")
                         .arg(asked, PromptText::answer(question.prompt, *question.answer));
    }
    return lines;
}

QString OperationText::record(const plan::OperationRecord &operation, const domain::Inventory *inventory)
{
    QStringList lines;
    lines << PlanText::title(operation, inventory);
    //: %1: when it was started, %2: its state
    lines << tr("Started %1; %2").arg(ExpiryText::dayAndTime(operation.startedUtc), state(operation));
    lines << originLines(operation);
    for (const plan::Step &step : operation.plan.steps) {
        const plan::StepRecord *record = recordOf(operation, step.number);
        const plan::StepState stepState = record == nullptr ? plan::StepState::Waiting : record->state;
        lines << QString();
        //: a step of a plan; %1: its number, %2: what it does, %3: its state
        lines << tr("%1. %2: %3")
                     .arg(QString::number(step.number), PlanText::step(step),
                         operation.isInterrupted() && stepState == plan::StepState::Running
                             //: state of a step: its command was sent, and the program ended before it did
                             ? tr("begun, outcome not known")
                             : PlanText::state(stepState));
        if (!step.command.isEmpty())
            lines << indent + shell::toPowerShell(step.command);
        if (record == nullptr)
            continue;
        if (record->endedUtc.isValid() && record->startedUtc.isValid())
            //: when a step ran; %1 and %2 are times of day
            lines << indent
                    + tr("from %1 to %2")
                          .arg(ExpiryText::timeOfDay(record->startedUtc), ExpiryText::timeOfDay(record->endedUtc));
        const QStringList asked = questions(*record);
        for (const QString &line : asked)
            lines << indented(line);
        if (!record->produced.isNull())
            //: %1: a thumbprint
            lines << indent + tr("Certificate %1").arg(record->produced.toString());
        if (record->error)
            lines << indented(ErrorText::full(*record->error));
    }
    if (!operation.handWork.isEmpty())
        lines << QString();
    for (const plan::HandWorkRecord &record : operation.handWork)
        lines << LeftText::record(record);
    return lines.join(u'\n');
}

QString OperationText::done(const plan::ResumedStep &step, const plan::StepRecord &record)
{
    if (record.state == plan::StepState::Succeeded)
        return tr("Done, and checked at the time.");
    if (step.isInferred)
        return tr("Done: certificate %1 was not there before this step, and has the same names.")
            .arg(step.certificate.toShortString());
    return tr("Done: the organisation shows it.");
}

QString OperationText::standing(const plan::ResumedStep &step, const plan::StepRecord &record)
{
    switch (step.standing) {
    case StepStanding::Done:
        return done(step, record);
    case StepStanding::NotNeeded:
        return tr("Not needed, as the question before it was answered.");
    case StepStanding::Left:
        return plan::isOutcomeOpen(record)
            ? tr("Was begun, but the organisation shows no effect. It is still to be done.")
            : tr("Still to be done.");
    case StepStanding::Amended:
        return tr("Half done: certificate %1 is there. Only what is missing is still to be done.")
            .arg(step.certificate.toShortString());
    case StepStanding::Blocked:
        return obstacle(step);
    }
    return {};
}

QString OperationText::obstacle(const plan::ResumedStep &step)
{
    switch (step.obstacle) {
    case Obstacle::ServerNotRead:
        return tr("The server could not be read, so it is not known whether this was done.");
    case Obstacle::AuthConfigNotRead:
        return tr("The Auth configuration could not be read, so it is not known whether this was done.");
    case Obstacle::CertificateGone:
        return tr("Certificate %1, which this needs, is not there any more.").arg(step.certificate.toShortString());
    case Obstacle::SeveralCandidates:
        return tr("Certificate %1 may have been made by this step, or by someone else. Look at it, and begin the task "
                  "anew if it is not the one that you want.")
            .arg(step.certificate.toShortString());
    case Obstacle::NeedsPassword:
        return tr("This needs a password, and passwords are not kept. Begin the task anew.");
    case Obstacle::OtherStaged:
        return step.certificate.isNull()
            ? tr("The certificate is not staged any more.")
            : tr("Another certificate (%1) is staged now.").arg(step.certificate.toShortString());
    case Obstacle::StillNeeded:
        return tr("Something depends on the certificate now. Begin the removal anew to see what it is.");
    case Obstacle::SiteWithoutCertificate:
        return tr(
            "A web site of the server had a certificate before this command and has none now. Bind one to it in IIS "
            "Manager, refresh, and then go on.");
    case Obstacle::None:
        break;
    }
    return {};
}

QString OperationText::summary(const plan::Resumption &resumption)
{
    if (resumption.isComplete())
        return tr("Everything that was planned is done. Nothing is left to be sent.");
    const int left = static_cast<int>(resumption.plan.steps.size());
    const bool isBlocked = std::any_of(resumption.steps.begin(), resumption.steps.end(),
        [](const plan::ResumedStep &step) { return step.standing == StepStanding::Blocked; });
    if (left == 0)
        return tr("This cannot go on as it was planned: see the step that is marked. What was done stays done.");
    if (isBlocked)
        return tr("%n steps can still be done. Those of the servers that are marked are left out.", nullptr, left);
    return tr("%n steps are left. The next page shows exactly what will be sent.", nullptr, left);
}

} // namespace kakuin::ui
