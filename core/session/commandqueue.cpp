// SPDX-License-Identifier: MIT
#include "core/session/commandqueue.h"

#include "core/base/whendone.h"

#include <algorithm>

namespace kakuin::session {

CommandQueue::CommandQueue(std::shared_ptr<shell::Shell> shell, int maxRunning, QObject *parent)
    : QObject(parent)
    , m_shell(std::move(shell))
    , m_maxRunning(std::max(1, maxRunning))
{
}

CommandQueue::~CommandQueue()
{
    stop();
}

void CommandQueue::add(const shell::Pipeline &pipeline, Done done)
{
    if (m_isStopped)
        return;
    m_waiting.enqueue({pipeline, std::move(done)});
    ++m_total;
    startMore();
    Q_EMIT progressed(m_done, m_total);
}

void CommandQueue::stop()
{
    m_isStopped = true;
    m_waiting.clear();
    auto running = std::exchange(m_running, {});
    for (auto &future : running)
        future.cancel();
}

void CommandQueue::startMore()
{
    while (!m_waiting.isEmpty() && m_running.size() < m_maxRunning)
        run(m_waiting.dequeue());
}

void CommandQueue::run(const Command &command)
{
    const int ticket = m_nextTicket++;
    const auto future = m_shell->invoke(command.pipeline);
    m_running.insert(ticket, future);
    whenDone(future, this, [this, ticket, done = command.done](const Result<shell::PipelineOutput> &result) {
        if (m_isStopped)
            return;
        m_running.remove(ticket);
        ++m_done;
        startMore();
        done(result);
        Q_EMIT progressed(m_done, m_total);
    });
}

} // namespace kakuin::session
