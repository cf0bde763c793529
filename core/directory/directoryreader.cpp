// SPDX-License-Identifier: MIT
#include "core/directory/directoryreader.h"

#include "core/directory/directorysocket.h"
#include "core/directory/transportsearch.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QMutex>
#include <QtCore/QPromise>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <memory>

namespace kakuin::directory {
namespace {

using Servers = Result<QList<DirectoryServer>>;

/// What the thread and whoever waits share. The first answer counts.
class Reading final {
public:
    explicit Reading(const DirectorySettings &settings)
        : socket(settings.limits.totalBytes)
    {
        m_promise.start();
    }

    [[nodiscard]] QFuture<Servers> future() const { return m_promise.future(); }
    void answer(Servers servers)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_isAnswered)
            return;
        m_isAnswered = true;
        m_promise.addResult(std::move(servers));
        m_promise.finish();
    }

    DirectorySocket socket;

private:
    QMutex m_mutex;
    QPromise<Servers> m_promise;
    bool m_isAnswered = false;
};

} // namespace

QFuture<Servers> readInternalTransportCertificates(const DirectorySettings &settings)
{
    const auto reading = std::make_shared<Reading>(settings);
    const QFuture<Servers> future = reading->future();
    auto *thread = QThread::create([reading, settings] { reading->answer(searchServers(settings, reading->socket)); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    auto *watcher = new QFutureWatcher<Servers>;
    const auto giveUp = [reading](const Error &error) {
        reading->socket.breakOff();
        reading->answer(tl::unexpected<Error>(error));
    };
    QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher, [giveUp] {
        giveUp({ErrorCode::Cancelled, {}, {}});
    });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    QTimer::singleShot(settings.limits.whole, watcher, [giveUp, host = settings.host] {
        giveUp({ErrorCode::NoAnswer, host, QStringLiteral("whole")});
    });
    watcher->setFuture(future);
    return future;
}

} // namespace kakuin::directory
