// SPDX-License-Identifier: MIT
#include "text/servertext.h"

namespace kakuin::ui {

QString ServerText::role(domain::ServerRole role)
{
    switch (role) {
    case domain::ServerRole::Mailbox:
        return tr("Mailbox server");
    case domain::ServerRole::ClientAccess:
        return tr("Client Access server");
    case domain::ServerRole::UnifiedMessaging:
        return tr("Unified Messaging");
    case domain::ServerRole::HubTransport:
        return tr("Hub Transport");
    case domain::ServerRole::Edge:
        return tr("Edge Transport server");
    case domain::ServerRole::FrontendTransport:
        return tr("Front End Transport");
    }
    return {};
}

QString ServerText::roles(domain::ServerRoles roles)
{
    QStringList names;
    for (const domain::ServerRole one : {domain::ServerRole::Mailbox, domain::ServerRole::ClientAccess,
             domain::ServerRole::Edge, domain::ServerRole::HubTransport, domain::ServerRole::UnifiedMessaging,
             domain::ServerRole::FrontendTransport}) {
        if (roles.testFlag(one))
            names.append(role(one));
    }
    return names.isEmpty() ? tr("roles not known") : names.join(tr(", ", "between roles of a server"));
}

QString ServerText::status(domain::CertificateStatus status)
{
    switch (status) {
    case domain::CertificateStatus::Unknown:
        return tr("not known");
    case domain::CertificateStatus::Valid:
        return tr("valid");
    case domain::CertificateStatus::Revoked:
        return tr("revoked");
    case domain::CertificateStatus::DateInvalid:
        return tr("outside its dates");
    case domain::CertificateStatus::Untrusted:
        return tr("not trusted");
    case domain::CertificateStatus::Invalid:
        return tr("not valid");
    case domain::CertificateStatus::RevocationCheckFailure:
        return tr("revocation could not be checked");
    case domain::CertificateStatus::PendingRequest:
        return tr("request, not completed");
    }
    return {};
}

QString ServerText::rootCaType(domain::RootCaType type)
{
    switch (type) {
    case domain::RootCaType::None:
        return tr("none: not in the Trusted Root store");
    case domain::RootCaType::ThirdParty:
        return tr("third party");
    case domain::RootCaType::Enterprise:
        return tr("enterprise");
    case domain::RootCaType::Registry:
        return tr("registry: copied to the Trusted Root store");
    case domain::RootCaType::GroupPolicy:
        return tr("group policy");
    case domain::RootCaType::Unknown:
        return tr("not known");
    }
    return {};
}

QString ServerText::services(const std::optional<domain::ServiceSet> &services)
{
    if (!services)
        return tr("not known");
    const QString text = domain::displayText(*services);
    return text.isEmpty() ? QStringLiteral("–") : text;
}

QString ServerText::yesNo(const std::optional<bool> &value)
{
    if (!value)
        return tr("not known");
    return *value ? tr("yes") : tr("no");
}

QString ServerText::connection(const shell::ShellDescription &description)
{
    switch (description.kind) {
    case shell::ShellDescription::Kind::Lab:
        return tr("Practice organisation");
    case shell::ShellDescription::Kind::Snapshot:
        return tr("Exported data");
    case shell::ShellDescription::Kind::Remote:
        return tr("Exchange server");
    case shell::ShellDescription::Kind::Process:
        return tr("PowerShell session");
    }
    return {};
}

QString ServerText::source(domain::CertificateSource source)
{
    switch (source) {
    case domain::CertificateSource::SerializedObject:
        return tr("The server told everything about this certificate.");
    case domain::CertificateSource::FlatProperties:
        return tr("The source holds some of this certificate's properties; the others are not known.");
    case domain::CertificateSource::RawDataOnly:
        return tr("Services not known: this export holds the certificate only.");
    case domain::CertificateSource::PrintedText:
        return tr("Read from text that a console printed: only what the text shows is known.");
    }
    return {};
}

QString ServerText::transportOrigin(domain::TransportAssignment::Origin origin)
{
    switch (origin) {
    case domain::TransportAssignment::Origin::TransportService:
        return tr("Read from %1").arg(QStringLiteral("Get-TransportService"));
    case domain::TransportAssignment::Origin::Directory:
        return tr("Read from the directory (%1)").arg(QStringLiteral("msExchServerInternalTLSCert"));
    }
    return {};
}

} // namespace kakuin::ui
