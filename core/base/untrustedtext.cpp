// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"

#include <algorithm>
#include <iterator>

namespace kakuin {
namespace {

// By code point: the invisible tag characters (U+E0020 …) stand beyond the Basic Multilingual Plane.
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
        break;
    }
    // letters and signs that have no glyph, or an empty one
    constexpr char32_t blanks[] = {0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0};
    return std::find(std::begin(blanks), std::end(blanks), c) != std::end(blanks);
}

char32_t codePointAt(QStringView text, qsizetype i)
{
    const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
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
        const char32_t c = codePointAt(text, i);
        i += QChar::requiresSurrogates(c) ? 1 : 0;
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

bool isUnsafeInName(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t c = codePointAt(text, i);
        if (isDangerous(c))
            return true;
        i += QChar::requiresSurrogates(c) ? 1 : 0;
    }
    return false;
}

Result<QString> safeName(const QString &text)
{
    constexpr qsizetype longestShown = 200;
    const QString name = text.trimmed();
    const QStringView cut = text;
    const qsizetype start = text.indexOf(name);
    const auto isPlain = [](QChar c) { return c == u' '; };
    const QStringView before = cut.left(start);
    const QStringView after = cut.mid(start + name.size());
    const bool isCutPlain
        = std::all_of(before.begin(), before.end(), isPlain) && std::all_of(after.begin(), after.end(), isPlain);
    if (isUnsafeInName(text) || !isCutPlain)
        return fail(ErrorCode::UnsafeName, {}, singleLine(text, longestShown));
    return name;
}

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
