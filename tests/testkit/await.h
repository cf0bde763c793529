// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFuture>
#include <QtCore/QTimer>
#include <QtTest/QTest>

namespace kakuin::testkit {

inline constexpr int awaitTimeoutMs = 60'000;
/// For what programs of others do, on a computer that does much else at the same time. Only a failure takes that long.
inline constexpr int foreignPatienceMs = 120'000;

/// Turns the event loop until something holds; false when it does not in time.
/// QTest::qWaitFor() rests for 10 ms between two turns, which a conversation over a network pays with each of its hops.
template <class F>
[[nodiscard]] bool waitUntil(F &&holds, int timeoutMs = awaitTimeoutMs)
{
    constexpr int wakeMs = 5; // for what happens on other threads and wakes nobody here
    QTimer wake;
    wake.start(wakeMs);
    QElapsedTimer waited;
    waited.start();
    while (!holds()) {
        if (waited.elapsed() > timeoutMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

/// Turns the event loop until a future has finished, and gives its result.
/// Errors: Cancelled as whenDone() reports it; Internal "timed out" when it has not finished in time.
template <class T>
[[nodiscard]] Result<T> await(const QFuture<Result<T>> &future, int timeoutMs = awaitTimeoutMs)
{
    const bool isInTime = waitUntil([&future] { return future.isFinished(); }, timeoutMs);
    if (!isInTime)
        return fail(ErrorCode::Internal, QStringLiteral("await"), QStringLiteral("timed out"));
    if (future.resultCount() == 0)
        return fail(ErrorCode::Cancelled);
    return future.resultAt(0);
}

} // namespace kakuin::testkit
