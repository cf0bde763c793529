// SPDX-License-Identifier: MIT
#include "bench/replayshell.h"

#include "core/base/whendone.h"
#include "core/shell/powershelltext.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace kakuin::bench {

using Output = Result<shell::PipelineOutput>;

ReplayShell::ReplayShell(std::shared_ptr<shell::Shell> original, std::chrono::milliseconds latency)
    : m_original(std::move(original))
    , m_latency(latency)
{
}

void ReplayShell::replay(int servers)
{
    m_isLearning = false;
    m_servers = servers;
    m_silentServers = 0;
    m_commandCount = 0;
    m_mostRunning = 0;
}

void ReplayShell::silence(int servers, std::chrono::milliseconds limit)
{
    m_silentServers = servers;
    m_silence = limit;
}

// They are spread over the list, as dead servers are
bool ReplayShell::isSilent(const QString &command) const
{
    const auto list = m_answers.constFind(QStringLiteral("Get-ExchangeServer"));
    if (m_silentServers == 0 || list == m_answers.constEnd() || !*list)
        return false;
    const QList<clixml::Value> servers = (*list)->objects();
    const qsizetype step = std::max<qsizetype>(1, m_servers / m_silentServers);
    for (qsizetype i = step / 2; i < std::min<qsizetype>(servers.size(), m_servers); i += step) {
        if (command.contains(QStringLiteral("-Server ") + servers.at(i).object()->property(u"Name").text()))
            return true;
    }
    return false;
}

QFuture<Output> ReplayShell::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    Q_UNUSED(prompts) // reading asks nothing
    const QString command = shell::toPowerShell(pipeline);
    if (m_isLearning)
        return ask(command, pipeline);
    ++m_commandCount;
    m_mostRunning = std::max(m_mostRunning, ++m_running);
    auto promise = std::make_shared<QPromise<Output>>();
    promise->start();
    const bool isDead = isSilent(command);
    QTimer::singleShot(isDead ? m_silence : m_latency, Qt::PreciseTimer, this, [this, promise, command, isDead] {
        --m_running;
        promise->addResult(isDead ? Output(fail(ErrorCode::ServerUnreachable, command)) : answerTo(command));
        promise->finish();
    });
    return promise->future();
}

QFuture<Output> ReplayShell::ask(const QString &command, const shell::Pipeline &pipeline)
{
    const QFuture<Output> future = m_original->invoke(pipeline);
    whenDone(future, this, [this, command](const Output &output) { m_answers.insert(command, output); });
    return future;
}

Output ReplayShell::answerTo(const QString &command) const
{
    const auto known = m_answers.constFind(command);
    if (known == m_answers.constEnd())
        return fail(ErrorCode::CmdletNotFound, command);
    if (!*known || command != QLatin1String("Get-ExchangeServer"))
        return *known;
    shell::PipelineOutput output = **known;
    if (output.items.size() > m_servers)
        output.items.resize(m_servers);
    return output;
}

} // namespace kakuin::bench
