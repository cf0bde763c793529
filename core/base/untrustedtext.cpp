// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"

namespace kakuin {
namespace {

bool isDangerous(QChar c)
{
    const auto category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

QString cleaned(const QString &text, qsizetype maxLength, bool keepLineBreaks)
{
    QString out;
    out.reserve(qMin(text.size(), maxLength));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (out.size() >= maxLength) {
            if (!out.isEmpty() && out.back().isHighSurrogate())
                out.chop(1);
            out += QChar(0x2026);
            break;
        }
        const QChar c = text.at(i);
        if (keepLineBreaks && c == u'\r') {
            if (i + 1 < text.size() && text.at(i + 1) == u'\n')
                continue;
            out += u'\n';
        } else if (keepLineBreaks && (c == u'\n' || c == u'\t')) {
            out += c;
        } else if (isDangerous(c)) {
            out += QStringLiteral("\\u{%1}").arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper().replace(u'U', u'u');
        } else {
            out += c;
        }
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

} // namespace kakuin
