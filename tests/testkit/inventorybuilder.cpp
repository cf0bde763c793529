// SPDX-License-Identifier: MIT
#include "inventorybuilder.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace kakuin::testkit {

using namespace domain;

namespace {

QString commonNameOf(const QString &name)
{
    return name.startsWith(QLatin1String("CN="), Qt::CaseInsensitive) ? name.mid(3).section(u',', 0, 0) : QString();
}

QDateTime utc(int year, int month, int day)
{
    return {QDate(year, month, day), QTime(0, 0), Qt::UTC};
}

} // namespace

CertificateBuilder::CertificateBuilder(const QString &server, const QString &subject)
{
    static int serial = 0;
    ++serial;
    Certificate &c = m_certificate;
    c.server = ServerId(server);
    c.source = CertificateSource::SerializedObject;
    CertificateFacts &facts = c.facts;
    facts.der = QStringLiteral("%1/%2/%3").arg(server, subject).arg(serial).toUtf8();
    facts.thumbprint = Thumbprint::fromSha1(QCryptographicHash::hash(facts.der, QCryptographicHash::Sha1));
    facts.subject = subject;
    facts.issuer = subject;
    facts.subjectCommonName = commonNameOf(subject);
    facts.issuerCommonName = facts.subjectCommonName;
    facts.isSelfIssued = true;
    facts.serialNumber = QStringLiteral("%1").arg(serial, 32, 16, QLatin1Char('0')).toUpper();
    facts.notBeforeUtc = utc(2025, 1, 15);
    facts.notAfterUtc = utc(2030, 1, 15);
    facts.key = {KeyFacts::Algorithm::Rsa, 2048, QStringLiteral("RSA")};
    facts.signatureAlgorithm = QStringLiteral("sha256RSA");
    facts.signatureHash = QStringLiteral("sha256");
    c.services = ServiceSet();
    c.hasPrivateKey = true;
    c.privateKeyExportable = false;
    c.isSelfSigned = true;
    c.status = CertificateStatus::Valid;
    c.rootCaType = RootCaType::None;
    c.iisBindings = QList<IisBinding>();
    c.identity = server + u'\\' + facts.thumbprint.toString();
}

CertificateBuilder &CertificateBuilder::thumbprint(const QString &hex)
{
    m_certificate.facts.thumbprint = Thumbprint::parse(hex).value_or(Thumbprint());
    Q_ASSERT(!m_certificate.facts.thumbprint.isNull());
    m_certificate.facts.der += hex.toLatin1();
    return *this;
}

CertificateBuilder &CertificateBuilder::issuer(const QString &name)
{
    m_certificate.facts.issuer = name;
    m_certificate.facts.issuerCommonName = commonNameOf(name);
    m_certificate.facts.isSelfIssued = false;
    m_certificate.isSelfSigned = false;
    m_certificate.rootCaType = RootCaType::ThirdParty;
    return *this;
}

CertificateBuilder &CertificateBuilder::valid(const QDateTime &notBeforeUtc, const QDateTime &notAfterUtc)
{
    m_certificate.facts.notBeforeUtc = notBeforeUtc;
    m_certificate.facts.notAfterUtc = notAfterUtc;
    return *this;
}

CertificateBuilder &CertificateBuilder::dnsNames(const QStringList &names)
{
    m_certificate.facts.dnsNames = names;
    m_certificate.facts.dnsNameCount = static_cast<int>(names.size());
    return *this;
}

CertificateBuilder &CertificateBuilder::friendlyName(const QString &name)
{
    m_certificate.friendlyName = name;
    return *this;
}

CertificateBuilder &CertificateBuilder::services(ServiceSet services)
{
    m_certificate.services = services;
    return *this;
}

CertificateBuilder &CertificateBuilder::iisSites(const QList<int> &sites)
{
    QList<IisBinding> bindings;
    for (const int site : sites) {
        bindings.append(IisBinding::fromServiceName(
            QStringLiteral("IIS://%1/W3SVC/%2").arg(m_certificate.server.name()).arg(site)));
    }
    m_certificate.iisBindings = bindings;
    return *this;
}

CertificateBuilder &CertificateBuilder::status(CertificateStatus status)
{
    m_certificate.status = status;
    return *this;
}

CertificateBuilder &CertificateBuilder::exportable(bool isExportable)
{
    m_certificate.privateKeyExportable = isExportable;
    return *this;
}

CertificateBuilder &CertificateBuilder::keyContainer(const QString &name)
{
    m_certificate.keyContainer = name;
    return *this;
}

CertificateBuilder &CertificateBuilder::rawDataOnly()
{
    Certificate bare;
    bare.server = m_certificate.server;
    bare.facts = m_certificate.facts;
    m_certificate = bare;
    return *this;
}

InventoryBuilder::InventoryBuilder()
{
    m_inventory.organisation = QStringLiteral("Contoso");
    m_inventory.takenUtc = utc(2026, 11, 22);
    m_inventory.authConfig = AuthConfig();
    m_inventory.sendConnectors = QList<Connector>();
    m_inventory.receiveConnectors = QList<Connector>();
    m_inventory.hybrid = std::optional<HybridConfiguration>();
    m_inventory.serverList = Result<void>();
}

ServerEntry &InventoryBuilder::last()
{
    Q_ASSERT_X(!m_inventory.servers.isEmpty(), "InventoryBuilder", "name a server first");
    return m_inventory.servers.last();
}

InventoryBuilder &InventoryBuilder::organisation(const QString &name)
{
    m_inventory.organisation = name;
    return *this;
}

InventoryBuilder &InventoryBuilder::taken(const QDateTime &takenUtc)
{
    m_inventory.takenUtc = takenUtc;
    return *this;
}

InventoryBuilder &InventoryBuilder::server(const QString &name)
{
    ServerEntry entry;
    entry.server.id = ServerId(name);
    entry.server.fqdn = name.toLower() + QLatin1String(".contoso.local");
    entry.server.version = ServerVersion::parse(QStringLiteral("Version 15.2 (Build 1544.4)"));
    entry.server.roles = ServerRole::Mailbox;
    entry.server.site = QStringLiteral("Tokyo");
    entry.certificates = QList<Certificate>();
    entry.transport = TransportAssignment{entry.server.id, {}, TransportAssignment::Origin::TransportService};
    entry.readUtc = m_inventory.takenUtc;
    m_inventory.servers.append(entry);
    return *this;
}

InventoryBuilder &InventoryBuilder::version(const QString &text)
{
    last().server.version = ServerVersion::parse(text);
    return *this;
}

InventoryBuilder &InventoryBuilder::roles(ServerRoles roles)
{
    last().server.roles = roles;
    return *this;
}

InventoryBuilder &InventoryBuilder::site(const QString &name)
{
    last().server.site = name;
    return *this;
}

InventoryBuilder &InventoryBuilder::dag(const QString &name)
{
    last().server.dag = name;
    return *this;
}

InventoryBuilder &InventoryBuilder::certificate(const CertificateBuilder &builder)
{
    Q_ASSERT(last().certificates.has_value());
    last().certificates->append(builder.build());
    return *this;
}

InventoryBuilder &InventoryBuilder::unreachable(const Error &error)
{
    last().certificates = tl::unexpected<Error>(error);
    return *this;
}

InventoryBuilder &InventoryBuilder::transport(const Thumbprint &thumbprint, TransportAssignment::Origin origin)
{
    last().transport = TransportAssignment{last().server.id, thumbprint, origin};
    return *this;
}

InventoryBuilder &InventoryBuilder::served(
    const LivePort &port, const CertificateBuilder &certificate, const QDateTime &atUtc)
{
    ServedCertificate shown;
    shown.facts = certificate.build().facts;
    shown.chain = {shown.facts.der};
    shown.tlsVersion = QStringLiteral("TLSv1.2");
    last().liveReadings.append({last().server.id, port, shown, atUtc, std::chrono::milliseconds(40)});
    return *this;
}

InventoryBuilder &InventoryBuilder::portFailed(const LivePort &port, ErrorCode code, const QDateTime &atUtc)
{
    last().liveReadings.append(
        {last().server.id, port, fail(code, last().server.fqdn), atUtc, std::chrono::milliseconds(40)});
    return *this;
}

InventoryBuilder &InventoryBuilder::auth(const AuthConfig &config)
{
    m_inventory.authConfig = config;
    return *this;
}

InventoryBuilder &InventoryBuilder::connector(const Connector &connector)
{
    auto &list = connector.kind == Connector::Kind::Send ? m_inventory.sendConnectors : m_inventory.receiveConnectors;
    list->append(connector);
    return *this;
}

InventoryBuilder &InventoryBuilder::hybrid(const HybridConfiguration &hybrid)
{
    m_inventory.hybrid = std::optional<HybridConfiguration>(hybrid);
    return *this;
}

InventoryBuilder &InventoryBuilder::change(const std::function<void(Inventory &)> &f)
{
    f(m_inventory);
    return *this;
}

InventoryPtr InventoryBuilder::build() const
{
    auto inventory = std::make_shared<Inventory>(m_inventory);
    std::stable_sort(inventory->servers.begin(), inventory->servers.end(),
        [](const ServerEntry &a, const ServerEntry &b) { return a.server.id < b.server.id; });
    return inventory;
}

} // namespace kakuin::testkit
