// SPDX-License-Identifier: MIT
#include "core/x509/distinguishedname_p.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringDecoder>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace kakuin::x509 {
namespace {

struct Keyword final {
    const char *text;
    const char *oid;
};
// The first keyword of an OID is the one that Windows writes, the others it only reads.
// Source: CertStrToName / CertNameToStr (wincrypt.h), the publisher pattern of AppxManifestTypes.xsd.
constexpr Keyword keywords[] = {
    {"CN", "2.5.4.3"},
    {"SN", "2.5.4.4"},
    {"SERIALNUMBER", "2.5.4.5"},
    {"C", "2.5.4.6"},
    {"L", "2.5.4.7"},
    {"S", "2.5.4.8"},
    {"ST", "2.5.4.8"},
    {"STREET", "2.5.4.9"},
    {"O", "2.5.4.10"},
    {"OU", "2.5.4.11"},
    {"T", "2.5.4.12"},
    {"Title", "2.5.4.12"},
    {"Description", "2.5.4.13"},
    {"PostalCode", "2.5.4.17"},
    {"POBox", "2.5.4.18"},
    {"Phone", "2.5.4.20"},
    {"X21Address", "2.5.4.24"},
    {"G", "2.5.4.42"},
    {"GN", "2.5.4.42"},
    {"GivenName", "2.5.4.42"},
    {"I", "2.5.4.43"},
    {"Initials", "2.5.4.43"},
    {"dnQualifier", "2.5.4.46"},
    {"DC", "0.9.2342.19200300.100.1.25"},
    {"E", "1.2.840.113549.1.9.1"},
    {"Email", "1.2.840.113549.1.9.1"},
};

QString fromUtf16BigEndian(const QByteArray &bytes)
{
    QString out(bytes.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < out.size(); ++i)
        out[i] = QChar(static_cast<uchar>(bytes[2 * i + 1]), static_cast<uchar>(bytes[2 * i]));
    if (bytes.size() % 2 != 0) // not from OpenSSL's parser, which refuses it
        out += QChar::ReplacementCharacter;
    return out;
}

// QString::fromUtf8() drops a leading U+FEFF; in a name it is a character like any other
QString fromExactUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(bytes);
}

// T61String is Latin-1 in practice, but some issuers put UTF-8 into it
QString fromTeletex(const QByteArray &bytes)
{
    const QString text = fromExactUtf8(bytes);
    return text.contains(QChar::ReplacementCharacter) ? QString::fromLatin1(bytes) : text;
}

bool isBlank(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

bool needsQuotes(const QString &value)
{
    static const QString special = u",+=\"\n<>#;"_s;
    return value.isEmpty() || isBlank(value.front()) || isBlank(value.back())
        || std::any_of(value.begin(), value.end(), [](QChar c) { return special.contains(c); });
}

// the whole encoding for what is no string; X509Certificate2 counts UniversalString among these
QString hexText(const ASN1_STRING *value)
{
    const QByteArray der = encoded<const ASN1_STRING>(i2d_ASN1_PRINTABLE, value).left(maxNameLength);
    return u'#' + QString::fromLatin1(der.toHex().toUpper());
}

bool isText(const ASN1_STRING *value)
{
    switch (ASN1_STRING_type(value)) {
    case V_ASN1_UTF8STRING:
    case V_ASN1_BMPSTRING:
    case V_ASN1_T61STRING:
    case V_ASN1_PRINTABLESTRING:
    case V_ASN1_IA5STRING:
    case V_ASN1_VISIBLESTRING:
    case V_ASN1_NUMERICSTRING:
        return true;
    default:
        return false;
    }
}

QString withoutTrailingZeros(QString text)
{
    while (text.endsWith(QChar(u'\0')))
        text.chop(1);
    return text;
}

QString attributeText(const X509_NAME_ENTRY *entry)
{
    const QString oid = oidText(X509_NAME_ENTRY_get_object(entry));
    const QString keyword = keywordOf(oid);
    QString text = keyword.isEmpty() ? u"OID."_s + oid : keyword;
    text += u'=';
    const ASN1_STRING *data = X509_NAME_ENTRY_get_data(entry);
    if (!isText(data))
        return text + hexText(data);
    QString value = withoutTrailingZeros(stringText(data));
    if (needsQuotes(value))
        value = u'"' + value.replace(u'"', u"\"\""_s) + u'"';
    return text + value;
}

bool isPrintable(const QString &value)
{
    static const QString marks = u" '()+,-./:=?"_s;
    return std::all_of(value.begin(), value.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || marks.contains(c);
    });
}

int stringType(const NameAttribute &attribute)
{
    const bool isIa5 = attribute.oid == u"1.2.840.113549.1.9.1" || attribute.oid == u"0.9.2342.19200300.100.1.25";
    if (isIa5 && isAscii(attribute.value))
        return V_ASN1_IA5STRING;
    return !isIa5 && isPrintable(attribute.value) ? V_ASN1_PRINTABLESTRING : V_ASN1_UTF8STRING;
}

constexpr qsizetype maxNameAttributes = 1000;

/// Reads "TYPE=value" pairs from left to right.
class NameScanner final {
public:
    explicit NameScanner(const QString &text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }

    void skipBlanks()
    {
        while (!isAtEnd() && m_text[m_at].isSpace())
            ++m_at;
    }

    [[nodiscard]] QChar take() { return m_text[m_at++]; }

    /// The attribute type as an OID; empty if there is none that Windows would know.
    [[nodiscard]] QString takeType()
    {
        const qsizetype equals = m_text.indexOf(u'=', m_at);
        if (equals < 0)
            return {};
        QString type = m_text.mid(m_at, equals - m_at).trimmed();
        m_at = equals + 1;
        const QString oid = oidOfKeyword(type);
        if (!oid.isEmpty())
            return oid;
        if (type.startsWith(u"OID.", Qt::CaseInsensitive))
            type = type.mid(4);
        static const QRegularExpression dotted(u"^[0-2](\\.(0|[1-9][0-9]{0,9})){1,30}$"_s);
        return dotted.match(type).hasMatch() ? type : QString();
    }

    /// Up to the next separator; blanks around an unquoted value do not belong to it. Empty for a broken quotation.
    [[nodiscard]] std::optional<QString> takeValue()
    {
        skipBlanks();
        if (!isAtEnd() && m_text[m_at] == u'"')
            return takeQuoted();
        static const QString separators = u",;+"_s;
        const qsizetype begin = m_at;
        while (!isAtEnd() && !separators.contains(m_text[m_at])) {
            // CertStrToName wants quotes around these
            if (u"\"=<>#\n"_s.contains(m_text[m_at]))
                return {};
            ++m_at;
        }
        return m_text.mid(begin, m_at - begin).trimmed();
    }

private:
    std::optional<QString> takeQuoted()
    {
        QString value;
        for (++m_at; !isAtEnd(); ++m_at) {
            if (m_text[m_at] != u'"') {
                value += m_text[m_at];
                continue;
            }
            const bool isDoubled = m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"';
            ++m_at;
            if (!isDoubled) {
                skipBlanks();
                return value;
            }
            value += u'"';
        }
        return {};
    }

    QString m_text;
    qsizetype m_at = 0;
};

using Rdn = QList<NameAttribute>;

} // namespace

QString keywordOf(const QString &oid)
{
    for (const Keyword &keyword : keywords) {
        if (oid == QLatin1String(keyword.oid))
            return QString::fromLatin1(keyword.text);
    }
    return {};
}

QString oidOfKeyword(const QString &keyword)
{
    for (const Keyword &candidate : keywords) {
        if (keyword.compare(QLatin1String(candidate.text), Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(candidate.oid);
    }
    return {};
}

QString stringText(const ASN1_STRING *string)
{
    if (!string)
        return {};
    const QByteArray bytes = bytesOf(string).left(4 * maxNameLength);
    switch (ASN1_STRING_type(string)) {
    case V_ASN1_UTF8STRING:
        return fromExactUtf8(bytes);
    case V_ASN1_BMPSTRING:
        return fromUtf16BigEndian(bytes);
    case V_ASN1_T61STRING:
        return fromTeletex(bytes);
    case V_ASN1_PRINTABLESTRING:
    case V_ASN1_IA5STRING:
    case V_ASN1_VISIBLESTRING:
    case V_ASN1_NUMERICSTRING:
    case V_ASN1_GENERALSTRING:
        return QString::fromLatin1(bytes);
    default:
        return {};
    }
}

QString windowsName(const X509_NAME *name)
{
    const int count = X509_NAME_entry_count(name);
    QString text;
    // entries of one RDN keep their order, the RDNs are taken from the end
    for (int end = count; end > 0 && text.size() <= maxNameLength;) {
        const int set = X509_NAME_ENTRY_set(X509_NAME_get_entry(name, end - 1));
        int begin = end - 1;
        while (begin > 0 && X509_NAME_ENTRY_set(X509_NAME_get_entry(name, begin - 1)) == set)
            --begin;
        for (int i = begin; i < end && text.size() <= maxNameLength; ++i) {
            if (i > begin)
                text += u" + "_s;
            else if (end < count)
                text += u", "_s;
            text += attributeText(X509_NAME_get_entry(name, i));
        }
        end = begin;
    }
    return text.size() <= maxNameLength ? text : text.left(maxNameLength) + u'…';
}

QString commonName(const X509_NAME *name)
{
    int last = -1;
    for (int i = X509_NAME_get_index_by_NID(name, NID_commonName, -1); i >= 0;
         i = X509_NAME_get_index_by_NID(name, NID_commonName, i))
        last = i;
    return last < 0 ? QString()
                    : stringText(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last))).left(maxNameLength);
}

NamePtr encodeName(const QList<NameAttribute> &attributes)
{
    NamePtr name(X509_NAME_new());
    for (const NameAttribute &attribute : attributes) {
        const ObjectPtr type(OBJ_txt2obj(attribute.oid.toLatin1().constData(), 1));
        const QByteArray bytes = attribute.value.toUtf8();
        const int set = attribute.isJoinedToPrevious && X509_NAME_entry_count(name.get()) > 0 ? -1 : 0;
        if (!name || !type
            || !X509_NAME_add_entry_by_OBJ(
                name.get(), type.get(), stringType(attribute), asBytes(bytes), static_cast<int>(bytes.size()), -1, set))
            return {};
    }
    return name;
}

Result<QList<NameAttribute>> parseName(const QString &windowsName)
{
    const auto invalid = [&windowsName](qsizetype at) {
        return fail(ErrorCode::InvalidArgument, windowsName.left(1024), u"position %1"_s.arg(at));
    };
    if (windowsName.size() > maxNameLength)
        return invalid(maxNameLength);
    NameScanner scanner(windowsName);
    QList<Rdn> rdns;
    qsizetype count = 0;
    bool isJoined = false;
    for (scanner.skipBlanks(); !scanner.isAtEnd(); scanner.skipBlanks()) {
        const qsizetype begin = scanner.position();
        const QString oid = scanner.takeType();
        const std::optional<QString> value = oid.isEmpty() ? std::nullopt : scanner.takeValue();
        if (!value || ++count > maxNameAttributes)
            return invalid(begin);
        if (!isJoined)
            rdns += Rdn();
        rdns.last() += NameAttribute{oid, *value, isJoined};
        if (scanner.isAtEnd())
            break;
        const QChar separator = scanner.take();
        isJoined = separator == u'+';
        scanner.skipBlanks();
        const bool isSeparator = isJoined || separator == u',' || separator == u';';
        if (!isSeparator || scanner.isAtEnd())
            return invalid(scanner.position());
    }
    QList<NameAttribute> attributes;
    std::for_each(rdns.crbegin(), rdns.crend(), [&attributes](const Rdn &rdn) { attributes += rdn; });
    return attributes;
}

} // namespace kakuin::x509
