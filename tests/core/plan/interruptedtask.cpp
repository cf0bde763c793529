// SPDX-License-Identifier: MIT
// Runs a task on a practice organisation and dies as by kill -9: at the n-th thing that happens to a step, or at the
// n-th write to a file.
//   interruptedtask LAB JOURNAL TASK none|event|write N
#include "failingwrites.h"
#include "taskoncontoso.h"

#include "core/base/whendone.h"
#include "core/plan/planrunner.h"
#include "core/plan/preconditions.h"

#include <QtCore/QCoreApplication>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace kakuin;

namespace {

struct Run {
    std::shared_ptr<lab::LabShell> lab;
    std::unique_ptr<session::Session> session;
    std::shared_ptr<plan::Journal> journal;
    std::unique_ptr<plan::PlanRunner> runner;
    QString task;
    bool diesAtEvent = false;
    int left = 0;

    void happened()
    {
        if (diesAtEvent && --left == 0)
            std::raise(SIGKILL);
    }
    void start(const domain::Inventory &inventory)
    {
        plan::PlanRunner::Context context;
        context.shell = lab;
        context.prompts = std::make_shared<testkit::YesToEverything>();
        context.journal = journal;
        context.organisation = u"Contoso"_s;
        runner = std::make_unique<plan::PlanRunner>(
            plan::withPreconditions(testkit::TaskOnContoso(task).plan(inventory, session->nowUtc()), inventory),
            context);
        const auto happens = [this] { happened(); };
        QObject::connect(runner.get(), &plan::PlanRunner::stepStarted, runner.get(), happens);
        QObject::connect(runner.get(), &plan::PlanRunner::stepAsked, runner.get(), happens);
        QObject::connect(runner.get(), &plan::PlanRunner::stepAnswered, runner.get(), happens);
        QObject::connect(runner.get(), &plan::PlanRunner::stepFinished, runner.get(), happens);
        QObject::connect(runner.get(), &plan::PlanRunner::finished, runner.get(), [this] {
            testkit::failWrite(testkit::WriteFault::None, 0);
            QCoreApplication::exit(runner->state() == plan::OperationState::Succeeded ? 0 : 3);
        });
        if (!diesAtEvent && left > 0)
            testkit::failWrite(testkit::WriteFault::Kill, left);
        runner->start();
    }
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 6)
        qFatal("usage: interruptedtask LAB JOURNAL TASK none|event|write N");
    Run run;
    auto journal = plan::Journal::open(arguments.at(2));
    if (!journal)
        qFatal("no journal");
    run.journal = std::move(*journal);
    run.task = arguments.at(3);
    run.diesAtEvent = arguments.at(4) == u"event";
    run.left = arguments.at(4) == u"none" ? 0 : arguments.at(5).toInt();
    whenDone(lab::LabShell::open(arguments.at(1)), &app, [&](const Result<std::shared_ptr<lab::LabShell>> &opened) {
        if (!opened)
            qFatal("no practice organisation");
        run.lab = *opened;
        run.session = std::make_unique<session::Session>(run.lab);
        whenDone(run.session->refresh(), &app, [&](const Result<domain::InventoryPtr> &read) {
            if (!read)
                qFatal("not read");
            run.start(**read);
        });
    });
    return app.exec();
}
