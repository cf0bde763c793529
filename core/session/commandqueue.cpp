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
    m_impatience.setSingleShot(true);
    connect(&m_impatience, &QTimer::timeout, this, &CommandQueue::startMore);
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
    m_impatience.stop();
    for (Running &one : running)
        one.future.cancel();
}

void CommandQueue::startMore()
{
    const auto isOverdue = [](const Running &one) { return one.patience.hasExpired(); };
    const auto overdue = std::count_if(m_running.cbegin(), m_running.cend(), isOverdue);
    const auto room = m_maxRunning + std::min<qsizetype>(overdue, std::max(1, m_maxRunning / 2));
    while (!m_waiting.isEmpty() && m_running.size() < room)
        run(m_waiting.dequeue());
    const auto next = std::find_if_not(m_running.cbegin(), m_running.cend(), isOverdue);
    if (m_waiting.isEmpty() || next == m_running.cend())
        m_impatience.stop();
    else
        m_impatience.start(std::chrono::ceil<std::chrono::milliseconds>(next->patience.remainingTimeAsDuration()));
}

void CommandQueue::run(const Command &command)
{
    const int ticket = m_nextTicket++;
    const auto future = m_shell->invoke(command.pipeline);
    m_running.insert(ticket, {future, QDeadlineTimer(m_patience)});
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
