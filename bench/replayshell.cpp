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
    m_commandCount = 0;
    m_mostRunning = 0;
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
    QTimer::singleShot(m_latency, Qt::PreciseTimer, this, [this, promise, command] {
        --m_running;
        promise->addResult(answerTo(command));
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
