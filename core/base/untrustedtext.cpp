// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"

namespace kakuin {
namespace {

// Looked at by code point: the invisible tag characters (U+E0020 …) stand beyond the Basic Multilingual Plane.
bool isDangerous(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate: // without its other half
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString visible(char32_t c)
{
    if (isDangerous(c))
        return QStringLiteral("\\u{%1}").arg(QString::number(static_cast<uint>(c), 16).toUpper(), 4, QLatin1Char('0'));
    return QString::fromUcs4(&c, 1);
}

QString cleaned(const QString &text, qsizetype maxLength, bool keepLineBreaks)
{
    QString out;
    out.reserve(qMin(text.size(), maxLength));
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text.at(i).unicode();
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        const bool isLineEnd = keepLineBreaks && (c == U'\r' || c == U'\n');
        if (c == U'\r' && keepLineBreaks && i + 1 < text.size() && text.at(i + 1) == u'\n')
            continue;
        const QString piece = isLineEnd    ? QStringLiteral("\n")
            : keepLineBreaks && c == U'\t' ? QStringLiteral("\t")
                                           : visible(c);
        if (out.size() + piece.size() > maxLength)
            return out + QChar(0x2026);
        out += piece;
    }
    return out;
}

} // namespace

QString singleLine(const QString &text, qsizetype maxLength)
{
    return cleaned(text, maxLength, false);
}

QString multiLine(const QString &text, qsizetype maxLength)
{
    return cleaned(text, maxLength, true);
}

QString firstLine(const QString &value, qsizetype maxLength)
{
    const qsizetype lineEnd = value.indexOf(u'\n');
    const bool isCut = lineEnd >= 0 || value.size() > maxLength;
    const QString line = value.left(std::min(lineEnd < 0 ? value.size() : lineEnd, maxLength));
    return isCut ? line + QStringLiteral(" …") : line;
}

} // namespace kakuin
