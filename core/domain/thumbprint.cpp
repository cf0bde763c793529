// SPDX-License-Identifier: MIT
#include "core/domain/thumbprint.h"

#include <algorithm>

namespace kakuin::domain {
namespace {

bool isSeparator(QChar c)
{
    return c.isSpace() || c == u':' || c == u'-' || c.category() == QChar::Other_Format;
}

} // namespace

QString thumbprintFragment(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (isSeparator(c))
            continue;
        const char16_t u = c.toUpper().unicode();
        const bool isHex = (u >= u'0' && u <= u'9') || (u >= u'A' && u <= u'F');
        if (!isHex)
            return {};
        digits += QChar(u);
    }
    return digits;
}

Result<Thumbprint> Thumbprint::parse(QStringView text)
{
    const QString digits = thumbprintFragment(text.left(1024));
    if (digits.size() != 2 * byteCount || text.size() > 1024)
        return fail(ErrorCode::InvalidThumbprint, text.left(200).toString());
    return fromSha1(QByteArray::fromHex(digits.toLatin1()));
}

Thumbprint Thumbprint::fromSha1(const QByteArray &sha1)
{
    Thumbprint result;
    if (sha1.size() == byteCount)
        std::copy(sha1.begin(), sha1.end(), result.m_bytes.begin());
    return result;
}

bool Thumbprint::isNull() const
{
    return *this == Thumbprint();
}

QByteArray Thumbprint::bytes() const
{
    QByteArray out(byteCount, Qt::Uninitialized);
    std::copy(m_bytes.begin(), m_bytes.end(), out.begin());
    return out;
}

QString Thumbprint::toString() const
{
    return isNull() ? QString() : QString::fromLatin1(bytes().toHex().toUpper());
}

QString Thumbprint::toGroupedString() const
{
    const QString text = toString();
    QStringList groups;
    for (qsizetype i = 0; i < text.size(); i += 8)
        groups += text.mid(i, 8);
    return groups.join(u' ');
}

QString Thumbprint::toShortString() const
{
    return toString().left(8) + QStringLiteral("…");
}

} // namespace kakuin::domain
