// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/whendone.h"

#include <memory>

namespace kakuin {

/// Drops the answers of requests that a newer one has overtaken.
/// Shape:  request(future, receiver, f) calls f only if no later request was made through the same LatestOnly.
/// Threads: one thread, the receiver's.
class LatestOnly final {
public:
    template <class T, class F>
    void request(const QFuture<Result<T>> &future, QObject *receiver, F &&f)
    {
        const quint64 mine = ++*m_newest;
        whenDone(future, receiver, [mine, newest = m_newest, callback = std::forward<F>(f)](Result<T> result) mutable {
            if (mine == *newest)
                callback(std::move(result));
        });
    }

    /// Forgets every request under way.
    void drop() { ++*m_newest; }

private:
    std::shared_ptr<quint64> m_newest = std::make_shared<quint64>(0);
};

} // namespace kakuin
