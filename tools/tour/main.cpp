// SPDX-License-Identifier: MIT
#include "app/application.h"
#include "app/programend.h"
#include "tools/tour/labserverprocess.h"
#include "tools/tour/tour.h"
#include "ui/decoration/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <memory>

namespace {

constexpr int usageError = 2;

void complain(const QString &what)
{
    QTextStream(stderr) << QStringLiteral("kakuin-tour: ") << what << Qt::endl;
}

int walk(const QString &folder)
{
    // the organisations and settings of the walk; those of the user neither show in the pictures nor are changed
    const QTemporaryDir scratch;
    if (!scratch.isValid()) {
        complain(scratch.errorString());
        return 1;
    }
    if (kakuin::tour::LabServerProcess::path().isEmpty())
        complain(QStringLiteral("kakuin-lab-server has not been built; the walk leaves the network out"));

    auto application = std::make_unique<kakuin::app::Application>(
        kakuin::app::CommandLine(), kakuin::app::Storage::inFolder(scratch.path()));
    auto tour = std::make_unique<kakuin::tour::Tour>(*application, folder);
    QObject::connect(tour.get(), &kakuin::tour::Tour::pictureWritten, tour.get(),
        [](const QString &path) { QTextStream(stdout) << path << Qt::endl; });
    QObject::connect(tour.get(), &kakuin::tour::Tour::finished, tour.get(), [](const kakuin::Result<void> &outcome) {
        if (!outcome)
            complain(QStringLiteral("the walk ended early at: ") + outcome.error().subject);
        QApplication::exit(outcome ? 0 : 1);
    });
    tour->start();
    const int exitCode = QApplication::exec();
    tour.reset();
    application.reset(); // closes what is open
    return kakuin::app::afterShutdowns(exitCode);
}

} // namespace

int main(int argc, char *argv[])
{
    // as the program is called: windows show it
    QApplication::setApplicationName(QStringLiteral("Kakuin"));
    QApplication::setOrganizationName(QStringLiteral("Kakuin"));
    const QApplication program(argc, argv);
    QApplication::setWindowIcon(kakuin::ui::programIcon());
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2 || arguments.last().startsWith(u'-')) {
        complain(QStringLiteral("into which folder?\nUsage: kakuin-tour FOLDER"));
        return usageError;
    }
    return walk(arguments.last());
}
