// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QMap>
#include <QtCore/QQueue>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>

namespace kakuin::session {

/// Runs reading commands, at most so many at a time, in the order of their coming. A command that has been under way for
/// longer than patience() is probably held up by a server that does not answer: another one takes its place, so that a
/// dead server does not delay the others. At most half as many more than `maxRunning`, and at least one more, run then.
/// Shape:   add(pipeline, done): done is called once, on the queue's thread; never after stop() or destruction.
/// Errors:  as the shell reports them, in done's argument.
/// Threads: the thread of the object.
class CommandQueue final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const Result<shell::PipelineOutput> &)>;

    CommandQueue(std::shared_ptr<shell::Shell> shell, int maxRunning, QObject *parent = nullptr);
    ~CommandQueue() override;

    static constexpr std::chrono::milliseconds defaultPatience{1000};
    [[nodiscard]] std::chrono::milliseconds patience() const { return m_patience; }
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    void add(const shell::Pipeline &pipeline, Done done);
    /// Forgets what waits and cancels what runs.
    void stop();
    [[nodiscard]] bool isIdle() const { return m_waiting.isEmpty() && m_running.isEmpty(); }
    [[nodiscard]] int doneCount() const { return m_done; }
    [[nodiscard]] int totalCount() const { return m_total; }

Q_SIGNALS:
    void progressed(int done, int total);

private:
    struct Command {
        shell::Pipeline pipeline;
        Done done;
    };
    struct Running {
        QFuture<Result<shell::PipelineOutput>> future;
        QDeadlineTimer patience;
    };
    void startMore();
    void run(const Command &command);

    std::shared_ptr<shell::Shell> m_shell;
    QQueue<Command> m_waiting;
    QMap<int, Running> m_running; ///< by ticket: the eldest first
    QTimer m_impatience; ///< until the next of them is overdue
    std::chrono::milliseconds m_patience = defaultPatience;
    int m_maxRunning;
    int m_nextTicket = 0;
    int m_done = 0;
    int m_total = 0;
    bool m_isStopped = false;
};

} // namespace kakuin::session
