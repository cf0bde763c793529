// SPDX-License-Identifier: MIT
#include "text/fieldtext.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"
#include "text/servertext.h"

#include <QtCore/QTimeZone>

namespace kakuin::ui {
namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex().toUpper());
}

/// Groups of eight, eight groups a line, for reading.
QString grouped(const QString &digits)
{
    constexpr qsizetype group = 8;
    constexpr qsizetype groupsInLine = 8;
    QString out;
    for (qsizetype at = 0; at < digits.size(); at += group) {
        if (at > 0)
            out.append(at % (group * groupsInLine) == 0 ? u'\n' : u' ');
        out.append(QStringView(digits).mid(at, group));
    }
    return out;
}

void add(models::FieldGroup &group, const QString &id, const QString &name, const QString &value)
{
    group.rows.append({id, name, value});
}

} // namespace

QList<models::FieldGroup> FieldText::groups(
    const domain::Certificate &certificate, const x509::CertificateDescription *description)
{
    QList<models::FieldGroup> all{certificateGroup(certificate, description)};
    if (description != nullptr) {
        all.append(useGroup(*description));
        all.append(extensionGroup(*description));
    }
    all.append(exchangeGroup(certificate));
    return all;
}

models::FieldGroup FieldText::certificateGroup(
    const domain::Certificate &certificate, const x509::CertificateDescription *description)
{
    const domain::CertificateFacts &facts = certificate.facts;
    const QString notKnown = tr("not known");
    const auto text = [&](const QString &value) { return value.isEmpty() ? notKnown : multiLine(value); };
    models::FieldGroup group{QStringLiteral("certificate"), tr("Certificate"), {}};
    add(group, QStringLiteral("subject"), tr("Subject"), facts.subject.isEmpty() ? tr("(empty)") : text(facts.subject));
    add(group, QStringLiteral("issuer"), tr("Issuer"), facts.issuer.isEmpty() ? tr("(empty)") : text(facts.issuer));
    add(group, QStringLiteral("serial"), tr("Serial number"), text(facts.serialNumber));
    add(group, QStringLiteral("notBefore"), tr("Valid from"), ExpiryText::dayAndTime(facts.notBeforeUtc));
    add(group, QStringLiteral("notAfter"), tr("Valid until"), ExpiryText::dayAndTime(facts.notAfterUtc));
    //: %1: RSA, %2: number of bits
    const QString key = facts.key.bits > 0 ? tr("%1, %2 bits").arg(text(facts.key.algorithmName)).arg(facts.key.bits)
                                           : text(facts.key.algorithmName);
    add(group, QStringLiteral("key"), tr("Public key"), key);
    add(group, QStringLiteral("signature"), tr("Signature algorithm"), text(facts.signatureAlgorithm));
    add(group, QStringLiteral("sha1"), tr("Thumbprint (SHA-1)"), facts.thumbprint.toString());
    if (description == nullptr)
        return group;
    add(group, QStringLiteral("sha256"), tr("Fingerprint (SHA-256)"), hex(description->sha256));
    add(group, QStringLiteral("selfSigned"), tr("Self-signed"),
        description->isSelfSigned ? tr("yes, proved by its own signature") : tr("no"));
    add(group, QStringLiteral("version"), tr("Version"), QStringLiteral("V%1").arg(description->version));
    add(group, QStringLiteral("signatureOid"), tr("Signature identifier"), text(description->signatureOid));
    add(group, QStringLiteral("publicKey"), tr("Public key bits"), grouped(description->publicKeyHex));
    return group;
}

models::FieldGroup FieldText::exchangeGroup(const domain::Certificate &certificate)
{
    const QString notKnown = tr("not known");
    const bool knowsTexts = certificate.source != domain::CertificateSource::RawDataOnly;
    const auto text = [&](const QString &value) {
        if (!value.isEmpty())
            return singleLine(value);
        return knowsTexts ? tr("(empty)") : notKnown;
    };
    models::FieldGroup group{QStringLiteral("exchange"), tr("What the server says"), {}};
    add(group, QStringLiteral("server"), tr("Server"), singleLine(certificate.server.name()));
    add(group, QStringLiteral("friendlyName"), tr("Friendly name"), text(certificate.friendlyName));
    add(group, QStringLiteral("services"), tr("Services"), ServerText::services(certificate.services));
    add(group, QStringLiteral("status"), tr("Status"),
        certificate.status ? ServerText::status(*certificate.status) : notKnown);
    add(group, QStringLiteral("privateKey"), tr("Private key"), ServerText::yesNo(certificate.hasPrivateKey));
    add(group, QStringLiteral("exportable"), tr("Private key exportable"),
        ServerText::yesNo(certificate.privateKeyExportable));
    add(group, QStringLiteral("claimsSelfSigned"), tr("Self-signed, by the server's word"),
        ServerText::yesNo(certificate.isSelfSigned));
    add(group, QStringLiteral("rootCaType"), tr("Kind of root (RootCAType)"),
        certificate.rootCaType ? ServerText::rootCaType(*certificate.rootCaType) : notKnown);
    QString bindings = notKnown;
    if (certificate.iisBindings) {
        QStringList names;
        for (const domain::IisBinding &binding : *certificate.iisBindings)
            names.append(singleLine(binding.serviceName));
        bindings = names.isEmpty() ? tr("none", "bindings in IIS") : names.join(u'\n');
    }
    add(group, QStringLiteral("bindings"), tr("Bindings in IIS"), bindings);
    add(group, QStringLiteral("container"), tr("Key container"), text(certificate.keyContainer));
    add(group, QStringLiteral("provider"), tr("Key provider"), text(certificate.keyProvider));
    add(group, QStringLiteral("identity"), tr("Identity"), text(certificate.identity));
    add(group, QStringLiteral("source"), tr("How much is known"), ServerText::source(certificate.source));
    return group;
}

models::FieldGroup FieldText::useGroup(const x509::CertificateDescription &description)
{
    models::FieldGroup group{QStringLiteral("use"), tr("Names and use"), {}};
    QStringList names;
    for (const x509::GeneralName &name : description.alternativeNames)
        names.append(generalName(name));
    add(group, QStringLiteral("alternativeNames"), tr("Alternative names"),
        names.isEmpty() ? tr("none", "alternative names") : names.join(u'\n'));
    QStringList usages;
    for (const QString &usage : description.keyUsages)
        usages.append(keyUsage(usage));
    add(group, QStringLiteral("keyUsage"), tr("Key usage"),
        usages.isEmpty() ? tr("not restricted") : usages.join(u'\n'));
    QStringList purposes;
    for (const QString &oid : description.extendedKeyUsages) {
        const QString name = x509::oidName(oid);
        purposes.append(name.isEmpty() ? singleLine(oid) : QStringLiteral("%1 (%2)").arg(name, singleLine(oid)));
    }
    add(group, QStringLiteral("extendedKeyUsage"), tr("Extended key usage"),
        purposes.isEmpty() ? tr("not restricted") : purposes.join(u'\n'));
    add(group, QStringLiteral("ca"), tr("Certification authority"),
        description.isCa ? ServerText::yesNo(description.isCa) : tr("not stated"));
    if (description.pathLength)
        add(group, QStringLiteral("pathLength"), tr("Path length"), QString::number(*description.pathLength));
    const auto keyId = [](const QByteArray &id) { return id.isEmpty() ? tr("not stated") : hex(id); };
    add(group, QStringLiteral("subjectKeyId"), tr("Subject key identifier"), keyId(description.subjectKeyId));
    add(group, QStringLiteral("authorityKeyId"), tr("Authority key identifier"), keyId(description.authorityKeyId));
    return group;
}

models::FieldGroup FieldText::extensionGroup(const x509::CertificateDescription &description)
{
    models::FieldGroup group{QStringLiteral("extensions"), tr("Extensions"), {}};
    int number = 0;
    for (const x509::ExtensionDescription &extension : description.extensions) {
        const QString name = extension.name.isEmpty() ? extension.oid : extension.name;
        //: %1: name of an extension
        const QString title = extension.isCritical ? tr("%1 (critical)").arg(singleLine(name)) : singleLine(name);
        const QString value = extension.text.isEmpty() ? grouped(hex(extension.value)) : multiLine(extension.text);
        const QString oid = singleLine(extension.oid);
        // An extension may wrongly occur twice: the number keeps the ids apart
        add(group, QStringLiteral("extension/%1/%2").arg(oid).arg(++number), title,
            value.isEmpty() ? tr("(empty)") : value);
    }
    return group;
}

QString FieldText::generalName(const x509::GeneralName &name)
{
    const QString value = singleLine(name.value);
    switch (name.kind) {
    case x509::GeneralName::Kind::Dns:
        return tr("DNS: %1").arg(value);
    case x509::GeneralName::Kind::Email:
        return tr("e-mail: %1").arg(value);
    case x509::GeneralName::Kind::Ip:
        return tr("IP: %1").arg(value);
    case x509::GeneralName::Kind::Uri:
        return tr("URI: %1").arg(value);
    case x509::GeneralName::Kind::DirectoryName:
        return tr("directory name: %1").arg(value);
    case x509::GeneralName::Kind::RegisteredId:
        return tr("identifier: %1").arg(value);
    case x509::GeneralName::Kind::Other:
        return tr("other: %1").arg(value);
    }
    return value;
}

QString FieldText::keyUsage(const QString &rfcName)
{
    struct Word {
        QLatin1String name;
        const char *text;
    };
    // Names of RFC 5280 4.2.1.3; the words are Windows'
    static constexpr Word words[] = {
        {QLatin1String("digitalSignature"), QT_TR_NOOP("Digital signature")},
        {QLatin1String("nonRepudiation"), QT_TR_NOOP("Non-repudiation")},
        {QLatin1String("contentCommitment"), QT_TR_NOOP("Non-repudiation")},
        {QLatin1String("keyEncipherment"), QT_TR_NOOP("Key encipherment")},
        {QLatin1String("dataEncipherment"), QT_TR_NOOP("Data encipherment")},
        {QLatin1String("keyAgreement"), QT_TR_NOOP("Key agreement")},
        {QLatin1String("keyCertSign"), QT_TR_NOOP("Signing certificates")},
        {QLatin1String("cRLSign"), QT_TR_NOOP("Signing revocation lists")},
        {QLatin1String("encipherOnly"), QT_TR_NOOP("Encipher only")},
        {QLatin1String("decipherOnly"), QT_TR_NOOP("Decipher only")},
    };
    for (const Word &word : words) {
        if (rfcName == word.name)
            return QStringLiteral("%1 (%2)").arg(tr(word.text), rfcName);
    }
    return singleLine(rfcName);
}

} // namespace kakuin::ui
