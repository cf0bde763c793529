// SPDX-License-Identifier: MIT
#include "text/preflighttext.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"
#include "text/livetext.h"
#include "text/roletext.h"

namespace kakuin::ui {
namespace {

using plan::PreflightItem;
using plan::RemovalCheck;
using plan::Verdict;

QString connectorsOf(const PreflightItem &item)
{
    QStringList names;
    for (const domain::RoleEvidence &evidence : item.evidence) {
        const QString name = singleLine(evidence.subject, 120);
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return RoleText::list(names);
}

bool shows(const PreflightItem &item, domain::Role role)
{
    return domain::hasRole(item.evidence, role);
}

} // namespace

QString PreflightText::check(RemovalCheck check)
{
    switch (check) {
    case RemovalCheck::AuthConfig:
        return tr("Auth certificate");
    case RemovalCheck::InternalTransport:
        return tr("Internal transport certificate");
    case RemovalCheck::IisBindings:
        return tr("Web sites (ports 443 and 444)");
    case RemovalCheck::WmSvc:
        return tr("Web Management Service");
    case RemovalCheck::ServedPorts:
        return tr("What the ports show");
    case RemovalCheck::SendConnectors:
        return tr("Send connectors");
    case RemovalCheck::ReceiveConnectors:
        return tr("Receive connectors and hybrid configuration");
    case RemovalCheck::Federation:
        return tr("Federation");
    case RemovalCheck::LastOfService:
        return tr("Services");
    case RemovalCheck::StillValid:
        return tr("Validity");
    case RemovalCheck::Backup:
        return tr("Way back");
    }
    return {};
}

models::Severity PreflightText::severity(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Clear:
        return models::Severity::Ok;
    case Verdict::Note:
        return models::Severity::Information;
    case Verdict::Warning:
        return models::Severity::Soon;
    case Verdict::NotKnown:
        return models::Severity::NotKnown;
    case Verdict::Blocks:
        return models::Severity::Expired;
    }
    return models::Severity::NotKnown;
}

QString PreflightText::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Clear:
        return tr("clear", "nothing depends on the certificate");
    case Verdict::Note:
        return tr("worth knowing");
    case Verdict::Warning:
        return tr("needs your confirmation");
    case Verdict::NotKnown:
        return tr("not known");
    case Verdict::Blocks:
        return tr("stands in the way");
    }
    return {};
}

QString PreflightText::finding(const PreflightItem &item, const domain::Certificate &certificate)
{
    const QString server = singleLine(certificate.server.name(), 120);
    const bool isKnown = item.verdict != Verdict::NotKnown;
    switch (item.check) {
    case RemovalCheck::AuthConfig:
        if (!isKnown)
            return tr("The Auth configuration could not be read. If this is the Auth certificate, removing it stops "
                      "sign-ins to Outlook on the web.");
        if (shows(item, domain::Role::AuthCurrent))
            return tr(
                "It is the Auth certificate in use. Without it sign-ins to Outlook on the web, hybrid features and "
                "remote PowerShell fail.");
        if (shows(item, domain::Role::AuthNext))
            return tr("It is staged as the next Auth certificate. Without it the organisation is left without one on "
                      "the effective date.");
        if (shows(item, domain::Role::AuthPrevious))
            return tr("It is named as the previous Auth certificate. Sign-ins that began before the change still need "
                      "it.");
        return tr("It is none of the organisation's Auth certificates.");
    case RemovalCheck::InternalTransport:
        if (!isKnown)
            return tr(
                "Which certificate %1 uses for internal transport could not be read. If it is this one, mail with "
                "%1 stops.")
                .arg(server);
        return item.evidence.isEmpty()
            ? tr("%1 uses another certificate for internal transport.").arg(server)
            : tr("%1 uses it for internal transport. Without it mail to and from %1 within the organisation stops.")
                  .arg(server);
    case RemovalCheck::IisBindings:
        if (!isKnown)
            return tr("What the web sites of %1 use could not be read.").arg(server);
        if (shows(item, domain::Role::BackEnd444))
            return tr(
                "Port 444 (Exchange Back End) uses it. Without it Outlook on the web, the Exchange admin center and "
                "the Exchange Management Shell of %1 stop.")
                .arg(server);
        return shows(item, domain::Role::FrontEnd443)
            ? tr("Port 443 (default web site) uses it. Without it clients cannot connect to %1.").arg(server)
            : tr("No web site uses it.");
    case RemovalCheck::WmSvc:
        if (item.evidence.isEmpty())
            return tr("It was not made for the Web Management Service.");
        return item.other.isNull()
            ? tr("It was made for the Web Management Service, and %1 has no successor. While the service uses it, "
                 "removing it also stops Exchange updates.")
                  .arg(server)
            : tr(
                "It was made for the Web Management Service. Which certificate the service uses now, no cmdlet shows.");
    case RemovalCheck::ServedPorts:
        return portFinding(item, server);
    case RemovalCheck::SendConnectors:
    case RemovalCheck::ReceiveConnectors:
    case RemovalCheck::Federation:
        return mailFinding(item);
    case RemovalCheck::LastOfService:
    case RemovalCheck::StillValid:
    case RemovalCheck::Backup:
        return lifeFinding(item, certificate);
    }
    return {};
}

QString PreflightText::portFinding(const PreflightItem &item, const QString &server)
{
    if (item.verdict == Verdict::Note)
        return tr("What the ports of %1 show was not checked.").arg(server);
    if (item.served.isEmpty())
        return tr("No port of %1 that was looked at shows it.").arg(server);
    QStringList ports;
    for (const domain::LiveReading &reading : item.served)
        ports.append(reading.port.name());
    //: %1: a server, %2: ports such as "HTTPS 443 and SMTP 25"
    const QString shown = tr("%1 shows it to everyone who connects to %2.").arg(server, RoleText::list(ports));
    if (item.verdict == Verdict::Blocks)
        //: %1: a sentence
        return tr("%1 A web site does not choose another one by itself: it stops.").arg(shown);
    const bool isWeb = std::any_of(item.served.begin(), item.served.end(),
        [](const domain::LiveReading &reading) { return reading.port.isWeb(); });
    return isWeb
        //: %1: a sentence
        ? tr("%1 What was read later says otherwise.").arg(shown)
        //: %1: a sentence
        : tr("%1 Exchange chooses another certificate that carries the service, if there is one.").arg(shown);
}

QString PreflightText::mailFinding(const PreflightItem &item)
{
    const bool isKnown = item.verdict != Verdict::NotKnown;
    switch (item.check) {
    case RemovalCheck::SendConnectors:
        if (!isKnown)
            return tr("The send connectors could not be read.");
        if (item.evidence.isEmpty())
            return tr("No send connector names it.");
        //: %1: names of connectors
        return tr("Send connectors name it by its issuer and subject: %1. Exchange refuses to remove it, also when "
                  "another certificate has the same names.")
            .arg(connectorsOf(item));
    case RemovalCheck::ReceiveConnectors:
        if (!isKnown)
            return tr("The receive connectors or the hybrid configuration could not be read.");
        if (item.evidence.isEmpty())
            return tr("No receive connector and no hybrid configuration names it.");
        //: %1: names of connectors
        return item.other.isNull()
            ? tr("Named by %1. No other certificate has the same names: connections that ask for it fail.")
                  .arg(connectorsOf(item))
            : tr("Named by %1. The certificate %2 has the same names and takes over.")
                  .arg(connectorsOf(item), item.other.toShortString());
    case RemovalCheck::Federation:
        return item.evidence.isEmpty() ? tr("No federation trust uses it.") : tr("It belongs to the federation trust.");
    case RemovalCheck::AuthConfig:
    case RemovalCheck::InternalTransport:
    case RemovalCheck::IisBindings:
    case RemovalCheck::WmSvc:
    case RemovalCheck::ServedPorts:
    case RemovalCheck::LastOfService:
    case RemovalCheck::StillValid:
    case RemovalCheck::Backup:
        break;
    }
    return {};
}

QString PreflightText::lifeFinding(const PreflightItem &item, const domain::Certificate &certificate)
{
    const QString server = singleLine(certificate.server.name(), 120);
    const bool isKnown = item.verdict != Verdict::NotKnown;
    switch (item.check) {
    case RemovalCheck::LastOfService:
        if (!isKnown)
            return tr("Its services are not known.");
        return item.services
            //: %1: services
            ? tr("No other valid certificate of %2 carries %1.")
                  .arg(RoleText::list(domain::displayNames(item.services)), server)
            : tr("Every service that it carries is carried by another certificate, too.");
    case RemovalCheck::StillValid:
        return item.verdict == Verdict::Note
            //: %1: a date
            ? tr("It is valid until %1.").arg(ExpiryText::day(certificate.facts.notAfterUtc))
            : tr("It has expired.");
    case RemovalCheck::Backup:
        if (item.mend == plan::Mend::ExportPfx)
            return tr("Its key can be exported. Save it in a PFX file if you may need it again.");
        return certificate.privateKeyExportable ? tr("Its key cannot be exported: there is no way back.")
                                                : tr("Whether its key can be exported is not known.");
    case RemovalCheck::AuthConfig:
    case RemovalCheck::InternalTransport:
    case RemovalCheck::IisBindings:
    case RemovalCheck::WmSvc:
    case RemovalCheck::ServedPorts:
    case RemovalCheck::SendConnectors:
    case RemovalCheck::ReceiveConnectors:
    case RemovalCheck::Federation:
        break;
    }
    return {};
}

QString PreflightText::evidence(const PreflightItem &item, const QDateTime &nowUtc)
{
    QStringList lines;
    for (const domain::RoleEvidence &evidence : item.evidence) {
        const QString source = RoleText::source(evidence, nowUtc);
        if (!lines.contains(source))
            lines.append(source);
    }
    for (const domain::LiveReading &reading : item.served)
        lines.append(LiveText::line(reading, nowUtc));
    return lines.join(u'\n');
}

QString PreflightText::mend(const PreflightItem &item, const domain::Certificate &certificate)
{
    const QString server = singleLine(certificate.server.name(), 120);
    switch (item.mend) {
    case plan::Mend::None:
    case plan::Mend::ExportPfx:
        return {};
    case plan::Mend::RotateAuth:
        return tr("Rotate the Auth certificate first.");
    case plan::Mend::CancelStaging:
        return tr("Take the staged certificate back first, or let it take over.");
    case plan::Mend::ClearPreviousAuth:
        return tr("Clear the previous Auth certificate when the change is a few days old.");
    case plan::Mend::ReplaceTransport:
        return item.other.isNull() ? tr("No other certificate of %1 can take over. Renew this one first.").arg(server)
                                   : tr("Another certificate takes over as the first step.");
    case plan::Mend::AssignServices:
        return tr("Assign the services to another certificate first.");
    case plan::Mend::RebindBackEnd:
        return tr("On %1 open IIS Manager, select the site Exchange Back End, Bindings, https 444, and choose the new "
                  "certificate. It must be in the Trusted Root store, too. Then read %1 again.")
            .arg(server);
    case plan::Mend::SelectForWmSvc:
        return tr(
            "On %1 open IIS Manager, Management Service, stop it, select the new certificate, apply and start it.")
            .arg(server);
    case plan::Mend::EditSendConnectors:
        return tr("Stop the transport service on the source servers, clear TlsCertificateName of the connector, remove "
                  "the certificate on every source server, set the name again, and start the service.");
    case plan::Mend::FederationTrust:
        return tr("Use Set-FederationTrust to publish another certificate first.");
    case plan::Mend::ReadAgain:
        return tr("Read it again when the servers answer.");
    case plan::Mend::CheckPorts:
        return item.served.isEmpty()
            ? tr("Check what the ports show, if this computer reaches them.")
            : tr("On %1 open IIS Manager and choose another certificate for it. Then check the ports again.")
                  .arg(server);
    }
    return {};
}

QString PreflightText::mendButton(const PreflightItem &item)
{
    switch (item.mend) {
    case plan::Mend::RotateAuth:
        return tr("Rotate…", "button");
    case plan::Mend::CancelStaging:
    case plan::Mend::ClearPreviousAuth:
        return tr("Auth certificate…", "button");
    case plan::Mend::AssignServices:
        return tr("Assign services…", "button");
    case plan::Mend::RebindBackEnd:
    case plan::Mend::SelectForWmSvc:
    case plan::Mend::EditSendConnectors:
    case plan::Mend::FederationTrust:
    case plan::Mend::ReadAgain:
        return tr("Read again", "button");
    case plan::Mend::CheckPorts:
        return tr("Check the ports", "button");
    case plan::Mend::ReplaceTransport:
        // where another certificate can take over, that is a step of the removal itself
        return item.other.isNull() ? tr("Renew…", "button") : QString();
    case plan::Mend::None:
    case plan::Mend::ExportPfx:
        break;
    }
    return {};
}

} // namespace kakuin::ui
