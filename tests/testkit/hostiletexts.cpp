// SPDX-License-Identifier: MIT
#include "tests/testkit/hostiletexts.h"

#include <QtCore/QRegularExpression>

#include <random>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

QStringList unsafeCharacters()
{
    QStringList all;
    for (const char32_t c : {0x00U, 0x01U, 0x08U, 0x09U, 0x0aU, 0x0bU, 0x0cU, 0x0dU, 0x1bU, 0x1cU, 0x1fU, 0x7fU, 0x80U,
             0x85U, 0x9bU, 0xadU, 0x34fU, 0x61cU, 0x115fU, 0x180eU, 0x200bU, 0x200dU, 0x200eU, 0x2028U, 0x2029U,
             0x202aU, 0x202eU, 0x2060U, 0x2066U, 0x2069U, 0x2800U, 0x3164U, 0xfeffU, 0xfff9U, 0xffa0U, 0xe0041U})
        all.append(QStringView(QChar::fromUcs4(c)).toString()); // QString::fromUcs4() takes U+FEFF for a mark
    all.append(QString(QChar(0xd83d))); // halves of a pair
    all.append(QString(QChar(0xdd11)));
    return all;
}

QStringList hostileTexts(quint32 seed, int generated)
{
    const QString payload = u"$global:pwned=42 #"_s;
    QStringList all;
    for (const QString &c : unsafeCharacters())
        all.append(u"a"_s + c + payload);
    all << u"\r\n"_s + payload << u"a\n#> "_s + payload << u"\n\n"_s;
    for (const QChar quote : u"'\u2018\u2019\u201a\u201b\"\u201c\u201d\u201e\u201f`"_s)
        all.append(u"a"_s + quote + u"; "_s + payload + quote);
    all << u"$(Remove-Thing)"_s << u"${env:PATH}"_s << u"@(Remove-Thing)"_s << u"a; Remove-Thing"_s
        << u"a | Remove-Thing"_s << u"a & Remove-Thing"_s << u"a #> Remove-Thing <#"_s << u"#requires -Version 99"_s
        << u"requires -Version 99"_s << u"SIG # Begin signature block"_s << u"Begin signature block"_s
        << u"# SIG # Begin signature block"_s << u"sig # begin signature bl0ck"_s << u"Begin sign@ture block."_s
        << u"--%"_s << u"-Force"_s << u"'@\nx\n@'"_s << u"\u201c$(Remove-Thing)\u201d"_s << u"10kb"_s << u"if"_s
        << u"{ Remove-Thing }"_s << u"a, b"_s << u"%PATH%"_s << u"..\\..\\x"_s << u"角印 🔑"_s << u"'"_s << u"''"_s
        << u"`"_s << u"\\"_s << QString(300, u'\'');
    QStringList pieces = unsafeCharacters();
    pieces << u"\r\n"_s << u"'"_s << u"\u2019"_s << u"\""_s << u"\u201d"_s << u"`"_s << u"$("_s << u")"_s << u"#>"_s
           << u"<#"_s << u"#"_s << u"; "_s << u" | "_s << u"Remove-Thing "_s << payload << u"{"_s << u"}"_s << u"@'"_s
           << u" SIG # Begin signature block"_s << u"requires"_s << u" -Confirm:$false "_s << u"証明書"_s << u" "_s;
    std::mt19937 random(seed);
    for (int i = 0; i < generated; ++i) {
        QString text;
        for (int length = 1 + static_cast<int>(random() % 8); length > 0; --length)
            text += pieces.at(static_cast<qsizetype>(random() % static_cast<quint32>(pieces.size())));
        all.append(text);
    }
    return all;
}

QStringList physicalLines(const QString &text)
{
    static const QRegularExpression lineEnd(
        u"\\r\\n|[\\n\\r\\x{0b}\\x{0c}\\x{1c}\\x{1d}\\x{1e}\\x{85}\\x{2028}\\x{2029}]"_s);
    return text.split(lineEnd);
}

} // namespace kakuin::testkit
