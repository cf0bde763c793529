// SPDX-License-Identifier: MIT
#include "core/x509/extensiontext_p.h"

#include "core/base/untrustedtext.h"
#include "core/x509/distinguishedname_p.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace kakuin::x509 {
namespace {

constexpr qsizetype maxTextLength = 65'536;
constexpr qsizetype maxLineLength = 2048;
constexpr qsizetype maxDumpBytes = 8192;
constexpr qsizetype dumpColumns = 16;

/// Lines up to a limit; what comes after it is an ellipsis.
class BoundedLines final {
public:
    void add(const QString &line, int depth = 0)
    {
        if (isFull())
            return;
        m_text += QString(4 * depth, u' ') + singleLine(line, maxLineLength) + u'\n';
        if (isFull())
            m_text += u"…\n"_s;
    }
    [[nodiscard]] bool isFull() const { return m_text.size() > maxTextLength; }
    [[nodiscard]] QString text() const { return m_text.chopped(m_text.isEmpty() ? 0 : 1); }

private:
    QString m_text;
};

QString hexDump(const QByteArray &bytes)
{
    QStringList lines;
    for (qsizetype i = 0; i < qMin(bytes.size(), maxDumpBytes); i += dumpColumns)
        lines += QString::fromLatin1(bytes.mid(i, dumpColumns).toHex(' '));
    if (bytes.size() > maxDumpBytes)
        lines += u"…"_s;
    return lines.join(u'\n');
}

QString hexLine(const ASN1_STRING *string)
{
    return QString::fromLatin1(bytesOf(string).left(maxLineLength).toHex());
}

QString namedOid(const ASN1_OBJECT *object)
{
    const QString oid = oidText(object);
    const QString name = oidName(oid);
    return name.isEmpty() ? oid : u"%1 (%2)"_s.arg(name, oid);
}

void addNames(BoundedLines &lines, const GENERAL_NAMES *names, int depth)
{
    for (int i = 0; i < sk_GENERAL_NAME_num(names) && !lines.isFull(); ++i)
        lines.add(generalNameText(sk_GENERAL_NAME_value(names, i)), depth);
}

/// What OpenSSL makes of the extension's value, typed; null when it is damaged.
template <class T, auto freeFunction>
Owned<T, freeFunction> parsed(X509_EXTENSION *extension)
{
    return Owned<T, freeFunction>(static_cast<T *>(X509V3_EXT_d2i(extension)));
}

void addAlternativeNames(BoundedLines &lines, X509_EXTENSION *extension)
{
    if (const auto names = parsed<GENERAL_NAMES, GENERAL_NAMES_free>(extension))
        addNames(lines, names.get(), 0);
}

void describeKeyUsage(BoundedLines &lines, X509_EXTENSION *extension)
{
    const auto usage = parsed<ASN1_BIT_STRING, ASN1_BIT_STRING_free>(extension);
    if (usage)
        lines.add(u"%1 (%2)"_s.arg(keyUsageNames(usage.get()).join(u", "_s), hexLine(usage.get())));
}

void addExtendedKeyUsage(BoundedLines &lines, X509_EXTENSION *extension)
{
    const auto usages = parsed<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>(extension);
    for (int i = 0; usages && i < sk_ASN1_OBJECT_num(usages.get()) && !lines.isFull(); ++i)
        lines.add(namedOid(sk_ASN1_OBJECT_value(usages.get(), i)));
}

void describeBasicConstraints(BoundedLines &lines, X509_EXTENSION *extension)
{
    const auto constraints = parsed<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>(extension);
    if (!constraints)
        return;
    lines.add(constraints->ca ? u"Subject Type=CA"_s : u"Subject Type=End Entity"_s);
    const QString length = constraints->pathlen ? QString::number(ASN1_INTEGER_get(constraints->pathlen)) : u"None"_s;
    lines.add(u"Path Length Constraint="_s + length);
}

void addSubjectKeyId(BoundedLines &lines, X509_EXTENSION *extension)
{
    if (const auto id = parsed<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>(extension))
        lines.add(hexLine(id.get()));
}

void addAuthorityKeyId(BoundedLines &lines, X509_EXTENSION *extension)
{
    const auto id = parsed<AUTHORITY_KEYID, AUTHORITY_KEYID_free>(extension);
    if (!id)
        return;
    if (id->keyid)
        lines.add(u"KeyID="_s + hexLine(id->keyid));
    if (id->issuer) {
        lines.add(u"Certificate Issuer:"_s);
        addNames(lines, id->issuer, 1);
    }
    if (id->serial)
        lines.add(u"Certificate SerialNumber="_s + hexLine(id->serial));
}

void addDistributionPoints(BoundedLines &lines, X509_EXTENSION *extension)
{
    const auto points = parsed<CRL_DIST_POINTS, CRL_DIST_POINTS_free>(extension);
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()) && !lines.isFull(); ++i) {
        const DIST_POINT *point = sk_DIST_POINT_value(points.get(), i);
        lines.add(u"[%1]CRL Distribution Point"_s.arg(i + 1));
        if (point->distpoint && point->distpoint->type == 0)
            addNames(lines, point->distpoint->name.fullname, 1);
        if (point->CRLissuer) {
            lines.add(u"CRL Issuer:"_s, 1);
            addNames(lines, point->CRLissuer, 2);
        }
    }
}

void addAccessMethods(BoundedLines &lines, X509_EXTENSION *extension)
{
    const auto accesses = parsed<AUTHORITY_INFO_ACCESS, AUTHORITY_INFO_ACCESS_free>(extension);
    for (int i = 0; accesses && i < sk_ACCESS_DESCRIPTION_num(accesses.get()) && !lines.isFull(); ++i) {
        const ACCESS_DESCRIPTION *access = sk_ACCESS_DESCRIPTION_value(accesses.get(), i);
        lines.add(u"[%1]Access Method="_s.arg(i + 1) + namedOid(access->method));
        lines.add(generalNameText(access->location), 1);
    }
}

// also Microsoft's application policies, whose value has the same form but which OpenSSL does not know
void addPolicies(BoundedLines &lines, X509_EXTENSION *extension)
{
    const QByteArray der = bytesOf(X509_EXTENSION_get_data(extension));
    const unsigned char *position = asBytes(der);
    const Owned<CERTIFICATEPOLICIES, CERTIFICATEPOLICIES_free> policies(
        d2i_CERTIFICATEPOLICIES(nullptr, &position, static_cast<long>(der.size())));
    for (int i = 0; policies && i < sk_POLICYINFO_num(policies.get()) && !lines.isFull(); ++i) {
        const POLICYINFO *policy = sk_POLICYINFO_value(policies.get(), i);
        lines.add(u"[%1]Policy Identifier="_s.arg(i + 1) + namedOid(policy->policyid));
        const int qualifiers = policy->qualifiers ? sk_POLICYQUALINFO_num(policy->qualifiers) : 0;
        for (int k = 0; k < qualifiers && !lines.isFull(); ++k) {
            const POLICYQUALINFO *qualifier = sk_POLICYQUALINFO_value(policy->qualifiers, k);
            const int nid = OBJ_obj2nid(qualifier->pqualid);
            lines.add(u"Policy Qualifier="_s + namedOid(qualifier->pqualid), 1);
            if (nid == NID_id_qt_cps)
                lines.add(stringText(qualifier->d.cpsuri), 2);
            else if (nid == NID_id_qt_unotice && qualifier->d.usernotice->exptext)
                lines.add(stringText(qualifier->d.usernotice->exptext), 2);
        }
    }
}

void addTemplateName(BoundedLines &lines, X509_EXTENSION *extension)
{
    const QByteArray der = bytesOf(X509_EXTENSION_get_data(extension));
    const unsigned char *position = asBytes(der);
    const Owned<ASN1_TYPE, ASN1_TYPE_free> value(d2i_ASN1_TYPE(nullptr, &position, static_cast<long>(der.size())));
    const int type = value ? ASN1_TYPE_get(value.get()) : V_ASN1_UNDEF;
    if (type == V_ASN1_BMPSTRING || type == V_ASN1_UTF8STRING)
        lines.add(stringText(value->value.asn1_string));
}

void freeAnySequence(ASN1_SEQUENCE_ANY *sequence)
{
    sk_ASN1_TYPE_pop_free(sequence, ASN1_TYPE_free);
}

void addTemplateInformation(BoundedLines &lines, X509_EXTENSION *extension)
{
    const QByteArray der = bytesOf(X509_EXTENSION_get_data(extension));
    const unsigned char *position = asBytes(der);
    const Owned<ASN1_SEQUENCE_ANY, freeAnySequence> parts(
        d2i_ASN1_SEQUENCE_ANY(nullptr, &position, static_cast<long>(der.size())));
    const int count = parts ? sk_ASN1_TYPE_num(parts.get()) : 0;
    static const QString labels[] = {u"Template="_s, u"Major Version Number="_s, u"Minor Version Number="_s};
    for (int i = 0; i < qMin(count, 3); ++i) {
        const ASN1_TYPE *part = sk_ASN1_TYPE_value(parts.get(), i);
        if (i == 0 && ASN1_TYPE_get(part) == V_ASN1_OBJECT)
            lines.add(labels[i] + namedOid(part->value.object));
        else if (i > 0 && ASN1_TYPE_get(part) == V_ASN1_INTEGER)
            lines.add(labels[i] + QString::number(ASN1_INTEGER_get(part->value.integer)));
    }
}

struct Writer final {
    const char *oid;
    void (*add)(BoundedLines &, X509_EXTENSION *);
};
constexpr Writer writers[] = {
    {"2.5.29.14", addSubjectKeyId},
    {"2.5.29.15", describeKeyUsage},
    {"2.5.29.17", addAlternativeNames},
    {"2.5.29.18", addAlternativeNames},
    {"2.5.29.19", describeBasicConstraints},
    {"2.5.29.31", addDistributionPoints},
    {"2.5.29.32", addPolicies},
    {"2.5.29.35", addAuthorityKeyId},
    {"2.5.29.37", addExtendedKeyUsage},
    {"2.5.29.46", addDistributionPoints},
    {"1.3.6.1.5.5.7.1.1", addAccessMethods},
    {"1.3.6.1.4.1.311.20.2", addTemplateName},
    {"1.3.6.1.4.1.311.21.7", addTemplateInformation},
    {"1.3.6.1.4.1.311.21.10", addPolicies},
};

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

QStringList keyUsageNames(const ASN1_BIT_STRING *usage)
{
    static const QStringList names{u"digitalSignature"_s, u"nonRepudiation"_s, u"keyEncipherment"_s,
        u"dataEncipherment"_s, u"keyAgreement"_s, u"keyCertSign"_s, u"cRLSign"_s, u"encipherOnly"_s, u"decipherOnly"_s};
    QStringList set;
    for (int bit = 0; usage && bit < names.size(); ++bit) {
        if (ASN1_BIT_STRING_get_bit(usage, bit))
            set += names.at(bit);
    }
    return set;
}

QString extensionText(X509_EXTENSION *extension)
{
    const ErrorQueueMark mark;
    const QString oid = oidText(X509_EXTENSION_get_object(extension));
    const auto *writer = std::find_if(
        std::begin(writers), std::end(writers), [&oid](const Writer &row) { return oid == QLatin1String(row.oid); });
    BoundedLines lines;
    if (writer != std::end(writers))
        writer->add(lines, extension);
    const QString text = lines.text();
    return text.isEmpty() ? hexDump(bytesOf(X509_EXTENSION_get_data(extension))) : text;
}

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
