// SPDX-License-Identifier: MIT
#include "core/live/livesweep.h"

#include "core/base/whendone.h"

#include <QtCore/QElapsedTimer>

namespace kakuin::live {

using domain::LivePort;
using domain::LiveReading;
using domain::ServedCertificate;

/// What is left to ask of one server, and what it answered.
struct LiveSweep::Line final {
    Target target;
    qsizetype next = 0;
    int running = 0;
    std::optional<Error> unknownName;
    QList<LiveReading> readings = {};

    [[nodiscard]] bool isAsked() const { return next == target.ports.size(); }
};

LiveSweep::LiveSweep(
    std::shared_ptr<PortProbe> probe, std::shared_ptr<const Clock> clock, const SweepBounds &bounds, QObject *parent)
    : QObject(parent)
    , m_probe(std::move(probe))
    , m_clock(std::move(clock))
    , m_bounds(bounds)
{
}

LiveSweep::~LiveSweep()
{
    m_isFinished = true;
    for (auto &future : m_running)
        future.cancel();
}

void LiveSweep::start(const QList<Target> &targets)
{
    for (const Target &target : targets) {
        m_lines.push_back({target, 0, 0, std::nullopt, {}});
        m_total += static_cast<int>(target.ports.size());
    }
    // also an empty sweep ends in the event loop, when whoever began it has connected to it
    QMetaObject::invokeMethod(this, &LiveSweep::askMore, Qt::QueuedConnection);
}

void LiveSweep::cancel()
{
    finish(true);
}

void LiveSweep::askMore()
{
    if (m_isFinished)
        return;
    for (Line &line : m_lines) {
        while (!line.isAsked() && line.running < m_bounds.perServer && m_running.size() < m_bounds.all)
            ask(line);
        if (m_running.size() >= m_bounds.all)
            return;
    }
    if (m_done == m_total)
        finish(false);
}

void LiveSweep::ask(Line &line)
{
    const LivePort port = line.target.ports.at(line.next++);
    const qsizetype index = &line - m_lines.data();
    ++line.running;
    QElapsedTimer timer;
    timer.start();
    const int question = m_questions++;
    const auto future = line.unknownName ? readyFuture<ServedCertificate>(tl::unexpected<Error>(*line.unknownName))
                                         : m_probe->ask(line.target.server, port);
    m_running.insert(question, future);
    whenDone(future, this, [this, question, index, port, timer](const Result<ServedCertificate> &served) {
        m_running.remove(question);
        if (!m_isFinished)
            take(index, port, served, std::chrono::milliseconds(timer.elapsed()));
    });
}

void LiveSweep::take(
    qsizetype index, const LivePort &port, const Result<ServedCertificate> &served, std::chrono::milliseconds duration)
{
    Line &line = m_lines.at(static_cast<size_t>(index));
    --line.running;
    ++m_done;
    line.readings.append({line.target.server.id, port, served, m_clock->nowUtc(), duration});
    if (!served && served.error().code == ErrorCode::HostNameUnknown)
        line.unknownName = served.error();
    Q_EMIT progressed(m_done, m_total);
    askMore();
}

void LiveSweep::finish(bool isCancelled)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    for (auto &future : m_running)
        future.cancel();
    QList<LiveReading> readings;
    for (const Line &line : m_lines)
        readings.append(line.readings);
    Q_EMIT finished(readings, isCancelled);
}

} // namespace kakuin::live
