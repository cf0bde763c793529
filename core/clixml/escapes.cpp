// SPDX-License-Identifier: MIT
#include "core/clixml/escapes.h"

namespace kakuin::clixml {
namespace {

constexpr qsizetype escapeLength = 7; // _xHHHH_

int hexDigit(QChar c)
{
    const ushort unit = c.unicode();
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    const int letter = (unit | 0x20) - u'a';
    return unit < 0x80 && letter >= 0 && letter < 6 ? letter + 10 : -1;
}

bool isX(QChar c)
{
    return c == u'x' || c == u'X';
}

// The unit that the escape at the beginning of `text` stands for, or -1.
int escapedUnit(QStringView text)
{
    if (text.size() < escapeLength || !isX(text.at(1)) || text.at(6) != u'_')
        return -1;
    int unit = 0;
    for (qsizetype i = 2; i < 6; ++i) {
        const int digit = hexDigit(text.at(i));
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

bool needsEscape(QStringView text, qsizetype i)
{
    const QChar c = text.at(i);
    const ushort unit = c.unicode();
    if (unit == u'_')
        return i + 1 < text.size() && isX(text.at(i + 1));
    return unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || c.isSurrogate() || unit >= 0xfffe;
}

} // namespace

QString decodeEscapes(QStringView text)
{
    qsizetype underscore = text.indexOf(u'_');
    if (underscore < 0)
        return text.toString();
    QString decoded;
    decoded.reserve(text.size());
    qsizetype copied = 0;
    while (underscore >= 0) {
        const int unit = escapedUnit(text.sliced(underscore));
        if (unit < 0) {
            underscore = text.indexOf(u'_', underscore + 1);
            continue;
        }
        decoded.append(text.sliced(copied, underscore - copied));
        decoded.append(QChar(static_cast<char16_t>(unit)));
        copied = underscore + escapeLength;
        underscore = text.indexOf(u'_', copied);
    }
    decoded.append(text.sliced(copied));
    return decoded;
}

QString encodeEscapes(QStringView text)
{
    QString encoded;
    encoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (needsEscape(text, i))
            encoded += QStringLiteral("_x%1_").arg(QString::number(text.at(i).unicode(), 16).toUpper(), 4, u'0');
        else
            encoded += text.at(i);
    }
    return encoded;
}

} // namespace kakuin::clixml
