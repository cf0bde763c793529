// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QFuture>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPointer>

namespace kakuin {

/// Delivers a future's result to a receiver that may die first.
/// Shape:  whenDone(QFuture<Result<T>>, receiver, f): f(Result<T>) is called once, on the receiver's thread, from its
///         event loop; never after the receiver's destruction.
/// Errors: a cancelled or abandoned future arrives as Error{Cancelled}.
/// Source: decision D2 (why not QFuture::then).
template <class T, class F>
void whenDone(const QFuture<Result<T>> &future, QObject *receiver, F &&f)
{
    auto *watcher = new QFutureWatcher<Result<T>>(receiver);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, receiver, [watcher, callback = std::forward<F>(f)]() mutable {
            watcher->deleteLater();
            const QFuture<Result<T>> done = watcher->future();
            if (done.resultCount() == 0) {
                callback(Result<T>(tl::unexpected<Error>(Error{ErrorCode::Cancelled, {}, {}})));
                return;
            }
            callback(done.resultAt(0));
        });
    watcher->setFuture(future);
}

/// A future that is finished already.
template <class T>
[[nodiscard]] QFuture<Result<T>> readyFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace kakuin
