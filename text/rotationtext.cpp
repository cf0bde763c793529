// SPDX-License-Identifier: MIT
#include "text/rotationtext.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "text/expirytext.h"
#include "text/roletext.h"

namespace kakuin::ui {

using plan::RotateDraft;
using plan::RotationPhase;

QString RotationText::phase(const plan::RotationStatus &status, const QDateTime &)
{
    const bool isDated = status.auth.nextEffectiveUtc.isValid();
    const QString when
        = isDated ? ExpiryText::dayAndTime(status.auth.nextEffectiveUtc) : singleLine(status.auth.nextEffectiveText);
    const bool isStaged = status.phase == RotationPhase::Staged || status.phase == RotationPhase::Distributed;
    if (isStaged && when.isEmpty())
        return tr("A new Auth certificate is staged without an effective date, so it does not take over by itself.");
    switch (status.phase) {
    case RotationPhase::NotKnown:
        return tr("The Auth configuration could not be read.");
    case RotationPhase::Quiet:
        return status.lacking > 0 ? tr("The Auth certificate is in use, and not every server has it.")
                                  : tr("No rotation of the Auth certificate is under way.");
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

namespace {

/// Whether the servers that lack it wait for a copy: a day has passed, or they lack what is in use.
bool wantsCopy(const plan::RotationStatus &status)
{
    const bool isInUse = status.phase != RotationPhase::Staged && status.phase != RotationPhase::NotKnown;
    return status.lacking > 0 && (isInUse || status.isLate);
}

} // namespace

QString RotationText::advice(const plan::RotationStatus &status)
{
    if (status.isExportRefused && wantsCopy(status))
        return exportRefused();
    const bool isDated = status.auth.nextEffectiveUtc.isValid() || !status.auth.nextEffectiveText.isEmpty();
    if (status.phase == RotationPhase::Distributed && !isDated)
        return tr("Every server has it. Publish it now, or rotate with this certificate to give it a date.");
    switch (status.phase) {
    case RotationPhase::NotKnown:
        return tr("Read the organisation again.");
    case RotationPhase::Quiet:
        if (status.lacking == 0)
            return {};
        [[fallthrough]];
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

QString RotationText::exportRefused()
{
    return tr("Some servers lack the certificate, and those that have it refuse its export through Exchange "
              "(October 2025 security update or later). Exchange distributes it by itself, usually within a day. "
              "Where it does not arrive, export it with Windows on a server that has it (certlm.msc or "
              "Export-PfxCertificate), if its key can be exported, and import that file on the servers that lack "
              "it.");
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

QStringList RotationText::distribution(const plan::RotationStatus &status)
{
    using State = plan::RotationServer::State;
    QStringList lines{count(status)};
    for (const State state : {State::Has, State::HasWithoutKey, State::Lacks, State::NotKnown}) {
        QStringList names;
        for (const plan::RotationServer &server : status.servers) {
            if (server.state == state)
                names.append(singleLine(server.server.name(), 64));
        }
        if (!names.isEmpty())
            //: whether servers have a certificate; %1: "has it", %2: servers
            lines.append(tr("%1: %2").arg(RotationText::state(state), RoleText::list(names)));
    }
    return lines;
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

QString RotationText::unfit(domain::Unfit reason)
{
    switch (reason) {
    case domain::Unfit::Nothing:
        break;
    case domain::Unfit::DatesNotKnown:
        return tr("Its dates cannot be read.");
    case domain::Unfit::Expired:
        return tr("It has expired.");
    case domain::Unfit::NotYetValid:
        return tr("It is not valid yet.");
    case domain::Unfit::KeyMissing:
        return tr("No server that was read has its private key.");
    case domain::Unfit::KeyNotKnown:
        return tr("Whether a server has its private key could not be read.");
    case domain::Unfit::RequestPending:
        return tr("It is a request that has not been completed.");
    case domain::Unfit::Revoked:
        return tr("A server reports that it is revoked.");
    case domain::Unfit::Invalid:
        return tr("The server reports that it is invalid.");
    case domain::Unfit::ForeignIssuer:
    case domain::Unfit::NotForServers:
        return tr("It is made for another purpose.");
    }
    return {};
}

QString RotationText::candidate(const advice::AuthCandidate &candidate)
{
    switch (candidate.obstacle) {
    case advice::AuthObstacle::Nothing:
        return candidate.isStaged
            ? tr("It is the next one already. Staging it again gives it a new date.")
            : tr("It was made and never used, by a rotation that was not completed or a renewal by hand.");
    case advice::AuthObstacle::InUse:
        return tr("It is the Auth certificate in use.");
    case advice::AuthObstacle::Previous:
        return tr("It was replaced, and the configuration names it as the previous one.");
    case advice::AuthObstacle::Unfit:
        return unfit(candidate.unfit);
    case advice::AuthObstacle::NotSelfSigned:
        return tr("It is not a self-signed certificate with the name of the Auth certificate.");
    case advice::AuthObstacle::KeyNotRsa:
        return tr(
            "Its key is not an RSA key in a cryptographic service provider (CSP), and Exchange cannot sign with it.");
    case advice::AuthObstacle::TooWeak:
        return tr("Its key is too small, or its server calls it invalid.");
    case advice::AuthObstacle::EndsTooSoon:
        return tr("It ends too soon to be the next Auth certificate.");
    case advice::AuthObstacle::Older:
        return tr("It is older than the Auth certificate in use.");
    }
    return {};
}

QString RotationText::clearingReason(RotateDraft::ClearingReason reason)
{
    switch (reason) {
    case RotateDraft::ClearingReason::CurrentGone:
        return tr("The certificate in use has expired or is missing, so nothing needs it any more.");
    case RotateDraft::ClearingReason::CurrentCannotSign:
        return tr("Not preset: the certificate in use has not expired, although no server can sign with it. What was "
                  "signed with it before may still be presented.");
    case RotateDraft::ClearingReason::ServersLackNew:
        return tr(
            "Not preset: the certificate in use is still valid, and not every server has the new one. Servers that "
            "lack the new one depend on it.");
    case RotateDraft::ClearingReason::StillValid:
        return tr(
            "Not preset: the certificate in use is still valid, and sign-ins that began before the change need it.");
    case RotateDraft::ClearingReason::NotKnown:
        return tr("Not preset: whether the certificate in use is still valid could not be read.");
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
    case RotateDraft::ProblemCode::NoExisting:
        return tr("Choose a certificate, or make a new one.");
    case RotateDraft::ProblemCode::ExistingNotFit:
        //: %1: the beginning of a thumbprint
        return tr("The certificate %1 cannot become the Auth certificate. Choose another one, or make a new one.")
            .arg(name);
    }
    return {};
}

} // namespace kakuin::ui
