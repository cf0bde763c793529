// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labengine.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

namespace kakuin::lab {

/// Gives a LabEngine its own thread.
/// Shape:   post(work, done): work(engine) runs there, one after the other; done(result) on this object's thread.
/// Lifetime: the destructor lets the work under way end, and drops what waits; no `done` comes after it.
class LabWorker final : public QObject {
    Q_OBJECT
public:
    using Opener = std::function<Result<std::unique_ptr<LabEngine>>()>;

    LabWorker();
    ~LabWorker() override;
    Q_DISABLE_COPY_MOVE(LabWorker)

    /// Runs the opener on the thread; the engine stays there. `done` gets the status or the error, on the receiver's
    /// thread and in its events, so that it may delete this worker.
    void open(const Opener &opener, QObject *receiver, const std::function<void(Result<LabStatus>)> &done);

    template <class R>
    void post(const std::function<R(LabEngine &)> &work, const std::function<void(R, LabStatus)> &done)
    {
        QMetaObject::invokeMethod(m_inside, [this, work, done] {
            R result = work(*m_engine);
            LabStatus status = m_engine->status();
            QMetaObject::invokeMethod(
                this, [done, result = std::move(result), status = std::move(status)] { done(result, status); },
                Qt::QueuedConnection);
        });
    }

private:
    QThread m_thread;
    QObject *m_inside; ///< lives on the thread; owns nothing
    std::unique_ptr<LabEngine> m_engine; ///< touched on the thread only
};

} // namespace kakuin::lab
