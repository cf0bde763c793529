// SPDX-License-Identifier: MIT
#include "ui/text/findingwords.h"

namespace kakuin::ui {

using findings::Code;

const std::array<FindingWords, 33> organisationFindingWords{{
    {Code::AuthNotSet, QT_TRANSLATE_NOOP("FindingText", "No Auth certificate is configured"),
        QT_TRANSLATE_NOOP("FindingText",
            "The Auth configuration names no certificate. Sign-ins to Outlook on the web and the admin center fail, "
            "and so does everything that crosses to Exchange Online, SharePoint or Skype for Business."),
        QT_TRANSLATE_NOOP("FindingText", "Create and publish a new Auth certificate at once.")},
    {Code::AuthMissingEverywhere, QT_TRANSLATE_NOOP("FindingText", "No server has the Auth certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "The Auth configuration names a certificate that no server has. Sign-ins to Outlook on the web and the "
            "admin center fail, and nothing can be copied from anywhere."),
        QT_TRANSLATE_NOOP("FindingText",
            "Create and publish a new Auth certificate at once, unless a .pfx file of the old one exists: that can be "
            "imported.")},
    {Code::AuthMissingOnSite, QT_TRANSLATE_NOOP("FindingText", "Auth certificate missing in a whole site"),
        QT_TRANSLATE_NOOP("FindingText",
            "No server of this Active Directory site has the Auth certificate. Within a site it spreads by itself, "
            "across sites it sometimes never arrives. Sign-ins that are served here fail."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import it, exported from a server that has it, on one server of the site. The others receive it from "
            "there, within a day.")},
    {Code::AuthMissingOnServer, QT_TRANSLATE_NOOP("FindingText", "Auth certificate missing on a server"),
        QT_TRANSLATE_NOOP("FindingText",
            "This server cannot check what others have signed with the Auth certificate. Sign-ins to Outlook on the "
            "web fail whenever they reach it, which looks as if they failed at random."),
        QT_TRANSLATE_NOOP("FindingText",
            "Wait a day after a new server or a new certificate; then copy it from a server that has it.")},
    {Code::AuthWithoutKey, QT_TRANSLATE_NOOP("FindingText", "Auth certificate without its key"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate is on this server, but its private key is not. The server can neither sign tokens nor "
            "read its own cookies."),
        QT_TRANSLATE_NOOP("FindingText", "Import it again with its key, exported from another server.")},
    {Code::AuthExpired, QT_TRANSLATE_NOOP("FindingText", "Auth certificate has expired"),
        QT_TRANSLATE_NOOP("FindingText",
            "Sign-ins to Outlook on the web and the admin center loop or fail, free/busy information and hybrid "
            "features stop, and the Exchange Management Shell shows objects without details."),
        QT_TRANSLATE_NOOP("FindingText",
            "Replace it at once. The change takes effect on a server when the new certificate has arrived there and "
            "its application pools have been recycled.")},
    {Code::AuthExpiresSoon, QT_TRANSLATE_NOOP("FindingText", "Auth certificate expires soon"),
        QT_TRANSLATE_NOOP("FindingText",
            "One certificate serves sign-ins of the whole organisation. While it is valid, a successor can be staged "
            "that takes over without anybody noticing. Once it has expired, only a change with interruptions is left."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Stage a successor now, so that it reaches every server before it takes over.")},
    {Code::AuthNextMissingOnServer, QT_TRANSLATE_NOOP("FindingText", "Staged Auth certificate has not arrived"),
        QT_TRANSLATE_NOOP("FindingText",
            "A successor is staged, but this server does not have it yet. If it is missing on the effective date, "
            "sign-ins that reach this server fail."),
        QT_TRANSLATE_NOOP("FindingText",
            "Within a site it arrives in minutes, in other sites within hours. If a day has passed, copy it there.")},
    {Code::AuthNextExpiresSoon, QT_TRANSLATE_NOOP("FindingText", "Staged Auth certificate does not last"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate that is about to take over will itself expire before long. The organisation would go "
            "through the same change again within months."),
        QT_TRANSLATE_NOOP("FindingText", "Stage a new one in its place. It takes the slot of the present successor.")},
    {Code::AuthNextWithoutDate, QT_TRANSLATE_NOOP("FindingText", "Staged Auth certificate has no date"),
        QT_TRANSLATE_NOOP("FindingText",
            "A successor is named, but no date on which it takes over. Exchange will not promote it by itself."),
        QT_TRANSLATE_NOOP("FindingText", "Stage it again with a date at least 48 hours ahead.")},
    {Code::AuthEffectiveSoon, QT_TRANSLATE_NOOP("FindingText", "Staged Auth certificate takes over soon"),
        QT_TRANSLATE_NOOP("FindingText",
            "In less than two days the successor takes over. Servers that do not have it by then refuse sign-ins, and "
            "Exchange itself asks for 48 hours to distribute it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Follow the rotation until every server has it. If that will not happen in time, stage it again with a "
            "later date.")},
    {Code::AuthNotPromoted, QT_TRANSLATE_NOOP("FindingText", "Effective date passed, not promoted"),
        QT_TRANSLATE_NOOP("FindingText",
            "The staged Auth certificate should be in use and is not. Exchange looks every twelve hours and when its "
            "service host starts; in child domains it may lack the right to change the configuration."),
        QT_TRANSLATE_NOOP("FindingText",
            "If twelve hours have passed, publish it now. For a child domain see Set-OrganizationConfig "
            "-EnableAuthAdminReadSession.")},
    {Code::AuthNameUnexpected, QT_TRANSLATE_NOOP("FindingText", "Auth certificate has an unusual name"),
        QT_TRANSLATE_NOOP("FindingText",
            "Exchange names its Auth certificate “Microsoft Exchange Server Auth Certificate”. This one is called "
            "otherwise: a certificate of another purpose may have been chosen by mistake, and support tools do not "
            "recognise it."),
        QT_TRANSLATE_NOOP("FindingText", "Rotate to a new Auth certificate with the usual name.")},
    {Code::AuthWithoutSmtp, QT_TRANSLATE_NOOP("FindingText", "Auth certificate not enabled for SMTP"),
        QT_TRANSLATE_NOOP("FindingText",
            "Exchange works without it, but its own support tools expect the Auth certificate to carry SMTP and report "
            "it otherwise."),
        QT_TRANSLATE_NOOP("FindingText",
            "Nothing has to be done. To satisfy the tools, enable it for SMTP and answer No to the question about the "
            "default certificate.")},
    {Code::AuthNotExportable, QT_TRANSLATE_NOOP("FindingText", "Auth certificate cannot be exported"),
        QT_TRANSLATE_NOOP("FindingText",
            "No server can give its key away. If distribution fails, the certificate cannot be copied to the servers "
            "that lack it, and no backup can be made."),
        QT_TRANSLATE_NOOP("FindingText", "Nothing has to be done now. The next rotation makes an exportable one.")},
    {Code::AuthPreviousHeld, QT_TRANSLATE_NOOP("FindingText", "Previous Auth certificate still named"),
        QT_TRANSLATE_NOOP("FindingText",
            "The rotation has settled, but the previous certificate is still accepted. That was right for the first "
            "days, because sign-ins that began before the change needed it."),
        QT_TRANSLATE_NOOP("FindingText", "Clear the previous one.")},
    {Code::AuthLeftOver, QT_TRANSLATE_NOOP("FindingText", "Forgotten Auth certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "It bears the name of the Auth certificate, but the configuration names it no more. Each rotation leaves "
            "one behind on every server, and they are easily taken for the one in use."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Remove it. Whether anything depends on it is checked on every server before that.")},
    {Code::ConnectorNameNotFound, QT_TRANSLATE_NOOP("FindingText", "Certificate named by a connector not found"),
        QT_TRANSLATE_NOOP("FindingText",
            "The connector names a certificate by issuer and subject, and servers that use it have none of that name. "
            "Mail through it stops (454 4.7.5). It happens when the issuing authority has changed with a renewal."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import the certificate on these servers, or set the name of the new one with Set-SendConnector or "
            "Set-ReceiveConnector -TlsCertificateName.")},
    {Code::ConnectorGenerations, QT_TRANSLATE_NOOP("FindingText", "Several generations bear a connector’s name"),
        QT_TRANSLATE_NOOP("FindingText",
            "A connector knows certificates by name only, so it cannot tell these apart and takes the one that is "
            "valid longest. The older ones cannot be removed while the connector names them."),
        QT_TRANSLATE_NOOP("FindingText",
            "To remove an older one, clear the name on the connector, remove it on all its servers, and set the name "
            "again.")},
    {Code::CloudConnectorDisabled, QT_TRANSLATE_NOOP("FindingText", "Cloud connector disabled"),
        QT_TRANSLATE_NOOP("FindingText",
            "The connector to Exchange Online is switched off. Mail between the organisation and the cloud takes "
            "another way or none."),
        QT_TRANSLATE_NOOP("FindingText",
            "Switch it on again (Set-SendConnector -Enabled $true), or remove it if it is not needed any more.")},
    {Code::CloudConnectorNameMissing, QT_TRANSLATE_NOOP("FindingText", "Cloud connector names no certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "Exchange Online recognises the organisation by the certificate of this connector. Without a name the "
            "server picks one by itself, and mail may be treated as if it came from strangers."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Run the Hybrid Configuration Wizard again, or set -TlsCertificateName on the connector.")},
    {Code::CloudConnectorNameDiffers, QT_TRANSLATE_NOOP("FindingText", "Connector and hybrid configuration differ"),
        QT_TRANSLATE_NOOP("FindingText",
            "The cloud connector names another certificate than the hybrid configuration does. The next run of the "
            "Hybrid Configuration Wizard changes one of them, perhaps to the wrong one."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Run the Hybrid Configuration Wizard again and choose the certificate that is meant.")},
    {Code::HybridNameMissing, QT_TRANSLATE_NOOP("FindingText", "Hybrid configuration names no certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "Without a certificate in the hybrid configuration, mail to and from Exchange Online is not recognised as "
            "internal. No valid certificate was found when it was set up."),
        QT_TRANSLATE_NOOP("FindingText",
            "Run the Hybrid Configuration Wizard again and choose a certificate of a public authority.")},
    {Code::HybridNameNotFound, QT_TRANSLATE_NOOP("FindingText", "Hybrid certificate not found"),
        QT_TRANSLATE_NOOP("FindingText",
            "Servers that take part in hybrid mail do not have the certificate that the hybrid configuration names. "
            "Mail between the organisation and Exchange Online stops on them (450 4.4.317)."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import the certificate on these servers, or run the Hybrid Configuration Wizard again with the new one.")},
    {Code::ServerNotRead, QT_TRANSLATE_NOOP("FindingText", "Certificates of a server not read"),
        QT_TRANSLATE_NOOP("FindingText",
            "The server did not answer, or its data is missing. Nothing is known about its certificates, so neither "
            "good nor bad can be said of it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Read the server again. For exported data, export Get-ExchangeCertificate of this server as well.")},
    {Code::CertificateUnreadable, QT_TRANSLATE_NOOP("FindingText", "Certificates that do not parse"),
        QT_TRANSLATE_NOOP("FindingText",
            "Some certificates of the server are damaged or of a form that Kakuin does not know. The others were "
            "checked; about these nothing can be said."),
        QT_TRANSLATE_NOOP("FindingText",
            "Look at them on the server with certlm.msc. A damaged one that nothing uses can be deleted there.")},
    {Code::DetailsNotKnown, QT_TRANSLATE_NOOP("FindingText", "Details of certificates not known"),
        QT_TRANSLATE_NOOP("FindingText",
            "The session or the exported data gave the certificates without some of their properties, such as "
            "services, status or bindings. What depends on them was not checked."),
        QT_TRANSLATE_NOOP("FindingText",
            "Export again with the collector script, or connect to a server whose session sends full objects.")},
    {Code::TransportNotRead, QT_TRANSLATE_NOOP("FindingText", "Internal transport certificate not known"),
        QT_TRANSLATE_NOOP("FindingText",
            "Which certificate the server uses for mail between servers could not be read. For a Client Access server "
            "of 2013 only the directory knows."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Read the server again. For exported data, export Get-TransportService as well.")},
    {Code::SiteNotKnown, QT_TRANSLATE_NOOP("FindingText", "Sites of servers not known"),
        QT_TRANSLATE_NOOP("FindingText",
            "Without their Active Directory sites nobody can say whether a whole site lacks the Auth certificate."),
        QT_TRANSLATE_NOOP("FindingText", "Export Get-ExchangeServer, or connect with an account that may read it.")},
    {Code::PortsNotRead, QT_TRANSLATE_NOOP("FindingText", "Ports could not be looked at"),
        QT_TRANSLATE_NOOP("FindingText",
            "Some ports of the server did not answer, so it is not known which certificate they show. That need not be "
            "a fault: this computer may not be allowed to reach them."),
        QT_TRANSLATE_NOOP("FindingText",
            "Check the ports again from a computer in the network of the servers, or open the ports for this one.")},
    {Code::PartNotRead, QT_TRANSLATE_NOOP("FindingText", "Part of the organisation not read"),
        QT_TRANSLATE_NOOP(
            "FindingText", "A part of the configuration could not be read, so the checks that need it were not made."),
        QT_TRANSLATE_NOOP("FindingText",
            "Read the organisation again. A missing cmdlet means that the account lacks the right to it; exported data "
            "needs the file of that cmdlet.")},
    {Code::InputProblem, QT_TRANSLATE_NOOP("FindingText", "Input that could not be used"),
        QT_TRANSLATE_NOOP("FindingText",
            "A file or an answer of a server was damaged or not understood. What it held is missing here."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Export it again, or leave it out if it does not belong to the organisation.")},
    {Code::BeyondInventory, QT_TRANSLATE_NOOP("FindingText", "What Exchange does not report"),
        QT_TRANSLATE_NOOP("FindingText",
            "Some things can only be seen on a server itself, because no cmdlet of a session reports them. Nothing is "
            "claimed about them here."),
        QT_TRANSLATE_NOOP("FindingText",
            "Run HealthChecker on each server for these, or look at them in IIS Manager and the registry.")},
}};

} // namespace kakuin::ui
