// SPDX-License-Identifier: MIT
#include "core/x509/distinguishedname_p.h"
#include "core/x509/extensiontext_p.h"

using namespace Qt::StringLiterals;

namespace kakuin::x509 {
namespace {

constexpr auto userPrincipalName = "1.3.6.1.4.1.311.20.2.3";
constexpr qsizetype maxOtherBytes = 1024;

QString addressText(const QByteArray &bytes)
{
    QStringList parts;
    if (bytes.size() == 4) {
        for (const char byte : bytes)
            parts += QString::number(static_cast<uchar>(byte));
        return parts.join(u'.');
    }
    if (bytes.size() == 16) {
        for (qsizetype i = 0; i < bytes.size(); i += 2)
            parts += QString::fromLatin1(bytes.mid(i, 2).toHex());
        return parts.join(u':');
    }
    return QString::fromLatin1(bytes.left(maxOtherBytes).toHex(' '));
}

QString otherText(const OTHERNAME *other)
{
    const QString oid = oidText(other->type_id);
    const ASN1_TYPE *value = other->value;
    if (oid == QLatin1String(userPrincipalName) && value && ASN1_TYPE_get(value) == V_ASN1_UTF8STRING)
        return stringText(value->value.utf8string);
    const QByteArray der = value ? encoded<const ASN1_TYPE>(i2d_ASN1_TYPE, value) : QByteArray();
    return oid + u'=' + QString::fromLatin1(der.left(maxOtherBytes).toHex(' '));
}

} // namespace

GeneralName generalName(const GENERAL_NAME *name)
{
    using Kind = GeneralName::Kind;
    switch (name->type) {
    case GEN_DNS:
        return {Kind::Dns, stringText(name->d.dNSName)};
    case GEN_EMAIL:
        return {Kind::Email, stringText(name->d.rfc822Name)};
    case GEN_URI:
        return {Kind::Uri, stringText(name->d.uniformResourceIdentifier)};
    case GEN_IPADD:
        return {Kind::Ip, addressText(bytesOf(name->d.iPAddress))};
    case GEN_DIRNAME:
        return {Kind::DirectoryName, windowsName(name->d.directoryName)};
    case GEN_RID:
        return {Kind::RegisteredId, oidText(name->d.registeredID)};
    case GEN_OTHERNAME:
        return {Kind::Other, otherText(name->d.otherName)};
    default: // X.400 and EDI names: nobody has issued one in decades
        return {Kind::Other, {}};
    }
}

QString generalNameText(const GENERAL_NAME *name)
{
    const GeneralName read = generalName(name);
    switch (read.kind) {
    case GeneralName::Kind::Dns:
        return u"DNS Name="_s + read.value;
    case GeneralName::Kind::Email:
        return u"RFC822 Name="_s + read.value;
    case GeneralName::Kind::Ip:
        return u"IP Address="_s + read.value;
    case GeneralName::Kind::Uri:
        return u"URL="_s + read.value;
    case GeneralName::Kind::DirectoryName:
        return u"Directory Address="_s + read.value;
    case GeneralName::Kind::RegisteredId:
        return u"Registered ID="_s + read.value;
    case GeneralName::Kind::Other:
        return u"Other Name="_s + read.value;
    }
    return {};
}

} // namespace kakuin::x509
