// SPDX-License-Identifier: MIT
#pragma once

#include "bench/stopwatch.h"
#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFuture>
#include <QtCore/QTimer>

namespace kakuin::bench {

/// Longer than anything that is measured here takes on a slow machine.
inline constexpr int longestWaitMs = 300'000;

/// Turns the event loop until `isDone` holds; false when it never did. It sleeps between events as a program does.
template <class Predicate>
[[nodiscard]] bool turnUntil(Predicate isDone)
{
    const QDeadlineTimer deadline(longestWaitMs);
    while (!isDone()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return true;
}

/// The result of a future, with the event loop turning meanwhile.
template <class T>
[[nodiscard]] Result<T> await(const QFuture<Result<T>> &future)
{
    // A tick keeps the loop from sleeping over an end that posts no event to this thread
    QTimer tick;
    tick.start(1);
    if (!turnUntil([&future] { return future.isFinished(); }))
        return fail(ErrorCode::Internal, {}, QStringLiteral("timed out"));
    if (future.resultCount() == 0)
        return fail(ErrorCode::Cancelled);
    return future.resultAt(0);
}

} // namespace kakuin::bench
