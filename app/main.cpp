// SPDX-License-Identifier: MIT
#include "app/application.h"
#include "app/commandline.h"
#include "app/console/consolerun.h"
#include "app/console/consoleverb.h"
#include "app/console/journalcommand.h"
#include "app/programend.h"
#include "core/base/processprotection.h"
#include "core/connection/connectionprofile.h"
#include "text/connectiontext.h"
#include "ui/decoration/theme.h"

#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtCore/QSettings>
#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace {

constexpr int usageError = kakuin::app::ConsoleRun::NotKnown; // 2 would be "critical" to a monitoring system
constexpr int standardInput = 0;

void protect(bool allowsDebugging)
{
    if (!allowsDebugging && !kakuin::protectProcess())
        QTextStream(stderr) << QStringLiteral("kakuin: debuggers and core dumps could not be switched off") << Qt::endl;
}

// Without one, the platform plugin would end the program with a signal
bool hasDisplay([[maybe_unused]] const QStringList &arguments)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const bool isChosen = std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
        return argument.startsWith(QLatin1String("-platform")) || argument.startsWith(QLatin1String("--platform"));
    });
    return isChosen || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

// Before the QApplication, which needs a display: help and version must not
int answerOnTerminal(const kakuin::app::CommandLine &line)
{
    QTextStream out(stdout);
    if (line.action == kakuin::app::CommandLine::Action::ShowHelp)
        out << line.help;
    else
        out << QStringLiteral("Kakuin ") << QStringLiteral(KAKUIN_VERSION) << Qt::endl;
    return 0;
}

int answerOfJournal(const QStringList &arguments, const kakuin::app::KeptChoices &kept, QFile &out, QFile &err)
{
    using kakuin::app::JournalCommand;
    protect(false);
    const auto command = JournalCommand::parse(arguments, kept);
    if (!command) {
        const QString said = QStringList{command.error().subject, command.error().detail}.join(u' ').trimmed();
        err.write(QStringLiteral("kakuin: %1\nTry: kakuin journal --help\n").arg(said).toUtf8());
        return JournalCommand::NotKnown;
    }
    if (!command->help.isEmpty())
        return out.write(command->help.toUtf8() + '\n') > 0 ? 0 : static_cast<int>(JournalCommand::NotKnown);
    return command->run(out, err);
}

// Also on the standard output: a monitoring system shows nothing else
int answerOfWrongUse(const QStringList &arguments, const kakuin::Error &error, QFile &out, QFile &err)
{
    using kakuin::app::ConsoleLine;
    const QString said = kakuin::connection::problemOf(error)
        ? kakuin::ui::ConnectionText::full(error)
        : QStringList{error.subject, error.detail}.join(u' ').trimmed();
    const QString verb = kakuin::app::ConsoleVerb::of(arguments).command;
    ConsoleLine line;
    line.command = verb == u"check" ? ConsoleLine::Command::Check : ConsoleLine::Command::Inventory;
    line.format = kakuin::app::wantsJson(arguments) ? ConsoleLine::Format::Json : ConsoleLine::Format::Text;
    out.write(kakuin::app::ConsoleRun::failure(line, error, said));
    err.write(QStringLiteral("kakuin: %1\nTry: kakuin %2 --help\n").arg(said, verb).toUtf8());
    return kakuin::app::ConsoleRun::NotKnown;
}

// kakuin check, kakuin inventory, kakuin journal: without a display, so without a QApplication
int answerOnConsole(const QStringList &arguments, int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("Kakuin"));
    QCoreApplication::setOrganizationName(QStringLiteral("Kakuin")); // the window's connections are ours, too
    const QCoreApplication program(argc, argv);
    // what goes wrong is said in the answer, once; QT_LOGGING_RULES still shows more
    QLoggingCategory::setFilterRules(QStringLiteral("kakuin.*=false"));
    QFile in;
    QFile out;
    QFile err;
    // not as a FILE: the C library would keep a password in its buffer
    if (!in.open(standardInput, QIODevice::ReadOnly | QIODevice::Unbuffered)
        || !out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered)
        || !err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return kakuin::app::ConsoleRun::NotKnown;
    QSettings settings;
    const auto kept = kakuin::app::KeptChoices::of(settings);
    if (kakuin::app::JournalCommand::isMeant(arguments))
        return answerOfJournal(arguments, kept, out, err);
    if (const auto verb = kakuin::app::ConsoleVerb::of(arguments); verb.isNearMiss())
        return answerOfWrongUse(arguments,
            {kakuin::ErrorCode::InvalidArgument, verb.word,
                QStringLiteral("is not a command. Did you mean: kakuin %1").arg(verb.command)},
            out, err);
    const auto line = kakuin::app::ConsoleLine::parse(arguments, kept);
    if (!line)
        return answerOfWrongUse(arguments, line.error(), out, err);
    protect(line->allowsDebugging);
    if (!line->help.isEmpty())
        return out.write(line->help.toUtf8() + '\n') > 0 ? 0 : kakuin::app::ConsoleRun::NotKnown;
    auto run = std::make_unique<kakuin::app::ConsoleRun>(*line, in, out, err);
    QObject::connect(
        run.get(), &kakuin::app::ConsoleRun::finished, &program, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    run->start();
    const int exitCode = QCoreApplication::exec();
    run.reset(); // closes what it had opened
    return kakuin::app::afterShutdowns(exitCode);
}

} // namespace

int main(int argc, char *argv[])
{
    kakuin::ignoreTlsKeyLogs();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (!kakuin::app::ConsoleVerb::of(arguments).command.isEmpty())
        return answerOnConsole(arguments, argc, argv);
    const auto line = kakuin::app::CommandLine::parse(arguments);
    if (!line) {
        QTextStream(stderr) << QStringLiteral("kakuin: ")
                            << QStringList{line.error().subject, line.error().detail}.join(u' ').trimmed()
                            << QStringLiteral("\nTry: kakuin --help") << Qt::endl;
        return usageError;
    }
    if (line->action == kakuin::app::CommandLine::Action::ShowHelp
        || line->action == kakuin::app::CommandLine::Action::ShowVersion)
        return answerOnTerminal(*line);
    protect(line->allowsDebugging);
    if (!hasDisplay(arguments)) {
        QTextStream(stderr) << QStringLiteral("kakuin: there is no display for the window. Without one, use: kakuin "
                                              "check, kakuin inventory or kakuin journal\nTry: kakuin --help")
                            << Qt::endl;
        return usageError;
    }

    QApplication::setApplicationName(QStringLiteral("Kakuin"));
    QApplication::setOrganizationName(QStringLiteral("Kakuin"));
    QApplication::setApplicationVersion(QStringLiteral(KAKUIN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.kakuin.Kakuin"));
    QApplication program(argc, argv);
    QApplication::setWindowIcon(kakuin::ui::programIcon());
    auto application
        = std::make_unique<kakuin::app::Application>(*line, kakuin::app::Storage::ofUser(line->dataFolder));
    application->start();
    const int exitCode = QApplication::exec();
    application.reset(); // closes what is open
    return kakuin::app::afterShutdowns(exitCode);
}
