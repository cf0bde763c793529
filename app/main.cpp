// SPDX-License-Identifier: MIT
#include "app/application.h"
#include "app/commandline.h"
#include "app/console/consoleprogram.h"
#include "app/programend.h"
#include "core/base/processprotection.h"
#include "ui/decoration/theme.h"

#include <QtWidgets/QApplication>

#include <memory>

namespace {

// Without one, the platform plugin would end the program with a signal
bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

bool areForWindow(const kakuin::app::Arguments &arguments)
{
    return arguments.command() == kakuin::app::Arguments::Command::Window && !arguments.wantsHelp()
        && !arguments.wantsVersion();
}

} // namespace

int main(int argc, char *argv[])
{
    kakuin::ignoreTlsKeyLogs();
    const QString version = QStringLiteral(KAKUIN_VERSION);
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const kakuin::app::Arguments arguments(words);
    const auto line = kakuin::app::CommandLine::parse(arguments);
    if (!areForWindow(arguments) || !line || !hasDisplay())
        return kakuin::app::runConsoleProgram(words, version, argc, argv);

    kakuin::app::protectUnless(line->allowsDebugging);
    QApplication::setApplicationName(QStringLiteral("Kakuin"));
    QApplication::setOrganizationName(QStringLiteral("Kakuin"));
    QApplication::setApplicationVersion(version);
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
