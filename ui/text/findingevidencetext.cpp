// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"
#include "ui/text/errortext.h"
#include "ui/text/expirytext.h"
#include "ui/text/findingtext.h"
#include "ui/text/livetext.h"
#include "ui/text/roletext.h"
#include "ui/text/servertext.h"

namespace kakuin::ui {

using findings::Evidence;
using findings::Fact;
using findings::Part;
using findings::Unseen;

namespace {

constexpr qsizetype longestText = 600;

} // namespace

QString FindingText::evidence(const Evidence &evidence, const QDateTime &nowUtc)
{
    if (const auto *when = std::get_if<QDateTime>(&evidence.value)) {
        if (!when->isValid())
            return evidence.fact == Fact::EffectiveOn ? tr("No effective date is set") : tr("The date is not known");
        const QString day = ExpiryText::dayAndTime(*when);
        if (evidence.fact == Fact::ExpiresOn)
            return *when < nowUtc ? tr("Expired on %1").arg(day) : tr("Expires on %1").arg(day);
        return evidence.fact == Fact::EffectiveOn ? tr("Effective date: %1").arg(day) : tr("Valid from %1").arg(day);
    }
    if (const auto *role = std::get_if<domain::RoleEvidence>(&evidence.value)) {
        const QString name = RoleText::name(role->role);
        const QString used = role->subject.isEmpty()
            ? tr("Used as: %1").arg(name)
            : tr("Used as: %1 (%2)").arg(name, singleLine(role->subject, longestText));
        //: %1: "Used as: …", %2: "Read from Get-AuthConfig, 09:41"
        return tr("%1. %2").arg(used, RoleText::source(*role, nowUtc));
    }
    if (const auto *reading = std::get_if<domain::LiveReading>(&evidence.value))
        return LiveText::line(*reading, nowUtc);
    if (const auto *error = std::get_if<Error>(&evidence.value))
        return ErrorText::full(*error);
    if (const auto *thumbprint = std::get_if<domain::Thumbprint>(&evidence.value)) {
        const QString text = thumbprint->toGroupedString();
        if (evidence.fact == Fact::NewerGeneration)
            return tr("Newer certificate: %1").arg(text);
        return evidence.fact == Fact::OtherGeneration ? tr("Other certificate: %1").arg(text)
                                                      : tr("Named by the configuration: %1").arg(text);
    }
    if (const auto *text = std::get_if<QString>(&evidence.value))
        return textEvidence(evidence.fact, singleLine(*text, longestText));
    if (const auto *number = std::get_if<qint64>(&evidence.value))
        return numberEvidence(evidence.fact, *number);
    return tr("Whether anything uses it is not known");
}

QString FindingText::textEvidence(Fact fact, const QString &text)
{
    switch (fact) {
    case Fact::SignedWith:
        return tr("Signed with %1").arg(text);
    case Fact::Names:
        return tr("Names on the certificate: %1").arg(text);
    case Fact::IssuedBy:
        return tr("Issued by %1").arg(text);
    case Fact::OnServer:
        return tr("On server %1").arg(text);
    case Fact::LackingServer:
        return tr("Missing on server %1").arg(text);
    case Fact::NotReadServer:
        return tr("Not known for server %1").arg(text);
    case Fact::NameLookedFor:
        return tr("Name looked for: %1").arg(text);
    case Fact::NameOfHybrid:
        return tr("Hybrid configuration: %1").arg(text);
    case Fact::ExpiresOn:
    case Fact::DaysLeft:
    case Fact::ValidFrom:
    case Fact::LimitDays:
    case Fact::StatusIs:
    case Fact::KeyBits:
    case Fact::SmallestKeyBits:
    case Fact::UsedAs:
    case Fact::UseNotKnown:
    case Fact::Carries:
    case Fact::RootCaTypeIs:
    case Fact::NewerGeneration:
    case Fact::OtherGeneration:
    case Fact::Named:
    case Fact::ServersHaving:
    case Fact::MoreServers:
    case Fact::EffectiveOn:
    case Fact::HoursLeft:
    case Fact::Reason:
    case Fact::Missing:
    case Fact::Concerned:
    case Fact::Unseen:
    case Fact::PortAnswered:
        break; // hold no value of this type
    }
    return text;
}

QString FindingText::numberEvidence(Fact fact, qint64 number)
{
    const int count = static_cast<int>(qBound(qint64(-1'000'000), number, qint64(1'000'000)));
    switch (fact) {
    case Fact::DaysLeft:
        return count < 0 ? tr("Expired %n days ago", nullptr, -count) : tr("%n days left", nullptr, count);
    case Fact::LimitDays:
        return tr("Threshold: %n days", nullptr, count);
    case Fact::HoursLeft:
        return count < 0 ? tr("%n hours ago", nullptr, -count) : tr("In %n hours", nullptr, count);
    case Fact::StatusIs:
        return tr("Status: %1").arg(ServerText::status(static_cast<domain::CertificateStatus>(count)));
    case Fact::KeyBits:
        return tr("Key size: %1 bits").arg(count);
    case Fact::SmallestKeyBits:
        return tr("Smallest size that is accepted: %1 bits").arg(count);
    case Fact::Carries:
        return tr("Services: %1").arg(ServerText::services(domain::servicesFromBits(number)));
    case Fact::RootCaTypeIs:
        return tr("Root: %1").arg(ServerText::rootCaType(static_cast<domain::RootCaType>(count)));
    case Fact::ServersHaving:
        return tr("%n servers have it", nullptr, count);
    case Fact::MoreServers:
        return tr("and %n more servers", nullptr, count);
    case Fact::Missing:
        return tr("Not known: %1").arg(part(static_cast<Part>(number)));
    case Fact::Concerned:
        return tr("Certificates concerned or looked at: %1").arg(count);
    case Fact::Unseen:
        return unseen(static_cast<Unseen>(count));
    case Fact::ExpiresOn:
    case Fact::ValidFrom:
    case Fact::SignedWith:
    case Fact::UsedAs:
    case Fact::UseNotKnown:
    case Fact::Names:
    case Fact::IssuedBy:
    case Fact::NewerGeneration:
    case Fact::OtherGeneration:
    case Fact::Named:
    case Fact::OnServer:
    case Fact::LackingServer:
    case Fact::NotReadServer:
    case Fact::EffectiveOn:
    case Fact::NameLookedFor:
    case Fact::NameOfHybrid:
    case Fact::Reason:
    case Fact::PortAnswered:
        break; // hold no value of this type
    }
    return QString::number(number);
}

QString FindingText::part(Part part)
{
    switch (part) {
    case Part::Certificates:
        return tr("certificates (Get-ExchangeCertificate)");
    case Part::Dates:
        return tr("dates");
    case Part::Key:
        return tr("key and signature");
    case Part::Status:
        return tr("status");
    case Part::Services:
        return tr("services");
    case Part::PrivateKey:
        return tr("private key");
    case Part::Exportable:
        return tr("whether the key can be exported");
    case Part::IisBindings:
        return tr("web site bindings");
    case Part::TrustedRoot:
        return tr("whether it lies in Trusted Root");
    case Part::Transport:
        return tr("internal transport certificate (Get-TransportService)");
    case Part::Site:
        return tr("Active Directory site");
    case Part::ServerList:
        return tr("list of servers (Get-ExchangeServer)");
    case Part::AuthConfig:
        return tr("Auth configuration (Get-AuthConfig)");
    case Part::SendConnectors:
        return tr("Send connectors (Get-SendConnector)");
    case Part::ReceiveConnectors:
        return tr("Receive connectors (Get-ReceiveConnector)");
    case Part::Hybrid:
        return tr("hybrid configuration (Get-HybridConfiguration)");
    case Part::Ports:
        return tr("what the ports show");
    }
    return {};
}

QString FindingText::unseen(Unseen unseen)
{
    switch (unseen) {
    case Unseen::WmSvcBinding:
        return tr("Which certificate the Web Management Service shows on port 8172");
    case Unseen::ServedPorts:
        return tr("Which certificates the ports really show (View > Check what the ports serve)");
    case Unseen::BackEndAddress:
        return tr("Whether the Exchange Back End site is bound to all addresses (*:444)");
    case Unseen::TrustedRootStore:
        return tr("What else lies in the Trusted Root stores");
    case Unseen::ConnectorTlsSettings:
        return tr("RequireTLS, TlsAuthLevel, TlsDomain and smart hosts of connectors");
    case Unseen::PayloadSigning:
        return tr("Whether serialized data is signed with the Auth certificate");
    case Unseen::RootAutoUpdate:
        return tr("Whether root certificates are updated by Windows (DisableRootAutoUpdate)");
    case Unseen::EccSupport:
        return tr("Whether certificates with elliptic curves are switched on for Exchange");
    case Unseen::AuthEntraKey:
        return tr("Which Auth certificate the hybrid application in Entra knows");
    case Unseen::Count_:
        break;
    }
    return {};
}

} // namespace kakuin::ui
