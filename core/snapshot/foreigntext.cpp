// SPDX-License-Identifier: MIT
#include "core/snapshot/foreigntext.h"

#include <QtCore/QStringDecoder>

#include <algorithm>
#include <optional>

namespace kakuin::snapshot {
namespace {

std::optional<QString> decoded(QStringDecoder decoder, QByteArrayView bytes)
{
    if (!decoder.isValid()) // a Qt without ICU knows no Shift_JIS
        return std::nullopt;
    const QString text = decoder(bytes);
    return decoder.hasError() || text.contains(QChar::ReplacementCharacter) ? std::nullopt : std::optional(text);
}

std::optional<QString> fromUtf8OrShiftJis(QByteArrayView bytes)
{
    if (const auto text = decoded(QStringDecoder(QStringConverter::Utf8), bytes))
        return text;
    return decoded(QStringDecoder("Shift_JIS"), bytes);
}

// Of ASCII in UTF-16 every second byte is zero
std::optional<QStringConverter::Encoding> utf16Of(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (bytes.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    const QByteArrayView head = QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 512));
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    for (qsizetype i = 0; i < head.size(); ++i) {
        if (head.at(i) == '\0')
            ++(i % 2 == 0 ? evenZeros : oddZeros);
    }
    constexpr qsizetype share = 8; // a text of Japanese letters still has line breaks and field names
    if (oddZeros * share > head.size() && evenZeros == 0)
        return QStringConverter::Utf16LE;
    if (evenZeros * share > head.size() && oddZeros == 0)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

} // namespace

QString textOfBytes(const QByteArray &bytes)
{
    if (const auto utf16 = utf16Of(bytes)) {
        QStringDecoder decoder(*utf16);
        return decoder(bytes);
    }
    return fromUtf8OrShiftJis(bytes).value_or(QString::fromLatin1(bytes));
}

QString nameOfBytes(const QByteArray &bytes)
{
    return fromUtf8OrShiftJis(bytes).value_or(QString::fromLatin1(bytes.toPercentEncoding(" ")));
}

} // namespace kakuin::snapshot
