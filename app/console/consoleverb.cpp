// SPDX-License-Identifier: MIT
#include "app/console/consoleverb.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <array>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array commandWords{QLatin1String("check"), QLatin1String("inventory"), QLatin1String("journal")};

// Options, of the window or of a command, whose next argument is their value
constexpr std::array valueOptions{QLatin1String("open"), QLatin1String("lab"), QLatin1String("connection"),
    QLatin1String("url"), QLatin1String("process"), QLatin1String("auth"), QLatin1String("user"), QLatin1String("ca"),
    QLatin1String("pin"), QLatin1String("client-certificate"), QLatin1String("format"), QLatin1String("lang"),
    QLatin1String("warn"), QLatin1String("crit"), QLatin1String("theme"), QLatin1String("data-folder"),
    QLatin1String("export")};

bool takesValue(const QString &argument)
{
    return std::any_of(valueOptions.begin(), valueOptions.end(),
        [&](QLatin1String name) { return argument == u"--"_s + name || argument == u"-"_s + name; });
}

/// Letters that are wrong, missing or too many (Levenshtein); both words are short.
int distance(const QString &a, const QString &b)
{
    QList<int> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row.at(0);
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int replaced = diagonal + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            diagonal = row.at(j);
            row[j] = std::min({replaced, row.at(j) + 1, row.at(j - 1) + 1});
        }
    }
    return row.constLast();
}

QString commandLike(const QString &word)
{
    constexpr int mostWrong = 2;
    constexpr qsizetype longest = 12;
    for (const QLatin1String command : commandWords) {
        if (word == command)
            return command;
    }
    const bool isPath = word.contains(u'/') || word.contains(u'\\') || word.contains(u'.');
    if (isPath || word.size() > longest || QFileInfo::exists(word))
        return {};
    for (const QLatin1String command : commandWords) {
        if (distance(word.toLower(), command) <= mostWrong)
            return command;
    }
    return {};
}

} // namespace

ConsoleVerb ConsoleVerb::of(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (takesValue(argument))
            ++i;
        else if (!argument.startsWith(u'-'))
            return {argument, commandLike(argument)};
    }
    return {};
}

bool wantsJson(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(u"--format"_s);
    return (at >= 0 && arguments.value(at + 1) == u"json") || arguments.contains(u"--format=json"_s);
}

} // namespace kakuin::app
