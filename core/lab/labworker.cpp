// SPDX-License-Identifier: MIT
#include "core/lab/labworker.h"

namespace kakuin::lab {

LabWorker::LabWorker()
    : m_inside(new QObject)
{
    m_thread.setObjectName(QStringLiteral("lab"));
    m_inside->moveToThread(&m_thread);
    // SQLite's connection must be closed on the thread that opened it
    connect(&m_thread, &QThread::finished, m_inside, [this] {
        m_engine.reset();
        m_inside->deleteLater(); // a finished thread still delivers deferred deletions
    });
    m_thread.start();
}

LabWorker::~LabWorker()
{
    m_thread.quit();
    m_thread.wait();
}

void LabWorker::open(const Opener &opener, QObject *receiver, const std::function<void(Result<LabStatus>)> &done)
{
    // What the callbacks hold (the promise of a shell, say) must end on the receiver's thread, so this thread lets go
    // of both before it hands the result over.
    struct Task {
        Opener opener;
        std::function<void(Result<LabStatus>)> done;
    };
    QMetaObject::invokeMethod(m_inside, [this, receiver, task = std::make_shared<Task>(Task{opener, done})] {
        auto engine = std::exchange(task->opener, nullptr)();
        Result<LabStatus> status = fail(ErrorCode::Internal);
        if (engine) {
            m_engine = std::move(*engine);
            status = m_engine->status();
        } else {
            status = tl::unexpected<Error>(engine.error());
        }
        QMetaObject::invokeMethod(
            receiver,
            [finish = std::exchange(task->done, nullptr), status = std::move(status)]() mutable {
                // Qt's posting thread holds this, too, and may be the last: nothing is left in it by then
                std::exchange(finish, nullptr)(status);
            },
            Qt::QueuedConnection);
    });
}

} // namespace kakuin::lab
