// SPDX-License-Identifier: MIT
#include "app/application.h"
#include "app/commandline.h"
#include "ui/decoration/theme.h"

#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace {

constexpr int usageError = 2;

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

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
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

    QApplication::setApplicationName(QStringLiteral("Kakuin"));
    QApplication::setOrganizationName(QStringLiteral("Kakuin"));
    QApplication::setApplicationVersion(QStringLiteral(KAKUIN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.kakuin.Kakuin"));
    QApplication program(argc, argv);
    QApplication::setWindowIcon(kakuin::ui::programIcon());
    kakuin::app::Application application(*line);
    application.start();
    return QApplication::exec();
}
