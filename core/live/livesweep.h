// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/live/portprobe.h"

#include <QtCore/QObject>

namespace kakuin::live {

/// How many ports are looked at together.
struct SweepBounds final {
    int all = 16;
    int perServer = 4;
};

/// Looks at ports of servers once.
/// Shape:   construct, connect finished(), start() once; finished() comes once, from the event loop, with one reading
///          for each port that answered or did not, server by server. A server whose name cannot be resolved is asked once
///          only. Destroying it breaks off what runs.
/// Errors:  a port that could not be looked at is a reading with its error. cancel() ends it at once, with what was
///          read until then.
/// Cost:    bounds.all ports at a time.
/// Threads: the thread of the object.
class LiveSweep final : public QObject {
    Q_OBJECT
public:
    struct Target final {
        domain::Server server;
        QList<domain::LivePort> ports;
    };

    LiveSweep(std::shared_ptr<PortProbe> probe, std::shared_ptr<const Clock> clock, const SweepBounds &bounds,
        QObject *parent = nullptr);
    ~LiveSweep() override;
    Q_DISABLE_COPY_MOVE(LiveSweep)

    void start(const QList<Target> &targets);
    void cancel();
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; }

Q_SIGNALS:
    void progressed(int done, int total);
    void finished(const QList<kakuin::domain::LiveReading> &readings, bool isCancelled);

private:
    struct Line;
    void askMore();
    void ask(Line &line);
    void take(qsizetype line, const domain::LivePort &port, const Result<domain::ServedCertificate> &served,
        std::chrono::milliseconds duration);
    void finish(bool isCancelled);

    std::shared_ptr<PortProbe> m_probe;
    std::shared_ptr<const Clock> m_clock;
    SweepBounds m_bounds;
    std::vector<Line> m_lines; ///< one a server
    QHash<int, QFuture<Result<domain::ServedCertificate>>> m_running; ///< by the number of the question
    int m_questions = 0;
    int m_done = 0;
    int m_total = 0;
    bool m_isFinished = false;
};

} // namespace kakuin::live
