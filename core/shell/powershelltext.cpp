// SPDX-License-Identifier: MIT
#include "core/shell/powershelltext.h"

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

QString cmdletText(const Cmdlet &cmdlet, const LateText &lateText)
{
    QString text = cmdlet.name();
    for (const Parameter &parameter : cmdlet.parameters()) {
        text += QLatin1String(" -") + parameter.name;
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
    QString out(u'\'');
    for (const QChar c : text) {
        out += c;
        // PowerShell treats the typographic single quotes as quotes, too
        if (c == u'\'' || (c.unicode() >= 0x2018 && c.unicode() <= 0x201b))
            out += c;
    }
    return out + u'\'';
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
