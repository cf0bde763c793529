// SPDX-License-Identifier: MIT
#include "core/report/inventoryrows.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "core/plan/codename.h"
#include "core/report/factname.h"

namespace kakuin::report {
namespace {

using namespace Qt::StringLiterals;

QString yesNo(const std::optional<bool> &value)
{
    return value ? (*value ? u"true"_s : u"false"_s) : QString();
}

QString rolesText(
    const domain::Certificate &certificate, const domain::ServerEntry &entry, const domain::Inventory &inventory)
{
    QStringList out;
    const QList<domain::RoleEvidence> evidence = domain::rolesOf(certificate, &entry, inventory);
    for (const domain::RoleEvidence &one : evidence) {
        const QString source = QString(nameOf(one.source));
        const QString subject = singleLine(one.subject);
        out.append(
            u"%1 (%2)"_s.arg(QString(nameOf(one.role)), subject.isEmpty() ? source : source + u": "_s + subject));
    }
    return out.join(u"; "_s);
}

QStringList rowOf(const domain::Certificate &certificate, const domain::ServerEntry &entry,
    const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    const domain::CertificateFacts &facts = certificate.facts;
    const domain::Expiry expiry = domain::expiryOf(facts.notAfterUtc, nowUtc);
    const bool isDated = expiry.band != domain::ExpiryBand::Unknown;
    return {singleLine(entry.server.id.name()), facts.thumbprint.toString(), singleLine(facts.subject),
        singleLine(facts.issuer), facts.serialNumber, timeText(facts.notBeforeUtc), timeText(facts.notAfterUtc),
        isDated ? QString::number(expiry.left.count()) : QString(), singleLine(certificate.friendlyName),
        certificate.services ? domain::displayText(*certificate.services) : QString(),
        rolesText(certificate, entry, inventory), yesNo(certificate.isSelfSigned), yesNo(certificate.hasPrivateKey),
        yesNo(certificate.privateKeyExportable), certificate.status ? QString(nameOf(*certificate.status)) : QString(),
        certificate.rootCaType ? QString(nameOf(*certificate.rootCaType)) : QString(),
        singleLine(facts.key.algorithmName), facts.key.bits > 0 ? QString::number(facts.key.bits) : QString(),
        singleLine(facts.signatureAlgorithm), singleLine(facts.dnsNames.join(u' ')), {}};
}

} // namespace

QStringList inventoryColumns()
{
    return {u"server"_s, u"thumbprint"_s, u"subject"_s, u"issuer"_s, u"serial"_s, u"notBefore"_s, u"notAfter"_s,
        u"daysLeft"_s, u"friendlyName"_s, u"services"_s, u"roles"_s, u"selfSigned"_s, u"hasPrivateKey"_s,
        u"exportable"_s, u"status"_s, u"rootCaType"_s, u"keyAlgorithm"_s, u"keyBits"_s, u"signatureAlgorithm"_s,
        u"dnsNames"_s, u"error"_s};
}

QList<QStringList> inventoryRows(const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    QList<QStringList> out;
    const auto failed = [&out](const domain::ServerEntry &entry, const Error &error) {
        QStringList row(inventoryColumns().size());
        row.first() = singleLine(entry.server.id.name());
        row.last() = singleLine(u"%1 %2"_s.arg(QString(plan::nameOf(error.code)), error.detail)).trimmed();
        out.append(row);
    };
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates) {
            failed(entry, entry.certificates.error());
            continue;
        }
        for (const domain::Certificate &certificate : *entry.certificates)
            out.append(rowOf(certificate, entry, inventory, nowUtc));
        for (const Error &error : entry.unreadable)
            failed(entry, error);
    }
    return out;
}

} // namespace kakuin::report
