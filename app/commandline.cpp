// SPDX-License-Identifier: MIT
#include "app/commandline.h"

#include <QtCore/QCommandLineParser>

namespace kakuin::app {
namespace {

// English on purpose: written before a language is chosen, and read by scripts
struct Options {
    QCommandLineOption open{QStringLiteral("open"),
        QStringLiteral("Show exported data, read-only: a folder or files that Export-Clixml wrote."),
        QStringLiteral("path")};
    QCommandLineOption lab{QStringLiteral("lab"),
        QStringLiteral("Make and open a new practice organisation: contoso-2013, small, medium, large or huge."),
        QStringLiteral("preset")};
    QCommandLineOption language{
        QStringLiteral("lang"), QStringLiteral("Language for this start: en or ja."), QStringLiteral("language")};
    QCommandLineOption theme{
        QStringLiteral("theme"), QStringLiteral("Theme for this start: light or dark."), QStringLiteral("theme")};
    QCommandLineOption dataFolder{QStringLiteral("data-folder"),
        QStringLiteral("Where practice organisations and the journal are kept."), QStringLiteral("folder")};
    QCommandLineOption debugging{QStringLiteral("allow-debugging"),
        QStringLiteral("For developers: let debuggers attach and core dumps be written.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Print the version.")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Print this help.")};
};

bool isOneOf(const QString &value, std::initializer_list<QLatin1String> words)
{
    return std::any_of(words.begin(), words.end(), [&](QLatin1String word) { return value == word; });
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Console for the certificates that Exchange servers issue to themselves."));
    parser.addOptions({options.open, options.lab, options.language, options.theme, options.dataFolder,
        options.debugging, options.version, options.help});
    parser.addPositionalArgument(
        QStringLiteral("path"), QStringLiteral("Exported data, as with --open."), QStringLiteral("[path...]"));
    if (!parser.parse(arguments))
        return fail(ErrorCode::InvalidArgument, {}, parser.errorText());

    CommandLine line;
    line.exportedPaths = parser.values(options.open) + parser.positionalArguments();
    line.language = parser.value(options.language);
    line.theme = parser.value(options.theme);
    line.dataFolder = parser.value(options.dataFolder);
    line.allowsDebugging = parser.isSet(options.debugging);
    if (parser.isSet(options.language) && !isOneOf(line.language, {QLatin1String("en"), QLatin1String("ja")}))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--lang"), line.language);
    if (parser.isSet(options.theme) && !isOneOf(line.theme, {QLatin1String("light"), QLatin1String("dark")}))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--theme"), line.theme);
    if (parser.isSet(options.lab)) {
        line.practice = lab::presetFromName(parser.value(options.lab));
        if (!line.practice)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("--lab"), parser.value(options.lab));
        if (!line.exportedPaths.isEmpty())
            return fail(
                ErrorCode::InvalidArgument, QStringLiteral("--lab"), QStringLiteral("not together with --open"));
    }
    if (parser.isSet(options.help)) {
        line.action = Action::ShowHelp;
        line.help = parser.helpText();
        // before there is an application Qt knows no name, afterwards it takes the whole path for it
        line.help.replace(0, line.help.indexOf(QLatin1String(" [options]")), QStringLiteral("Usage: kakuin"));
    } else if (parser.isSet(options.version)) {
        line.action = Action::ShowVersion;
    }
    return line;
}

} // namespace kakuin::app
