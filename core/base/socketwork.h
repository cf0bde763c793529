// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/deadlinesocket.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QMutex>
#include <QtCore/QPromise>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace kakuin {

/// What the thread of a socket and whoever waits for it share. The first answer counts.
template <class T>
class SocketWork final {
public:
    explicit SocketWork(qint64 mostBytes)
        : socket(mostBytes)
    {
        m_promise.start();
    }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise.future(); }
    void answer(Result<T> result)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_isAnswered)
            return;
        m_isAnswered = true;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    DeadlineSocket socket;

private:
    QMutex m_mutex;
    QPromise<Result<T>> m_promise;
    bool m_isAnswered = false;
};

/// Runs work that blocks on a socket, on a thread of its own.
/// Shape:   the future is answered by the work; by NoAnswer of `subject` after `patience`; or, when it is cancelled, by
///          breaking the socket off at once. Nobody waits for the thread: looking up a name cannot be interrupted.
/// Threads: called on a thread with an event loop.
template <class T>
[[nodiscard]] QFuture<Result<T>> runOnSocket(qint64 mostBytes, std::chrono::milliseconds patience,
    const QString &subject, const std::function<Result<T>(DeadlineSocket &)> &work)
{
    const auto shared = std::make_shared<SocketWork<T>>(mostBytes);
    const QFuture<Result<T>> future = shared->future();
    auto *thread = QThread::create([shared, work] {
        Result<T> result = work(shared->socket);
        shared->socket.close(); // now, not when the last who shares it has gone
        shared->answer(std::move(result));
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    auto *watcher = new QFutureWatcher<Result<T>>;
    const auto giveUp = [shared](const Error &error) {
        shared->answer(tl::unexpected<Error>(error)); // before the work can say that it was broken off
        shared->socket.breakOff();
    };
    QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher, [giveUp] {
        giveUp({ErrorCode::Cancelled, {}, {}});
    });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    auto *timer = new QTimer(watcher); // goes with it; a single shot would hold the socket until its time
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, watcher, [giveUp, subject] {
        giveUp({ErrorCode::NoAnswer, subject, QStringLiteral("whole")});
    });
    timer->start(patience);
    watcher->setFuture(future);
    return future;
}

} // namespace kakuin
