// SPDX-License-Identifier: MIT
#include "ui/text/rotationtext.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "ui/text/expirytext.h"

namespace kakuin::ui {

using plan::RotateDraft;
using plan::RotationPhase;

QString RotationText::phase(const plan::RotationStatus &status, const QDateTime &)
{
    const QString when = ExpiryText::dayAndTime(status.auth.nextEffectiveUtc);
    switch (status.phase) {
    case RotationPhase::NotKnown:
        return tr("The Auth configuration could not be read.");
    case RotationPhase::Quiet:
        return tr("No rotation of the Auth certificate is under way.");
    case RotationPhase::Staged:
        //: %1: a date with time
        return tr("A new Auth certificate is staged and takes over on %1. Not every server has it yet.").arg(when);
    case RotationPhase::Distributed:
        //: %1: a date with time
        return tr("A new Auth certificate is staged and takes over on %1. Every server has it.").arg(when);
    case RotationPhase::Overdue:
        //: %1: a date with time
        return tr("The staged Auth certificate should have taken over on %1 and has not yet.").arg(when);
    case RotationPhase::PreviousHeld:
        return tr("The new Auth certificate is in use. The previous one is still named.");
    }
    return {};
}

QString RotationText::advice(const plan::RotationStatus &status)
{
    switch (status.phase) {
    case RotationPhase::NotKnown:
        return tr("Read the organisation again.");
    case RotationPhase::Quiet:
        return {};
    case RotationPhase::Staged:
        return status.isLate ? tr("Some servers have been without it for more than a day: copy it to them.")
                             : tr("It spreads by itself, within minutes in a site and within hours to other sites.");
    case RotationPhase::Distributed:
        return tr("Nothing needs doing until then.");
    case RotationPhase::Overdue:
        return status.lacking == 0
            ? tr("Exchange looks every twelve hours. If that has passed, publish it now.")
            : tr("Exchange looks every twelve hours. Copy it to the servers that lack it before you publish it.");
    case RotationPhase::PreviousHeld:
        return tr("Leave the previous one for a few days, because sign-ins that began before the change need it. Then "
                  "clear it.");
    }
    return {};
}

QString RotationText::state(plan::RotationServer::State state)
{
    switch (state) {
    case plan::RotationServer::State::Has:
        return tr("has it");
    case plan::RotationServer::State::HasWithoutKey:
        return tr("has it without its key");
    case plan::RotationServer::State::Lacks:
        return tr("does not have it");
    case plan::RotationServer::State::NotKnown:
        return tr("not known");
    case plan::RotationServer::State::NotConcerned:
        return tr("takes no part (Edge)");
    }
    return {};
}

QString RotationText::count(const plan::RotationStatus &status)
{
    //: %1 and %n are numbers of servers
    return tr("%1 of %n servers have it", nullptr, status.concerned()).arg(status.having);
}

QString RotationText::afterCare(plan::AfterCare item)
{
    switch (item) {
    case plan::AfterCare::RestartServiceHost:
        return tr("Restart the Microsoft Exchange Service Host on every server");
    case plan::AfterCare::RecycleApplicationPools:
        return tr("Recycle the application pools MSExchangeOWAAppPool and MSExchangeECPAppPool on every server");
    case plan::AfterCare::HybridWizard:
        return tr("Run the Hybrid Configuration Wizard again");
    case plan::AfterCare::EntraUpload:
        return tr("Upload the new certificate to the hybrid application in Entra, if you use one");
    }
    return {};
}

QString RotationText::modeReason(
    RotateDraft::ModeReason reason, const domain::Certificate *current, const QDateTime &nowUtc)
{
    const QDateTime until = current == nullptr ? QDateTime() : current->facts.notAfterUtc;
    const QString left
        = current == nullptr ? QString() : ExpiryText::remaining(domain::expiryOf(until, nowUtc), until, nowUtc);
    switch (reason) {
    case RotateDraft::ModeReason::StillValid:
        //: %1: "in 12 days"
        return tr("The Auth certificate in use expires %1, so there is time for a change that nobody notices.")
            .arg(left);
    case RotateDraft::ModeReason::ExpiresTooSoon:
        //: %1: "in 2 days"
        return tr("The Auth certificate in use expires %1, before a staged one could take over.").arg(left);
    case RotateDraft::ModeReason::Expired:
        return tr("The Auth certificate in use has expired: sign-ins to Outlook on the web fail until it is replaced.");
    case RotateDraft::ModeReason::CurrentMissing:
        return tr("No server that was read has the Auth certificate that the configuration names.");
    case RotateDraft::ModeReason::CurrentNotKnown:
        return tr("The Auth configuration could not be read.");
    }
    return {};
}

QString RotationText::serverReason(RotateDraft::ServerReason reason)
{
    switch (reason) {
    case RotateDraft::ServerReason::HoldsCurrent:
        return tr("mailbox server, has the present Auth certificate");
    case RotateDraft::ServerReason::Mailbox:
        return tr("mailbox server");
    case RotateDraft::ServerReason::NotMailbox:
        return tr("not a mailbox server");
    case RotateDraft::ServerReason::Unreachable:
        return tr("not reachable");
    case RotateDraft::ServerReason::Edge:
        return tr("Edge servers have no Auth certificate");
    }
    return {};
}

QString RotationText::problem(const RotateDraft::Problem &problem)
{
    const QString name = singleLine(problem.name, 120);
    switch (problem.code) {
    case RotateDraft::ProblemCode::NoServer:
        return tr("Choose the server on which the new certificate is created.");
    case RotateDraft::ProblemCode::ServerUnreachable:
        return tr("%1 did not answer when the organisation was read. Choose another server, or refresh.").arg(name);
    case RotateDraft::ProblemCode::ServerNotMailbox:
        return tr("%1 is not a mailbox server. Choose one that is.").arg(name);
    case RotateDraft::ProblemCode::NamesMissing:
        return tr("Write at least one name, or choose the certificate without names.");
    case RotateDraft::ProblemCode::NameNotValid:
        return tr("“%1” is not a host name. Use letters, digits, hyphens and dots.").arg(name);
    case RotateDraft::ProblemCode::LeadTooShort:
        return tr("The effective date must be at least 48 hours ahead.");
    case RotateDraft::ProblemCode::AuthConfigNotKnown:
        return tr("The Auth configuration could not be read. Refresh before you go on.");
    }
    return {};
}

} // namespace kakuin::ui
