// SPDX-License-Identifier: MIT
#include "core/x509/distinguishedname_p.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace kakuin::x509 {
namespace {

constexpr qsizetype maxAttributes = 1000;

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
        if (!value || ++count > maxAttributes)
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
