// SPDX-License-Identifier: MIT
#include "core/shell/powershelltext.h"

#include "core/base/untrustedtext.h"

#include <algorithm>
#include <vector>

namespace kakuin::shell {
namespace {

// Parsed as a plain word in argument mode, and never as a number, a keyword, an operator or a parameter.
bool isBareWord(const QString &text)
{
    constexpr qsizetype longest = 256;
    if (text.isEmpty() || text.size() > longest)
        return false;
    const auto isLetter = [](char16_t c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); };
    const auto isDigit = [](char16_t c) { return c >= u'0' && c <= u'9'; };
    if (!isLetter(text.front().unicode()))
        return false;
    const auto isWord = [&](QChar ch) {
        const char16_t c = ch.unicode();
        return isLetter(c) || isDigit(c) || c == u'-' || c == u'_' || c == u'.';
    };
    return std::all_of(text.begin(), text.end(), isWord) && text.back() != u'.';
}

QString word(const QString &text)
{
    // even quoted, this one makes PowerShell take the rest of the command for plain text (seen with 7.6)
    if (text == QLatin1String("--%"))
        return QStringLiteral("('--%')");
    return isBareWord(text) ? text : quoted(text);
}

struct ValueText {
    const LateText &lateText;

    QString operator()(std::monostate) const { return QStringLiteral("$null"); }
    QString operator()(const QString &text) const { return word(text); }
    QString operator()(const QStringList &list) const
    {
        if (list.isEmpty())
            return QStringLiteral("@()");
        QStringList words;
        for (const QString &text : list)
            words.append(word(text));
        // @( ) holds statements: a bare word in it would be a command
        return list.size() == 1 ? QStringLiteral("@(%1)").arg(quoted(list.first())) : words.join(u',');
    }
    QString operator()(Switch value) const { return value.isOn ? QString() : QStringLiteral("$false"); }
    QString operator()(bool value) const { return value ? QStringLiteral("$true") : QStringLiteral("$false"); }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(const QDateTime &value) const
    {
        return QStringLiteral("([datetime]'%1')")
            .arg(value.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + u'Z');
    }
    QString operator()(const QByteArray &bytes) const
    {
        return QStringLiteral("([Convert]::FromBase64String('%1'))").arg(QString::fromLatin1(bytes.toBase64()));
    }
    QString operator()(const Secret &) const { return QStringLiteral("(Read-Host -AsSecureString)"); }
    QString operator()(const LateValue &value) const { return lateText(value); }
};

// The names of cmdlets and parameters are Kakuin's own, except in a journal that was written by something else. What is
// no such name must not become one: a call by a quoted name is refused by the shell, a quoted parameter is a value.
bool isCmdletName(const QString &name)
{
    return isBareWord(name) && name.contains(u'-');
}

QString cmdletText(const Cmdlet &cmdlet, const LateText &lateText)
{
    QString text = isCmdletName(cmdlet.name()) ? cmdlet.name() : QLatin1String("& ") + quoted(cmdlet.name());
    for (const Parameter &parameter : cmdlet.parameters()) {
        text += isBareWord(parameter.name) ? QLatin1String(" -") + parameter.name
                                           : u' ' + quoted(QLatin1Char('-') + parameter.name);
        if (const auto *flag = std::get_if<Switch>(&parameter.value)) {
            if (!flag->isOn)
                text += QLatin1String(":$false");
            continue;
        }
        // A list of one word reads better without @( ): the parameter binder makes the list
        const auto *list = std::get_if<QStringList>(&parameter.value);
        text += u' '
            + (list != nullptr && list->size() == 1 ? word(list->first()) : toPowerShell(parameter.value, lateText));
    }
    return text;
}

// "#requires" is a comment with a meaning. The present engine takes it for that only at the very beginning; what older
// ones pass over is not known, so neither blanks nor signs count.
bool beginsRequirement(const QString &line)
{
    QString bare = line;
    bare.removeIf([](QChar c) { return c.isSpace() || !c.isPrint() || c.isPunct(); });
    return bare.startsWith(QLatin1String("requires"), Qt::CaseInsensitive);
}

size_t editDistance(const QString &a, QLatin1String b)
{
    std::vector<size_t> row(static_cast<size_t>(b.size()) + 1);
    for (size_t column = 0; column < row.size(); ++column)
        row[column] = column;
    for (qsizetype i = 0; i < a.size(); ++i) {
        size_t diagonal = std::exchange(row[0], static_cast<size_t>(i) + 1);
        for (size_t column = 1; column < row.size(); ++column) {
            const bool isSame = a.at(i) == b.at(static_cast<qsizetype>(column) - 1);
            const size_t above = row[column];
            row[column] = isSame ? diagonal : 1 + std::min({above, row[column - 1], diagonal});
            diagonal = above;
        }
    }
    return row.back();
}

// The engine forgives nine differences; some more are left to it, because its older versions count in another way.
bool beginsSignature(const QString &line)
{
    constexpr QLatin1String head("sig#beginsignatureblock");
    constexpr size_t nearest = 14;
    constexpr qsizetype longest = 64;
    QString bare = line.toLower();
    bare.removeIf([](QChar c) { return c.isSpace(); });
    QString letters = bare;
    letters.removeIf([](QChar c) { return !c.isLetter(); });
    return letters.contains(QLatin1String("signatureblock"))
        || (bare.size() <= longest && editDistance(bare, head) < nearest);
}

QString joined(const Pipeline &pipeline, const LateText &lateText, QLatin1String separator)
{
    QStringList parts;
    for (const Cmdlet &cmdlet : pipeline.cmdlets)
        parts.append(cmdletText(cmdlet, lateText));
    return parts.join(separator);
}

} // namespace

QString quoted(const QString &text)
{
    QStringList parts;
    QString literal;
    const auto endLiteral = [&] {
        if (!literal.isEmpty())
            parts.append(u'\'' + literal + u'\'');
        literal.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const QStringView character = QStringView(text).mid(i, isPair ? 2 : 1);
        if (isUnsafeInName(character)) {
            endLiteral();
            for (const QChar unit : character)
                parts.append(QStringLiteral("[char]%1").arg(unit.unicode()));
        } else {
            literal += character;
            // PowerShell treats the typographic single quotes as quotes, too
            const char16_t c = text.at(i).unicode();
            if (c == u'\'' || (c >= 0x2018 && c <= 0x201b))
                literal += text.at(i);
        }
        i += isPair ? 1 : 0;
    }
    endLiteral();
    if (parts.isEmpty())
        return QStringLiteral("''");
    if (parts.size() == 1 && parts.constFirst().startsWith(u'\''))
        return parts.constFirst();
    // the sum is text only if it begins with text
    if (!parts.constFirst().startsWith(u'\''))
        parts.prepend(QStringLiteral("''"));
    return u'(' + parts.join(QLatin1String(" + ")) + u')';
}

QStringList commentLines(const QString &text, const QString &first, const QString &others)
{
    QStringList out;
    const QStringList lines = multiLine(text).split(u'\n');
    for (const QString &line : lines) {
        QString content = (out.isEmpty() ? first : others) + line;
        if (beginsRequirement(content))
            content.prepend(QLatin1String("text: "));
        if (beginsSignature(content))
            content = QChar(0x2026);
        out.append((QLatin1String("# ") + content).trimmed());
    }
    return out;
}

QString previewLateText(const LateValue &value)
{
    switch (value.kind) {
    case LateValue::Kind::ThumbprintOfStep:
        return QStringLiteral("<%1>").arg(value.step);
    case LateValue::Kind::TimeOfSending:
        if (value.offset.count() == 0)
            return QStringLiteral("(Get-Date)");
        if (value.offset.count() % 60 == 0)
            return QStringLiteral("(Get-Date).AddHours(%1)").arg(value.offset.count() / 60);
        return QStringLiteral("(Get-Date).AddMinutes(%1)").arg(value.offset.count());
    case LateValue::Kind::Password:
        return QStringLiteral("(Read-Host -AsSecureString)");
    case LateValue::Kind::FileDataOfStep:
        return QStringLiteral("<%1>").arg(value.step);
    case LateValue::Kind::FileContent:
        return QStringLiteral("([System.IO.File]::ReadAllBytes(%1))").arg(quoted(value.path));
    }
    return {};
}

QString toPowerShell(const ParameterValue &value, const LateText &lateText)
{
    return std::visit(ValueText{lateText}, value);
}

QString toPowerShell(const Pipeline &pipeline, const LateText &lateText)
{
    return joined(pipeline, lateText, QLatin1String(" | "));
}

QString toPowerShellLines(const Pipeline &pipeline, const LateText &lateText)
{
    return joined(pipeline, lateText, QLatin1String(" |\n    "));
}

} // namespace kakuin::shell
