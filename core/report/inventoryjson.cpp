// SPDX-License-Identifier: MIT
#include "core/report/inventoryjson.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "core/plan/codename.h"
#include "core/report/factname.h"

#include <QtCore/QJsonArray>

namespace kakuin::report {
namespace {

using namespace Qt::StringLiterals;

QJsonValue time(const QDateTime &utc)
{
    return utc.isValid() ? QJsonValue(timeText(utc)) : QJsonValue();
}

QJsonValue text(const QString &value)
{
    return value.isEmpty() ? QJsonValue() : QJsonValue(value);
}

QJsonValue thumbprint(const domain::Thumbprint &value)
{
    return value.isNull() ? QJsonValue() : QJsonValue(value.toString());
}

template <class T>
QJsonValue known(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue roles(
    const domain::Certificate &certificate, const domain::ServerEntry &entry, const domain::Inventory &inventory)
{
    QJsonArray out;
    const QList<domain::RoleEvidence> evidence = domain::rolesOf(certificate, &entry, inventory);
    for (const domain::RoleEvidence &one : evidence) {
        out.append(QJsonObject{{u"role"_s, QString(nameOf(one.role))}, {u"source"_s, QString(nameOf(one.source))},
            {u"subject"_s, text(one.subject)}, {u"read"_s, time(one.readUtc)}});
    }
    if (out.isEmpty() && !areRolesKnown(certificate, entry, inventory))
        return {};
    return out;
}

QJsonValue services(const domain::Certificate &certificate)
{
    if (!certificate.services)
        return {};
    return QJsonArray::fromStringList(domain::displayNames(*certificate.services));
}

QJsonValue bindings(const domain::Certificate &certificate)
{
    if (!certificate.iisBindings)
        return {};
    QJsonArray out;
    for (const domain::IisBinding &binding : *certificate.iisBindings)
        out.append(binding.serviceName);
    return out;
}

QJsonObject certificateJson(const domain::Certificate &certificate, const domain::ServerEntry &entry,
    const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    const domain::CertificateFacts &facts = certificate.facts;
    const domain::Expiry expiry = domain::expiryOf(facts.notAfterUtc, nowUtc);
    const bool isDated = expiry.band != domain::ExpiryBand::Unknown;
    return {{u"server"_s, entry.server.id.name()}, {u"thumbprint"_s, thumbprint(facts.thumbprint)},
        {u"subject"_s, facts.subject}, {u"issuer"_s, facts.issuer}, {u"serial"_s, facts.serialNumber},
        {u"notBefore"_s, time(facts.notBeforeUtc)}, {u"notAfter"_s, time(facts.notAfterUtc)},
        {u"daysLeft"_s, isDated ? QJsonValue(static_cast<qint64>(expiry.left.count())) : QJsonValue()},
        {u"friendlyName"_s, certificate.friendlyName}, {u"dnsNames"_s, QJsonArray::fromStringList(facts.dnsNames)},
        {u"dnsNameCount"_s, facts.dnsNameCount}, {u"keyAlgorithm"_s, text(facts.key.algorithmName)},
        {u"keyBits"_s, facts.key.bits > 0 ? QJsonValue(facts.key.bits) : QJsonValue()},
        {u"signatureAlgorithm"_s, text(facts.signatureAlgorithm)},
        {u"extendedKeyUsage"_s, QJsonArray::fromStringList(facts.extendedKeyUsageOids)},
        {u"selfSigned"_s, known(certificate.isSelfSigned)}, {u"services"_s, services(certificate)},
        {u"hasPrivateKey"_s, known(certificate.hasPrivateKey)},
        {u"exportable"_s, known(certificate.privateKeyExportable)},
        {u"status"_s, certificate.status ? QJsonValue(QString(nameOf(*certificate.status))) : QJsonValue()},
        {u"rootCaType"_s, certificate.rootCaType ? QJsonValue(QString(nameOf(*certificate.rootCaType))) : QJsonValue()},
        {u"iisBindings"_s, bindings(certificate)}, {u"source"_s, QString(nameOf(certificate.source))},
        {u"roles"_s, roles(certificate, entry, inventory)}};
}

QJsonObject serverJson(const domain::ServerEntry &entry)
{
    const domain::Server &server = entry.server;
    QJsonArray roleNames;
    for (const domain::ServerRole role :
        {domain::ServerRole::Mailbox, domain::ServerRole::ClientAccess, domain::ServerRole::UnifiedMessaging,
            domain::ServerRole::HubTransport, domain::ServerRole::Edge, domain::ServerRole::FrontendTransport}) {
        if (server.roles.testFlag(role))
            roleNames.append(QString(nameOf(role)));
    }
    QJsonArray unreadable;
    for (const Error &error : entry.unreadable)
        unreadable.append(errorJson(error));
    QJsonArray ports;
    for (const domain::LiveReading &reading : entry.liveReadings)
        ports.append(liveReadingJson(reading));
    QJsonObject transport;
    if (entry.transport)
        transport = {{u"thumbprint"_s, thumbprint(entry.transport->thumbprint)},
            {u"source"_s, QString(nameOf(entry.transport->origin))}};
    return {{u"name"_s, server.id.name()}, {u"fqdn"_s, text(server.fqdn)},
        {u"version"_s, text(server.version.number.toString())}, {u"product"_s, text(server.version.displayText())},
        {u"roles"_s, roleNames.isEmpty() ? QJsonValue() : QJsonValue(roleNames)}, {u"edition"_s, text(server.edition)},
        {u"site"_s, text(server.site)}, {u"dag"_s, text(server.dag)}, {u"read"_s, time(entry.readUtc)},
        {u"certificates"_s, entry.certificates ? QJsonValue(entry.certificates->size()) : QJsonValue()},
        {u"error"_s, entry.certificates ? QJsonValue() : QJsonValue(errorJson(entry.certificates.error()))},
        {u"unreadable"_s, unreadable}, {u"internalTransport"_s, entry.transport ? QJsonValue(transport) : QJsonValue()},
        {u"internalTransportError"_s, entry.transport ? QJsonValue() : QJsonValue(errorJson(entry.transport.error()))},
        {u"ports"_s, ports}};
}

QJsonValue authJson(const domain::Inventory &inventory)
{
    if (!inventory.authConfig)
        return QJsonObject{{u"error"_s, errorJson(inventory.authConfig.error())}};
    const domain::AuthConfig &auth = *inventory.authConfig;
    return QJsonObject{{u"current"_s, thumbprint(auth.current)}, {u"previous"_s, thumbprint(auth.previous)},
        {u"next"_s, thumbprint(auth.next)}, {u"nextEffective"_s, time(auth.nextEffectiveUtc)},
        {u"nextEffectiveText"_s, singleLine(auth.nextEffectiveText)}};
}

QJsonValue connectorsJson(const Result<QList<domain::Connector>> &connectors)
{
    if (!connectors)
        return QJsonObject{{u"error"_s, errorJson(connectors.error())}};
    QJsonArray out;
    for (const domain::Connector &connector : *connectors) {
        QJsonArray servers;
        for (const domain::ServerId &server : connector.servers)
            servers.append(server.name());
        out.append(QJsonObject{{u"name"_s, connector.name}, {u"servers"_s, servers}, {u"fqdn"_s, text(connector.fqdn)},
            {u"tlsCertificateName"_s,
                connector.tlsCertificateName ? QJsonValue(connector.tlsCertificateName->toString()) : QJsonValue()},
            {u"enabled"_s, connector.isEnabled}, {u"cloudServicesMail"_s, connector.isCloudMailEnabled}});
    }
    return out;
}

} // namespace

QJsonObject liveReadingJson(const domain::LiveReading &reading)
{
    QJsonObject out{{u"port"_s, reading.port.number}, {u"name"_s, reading.port.name()},
        {u"time"_s, time(reading.atUtc)}, {u"thumbprint"_s, QJsonValue()}, {u"notAfter"_s, QJsonValue()},
        {u"tls"_s, QJsonValue()}, {u"error"_s, QJsonValue()}};
    if (!reading.served) {
        out.insert(u"error"_s, errorJson(reading.served.error()));
        return out;
    }
    out.insert(u"thumbprint"_s, thumbprint(reading.served->facts.thumbprint));
    out.insert(u"notAfter"_s, time(reading.served->facts.notAfterUtc));
    out.insert(u"tls"_s, text(reading.served->tlsVersion));
    return out;
}

bool areRolesKnown(
    const domain::Certificate &certificate, const domain::ServerEntry &entry, const domain::Inventory &inventory)
{
    return certificate.services && certificate.iisBindings && entry.transport && inventory.authConfig
        && inventory.sendConnectors && inventory.receiveConnectors && inventory.hybrid;
}

QJsonObject errorJson(const Error &error)
{
    return {{u"code"_s, QString(plan::nameOf(error.code))}, {u"subject"_s, text(error.subject)},
        {u"detail"_s, text(error.detail)}};
}

QJsonObject inventoryJson(const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    QJsonArray servers;
    QJsonArray certificates;
    for (const domain::ServerEntry &entry : inventory.servers) {
        servers.append(serverJson(entry));
        if (!entry.certificates)
            continue;
        for (const domain::Certificate &certificate : *entry.certificates)
            certificates.append(certificateJson(certificate, entry, inventory, nowUtc));
    }
    QJsonArray problems;
    for (const Error &error : inventory.problems)
        problems.append(errorJson(error));
    return {{u"format"_s, 1}, {u"organisation"_s, text(inventory.organisation)}, {u"taken"_s, time(inventory.takenUtc)},
        {u"servers"_s, servers}, {u"certificates"_s, certificates}, {u"authConfig"_s, authJson(inventory)},
        {u"sendConnectors"_s, connectorsJson(inventory.sendConnectors)},
        {u"receiveConnectors"_s, connectorsJson(inventory.receiveConnectors)}, {u"problems"_s, problems}};
}

} // namespace kakuin::report
