// SPDX-License-Identifier: MIT
#include "core/findings/code.h"

#include <array>

namespace kakuin::findings {
namespace {

struct Row final {
    Code code;
    const char *name;
    Kind kind;
    quint32 needs; ///< Part bits
};

constexpr quint32 bits()
{
    return 0;
}
template <class... Rest>
constexpr quint32 bits(Part first, Rest... rest)
{
    return static_cast<quint32>(first) | bits(rest...);
}

using enum Part;

// whether something uses a certificate is known when all of these are
constexpr quint32 partsOfUse = bits(Certificates, Dates, Services, IisBindings, Transport, AuthConfig, SendConnectors);
constexpr quint32 authCopies = bits(Certificates, AuthConfig);

constexpr std::array rows{
    Row{Code::ExpiredInUse, "expiredInUse", Kind::Life, bits(Certificates, Dates)},
    Row{Code::ExpiredUseNotKnown, "expiredUseNotKnown", Kind::Life, bits(Certificates, Dates)},
    Row{Code::ExpiredLeftOver, "expiredLeftOver", Kind::Life, partsOfUse},
    Row{Code::ExpiresVerySoon, "expiresVerySoon", Kind::Life, bits(Certificates, Dates)},
    Row{Code::ExpiresSoon, "expiresSoon", Kind::Life, bits(Certificates, Dates)},
    Row{Code::NotYetValid, "notYetValid", Kind::Life, bits(Certificates, Dates)},
    Row{Code::RenewedOnSomeServers, "renewedOnSomeServers", Kind::Life, bits(Certificates, Dates, PrivateKey)},
    Row{Code::NextLivesShorter, "nextLivesShorter", Kind::Life, bits(Certificates, Dates, TrustedRoot)},
    Row{Code::StatusRevoked, "statusRevoked", Kind::Quality, bits(Certificates, Status)},
    Row{Code::StatusInvalid, "statusInvalid", Kind::Quality, bits(Certificates, Status)},
    Row{Code::StatusUntrusted, "statusUntrusted", Kind::Quality, bits(Certificates, Status)},
    Row{Code::RevocationNotChecked, "revocationNotChecked", Kind::Quality, bits(Certificates, Status)},
    Row{Code::RequestPending, "requestPending", Kind::Quality, bits(Certificates, Status)},
    Row{Code::KeyTooSmall, "keyTooSmall", Kind::Quality, bits(Certificates, Key)},
    Row{Code::SignatureHashWeak, "signatureHashWeak", Kind::Quality, bits(Certificates, Key)},
    Row{Code::KeyInCng, "keyInCng", Kind::Quality, bits(Certificates, IisBindings, Transport, KeyProvider)},
    Row{Code::EllipticKey, "ellipticKey", Kind::Quality, bits(Certificates, Key, Services)},
    Row{Code::PrivateKeyMissing, "privateKeyMissing", Kind::Quality, bits(Certificates, Services, PrivateKey)},
    Row{Code::AnswerWithoutKey, "answerWithoutKey", Kind::Quality, bits(Certificates, Status, PrivateKey)},
    Row{Code::TransportNotSet, "transportNotSet", Kind::Transport, bits(Transport)},
    Row{Code::TransportNotInStore, "transportNotInStore", Kind::Transport, bits(Certificates, Transport)},
    Row{Code::TransportIsAuth, "transportIsAuth", Kind::Transport, bits(Transport, AuthConfig)},
    Row{Code::TransportIsIssued, "transportIsIssued", Kind::Transport, bits(Certificates, Transport)},
    Row{Code::TransportStale, "transportStale", Kind::Transport, bits(Certificates, Transport)},
    Row{Code::SmtpWithoutCertificate, "smtpWithoutCertificate", Kind::Transport,
        bits(Certificates, Services, ServerList)},
    Row{Code::FrontEndUnbound, "frontEndUnbound", Kind::WebSites, bits(Certificates, IisBindings, ServerList)},
    Row{Code::BackEndUnbound, "backEndUnbound", Kind::WebSites, bits(Certificates, IisBindings, ServerList)},
    Row{Code::FrontEndStale, "frontEndStale", Kind::WebSites, bits(Certificates, IisBindings)},
    Row{Code::BackEndStale, "backEndStale", Kind::WebSites, bits(Certificates, IisBindings)},
    Row{Code::FrontEndSelfSigned, "frontEndSelfSigned", Kind::WebSites, bits(Certificates, IisBindings)},
    Row{Code::FrontEndUnlikePeers, "frontEndUnlikePeers", Kind::WebSites,
        bits(Certificates, IisBindings, Site, ServerList)},
    Row{Code::NotInTrustedRoot, "notInTrustedRoot", Kind::WebSites, bits(Certificates, IisBindings, TrustedRoot)},
    Row{Code::WmSvcStale, "wmSvcStale", Kind::WebSites, bits(Certificates, PrivateKey, KeyContainer)},
    Row{Code::ServerNameDiffers, "serverNameDiffers", Kind::WebSites, bits(Certificates, IisBindings, Transport)},
    Row{Code::SiteSeveralCertificates, "siteSeveralCertificates", Kind::WebSites, bits(Certificates, IisBindings)},
    Row{Code::PortServesUnknown, "portServesUnknown", Kind::Ports, bits(Certificates, Ports)},
    Row{Code::PortServesExpired, "portServesExpired", Kind::Ports, bits(Ports)},
    Row{Code::PortDiffersFromBinding, "portDiffersFromBinding", Kind::Ports, bits(Certificates, IisBindings, Ports)},
    Row{Code::PortServesOld, "portServesOld", Kind::Ports, bits(Certificates, Ports)},
    Row{Code::PortWithoutTls, "portWithoutTls", Kind::Ports, bits(Ports)},
    Row{Code::BackEndServesIssued, "backEndServesIssued", Kind::Ports, bits(Certificates, Ports)},
    Row{Code::AuthNotSet, "authNotSet", Kind::Auth, bits(AuthConfig)},
    Row{Code::AuthMissingEverywhere, "authMissingEverywhere", Kind::Auth, authCopies | bits(ServerList)},
    Row{Code::AuthMissingOnSite, "authMissingOnSite", Kind::Auth, authCopies | bits(Site, ServerList)},
    Row{Code::AuthMissingOnServer, "authMissingOnServer", Kind::Auth, authCopies},
    Row{Code::AuthWithoutKey, "authWithoutKey", Kind::Auth, authCopies | bits(PrivateKey)},
    Row{Code::AuthExpired, "authExpired", Kind::Auth, authCopies | bits(Dates)},
    Row{Code::AuthExpiresSoon, "authExpiresSoon", Kind::Auth, authCopies | bits(Dates)},
    Row{Code::AuthNextMissingOnServer, "authNextMissingOnServer", Kind::Auth, authCopies},
    Row{Code::AuthNextExpiresSoon, "authNextExpiresSoon", Kind::Auth, authCopies | bits(Dates)},
    Row{Code::AuthNextWithoutDate, "authNextWithoutDate", Kind::Auth, bits(AuthConfig)},
    Row{Code::AuthEffectiveSoon, "authEffectiveSoon", Kind::Auth, bits(AuthConfig)},
    Row{Code::AuthNotPromoted, "authNotPromoted", Kind::Auth, bits(AuthConfig)},
    Row{Code::AuthNameUnexpected, "authNameUnexpected", Kind::Auth, authCopies},
    Row{Code::AuthNameOld, "authNameOld", Kind::Auth, authCopies},
    Row{Code::AuthKeyUnsupported, "authKeyUnsupported", Kind::Auth, authCopies | bits(Key)},
    Row{Code::AuthIsWaiting, "authIsWaiting", Kind::Auth, authCopies | bits(Dates, PrivateKey)},
    Row{Code::AuthRoleNotKnown, "authRoleNotKnown", Kind::Auth, bits(Certificates, Dates)},
    Row{Code::AuthWithoutSmtp, "authWithoutSmtp", Kind::Auth, authCopies | bits(Services)},
    Row{Code::AuthNotExportable, "authNotExportable", Kind::Auth, authCopies | bits(Exportable)},
    Row{Code::AuthPreviousHeld, "authPreviousHeld", Kind::Auth, authCopies},
    Row{Code::AuthHybridUpload, "authHybridUpload", Kind::Auth, bits(AuthConfig, Hybrid)},
    Row{Code::AuthLeftOver, "authLeftOver", Kind::Auth, authCopies},
    Row{Code::ConnectorNameNotFound, "connectorNameNotFound", Kind::Connectors,
        bits(Certificates, SendConnectors, ServerList)},
    Row{Code::ConnectorGenerations, "connectorGenerations", Kind::Connectors, bits(Certificates, SendConnectors)},
    Row{Code::CloudConnectorDisabled, "cloudConnectorDisabled", Kind::Connectors, bits(SendConnectors)},
    Row{Code::CloudConnectorNameMissing, "cloudConnectorNameMissing", Kind::Connectors, bits(SendConnectors)},
    Row{Code::CloudConnectorNameDiffers, "cloudConnectorNameDiffers", Kind::Connectors, bits(SendConnectors, Hybrid)},
    Row{Code::CloudConnectorTlsWeak, "cloudConnectorTlsWeak", Kind::Connectors, bits(SendConnectors)},
    Row{Code::ConnectorNameMalformed, "connectorNameMalformed", Kind::Connectors, bits(SendConnectors)},
    Row{Code::ConnectorClientAuth, "connectorClientAuth", Kind::Connectors,
        bits(Certificates, TrustedRoot, SendConnectors)},
    Row{Code::ConnectorFqdnNotCovered, "connectorFqdnNotCovered", Kind::Connectors,
        bits(Certificates, Dates, Services, PrivateKey, ReceiveConnectors)},
    Row{Code::HybridNameMissing, "hybridNameMissing", Kind::Connectors, bits(Hybrid)},
    Row{Code::HybridNameNotFound, "hybridNameNotFound", Kind::Connectors, bits(Certificates, Hybrid, ServerList)},
    Row{Code::ServersCannotCoexist, "serversCannotCoexist", Kind::Servers, bits(ServerList)},
    Row{Code::CoexistenceEnds, "coexistenceEnds", Kind::Servers, bits(ServerList)},
    Row{Code::BuildNotTried, "buildNotTried", Kind::Servers, bits(ServerList)},
    Row{Code::ServerNotRead, "serverNotRead", Kind::NotKnown, 0},
    Row{Code::CertificateUnreadable, "certificateUnreadable", Kind::NotKnown, 0},
    Row{Code::DetailsNotKnown, "detailsNotKnown", Kind::NotKnown, 0},
    Row{Code::TransportNotRead, "transportNotRead", Kind::NotKnown, 0},
    Row{Code::SiteNotKnown, "siteNotKnown", Kind::NotKnown, 0},
    Row{Code::PortsNotRead, "portsNotRead", Kind::NotKnown, 0},
    Row{Code::PartNotRead, "partNotRead", Kind::NotKnown, 0},
    Row{Code::InputProblem, "inputProblem", Kind::NotKnown, 0},
    Row{Code::BeyondInventory, "beyondInventory", Kind::NotKnown, 0},
};
static_assert(rows.size() == static_cast<size_t>(Code::Count_), "a code without a row");

constexpr bool isInOrder()
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].code != static_cast<Code>(i))
            return false;
    }
    return true;
}
static_assert(isInOrder(), "rows stand in the order of the enum");

const Row &rowOf(Code code)
{
    Q_ASSERT(code < Code::Count_);
    return rows[static_cast<size_t>(code)];
}

} // namespace

QLatin1String codeName(Code code)
{
    return QLatin1String(rowOf(code).name);
}

std::optional<Code> codeFromName(QStringView name)
{
    for (const Row &row : rows) {
        if (name == QLatin1String(row.name))
            return row.code;
    }
    return std::nullopt;
}

Kind kindOf(Code code)
{
    return rowOf(code).kind;
}

Parts partsNeeded(Code code)
{
    return Parts(static_cast<Parts::Int>(rowOf(code).needs));
}

QLatin1String partName(Part part)
{
    switch (part) {
    case Part::Certificates:
        return QLatin1String("certificates");
    case Part::Dates:
        return QLatin1String("dates");
    case Part::Key:
        return QLatin1String("key");
    case Part::Status:
        return QLatin1String("status");
    case Part::Services:
        return QLatin1String("services");
    case Part::PrivateKey:
        return QLatin1String("privateKey");
    case Part::Exportable:
        return QLatin1String("exportable");
    case Part::IisBindings:
        return QLatin1String("iisBindings");
    case Part::TrustedRoot:
        return QLatin1String("trustedRoot");
    case Part::Transport:
        return QLatin1String("transport");
    case Part::Site:
        return QLatin1String("site");
    case Part::ServerList:
        return QLatin1String("serverList");
    case Part::AuthConfig:
        return QLatin1String("authConfig");
    case Part::SendConnectors:
        return QLatin1String("sendConnectors");
    case Part::ReceiveConnectors:
        return QLatin1String("receiveConnectors");
    case Part::Hybrid:
        return QLatin1String("hybrid");
    case Part::Ports:
        return QLatin1String("ports");
    case Part::KeyContainer:
        return QLatin1String("keyContainer");
    case Part::KeyProvider:
        return QLatin1String("keyProvider");
    }
    return {};
}

QList<Part> partsIn(Parts parts)
{
    QList<Part> out;
    for (quint32 bit = 1; bit <= static_cast<quint32>(Part::KeyContainer); bit <<= 1) {
        if (parts.testFlag(static_cast<Part>(bit)))
            out.append(static_cast<Part>(bit));
    }
    return out;
}

QList<Code> codesThatNeed(Parts parts)
{
    QList<Code> out;
    for (const Row &row : rows) {
        if (partsNeeded(row.code) & parts)
            out.append(row.code);
    }
    return out;
}

QList<Code> allCodes()
{
    QList<Code> out;
    for (const Row &row : rows)
        out.append(row.code);
    return out;
}

} // namespace kakuin::findings
