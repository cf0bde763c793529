// SPDX-License-Identifier: MIT
#include "scriptedshell.h"

#include "core/base/whendone.h"
#include "core/shell/powershelltext.h"

#include <algorithm>

namespace kakuin::testkit {

using shell::PipelineOutput;
using shell::PromptAnswer;

struct ScriptedShell::Run {
    qsizetype index = 0;
    QPromise<Result<PipelineOutput>> promise;
    std::shared_ptr<shell::PromptHandler> prompts;
    ScriptedReply reply;
    QList<PromptAnswer> answers;
    bool isHeld = false;
    bool isFinished = false;
};

ScriptedReply ScriptedReply::objects(const QList<clixml::Value> &values)
{
    ScriptedReply reply;
    for (const clixml::Value &value : values)
        reply.output.items.append(value);
    return reply;
}

ScriptedReply ScriptedReply::error(const shell::ErrorRecord &record)
{
    ScriptedReply reply;
    reply.output.items.append(record);
    return reply;
}

ScriptedReply ScriptedReply::fails(ErrorCode code, const QString &subject, const QString &detail)
{
    ScriptedReply reply;
    reply.failure = Error{code, subject, detail};
    return reply;
}

ScriptedShell::ScriptedShell(QObject *parent)
    : Shell(parent)
{
}

ScriptedShell::~ScriptedShell()
{
    const QList<RunPtr> runs = m_runs;
    for (const RunPtr &run : runs)
        finish(run, fail(ErrorCode::ConnectionLost));
}

void ScriptedShell::on(const QString &cmdlet, ScriptedReply reply)
{
    on(cmdlet, [answer = std::move(reply)](const shell::Pipeline &) { return answer; });
}

void ScriptedShell::on(const QString &cmdlet, Responder responder)
{
    m_responders.insert(cmdlet.toLower(), std::move(responder));
}

void ScriptedShell::failInvocation(int n, const Error &error)
{
    m_failures.insert(m_invocations.size() + n - 1, error);
}

void ScriptedShell::release()
{
    m_isHeld = false;
    while (heldCount() > 0)
        releaseOne();
}

void ScriptedShell::releaseOne()
{
    const auto it = std::find_if(m_runs.begin(), m_runs.end(), [](const RunPtr &run) { return run->isHeld; });
    if (it == m_runs.end())
        return;
    (*it)->isHeld = false;
    begin(*it);
}

int ScriptedShell::heldCount() const
{
    return static_cast<int>(std::count_if(m_runs.begin(), m_runs.end(), [](const RunPtr &run) { return run->isHeld; }));
}

int ScriptedShell::runningCount() const
{
    return static_cast<int>(m_runs.size());
}

QStringList ScriptedShell::commands() const
{
    QStringList texts;
    for (const Invocation &invocation : m_invocations)
        texts.append(shell::toPowerShell(invocation.pipeline));
    return texts;
}

QFuture<Result<PipelineOutput>> ScriptedShell::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    const auto run = std::make_shared<Run>();
    run->index = m_invocations.size();
    run->prompts = prompts;
    run->isHeld = m_isHeld;
    run->promise.start();
    m_invocations.append({pipeline, {}, false});
    m_runs.append(run);
    m_mostRunning = std::max(m_mostRunning, runningCount());

    auto *watcher = new QFutureWatcher<Result<PipelineOutput>>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [this, run] { finish(run, fail(ErrorCode::Cancelled)); });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(run->promise.future());

    if (!m_isHeld)
        QMetaObject::invokeMethod(
            this, [this, run] { begin(run); }, Qt::QueuedConnection);
    return run->promise.future();
}

void ScriptedShell::begin(const RunPtr &run)
{
    if (run->isFinished)
        return;
    if (const auto failure = m_failures.constFind(run->index); failure != m_failures.constEnd()) {
        finish(run, tl::unexpected<Error>(*failure));
        return;
    }
    const shell::Pipeline pipeline = m_invocations.at(run->index).pipeline;
    const QString name = pipeline.isEmpty() ? QString() : pipeline.cmdlets.last().name();
    const auto responder = m_responders.constFind(name.toLower());
    if (responder == m_responders.constEnd()) {
        shell::ErrorRecord record;
        record.message = name;
        record.fullyQualifiedErrorId = QStringLiteral("CommandNotFoundException");
        record.category = QStringLiteral("ObjectNotFound");
        record.exceptionType = QStringLiteral("CommandNotFoundException");
        record.isTerminating = true;
        finish(run, PipelineOutput{{record}});
        return;
    }
    run->reply = (*responder)(pipeline);
    askNext(run);
}

void ScriptedShell::askNext(const RunPtr &run)
{
    if (run->isFinished)
        return;
    if (run->answers.size() == run->reply.prompts.size()) {
        if (run->reply.finish)
            finish(run, run->reply.finish(run->answers));
        else if (run->reply.failure)
            finish(run, tl::unexpected<Error>(*run->reply.failure));
        else
            finish(run, run->reply.output);
        return;
    }
    if (!run->prompts) {
        finish(run, fail(ErrorCode::PromptRefused));
        return;
    }
    const shell::Prompt &prompt = run->reply.prompts.at(run->answers.size());
    whenDone(run->prompts->ask(prompt), this, [this, run](const Result<PromptAnswer> &answer) {
        if (!answer || !answer->choice) {
            finish(run, fail(ErrorCode::PromptStopped));
            return;
        }
        run->answers.append(*answer);
        m_invocations[run->index].answers.append(*answer);
        askNext(run);
    });
}

void ScriptedShell::finish(const RunPtr &run, Result<PipelineOutput> result)
{
    if (run->isFinished)
        return;
    run->isFinished = true;
    m_runs.removeOne(run);
    m_invocations[run->index].isFinished = true;
    if (!run->promise.isCanceled())
        run->promise.addResult(std::move(result));
    run->promise.finish();
}

bool ScriptedShell::offers(const QString &cmdlet) const
{
    return m_responders.contains(cmdlet.toLower());
}

} // namespace kakuin::testkit
