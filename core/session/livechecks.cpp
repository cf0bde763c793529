// SPDX-License-Identifier: MIT
#include "core/session/livechecks.h"

#include <QtCore/QPointer>

namespace kakuin::session {

LiveChecks::LiveChecks(std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
}

LiveChecks::~LiveChecks()
{
    delete std::exchange(m_sweep, nullptr);
    if (m_promise)
        answer(m_promise, fail(ErrorCode::Cancelled));
    for (const Request &request : std::as_const(m_waiting))
        answer(request.promise, fail(ErrorCode::Cancelled));
}

void LiveChecks::answer(const Promise &promise, const Result<void> &outcome)
{
    promise->addResult(outcome);
    promise->finish();
}

QFuture<Result<void>> LiveChecks::add(std::shared_ptr<live::PortProbe> probe, const Targets &targets)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_waiting.append({std::move(probe), targets, promise});
    startNext();
    return promise->future();
}

void LiveChecks::cancel()
{
    const QList<Request> waiting = std::exchange(m_waiting, {});
    if (m_sweep != nullptr)
        m_sweep->cancel();
    for (const Request &request : waiting)
        answer(request.promise, fail(ErrorCode::Cancelled));
}

void LiveChecks::startNext()
{
    if (m_sweep != nullptr || m_waiting.isEmpty())
        return;
    const Request request = m_waiting.takeFirst();
    m_promise = request.promise;
    m_sweep = new live::LiveSweep(request.probe, m_clock, live::SweepBounds(), this);
    connect(m_sweep, &live::LiveSweep::progressed, this, &LiveChecks::progressed);
    connect(m_sweep, &live::LiveSweep::finished, this, &LiveChecks::onFinished);
    m_sweep->start(request.targets);
    Q_EMIT started();
}

void LiveChecks::onFinished(const QList<domain::LiveReading> &readings, bool isCancelled)
{
    m_sweep->deleteLater();
    m_sweep = nullptr;
    const Promise promise = std::exchange(m_promise, nullptr);
    const Result<void> outcome = isCancelled ? Result<void>(fail(ErrorCode::Cancelled)) : Result<void>();
    // Whoever is told may destroy this object
    const QPointer<LiveChecks> self(this);
    if (!readings.isEmpty())
        Q_EMIT readingsArrived(readings);
    answer(promise, outcome);
    if (self)
        Q_EMIT finished(outcome);
    if (self)
        startNext();
}

} // namespace kakuin::session
