// SPDX-License-Identifier: MIT
#include "core/base/processprotection.h"
#include "labserver/quitsignals.h"
#include "labserver/tool.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>

using namespace kakuin;
using namespace kakuin::labserver;

namespace {

void put(std::FILE *stream, const QString &line)
{
    std::fputs(qPrintable(line), stream);
    std::fputc('\n', stream);
    std::fflush(stream); // whoever reads it waits for it
}

// Reading blocks; the thread is left behind at the end
void readLines(Tool &tool, bool endsWithInput)
{
    const QPointer<Tool> guard(&tool);
    std::thread([guard, endsWithInput] {
        const auto tell = [&guard](const std::function<void(Tool &)> &what) {
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard, what] {
                    if (guard)
                        what(*guard);
                },
                Qt::QueuedConnection);
        };
        std::string line;
        while (std::getline(std::cin, line))
            tell([text = QString::fromStdString(line)](Tool &alive) { alive.take(text); });
        if (endsWithInput)
            tell([](Tool &alive) { alive.end(); });
    }).detach();
}

Secret passwordFor(const ToolLine &line)
{
    if (!line.readsPassword)
        return Tool::newPassword();
    std::string text;
    std::getline(std::cin, text);
    return Secret(QString::fromStdString(text));
}

int run(const ToolLine &line)
{
    if (!line.allowsDebugging && !protectProcess())
        put(stderr, QStringLiteral("kakuin-lab-server: debuggers and core dumps could not be switched off."));
    const Secret password = passwordFor(line);
    if (line.keytab.isEmpty() && password.isEmpty()) {
        put(stderr, QStringLiteral("kakuin-lab-server: there is no password in the standard input."));
        return Tool::WrongArguments;
    }
    Tool tool(line, password);
    QObject::connect(&tool, &Tool::printed, &tool, [](const QString &text) { put(stdout, text); });
    QObject::connect(&tool, &Tool::failed, &tool,
        [](const QString &text) { put(stderr, QStringLiteral("kakuin-lab-server: ") + text); });
    QObject::connect(&tool, &Tool::ended, &tool, [](int code) { QCoreApplication::exit(code); });
    readLines(tool, line.endsWithInput);
    QMetaObject::invokeMethod(
        &tool, [&tool] { tool.start(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    ignoreTlsKeyLogs();
    whenAskedToEnd([] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    });
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kakuin-lab-server"));
    const auto line = ToolLine::parse(QCoreApplication::arguments());
    int code = Tool::Done;
    if (!line) {
        put(stderr,
            QStringLiteral("kakuin-lab-server: %1: %2").arg(line.error().subject, line.error().detail)
                + QStringLiteral("\n--help says what there is."));
        code = Tool::WrongArguments;
    } else if (line->action == ToolLine::Action::ShowHelp) {
        put(stdout, line->help.trimmed());
    } else if (line->action == ToolLine::Action::ShowVersion) {
        put(stdout, QStringLiteral("kakuin-lab-server " KAKUIN_VERSION));
    } else {
        code = run(*line);
    }
    std::fflush(stdout);
    std::_Exit(code); // everything is gone by now but the threads that wait for a line or a signal
}
