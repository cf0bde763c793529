// SPDX-License-Identifier: MIT
// Runs a renewal of two servers with a journal, and dies, or finds the disk full, at a given write. What reaches the
// person and the servers goes to a log of its own, one word a line, for the test to compare with the journal.
//   journalledrun JOURNAL LOG none|kill|full N
// Or looks N times whether the journal has an interruption, while another program does the same, and logs how often it had
// none:
//   journalledrun JOURNAL LOG look N
#include "failingwrites.h"
#include "scriptedservers.h"

#include "core/base/whendone.h"
#include "core/plan/planrunner.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::WriteFault;

namespace {

class Log final {
public:
    explicit Log(const QString &path)
        : m_file(path)
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            qFatal("no log");
    }
    void operator()(const char *event)
    {
        if (!m_hasFailed && testkit::failedWrites() > 0) {
            m_hasFailed = true;
            m_file.write("failed\n");
        }
        m_file.write(QByteArray(event) + '\n');
    }

private:
    QFile m_file;
    bool m_hasFailed = false;
};

class Yes final : public shell::PromptHandler {
public:
    explicit Yes(std::shared_ptr<Log> log)
        : m_log(std::move(log))
    {
    }
    [[nodiscard]] QFuture<Result<shell::PromptAnswer>> ask(const shell::Prompt &) override
    {
        (*m_log)("question");
        return readyFuture<shell::PromptAnswer>(shell::PromptAnswer::choose(0));
    }

private:
    std::shared_ptr<Log> m_log;
};

int look(const QString &path, Log &log, int times)
{
    const auto journal = plan::Journal::open(path);
    if (!journal)
        return 1;
    int missed = 0;
    for (int i = 0; i < times; ++i)
        missed += (*journal)->interrupted(u"Contoso"_s).value_or(QList<plan::OperationRecord>()).isEmpty() ? 1 : 0;
    log(QByteArray::number(missed).constData());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 5)
        qFatal("usage: journalledrun JOURNAL LOG none|kill|full|look N");
    const auto log = std::make_shared<Log>(arguments.at(2));
    if (arguments.at(3) == "look"_L1)
        return look(arguments.at(1), *log, arguments.at(4).toInt());
    testkit::ScriptedServers servers;
    servers.addServer(u"EX01"_s);
    servers.addServer(u"EX02"_s);
    servers.setSites(u"EX01"_s, {1, 2});
    servers.setSites(u"EX02"_s, {1, 2});
    servers.onEvent = [log](const char *event) { (*log)(event); };

    auto journal = plan::Journal::open(arguments.at(1));
    if (!journal)
        qFatal("no journal");
    const WriteFault fault = arguments.at(3) == "kill"_L1 ? WriteFault::Kill
        : arguments.at(3) == "full"_L1                    ? WriteFault::Full
                                                          : WriteFault::None;
    plan::PlanRunner::Context context;
    context.shell = servers.shell();
    context.prompts = std::make_shared<Yes>(log);
    context.journal = std::move(*journal);
    context.organisation = u"Contoso"_s;
    plan::PlanRunner runner(servers.renewalPlan(plan::ErrorPolicy::ContinueWithNextServer), context);
    QObject::connect(&runner, &plan::PlanRunner::finished, &app, [&] {
        (*log)(runner.state() == plan::OperationState::Succeeded ? "succeeded" : "ended");
        testkit::failWrite(WriteFault::None, 0);
        app.quit();
    });
    testkit::failWrite(fault, arguments.at(4).toInt());
    runner.start();
    return app.exec();
}
