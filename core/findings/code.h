// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFlags>
#include <QtCore/QLatin1String>
#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QStringView>

#include <optional>

namespace kakuin::findings {

/// What can be found, and what can keep a check from being made. `text/findingwords.cpp` has the sentences.
/// Add a code here and the compiler asks for its row in code.cpp and for its words there.
enum class Code {
    // how long it lives
    ExpiredInUse,
    ExpiredUseNotKnown, ///< expired, and whether anything uses it cannot be told
    ExpiredLeftOver, ///< expired, and known to be used by nothing
    ExpiresVerySoon,
    ExpiresSoon,
    NotYetValid,
    RenewedOnSomeServers, ///< other servers work with an older certificate of the same names
    NextLivesShorter, ///< of a public authority, ending: the next one is issued for a shorter time
    // what it is worth
    StatusRevoked,
    StatusInvalid,
    StatusUntrusted,
    RevocationNotChecked,
    RequestPending,
    KeyTooSmall,
    SignatureHashWeak,
    KeyInCng, ///< for port 443 or internal transport, which want a CSP
    EllipticKey, ///< for services, which need a registry value for it
    PrivateKeyMissing,
    AnswerWithoutKey, ///< the answer to a request that still waits was imported without its key
    // mail between servers
    TransportNotSet,
    TransportNotInStore,
    TransportIsAuth,
    TransportIsIssued, ///< a CA's certificate serves internal transport
    TransportStale, ///< a newer generation of the same names is there
    SmtpWithoutCertificate,
    // web sites
    FrontEndUnbound,
    BackEndUnbound,
    FrontEndStale,
    BackEndStale,
    FrontEndSelfSigned, ///< although a valid certificate of a CA is there
    FrontEndUnlikePeers, ///< self-signed, where the other servers of the site have one of a CA
    NotInTrustedRoot,
    WmSvcStale,
    ServerNameDiffers,
    SiteSeveralCertificates, ///< one web site has bindings with several certificates
    // what ports really serve
    PortServesUnknown, ///< a certificate that the server's store does not hold
    PortServesExpired, ///< such a one, and expired
    PortDiffersFromBinding, ///< another one than IIS reports
    PortServesOld, ///< mail: a newer generation of the same names is there
    PortWithoutTls,
    BackEndServesIssued,
    // the organisation's Auth certificate
    AuthNotSet,
    AuthMissingEverywhere,
    AuthMissingOnSite,
    AuthMissingOnServer,
    AuthWithoutKey,
    AuthExpired,
    AuthExpiresSoon,
    AuthNextMissingOnServer,
    AuthNextExpiresSoon,
    AuthNextWithoutDate,
    AuthEffectiveSoon,
    AuthNotPromoted,
    AuthNameUnexpected,
    AuthNameOld, ///< as Microsoft's older instructions named it
    AuthKeyUnsupported, ///< not RSA, or kept by a CNG provider
    AuthIsWaiting, ///< a valid one that the configuration does not name, while one is needed
    AuthRoleNotKnown, ///< of the Auth certificate's name, ending, and AuthConfig was not read
    AuthWithoutSmtp,
    AuthNotExportable,
    AuthPreviousHeld,
    AuthHybridUpload, ///< hybrid, and a new one is coming or came: Exchange Online has to know it
    AuthLeftOver, ///< a generation that the configuration no longer names
    // connectors and hybrid
    ConnectorNameNotFound,
    ConnectorGenerations, ///< several certificates of one server bear the connector's name
    CloudConnectorDisabled,
    CloudConnectorNameMissing,
    CloudConnectorNameDiffers,
    CloudConnectorTlsWeak, ///< RequireTLS or TlsAuthLevel is not set
    ConnectorNameMalformed,
    ConnectorClientAuth, ///< for client authentication as well, which the next one will not be
    ConnectorFqdnNotCovered, ///< a Receive connector announces a name that no certificate with SMTP has
    HybridNameMissing,
    HybridNameNotFound,
    // servers and their versions
    ServersCannotCoexist, ///< 2013 beside 2019 CU15 or SE
    CoexistenceEnds, ///< 2016 or 2019 beside SE, whose CU2 refuses them
    BuildNotTried, ///< newer than those that Kakuin knows
    // what keeps from looking
    ServerNotRead,
    CertificateUnreadable,
    DetailsNotKnown,
    TransportNotRead,
    SiteNotKnown,
    PortsNotRead,
    PartNotRead,
    InputProblem,
    BeyondInventory, ///< what no session of Exchange reports
    Count_ // keep last
};

/// What a finding is about, for grouping.
enum class Kind { Life, Quality, Transport, WebSites, Ports, Auth, Connectors, Servers, NotKnown };

/// What must have been read for a code to be answered.
enum class Part : quint32 {
    Certificates = 1,
    Dates = 1 << 1,
    Key = 1 << 2, ///< key size and signature hash
    Status = 1 << 3,
    Services = 1 << 4,
    PrivateKey = 1 << 5,
    Exportable = 1 << 6,
    IisBindings = 1 << 7,
    TrustedRoot = 1 << 8,
    Transport = 1 << 9,
    Site = 1 << 10,
    ServerList = 1 << 11,
    AuthConfig = 1 << 12,
    SendConnectors = 1 << 13,
    ReceiveConnectors = 1 << 14,
    Hybrid = 1 << 15,
    KeyContainer = 1 << 17, ///< of a certificate whose name is that of the Web Management Service
    Ports = 1 << 16, ///< the live check of what ports serve
    KeyProvider = 1 << 18, ///< of a certificate for which it matters
};
Q_DECLARE_FLAGS(Parts, Part)

/// A stable word for files, scripts and JSON: "expiredInUse". Never reused for another code.
[[nodiscard]] QLatin1String codeName(Code code);
[[nodiscard]] std::optional<Code> codeFromName(QStringView name);
[[nodiscard]] Kind kindOf(Code code);
[[nodiscard]] Parts partsNeeded(Code code);
/// A stable word: "authConfig".
[[nodiscard]] QLatin1String partName(Part part);
[[nodiscard]] QList<Part> partsIn(Parts parts); ///< in the order of their values
/// The codes that cannot be answered when any of the parts is missing, in the order of the enum.
[[nodiscard]] QList<Code> codesThatNeed(Parts parts);
[[nodiscard]] QList<Code> allCodes();

} // namespace kakuin::findings

Q_DECLARE_OPERATORS_FOR_FLAGS(kakuin::findings::Parts)
Q_DECLARE_METATYPE(kakuin::findings::Code)
