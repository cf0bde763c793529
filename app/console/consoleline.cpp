// SPDX-License-Identifier: MIT
#include "app/console/consoleline.h"

#include "core/findings/thresholds.h"

#include <QtCore/QCommandLineParser>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;

// English on purpose: written before a language is chosen, and read by scripts
struct Options {
    QCommandLineOption open{
        u"open"_s, u"Exported data: a folder, an archive, or files that Export-Clixml wrote."_s, u"path"_s};
    QCommandLineOption lab{
        u"lab"_s, u"A practice organisation: contoso-2013, small, medium, large or huge."_s, u"preset"_s};
    QCommandLineOption connection{u"connection"_s, u"A stored connection, by its name."_s, u"name"_s};
    QCommandLineOption format{u"format"_s, u"text, json or csv."_s, u"format"_s, u"text"_s};
    QCommandLineOption language{u"lang"_s, u"Language of text and titles: en or ja."_s, u"language"_s};
    QCommandLineOption warn{u"warn"_s, u"check: fewer days left are a warning (60)."_s, u"days"_s, u"60"_s};
    QCommandLineOption crit{u"crit"_s, u"check: fewer days left are critical (30)."_s, u"days"_s, u"30"_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, u"Print this help."_s};
};

QString wordOf(ConsoleLine::Command command)
{
    return command == ConsoleLine::Command::Check ? u"check"_s : u"inventory"_s;
}

Result<void> takeFormat(ConsoleLine &line, const QString &word)
{
    const std::pair<QLatin1String, ConsoleLine::Format> known[]{{QLatin1String("text"), ConsoleLine::Format::Text},
        {QLatin1String("json"), ConsoleLine::Format::Json}, {QLatin1String("csv"), ConsoleLine::Format::Csv}};
    for (const auto &[name, format] : known) {
        if (word == name) {
            line.format = format;
            return {};
        }
    }
    return fail(ErrorCode::InvalidArgument, u"--format"_s, word);
}

Result<int> days(const QCommandLineParser &parser, const QCommandLineOption &option)
{
    bool isNumber = false;
    const int value = parser.value(option).toInt(&isNumber);
    if (!isNumber || value < 0 || value > findings::Thresholds::mostDays)
        return fail(ErrorCode::InvalidArgument, u"--"_s + option.names().first(), parser.value(option));
    return value;
}

Result<void> takeSource(ConsoleLine &line, const QCommandLineParser &parser, const Options &options)
{
    line.exportedPaths = parser.values(options.open) + parser.positionalArguments().mid(1);
    line.connection = parser.value(options.connection);
    if (parser.isSet(options.lab)) {
        line.practice = lab::presetFromName(parser.value(options.lab));
        if (!line.practice)
            return fail(ErrorCode::InvalidArgument, u"--lab"_s, parser.value(options.lab));
    }
    const int sources
        = (line.exportedPaths.isEmpty() ? 0 : 1) + (line.practice ? 1 : 0) + (line.connection.isEmpty() ? 0 : 1);
    if (sources != 1)
        return fail(ErrorCode::InvalidArgument, wordOf(line.command),
            sources == 0 ? u"say what to look at: --connection, --open or --lab"_s
                         : u"one of --connection, --open and --lab"_s);
    return {};
}

} // namespace

bool ConsoleLine::isMeant(const QStringList &arguments)
{
    const QString first = arguments.value(1);
    return first == wordOf(Command::Check) || first == wordOf(Command::Inventory);
}

Result<ConsoleLine> ConsoleLine::parse(const QStringList &arguments)
{
    const Options options;
    ConsoleLine line;
    line.command = arguments.value(1) == wordOf(Command::Check) ? Command::Check : Command::Inventory;
    QCommandLineParser parser;
    parser.setApplicationDescription(line.command == Command::Check
            ? u"Says what is wrong with an organisation's certificates. Ends with 0 (nothing), 1 (warnings), 2 "
              u"(critical) "
              "or 3 (not known)."_s
            : u"Prints every server and certificate with all facts. Ends with 0, with 1 where a part could not be "
              u"read, "
              "or with 3."_s);
    parser.addOptions({options.open, options.lab, options.connection, options.format, options.language, options.help});
    if (line.command == Command::Check)
        parser.addOptions({options.warn, options.crit});
    parser.addPositionalArgument(wordOf(line.command), {});
    if (!parser.parse(arguments))
        return fail(ErrorCode::InvalidArgument, {}, parser.errorText());
    if (parser.isSet(options.help)) {
        line.help = parser.helpText();
        line.help.replace(0, line.help.indexOf(QLatin1String(" [options]")), u"Usage: kakuin"_s);
        return line;
    }
    line.language = parser.value(options.language);
    if (parser.isSet(options.language) && line.language != u"en" && line.language != u"ja")
        return fail(ErrorCode::InvalidArgument, u"--lang"_s, line.language);
    if (const Result<void> format = takeFormat(line, parser.value(options.format)); !format)
        return tl::unexpected<Error>(format.error());
    if (line.command == Command::Check) {
        const Result<int> warn = days(parser, options.warn);
        const Result<int> crit = days(parser, options.crit);
        if (!warn || !crit)
            return tl::unexpected<Error>(warn ? crit.error() : warn.error());
        if (*crit >= *warn)
            return fail(ErrorCode::InvalidArgument, u"--crit"_s, u"must be less than --warn"_s);
        line.warningDays = *warn;
        line.criticalDays = *crit;
    }
    if (const Result<void> source = takeSource(line, parser, options); !source)
        return tl::unexpected<Error>(source.error());
    return line;
}

} // namespace kakuin::app
