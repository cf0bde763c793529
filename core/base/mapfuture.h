// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/whendone.h"

#include <QtCore/QPromise>

#include <memory>

namespace kakuin {

/// The future of what `convert` makes of another future's value.
/// Shape:   convert(const A &) -> B, called on the caller's thread from its event loop, not at all for an error, which
///          arrives as it is. Cancelling the new future cancels the old one; both end then.
/// Threads: the caller's, which needs an event loop.
template <class A, class F, class B = std::invoke_result_t<F, const A &>>
[[nodiscard]] QFuture<Result<B>> mapFuture(QFuture<Result<A>> future, F convert)
{
    auto promise = std::make_shared<QPromise<Result<B>>>();
    promise->start();
    // lives until the new future has ended, and belongs to nobody
    auto *watcher = new QFutureWatcher<Result<B>>;
    QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher, [future]() mutable { future.cancel(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(promise->future());
    whenDone(future, watcher, [promise, convert](const Result<A> &result) {
        promise->addResult(result.transform(convert));
        promise->finish();
    });
    return promise->future();
}

} // namespace kakuin
