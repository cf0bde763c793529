// SPDX-License-Identifier: MIT
#include "text/lefttext.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"

#include <algorithm>

namespace kakuin::ui {

using plan::HandWorkKind;
using plan::LeftItem;

QString LeftText::title(HandWorkKind kind)
{
    switch (kind) {
    case HandWorkKind::RestartServiceHost:
        return tr("Restart the Microsoft Exchange Service Host");
    case HandWorkKind::RecycleApplicationPools:
        return tr("Recycle the application pools MSExchangeOWAAppPool and MSExchangeECPAppPool");
    case HandWorkKind::RunHybridWizard:
        return tr("Run the Hybrid Configuration Wizard again");
    case HandWorkKind::UploadToEntra:
        return tr("Upload the new certificate to the hybrid application in Entra, if you use one");
    case HandWorkKind::BindBackEnd:
        return tr("Bind port 444 to the new certificate");
    case HandWorkKind::TrustRoot:
        return tr("Copy the new certificate to the Trusted Root store");
    case HandWorkKind::ChooseForWmSvc:
        return tr("Choose the new certificate for the Web Management Service");
    case HandWorkKind::ResubscribeEdge:
        return tr("Subscribe the Edge servers again");
    }
    return {};
}

QString LeftText::title(const LeftItem &item)
{
    if (item.kind != LeftItem::Kind::AuthMissing)
        return item.work ? title(item.work->kind) : QString();
    switch (item.holding) {
    case plan::RotationServer::State::HasWithoutKey:
        return tr("The Auth certificate is there without its private key");
    case plan::RotationServer::State::NotKnown:
        return tr("Whether the Auth certificate has arrived is not known");
    case plan::RotationServer::State::Has:
    case plan::RotationServer::State::Lacks:
    case plan::RotationServer::State::NotConcerned:
        break;
    }
    return tr("The Auth certificate has not arrived");
}

QString LeftText::explanation(const plan::HandWork &work)
{
    const QString server = singleLine(work.server.name(), 120);
    const QString certificate = work.certificate.toShortString();
    switch (work.kind) {
    case HandWorkKind::RestartServiceHost:
        //: %1: a server
        return tr("The service uses the new Auth certificate after a restart. Do it on %1.").arg(server);
    case HandWorkKind::RecycleApplicationPools:
        //: %1: a server
        return tr("Outlook on the web and the Exchange admin center use the new Auth certificate after that. Do it on "
                  "%1; signed-in users may have to sign in again.")
            .arg(server);
    case HandWorkKind::RunHybridWizard:
        return tr("It tells Exchange Online about the new Auth certificate. Until then free/busy and other features "
                  "across the two sides do not work.");
    case HandWorkKind::UploadToEntra:
        return tr(
            "Only organisations with a dedicated hybrid application need this. The command, on a server that has "
            "the certificate, writes its public part to a file. ConfigureExchangeHybridApplication.ps1 uploads it.");
    case HandWorkKind::BindBackEnd:
        //: %1: the beginning of a thumbprint, %2: a server
        return tr(
            "Exchange has no command for this. On %2, choose %1 in IIS Manager, site Exchange Back End, Bindings, "
            "https 444. Removing the old certificate before stops Outlook on the web and the Exchange Management "
            "Shell.")
            .arg(certificate, server);
    case HandWorkKind::TrustRoot:
        //: %1: the beginning of a thumbprint, %2: a server
        return tr("What port 444 presents must be trusted on its own server. Copy %1 on %2 in certlm.msc from Personal "
                  "to Trusted Root Certification Authorities, without its private key.")
            .arg(certificate, server);
    case HandWorkKind::ChooseForWmSvc:
        //: %1: the beginning of a thumbprint, %2: a server
        return tr("On %2, stop Management Service in IIS Manager, choose %1, and start it again. Do this before you "
                  "remove the old certificate.")
            .arg(certificate, server);
    case HandWorkKind::ResubscribeEdge:
        //: %1: a server
        return tr("Edge subscriptions trust the certificate that %1 used before for mail between servers. Run "
                  "New-EdgeSubscription on each Edge server and import its file on a Mailbox server of the site.")
            .arg(server);
    }
    return {};
}

QString LeftText::explanation(const LeftItem &item)
{
    if (item.kind != LeftItem::Kind::AuthMissing)
        return item.work ? explanation(*item.work) : QString();
    const QString server = singleLine(item.server.name(), 120);
    if (item.holding == plan::RotationServer::State::NotKnown)
        //: %1: a server
        return tr("%1 could not be read. Refresh it when it answers.").arg(server);
    if (item.holding == plan::RotationServer::State::HasWithoutKey)
        //: %1: a server
        return tr(
            "The copy on %1 is of no use. Repair it there with certutil -repairstore, or delete it in certlm.msc so "
            "that Exchange copies it again.")
            .arg(server);
    //: %1: a server, %2: the beginning of a thumbprint
    return tr(
        "Sign-ins to Outlook on the web fail on %1 until it has %2. Exchange copies it by itself, usually within a "
        "day; Kakuin can copy it, too.")
        .arg(server, item.certificate.toShortString());
}

QString LeftText::person(const plan::Origin &origin)
{
    return singleLine(origin.user.isEmpty() ? origin.account : origin.user, 120);
}

QString LeftText::state(const LeftItem &item)
{
    switch (item.state) {
    case LeftItem::State::Open:
        //: state of something that is left to do
        return tr("to be done");
    case LeftItem::State::Waiting:
        //: state of something that is left to do
        return tr("later: the certificate is not in use there yet");
    case LeftItem::State::Ticked:
        break;
    }
    const plan::HandWorkRecord tick = item.tick.value_or(plan::HandWorkRecord());
    //: state of something that was ticked off; %1: a user of the computer, %2: when
    return tr("ticked by %1 on %2").arg(person(tick.by), ExpiryText::dayAndTime(tick.writtenUtc));
}

QString LeftText::state(const QList<LeftItem> &ofServer)
{
    const auto countOf = [&ofServer](LeftItem::State state) {
        return std::count_if(
            ofServer.begin(), ofServer.end(), [state](const LeftItem &item) { return item.state == state; });
    };
    if (const auto open = static_cast<int>(countOf(LeftItem::State::Open)); open > 0)
        //: beside a server: how many things can be done there now
        return tr("%n to be done", nullptr, open);
    //: beside a server: nothing is left to be done there, because everything was ticked off
    return !ofServer.isEmpty() && countOf(LeftItem::State::Ticked) == ofServer.size() ? tr("all ticked off")
                                                                                      : QString();
}

QString LeftText::summary(const plan::LeftToDo &left)
{
    if (left.open == 0)
        return {};
    if (left.servers == 0)
        return tr("%n things are left to do.", nullptr, left.open);
    //: the beginning of a sentence; %n: how many things
    const QString things = tr("%n things are left to do", nullptr, left.open);
    //: %1: "9 things are left to do"; %n: a number of servers
    return tr("%1 on %n servers.", nullptr, left.servers).arg(things);
}

QString LeftText::record(const plan::HandWorkRecord &record)
{
    const QString what = record.work.server.isEmpty()
        ? title(record.work.kind)
        //: work that is done by hand; %1: a server, %2: what is to be done
        : tr("%1: %2").arg(singleLine(record.work.server.name(), 120), title(record.work.kind));
    const QString when = ExpiryText::dayAndTime(record.writtenUtc);
    switch (record.event) {
    case plan::HandWorkEvent::Left:
        //: a line of the history; %1: what is to be done by hand
        return tr("Left to do by hand: %1").arg(what);
    case plan::HandWorkEvent::Ticked:
        //: a line of the history; %1: what was done by hand, %2: a user, %3: a computer, %4: when
        return tr("Ticked: %1, by %2 on %3, %4")
            .arg(what, person(record.by), singleLine(record.by.computer, 120), when);
    case plan::HandWorkEvent::Unticked:
        //: a line of the history; %1: what is to be done by hand, %2: a user, %3: a computer, %4: when
        return tr("Tick taken back: %1, by %2 on %3, %4")
            .arg(what, person(record.by), singleLine(record.by.computer, 120), when);
    }
    return {};
}

} // namespace kakuin::ui
