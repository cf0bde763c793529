// SPDX-License-Identifier: MIT
#include "text/roletext.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"

namespace kakuin::ui {
namespace {

constexpr qsizetype longestEvidence = 120;

QString serverName(const domain::Certificate &certificate)
{
    return singleLine(certificate.server.name(), longestEvidence);
}

} // namespace

QString RoleText::badge(models::BadgeKind kind)
{
    switch (kind) {
    case models::BadgeKind::Own:
        return tr("Own", "badge: the server's own certificate");
    case models::BadgeKind::Transport:
        return tr("Transport", "badge: internal transport certificate");
    case models::BadgeKind::AuthCurrent:
        return tr("Auth", "badge: Auth certificate in use");
    case models::BadgeKind::AuthNext:
        return tr("Auth next", "badge");
    case models::BadgeKind::AuthPrevious:
        return tr("Auth previous", "badge");
    case models::BadgeKind::FrontEnd443:
        return QStringLiteral("443");
    case models::BadgeKind::BackEnd444:
        return QStringLiteral("444");
    case models::BadgeKind::WmSvc:
        return QStringLiteral("WMSvc");
    case models::BadgeKind::Connector:
        return tr("Connector", "badge");
    case models::BadgeKind::Hybrid:
        return tr("Hybrid", "badge");
    case models::BadgeKind::Federation:
        return tr("Federation", "badge");
    }
    return {};
}

QString RoleText::name(domain::Role role)
{
    switch (role) {
    case domain::Role::Own:
        return tr("Server's own certificate");
    case domain::Role::InternalTransport:
        return tr("Internal transport certificate");
    case domain::Role::AuthCurrent:
        return tr("Auth certificate in use");
    case domain::Role::AuthNext:
        return tr("Next Auth certificate");
    case domain::Role::AuthPrevious:
        return tr("Previous Auth certificate");
    case domain::Role::FrontEnd443:
        return tr("Front end, port 443");
    case domain::Role::BackEnd444:
        return tr("Back end, port 444");
    case domain::Role::WmSvc:
        return tr("Web Management Service");
    case domain::Role::SendConnector:
        return tr("Send connector");
    case domain::Role::ReceiveConnector:
        return tr("Receive connector");
    case domain::Role::Hybrid:
        return tr("Hybrid mail");
    case domain::Role::Federation:
        return tr("Federation trust");
    }
    return {};
}

QString RoleText::whatItDoes(const domain::RoleEvidence &evidence, const domain::Certificate &certificate)
{
    const QString server = serverName(certificate);
    const QString subject = singleLine(evidence.subject, longestEvidence);
    if (evidence.source == domain::RoleEvidence::Source::LiveCheck)
        //: %1: a port such as "SMTP 25", %2: a server
        return tr("Is what %1 of %2 shows to everyone who connects.").arg(subject, server);
    switch (evidence.role) {
    case domain::Role::Own:
        return tr("Identifies %1 by its own names; %1 issued it to itself.").arg(server);
    case domain::Role::InternalTransport:
        return tr("Protects mail between the servers of the organisation (internal transport certificate of %1).")
            .arg(server);
    case domain::Role::AuthCurrent:
        return tr("Signs what the servers tell one another and protects sign-in to Outlook on the web and the admin "
                  "center (Auth certificate of the organisation).");
    case domain::Role::AuthNext:
        return tr("Becomes the Auth certificate of the organisation on its effective date.");
    case domain::Role::AuthPrevious:
        return tr("Was the Auth certificate before the last rotation; what it signed is still accepted.");
    case domain::Role::FrontEnd443:
        return tr("Secures port 443 of %1, where Outlook, browsers and phones connect (Default Web Site).").arg(server);
    case domain::Role::BackEnd444:
        return tr("Secures port 444 of %1, to which the front end passes every request (Exchange Back End).")
            .arg(server);
    case domain::Role::WmSvc:
        return tr("Secures remote administration of IIS on %1 (Web Management Service, port 8172).").arg(server);
    case domain::Role::SendConnector:
        return tr("Proves who sends through the send connector “%1”, which names it by issuer and subject.")
            .arg(subject);
    case domain::Role::ReceiveConnector:
        return tr("Is shown to senders by the receive connector “%1”, which names it by issuer and subject.")
            .arg(subject);
    case domain::Role::Hybrid:
        return tr("Secures mail between the organisation and Microsoft 365 (hybrid configuration).");
    case domain::Role::Federation:
        return tr("Identifies the organisation in its federation trust, for calendars shared with others.");
    }
    return {};
}

QString RoleText::ifItGoes(const domain::RoleEvidence &evidence, const domain::Certificate &certificate)
{
    const QString server = serverName(certificate);
    const QString subject = singleLine(evidence.subject, longestEvidence);
    if (evidence.source == domain::RoleEvidence::Source::LiveCheck && evidence.role == domain::Role::ReceiveConnector)
        //: %1: a port such as "SMTP 25"
        return tr("%1 shows another certificate that carries SMTP, or offers no encryption any more.").arg(subject);
    switch (evidence.role) {
    case domain::Role::Own:
        return tr("Clients and servers that reach %1 by its own names see a warning or cannot connect.").arg(server);
    case domain::Role::InternalTransport:
        if (evidence.source == domain::RoleEvidence::Source::Directory)
            return tr("Mail to and from %1 stops within the organisation. Exchange does not refuse its removal from a "
                      "Client Access server: let another certificate take over first.")
                .arg(server);
        return tr("Mail to and from %1 stops within the organisation. Exchange refuses its removal until another "
                  "certificate takes over.")
            .arg(server);
    case domain::Role::AuthCurrent:
        return tr("Sign-in to Outlook on the web and the admin center fails on every server, and so do free/busy and "
                  "hybrid requests. Exchange does not refuse its removal.");
    case domain::Role::AuthNext:
        return tr("The rotation that is under way cannot complete, and the present Auth certificate runs out.");
    case domain::Role::AuthPrevious:
        return tr("People who signed in before the last rotation have to sign in again.");
    case domain::Role::FrontEnd443:
        return tr("Outlook, browsers and phones warn about %1 once it has expired, and cannot connect once it is gone.")
            .arg(server);
    case domain::Role::BackEnd444:
        return tr(
            "Outlook on the web, the admin center and the Exchange Management Shell stop on %1. Exchange does not "
            "refuse its removal: bind another certificate to port 444 in IIS Manager first.")
            .arg(server);
    case domain::Role::WmSvc:
        return tr("The Web Management Service does not start, which can stop an Exchange update. Select another "
                  "certificate in IIS Manager first.");
    case domain::Role::SendConnector:
        return tr("Mail through “%1” fails, unless another certificate with the same issuer and subject is there. "
                  "Exchange refuses its removal while the connector names it.")
            .arg(subject);
    case domain::Role::ReceiveConnector:
        return tr("Servers that expect it no longer deliver through “%1”.").arg(subject);
    case domain::Role::Hybrid:
        return tr(
            "Mail to and from Microsoft 365 fails. Run the Hybrid Configuration Wizard with the new certificate.");
    case domain::Role::Federation:
        return tr("Calendars and free/busy are no longer shared with other organisations.");
    }
    return {};
}

QString RoleText::sourceName(domain::RoleEvidence::Source source)
{
    switch (source) {
    case domain::RoleEvidence::Source::ExchangeCertificate:
        return QStringLiteral("Get-ExchangeCertificate");
    case domain::RoleEvidence::Source::TransportService:
        return QStringLiteral("Get-TransportService");
    case domain::RoleEvidence::Source::Directory:
        return QStringLiteral("msExchServerInternalTLSCert");
    case domain::RoleEvidence::Source::AuthConfig:
        return QStringLiteral("Get-AuthConfig");
    case domain::RoleEvidence::Source::SendConnector:
        return QStringLiteral("Get-SendConnector");
    case domain::RoleEvidence::Source::ReceiveConnector:
        return QStringLiteral("Get-ReceiveConnector");
    case domain::RoleEvidence::Source::HybridConfiguration:
        return QStringLiteral("Get-HybridConfiguration");
    case domain::RoleEvidence::Source::LiveCheck:
        return QStringLiteral("TLS");
    }
    return {};
}

QString RoleText::source(const domain::RoleEvidence &evidence, const QDateTime &nowUtc)
{
    const bool isOtherDay = nowUtc.isValid() && nowUtc.toLocalTime().date() != evidence.readUtc.toLocalTime().date();
    const QString name = sourceName(evidence.source);
    if (evidence.source == domain::RoleEvidence::Source::LiveCheck)
        //: %1: a port such as "HTTPS 443", %2: a time, or a day and a time
        return tr("Seen on %1, %2")
            .arg(singleLine(evidence.subject, longestEvidence),
                isOtherDay ? ExpiryText::dayAndTime(evidence.readUtc) : ExpiryText::timeOfDay(evidence.readUtc));
    if (!evidence.readUtc.isValid())
        return tr("Read from %1").arg(name);
    //: %1: a cmdlet, %2: a time, or a day and a time
    return tr("Read from %1, %2")
        .arg(name, isOtherDay ? ExpiryText::dayAndTime(evidence.readUtc) : ExpiryText::timeOfDay(evidence.readUtc));
}

QString RoleText::services(const domain::Certificate &certificate)
{
    if (!certificate.services || *certificate.services == domain::ServiceSet())
        return {};
    //: %1: services such as "IMAP, POP and SMTP", %2: a server
    return tr("Serves %1 on %2.").arg(list(domain::displayNames(*certificate.services)), serverName(certificate));
}

QString RoleText::list(const QStringList &items)
{
    if (items.size() < 2)
        return items.value(0);
    //: %1: all but the last item of a list, %2: the last
    return tr("%1 and %2").arg(items.mid(0, items.size() - 1).join(tr(", ", "between items of a list")), items.last());
}

} // namespace kakuin::ui
