// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QFuture>
#include <QtTest/QTest>

namespace kakuin::testkit {

inline constexpr int awaitTimeoutMs = 20'000;

/// Turns the event loop until a future has finished, and gives its result.
/// Errors: Cancelled as whenDone() reports it; Internal "timed out" when it has not finished in time.
template <class T>
[[nodiscard]] Result<T> await(const QFuture<Result<T>> &future, int timeoutMs = awaitTimeoutMs)
{
    const bool isInTime = QTest::qWaitFor([&future] { return future.isFinished(); }, timeoutMs);
    if (!isInTime)
        return fail(ErrorCode::Internal, QStringLiteral("await"), QStringLiteral("timed out"));
    if (future.resultCount() == 0)
        return fail(ErrorCode::Cancelled);
    return future.resultAt(0);
}

} // namespace kakuin::testkit
