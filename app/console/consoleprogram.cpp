// SPDX-License-Identifier: MIT
#include "app/console/consoleprogram.h"

#include "app/commandline.h"
#include "app/console/consoleline.h"
#include "app/console/consolerun.h"
#include "app/console/journalcommand.h"
#include "app/language.h"
#include "app/programend.h"
#include "core/base/processprotection.h"
#include "core/connection/connectionprofile.h"
#include "text/connectiontext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtCore/QSettings>

#include <cstdio>
#include <memory>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;

constexpr int standardInput = 0;

/// Not as FILEs: the C library would keep a password in its buffer.
struct Streams {
    QFile in;
    QFile out;
    QFile err;

    [[nodiscard]] bool open()
    {
        return in.open(standardInput, QIODevice::ReadOnly | QIODevice::Unbuffered)
            && out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered)
            && err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
};

int print(const QString &text, Streams &streams)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    return streams.out.write(bytes) == bytes.size() && streams.out.flush() ? 0 : static_cast<int>(ConsoleRun::NotKnown);
}

// Also on the standard output: a monitoring system shows nothing else
int tellWrongUse(const Arguments &arguments, const Error &error, Streams &streams)
{
    const QString sentence
        = (connection::problemOf(error) ? ui::ConnectionText::full(error) : error.detail).simplified();
    const QString format = arguments.value(Arguments::Option::Format);
    streams.out.write(ConsoleRun::failure(format == u"json" ? ConsoleLine::Format::Json
            : format == u"csv"                              ? ConsoleLine::Format::Csv
            : format == u"prometheus"                       ? ConsoleLine::Format::Prometheus
                                                            : ConsoleLine::Format::Text,
        error, sentence));
    const QString command = Arguments::wordOf(arguments.command());
    const QString help = command.isEmpty() ? u"kakuin --help"_s : u"kakuin %1 --help"_s.arg(command);
    //: %1: a command, such as kakuin check --help
    streams.err.write(u"kakuin: %1\n%2\n"_s.arg(sentence, Arguments::tr("Help: %1").arg(help)).toUtf8());
    return ConsoleRun::NotKnown;
}

int runJournal(const Arguments &arguments, Streams &streams)
{
    const auto command = JournalCommand::parse(arguments);
    if (!command)
        return tellWrongUse(arguments, command.error(), streams);
    protectUnless(false);
    return command->run(streams.out, streams.err);
}

int runReading(const Arguments &arguments, const KeptChoices &kept, const QString &culture, Streams &streams)
{
    const auto line = ConsoleLine::parse(arguments, kept);
    if (!line)
        return tellWrongUse(arguments, line.error(), streams);
    protectUnless(line->allowsDebugging);
    auto run = std::make_unique<ConsoleRun>(*line, culture, streams.in, streams.out, streams.err);
    QObject::connect(
        run.get(), &ConsoleRun::finished, QCoreApplication::instance(), [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    run->start();
    const int exitCode = QCoreApplication::exec();
    run.reset(); // closes what it had opened
    return afterShutdowns(exitCode);
}

// Only what cannot be used comes here, and what would need a display that is not there
int refuseWindow(const Arguments &arguments, Streams &streams)
{
    const auto line = CommandLine::parse(arguments);
    const Error noDisplay{ErrorCode::InvalidArgument, {},
        Arguments::tr("There is no display for the window. Without one, use kakuin check, kakuin inventory or kakuin "
                      "journal.")};
    return tellWrongUse(arguments, line ? noDisplay : line.error(), streams);
}

} // namespace

void protectUnless(bool allowsDebugging)
{
    if (!allowsDebugging && !protectProcess())
        std::fputs("kakuin: debuggers and core dumps could not be switched off\n", stderr);
}

int runConsoleProgram(const QStringList &words, const QString &version, int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"Kakuin"_s);
    QCoreApplication::setOrganizationName(u"Kakuin"_s); // the window's connections are ours, too
    const QCoreApplication program(argc, argv);
    // what goes wrong is said in the answer, once; QT_LOGGING_RULES still shows more
    QLoggingCategory::setFilterRules(u"kakuin.*=false"_s);
    Streams streams;
    if (!streams.open())
        return ConsoleRun::NotKnown;
    QSettings settings;
    const KeptChoices kept = KeptChoices::of(settings);
    const QString chosen = Arguments(words).language();
    Language language;
    language.use(chosen.isEmpty() ? kept.language : chosen);
    const Arguments arguments(words); // its sentences are in the language only now
    if (const auto problem = arguments.problem())
        return tellWrongUse(arguments, *problem, streams);
    if (arguments.wantsHelp())
        return print(arguments.help().trimmed(), streams);
    if (arguments.wantsVersion())
        return print(u"Kakuin "_s + version, streams);
    switch (arguments.command()) {
    case Arguments::Command::Check:
    case Arguments::Command::Inventory:
        return runReading(arguments, kept, language.culture(), streams);
    case Arguments::Command::Journal:
        return runJournal(arguments, streams);
    case Arguments::Command::Window:
        break;
    }
    return refuseWindow(arguments, streams);
}

} // namespace kakuin::app
