// SPDX-License-Identifier: MIT
#include "text/findingtext.h"

#include "core/base/untrustedtext.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/findingwords.h"
#include "text/livetext.h"
#include "text/roletext.h"
#include "text/servertext.h"

namespace kakuin::ui {

using advice::Task;
using findings::Evidence;
using findings::Fact;
using findings::Kind;
using findings::Part;
using findings::Severity;
using findings::Subject;
using findings::Unseen;

namespace {

constexpr qsizetype longestSubject = 160;

const FindingWords &wordsFor(findings::Code code)
{
    return findingWordTable[static_cast<size_t>(code)];
}

QString certificateName(const domain::Certificate &certificate)
{
    return singleLine(
        certificate.facts.subject.isEmpty() ? certificate.displayName() : certificate.facts.subject, longestSubject);
}

constexpr qsizetype longestEvidence = 600;

} // namespace

QString FindingText::title(findings::Code code)
{
    return tr(wordsFor(code).title);
}

QString FindingText::why(findings::Code code)
{
    return tr(wordsFor(code).why);
}

QString FindingText::steps(findings::Code code)
{
    return tr(wordsFor(code).steps);
}

QString FindingText::subject(const Subject &subject, const domain::Certificate *certificate)
{
    const QString server = singleLine(subject.server.name(), longestSubject);
    switch (subject.kind) {
    case Subject::Kind::Organisation:
        return subject.name.startsWith(QLatin1String("input/")) ? singleLine(subject.name.mid(6), longestSubject)
                                                                : tr("Organisation");
    case Subject::Kind::Server:
        return server;
    case Subject::Kind::Certificate: {
        const QString name
            = certificate == nullptr ? subject.thumbprint.toGroupedString() : certificateName(*certificate);
        //: %1: a certificate's subject, %2: a server
        return server.isEmpty() ? name : tr("%1 on %2").arg(name, server);
    }
    case Subject::Kind::Connector:
        return singleLine(subject.name, longestSubject);
    case Subject::Kind::Site:
        //: %1: an Active Directory site
        return tr("Site %1").arg(singleLine(subject.name, longestSubject));
    }
    return {};
}

QString FindingText::mendButton(Task::Kind task)
{
    switch (task) {
    case Task::Kind::Instructions:
        return {};
    case Task::Kind::Renew:
        return tr("Renew…");
    case Task::Kind::RotateAuth:
        return tr("Rotate the Auth certificate…");
    case Task::Kind::FollowRotation:
        return tr("Follow the rotation…");
    case Task::Kind::Assign:
        return tr("Assign services…");
    case Task::Kind::TakeTransport:
        return tr("Take over internal transport…");
    case Task::Kind::Remove:
        return tr("Remove…");
    case Task::Kind::Export:
        return tr("Export…");
    case Task::Kind::Import:
        return tr("Import…");
    case Task::Kind::ReadAgain:
        return tr("Read again");
    case Task::Kind::CheckPorts:
        return tr("Check the ports…");
    }
    return {};
}

QString FindingText::kind(Kind kind)
{
    switch (kind) {
    case Kind::Life:
        return tr("Validity");
    case Kind::Quality:
        return tr("Trust and strength");
    case Kind::Transport:
        return tr("Mail between servers");
    case Kind::WebSites:
        return tr("Web sites and names");
    case Kind::Ports:
        return tr("What ports show");
    case Kind::Auth:
        return tr("Auth certificate");
    case Kind::Connectors:
        return tr("Connectors and hybrid");
    case Kind::Servers:
        return tr("Servers and versions");
    case Kind::NotKnown:
        return tr("Not known");
    }
    return {};
}

QString FindingText::severity(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return tr("Critical");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Information:
        return tr("Worth knowing");
    case Severity::NotKnown:
        return tr("Not known");
    }
    return {};
}

models::Severity FindingText::mark(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return models::Severity::Expired;
    case Severity::Warning:
        return models::Severity::Soon;
    case Severity::Information:
        return models::Severity::Information;
    case Severity::NotKnown:
        break;
    }
    return models::Severity::NotKnown;
}

QString FindingText::evidence(const Evidence &evidence, const QDateTime &nowUtc)
{
    if (const auto *when = std::get_if<QDateTime>(&evidence.value)) {
        if (!when->isValid())
            return evidence.fact == Fact::EffectiveOn ? tr("No effective date is set") : tr("The date is not known");
        const QString day = ExpiryText::dayAndTime(*when);
        if (evidence.fact == Fact::ExpiresOn)
            return *when < nowUtc ? tr("Expired on %1").arg(day) : tr("Expires on %1").arg(day);
        if (evidence.fact == Fact::ShorterFrom)
            return tr("Shorter lifetimes from %1").arg(day);
        return evidence.fact == Fact::EffectiveOn ? tr("Effective date: %1").arg(day) : tr("Valid from %1").arg(day);
    }
    if (const auto *role = std::get_if<domain::RoleEvidence>(&evidence.value)) {
        const QString name = RoleText::name(role->role);
        const QString used = role->subject.isEmpty()
            ? tr("Used as: %1").arg(name)
            : tr("Used as: %1 (%2)").arg(name, singleLine(role->subject, longestEvidence));
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
        return textEvidence(evidence.fact, singleLine(*text, longestEvidence));
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
    case Fact::KeyProvider:
        return tr("Key provider: %1").arg(text);
    case Fact::VersionIs:
        return tr("Version: %1").arg(text);
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
    case Fact::ServicesLacking:
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
    case Fact::LifeDays:
    case Fact::LongestLife:
    case Fact::ShorterFrom:
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
    case Fact::LifeDays:
        return tr("Issued for %n days", nullptr, count);
    case Fact::LongestLife:
        return tr("Public authorities now issue for at most %n days", nullptr, count);
    case Fact::HoursLeft:
        return count < 0 ? tr("%n hours ago", nullptr, -count) : tr("In %n hours", nullptr, count);
    case Fact::StatusIs:
        return tr("Status: %1").arg(ServerText::status(static_cast<domain::CertificateStatus>(count)));
    case Fact::KeyBits:
        return tr("Key size: %1 bits").arg(count);
    case Fact::SmallestKeyBits:
        return tr("Smallest size that is accepted: %1 bits").arg(count);
    case Fact::ServicesLacking:
        return tr("The newer one lacks: %1").arg(ServerText::services(domain::servicesFromBits(number)));
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
    case Fact::KeyProvider:
    case Fact::ShorterFrom:
    case Fact::VersionIs:
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
    case Part::KeyContainer:
        return tr("whether it is the Web Management Service's (key container)");
    case Part::KeyProvider:
        return tr("which provider stores the key");
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
        return tr("Which TLS the servers at the other end of connectors really offer");
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
