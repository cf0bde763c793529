// SPDX-License-Identifier: MIT
#include "core/domain/inventorycomparison.h"

#include <QtCore/QHash>
#include <QtCore/QMap>

#include <utility>

namespace kakuin::domain {
namespace {

using Changes = QList<InventoryChange>;

QString bindingsText(const Certificate &certificate)
{
    QStringList names;
    if (certificate.iisBindings) {
        for (const IisBinding &binding : *certificate.iisBindings)
            names.append(binding.serviceName);
    }
    names.sort(Qt::CaseInsensitive);
    return names.join(QLatin1String(", "));
}

InventoryChange changeOf(ChangeKind kind, const Certificate &certificate, const QString &before, const QString &after)
{
    return {kind, certificate.server, certificate.facts.thumbprint, certificate.displayName(), before, after};
}

QString dayText(const QDateTime &utc)
{
    return utc.toUTC().toString(Qt::ISODate);
}

// What the newer picture calls a certificate; empty when no server has it
QString nameOf(const Inventory &inventory, const Thumbprint &thumbprint)
{
    for (const ServerEntry &entry : inventory.servers) {
        if (const Certificate *certificate = thumbprint.isNull() ? nullptr : entry.find(thumbprint))
            return certificate->displayName();
    }
    return {};
}

// Two versions of one certificate. What one of the pictures does not know has not changed.
void compareVersions(const Certificate &older, const Certificate &newer, Changes &out)
{
    if (older.services && newer.services && *older.services != *newer.services)
        out.append(
            changeOf(ChangeKind::ServicesChanged, newer, displayText(*older.services), displayText(*newer.services)));
    if (older.iisBindings && newer.iisBindings && bindingsText(older) != bindingsText(newer))
        out.append(changeOf(ChangeKind::BindingsChanged, newer, bindingsText(older), bindingsText(newer)));
}

void compareCertificateFields(const ServerEntry &older, const ServerEntry &newer, Changes &out)
{
    if (!older.certificates || !newer.certificates) {
        if (older.certificates.has_value() != newer.certificates.has_value())
            out.append({ChangeKind::NotComparable, newer.server.id, {}, {},
                QString::number(older.certificates.has_value()), QString::number(newer.certificates.has_value())});
        return;
    }
    QHash<Thumbprint, const Certificate *> before;
    for (const Certificate &certificate : *older.certificates)
        before.insert(certificate.facts.thumbprint, &certificate);
    for (const Certificate &certificate : *newer.certificates) {
        if (const Certificate *old = before.take(certificate.facts.thumbprint))
            compareVersions(*old, certificate, out);
        else
            out.append(changeOf(ChangeKind::CertificateAdded, certificate, {}, dayText(certificate.facts.notAfterUtc)));
    }
    for (const Certificate &certificate : *older.certificates) {
        if (before.contains(certificate.facts.thumbprint))
            out.append(
                changeOf(ChangeKind::CertificateRemoved, certificate, dayText(certificate.facts.notAfterUtc), {}));
    }
}

// What expired between the two pictures and is still there.
void noteExpired(const Inventory &older, const Inventory &newer, const ServerEntry &entry, Changes &out)
{
    if (!entry.certificates || !older.takenUtc.isValid() || !newer.takenUtc.isValid())
        return;
    for (const Certificate &certificate : *entry.certificates) {
        const QDateTime end = certificate.facts.notAfterUtc;
        if (end > older.takenUtc && end <= newer.takenUtc)
            out.append(changeOf(ChangeKind::ExpiredSince, certificate, {}, dayText(end)));
    }
}

void compareServers(const Inventory &older, const Inventory &newer, Changes &out)
{
    QMap<QString, std::pair<const ServerEntry *, const ServerEntry *>> pairs;
    for (const ServerEntry &entry : older.servers)
        pairs[entry.server.id.name().toCaseFolded()].first = &entry;
    for (const ServerEntry &entry : newer.servers)
        pairs[entry.server.id.name().toCaseFolded()].second = &entry;
    for (const auto &[before, after] : std::as_const(pairs)) {
        if (!before) {
            out.append({ChangeKind::ServerAdded, after->server.id, {}, {}, {}, after->server.fqdn});
        } else if (!after) {
            out.append({ChangeKind::ServerRemoved, before->server.id, {}, {}, before->server.fqdn, {}});
        } else {
            if (before->transport && after->transport && before->transport->thumbprint != after->transport->thumbprint)
                out.append({ChangeKind::TransportReassigned, after->server.id, after->transport->thumbprint,
                    nameOf(newer, after->transport->thumbprint), before->transport->thumbprint.toString(),
                    after->transport->thumbprint.toString()});
            compareCertificateFields(*before, *after, out);
        }
        if (after)
            noteExpired(older, newer, *after, out);
    }
}

void compareAuth(const Inventory &older, const Inventory &newer, Changes &out)
{
    if (!older.authConfig || !newer.authConfig)
        return;
    const auto note = [&](ChangeKind kind, const Thumbprint &before, const Thumbprint &after) {
        if (before != after)
            out.append({kind, {}, after, nameOf(newer, after), before.toString(), after.toString()});
    };
    note(ChangeKind::AuthCurrentChanged, older.authConfig->current, newer.authConfig->current);
    note(ChangeKind::AuthNextChanged, older.authConfig->next, newer.authConfig->next);
    note(ChangeKind::AuthPreviousChanged, older.authConfig->previous, newer.authConfig->previous);
}

void compareConnectors(const Result<QList<Connector>> &older, const Result<QList<Connector>> &newer, Changes &out)
{
    if (!older || !newer)
        return;
    QMap<QString, std::pair<const Connector *, const Connector *>> pairs;
    for (const Connector &connector : *older)
        pairs[connector.name.toCaseFolded()].first = &connector;
    for (const Connector &connector : *newer)
        pairs[connector.name.toCaseFolded()].second = &connector;
    const auto certificateOf = [](const Connector *connector) {
        return connector && connector->tlsCertificateName ? connector->tlsCertificateName->toString() : QString();
    };
    for (const auto &[before, after] : std::as_const(pairs)) {
        const ChangeKind kind = !before ? ChangeKind::ConnectorAdded
            : !after                    ? ChangeKind::ConnectorRemoved
                                        : ChangeKind::ConnectorReassigned;
        if (!before || !after || certificateOf(before) != certificateOf(after))
            out.append({kind, {}, {}, (after ? after : before)->name, certificateOf(before), certificateOf(after)});
    }
}

} // namespace

QList<InventoryChange> compareInventories(const Inventory &older, const Inventory &newer)
{
    Changes out;
    compareAuth(older, newer, out);
    compareConnectors(older.sendConnectors, newer.sendConnectors, out);
    compareConnectors(older.receiveConnectors, newer.receiveConnectors, out);
    compareServers(older, newer, out);
    return out;
}

} // namespace kakuin::domain
