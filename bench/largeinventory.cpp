// SPDX-License-Identifier: MIT
#include "bench/largeinventory.h"

#include "bench/practicecertificates.h"
#include "core/x509/reader.h"

#include <QtCore/QCryptographicHash>

namespace kakuin::bench {
namespace {

using namespace domain;

constexpr int templateCount = 40;

/// A certificate that others are made from.
struct Template final {
    CertificateFacts facts;
    qsizetype serialAt = 0; ///< where its serial number stands in the DER
    qsizetype serialLength = 0;
};

Result<QList<Template>> makeTemplates()
{
    const auto ders = practiceCertificates(templateCount);
    if (!ders)
        return tl::unexpected<Error>(ders.error());
    QList<Template> templates;
    for (const QByteArray &der : *ders) {
        const auto facts = x509::readDer(der);
        if (!facts)
            return tl::unexpected<Error>(facts.error());
        const QByteArray serial = QByteArray::fromHex(facts->serialNumber.toLatin1());
        templates.append({*facts, der.indexOf(serial), serial.size()});
    }
    return templates;
}

CertificateFacts variantOf(const Template &from, quint32 number, const QString &server)
{
    CertificateFacts facts = from.facts;
    for (qsizetype i = 0; i < 4 && i + 1 < from.serialLength; ++i)
        facts.der[from.serialAt + from.serialLength - 1 - i] = static_cast<char>(number >> (8 * i));
    facts.thumbprint = Thumbprint::fromSha1(QCryptographicHash::hash(facts.der, QCryptographicHash::Sha1));
    facts.serialNumber = QString::fromLatin1(facts.der.mid(from.serialAt, from.serialLength).toHex().toUpper());
    facts.subject = QStringLiteral("CN=%1").arg(server);
    facts.issuer = facts.subject;
    facts.subjectCommonName = server;
    facts.issuerCommonName = server;
    facts.notBeforeUtc = facts.notBeforeUtc.addSecs(number % 86'400);
    facts.notAfterUtc = facts.notBeforeUtc.addDays(365 * 2 + int(number % 1'000));
    facts.dnsNames = {server, server.toLower() + QStringLiteral(".contoso.local")};
    return facts;
}

Certificate certificateOf(const Template &from, quint32 number, const QString &server)
{
    Certificate certificate;
    certificate.server = ServerId(server);
    certificate.source = CertificateSource::SerializedObject;
    certificate.facts = variantOf(from, number, server);
    certificate.friendlyName = QStringLiteral("Microsoft Exchange %1").arg(number);
    certificate.services = number % 3 == 0 ? ServiceSet() : ServiceSet(Service::Smtp);
    certificate.hasPrivateKey = true;
    certificate.privateKeyExportable = false;
    certificate.isSelfSigned = true;
    certificate.status = CertificateStatus::Valid;
    certificate.rootCaType = RootCaType::None;
    certificate.iisBindings = QList<IisBinding>();
    certificate.identity = server + u'\\' + certificate.facts.thumbprint.toString();
    return certificate;
}

ServerEntry entryOf(int index, int count, int generation, const QList<Template> &templates)
{
    const QString name = serverName(index);
    ServerEntry entry;
    entry.server.id = ServerId(name);
    entry.server.fqdn = name.toLower() + QStringLiteral(".contoso.local");
    entry.server.version = ServerVersion::parse(QStringLiteral("Version 15.2 (Build 1544.4)"));
    entry.server.roles = ServerRole::Mailbox;
    entry.server.site = QStringLiteral("Site %1").arg(index % 20);
    entry.readUtc = lookedAtUtc();
    QList<Certificate> certificates;
    certificates.reserve(count + 1);
    const auto add = [&](quint32 number) {
        certificates.append(certificateOf(templates.at(number % templates.size()), number, name));
    };
    for (int i = 0; i < count; ++i)
        add(static_cast<quint32>(index * (certificatesPerServer + 1) + i));
    if (generation > 1 && index % 10 == 0)
        add(static_cast<quint32>(index * (certificatesPerServer + 1) + certificatesPerServer));
    entry.transport = TransportAssignment{
        entry.server.id, certificates.constFirst().facts.thumbprint, TransportAssignment::Origin::TransportService};
    entry.certificates = certificates;
    return entry;
}

} // namespace

QDateTime lookedAtUtc()
{
    return {QDate(2026, 11, 22), QTime(9, 0), Qt::UTC};
}

Result<InventoryPtr> largeInventory(int certificates, int generation)
{
    static const auto templates = makeTemplates();
    if (!templates)
        return tl::unexpected<Error>(templates.error());
    auto inventory = std::make_shared<Inventory>();
    inventory->organisation = QStringLiteral("Contoso");
    inventory->takenUtc = lookedAtUtc();
    inventory->serverList = Result<void>();
    inventory->sendConnectors = QList<Connector>();
    inventory->receiveConnectors = QList<Connector>();
    inventory->hybrid = std::optional<HybridConfiguration>();
    for (int i = 0; i * certificatesPerServer < certificates; ++i) {
        const int count = std::min(certificatesPerServer, certificates - i * certificatesPerServer);
        inventory->servers.append(entryOf(i, count, generation, *templates));
    }
    AuthConfig auth;
    auth.current = inventory->servers.constFirst().certificates->constLast().facts.thumbprint;
    inventory->authConfig = auth;
    return InventoryPtr(std::move(inventory));
}

} // namespace kakuin::bench
