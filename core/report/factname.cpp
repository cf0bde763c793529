// SPDX-License-Identifier: MIT
#include "core/report/factname.h"

#include <array>

namespace kakuin::report {
namespace {

// In the order of the enum; the assertion keeps them together
constexpr std::array factNames{
    QLatin1String("expiresOn"),
    QLatin1String("daysLeft"),
    QLatin1String("validFrom"),
    QLatin1String("limitDays"),
    QLatin1String("statusIs"),
    QLatin1String("keyBits"),
    QLatin1String("smallestKeyBits"),
    QLatin1String("signedWith"),
    QLatin1String("usedAs"),
    QLatin1String("useNotKnown"),
    QLatin1String("carries"),
    QLatin1String("names"),
    QLatin1String("issuedBy"),
    QLatin1String("rootCaTypeIs"),
    QLatin1String("newerGeneration"),
    QLatin1String("servicesLacking"),
    QLatin1String("otherGeneration"),
    QLatin1String("named"),
    QLatin1String("onServer"),
    QLatin1String("lackingServer"),
    QLatin1String("notReadServer"),
    QLatin1String("serversHaving"),
    QLatin1String("moreServers"),
    QLatin1String("effectiveOn"),
    QLatin1String("hoursLeft"),
    QLatin1String("nameLookedFor"),
    QLatin1String("nameOfHybrid"),
    QLatin1String("reason"),
    QLatin1String("missing"),
    QLatin1String("concerned"),
    QLatin1String("unseen"),
    QLatin1String("portAnswered"),
    QLatin1String("keyProvider"),
    QLatin1String("lifeDays"),
    QLatin1String("longestLife"),
    QLatin1String("shorterFrom"),
    QLatin1String("versionIs"),
};
static_assert(factNames.size() == static_cast<size_t>(findings::Fact::VersionIs) + 1);

} // namespace

QLatin1String nameOf(domain::Role role)
{
    switch (role) {
    case domain::Role::Own:
        return QLatin1String("own");
    case domain::Role::InternalTransport:
        return QLatin1String("internalTransport");
    case domain::Role::AuthCurrent:
        return QLatin1String("authCurrent");
    case domain::Role::AuthNext:
        return QLatin1String("authNext");
    case domain::Role::AuthPrevious:
        return QLatin1String("authPrevious");
    case domain::Role::FrontEnd443:
        return QLatin1String("frontEnd443");
    case domain::Role::BackEnd444:
        return QLatin1String("backEnd444");
    case domain::Role::WmSvc:
        return QLatin1String("wmSvc");
    case domain::Role::SendConnector:
        return QLatin1String("sendConnector");
    case domain::Role::ReceiveConnector:
        return QLatin1String("receiveConnector");
    case domain::Role::Hybrid:
        return QLatin1String("hybrid");
    case domain::Role::Federation:
        return QLatin1String("federation");
    }
    return {};
}

QLatin1String nameOf(domain::RoleEvidence::Source source)
{
    switch (source) {
    case domain::RoleEvidence::Source::ExchangeCertificate:
        return QLatin1String("Get-ExchangeCertificate");
    case domain::RoleEvidence::Source::TransportService:
        return QLatin1String("Get-TransportService");
    case domain::RoleEvidence::Source::Directory:
        return QLatin1String("msExchServerInternalTLSCert");
    case domain::RoleEvidence::Source::AuthConfig:
        return QLatin1String("Get-AuthConfig");
    case domain::RoleEvidence::Source::SendConnector:
        return QLatin1String("Get-SendConnector");
    case domain::RoleEvidence::Source::ReceiveConnector:
        return QLatin1String("Get-ReceiveConnector");
    case domain::RoleEvidence::Source::HybridConfiguration:
        return QLatin1String("Get-HybridConfiguration");
    case domain::RoleEvidence::Source::LiveCheck:
        return QLatin1String("liveCheck");
    }
    return {};
}

QLatin1String nameOf(domain::CertificateStatus status)
{
    switch (status) {
    case domain::CertificateStatus::Unknown:
        return QLatin1String("Unknown");
    case domain::CertificateStatus::Valid:
        return QLatin1String("Valid");
    case domain::CertificateStatus::Revoked:
        return QLatin1String("Revoked");
    case domain::CertificateStatus::DateInvalid:
        return QLatin1String("DateInvalid");
    case domain::CertificateStatus::Untrusted:
        return QLatin1String("Untrusted");
    case domain::CertificateStatus::Invalid:
        return QLatin1String("Invalid");
    case domain::CertificateStatus::RevocationCheckFailure:
        return QLatin1String("RevocationCheckFailure");
    case domain::CertificateStatus::PendingRequest:
        return QLatin1String("PendingRequest");
    }
    return {};
}

QLatin1String nameOf(domain::RootCaType type)
{
    switch (type) {
    case domain::RootCaType::None:
        return QLatin1String("None");
    case domain::RootCaType::ThirdParty:
        return QLatin1String("ThirdParty");
    case domain::RootCaType::Enterprise:
        return QLatin1String("Enterprise");
    case domain::RootCaType::Registry:
        return QLatin1String("Registry");
    case domain::RootCaType::GroupPolicy:
        return QLatin1String("GroupPolicy");
    case domain::RootCaType::Unknown:
        return QLatin1String("Unknown");
    }
    return {};
}

QLatin1String nameOf(domain::CertificateSource source)
{
    switch (source) {
    case domain::CertificateSource::SerializedObject:
        return QLatin1String("serializedObject");
    case domain::CertificateSource::FlatProperties:
        return QLatin1String("flatProperties");
    case domain::CertificateSource::RawDataOnly:
        return QLatin1String("rawDataOnly");
    case domain::CertificateSource::PrintedText:
        return QLatin1String("printedText");
    }
    return {};
}

QLatin1String nameOf(domain::TransportAssignment::Origin origin)
{
    switch (origin) {
    case domain::TransportAssignment::Origin::TransportService:
        return QLatin1String("Get-TransportService");
    case domain::TransportAssignment::Origin::Directory:
        return QLatin1String("msExchServerInternalTLSCert");
    }
    return {};
}

QLatin1String nameOf(domain::ServerRole role)
{
    switch (role) {
    case domain::ServerRole::Mailbox:
        return QLatin1String("Mailbox");
    case domain::ServerRole::ClientAccess:
        return QLatin1String("ClientAccess");
    case domain::ServerRole::UnifiedMessaging:
        return QLatin1String("UnifiedMessaging");
    case domain::ServerRole::HubTransport:
        return QLatin1String("HubTransport");
    case domain::ServerRole::Edge:
        return QLatin1String("Edge");
    case domain::ServerRole::FrontendTransport:
        return QLatin1String("FrontendTransport");
    }
    return {};
}

QLatin1String nameOf(findings::Fact fact)
{
    const auto index = static_cast<size_t>(fact);
    return index < factNames.size() ? factNames.at(index) : QLatin1String();
}

QLatin1String nameOf(advice::Task::Kind task)
{
    switch (task) {
    case advice::Task::Kind::Instructions:
        return QLatin1String("instructions");
    case advice::Task::Kind::Renew:
        return QLatin1String("renew");
    case advice::Task::Kind::RotateAuth:
        return QLatin1String("rotateAuth");
    case advice::Task::Kind::FollowRotation:
        return QLatin1String("followRotation");
    case advice::Task::Kind::Assign:
        return QLatin1String("assign");
    case advice::Task::Kind::TakeTransport:
        return QLatin1String("takeTransport");
    case advice::Task::Kind::Remove:
        return QLatin1String("remove");
    case advice::Task::Kind::Export:
        return QLatin1String("export");
    case advice::Task::Kind::Import:
        return QLatin1String("import");
    case advice::Task::Kind::ReadAgain:
        return QLatin1String("readAgain");
    case advice::Task::Kind::CheckPorts:
        return QLatin1String("checkPorts");
    }
    return {};
}

QLatin1String nameOf(findings::Subject::Kind kind)
{
    switch (kind) {
    case findings::Subject::Kind::Organisation:
        return QLatin1String("organisation");
    case findings::Subject::Kind::Server:
        return QLatin1String("server");
    case findings::Subject::Kind::Certificate:
        return QLatin1String("certificate");
    case findings::Subject::Kind::Connector:
        return QLatin1String("connector");
    case findings::Subject::Kind::Site:
        return QLatin1String("site");
    }
    return {};
}

QString timeText(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODate) : QString();
}

} // namespace kakuin::report
