// SPDX-License-Identifier: MIT
#include "core/directory/directoryreader.h"

#include "core/base/whendone.h"
#include "core/directory/directorysocket.h"
#include "core/directory/transportsearch.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QMutex>
#include <QtCore/QPromise>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <memory>
#include <optional>

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

DirectorySource directorySource(const DirectorySettings &settings)
{
    struct Memory final {
        QFuture<Servers> last;
        std::optional<Error> refusal;
    };
    const auto memory = std::make_shared<Memory>();
    return [settings, memory] {
        if (!memory->refusal && memory->last.isFinished() && memory->last.resultCount() > 0) {
            const Servers servers = memory->last.resultAt(0);
            const bool isRefusal = !servers
                && (servers.error().code == ErrorCode::SignInRefused
                    || servers.error().code == ErrorCode::KerberosPasswordWrong);
            if (isRefusal && settings.signIn != DirectorySettings::SignIn::CurrentTicket)
                memory->refusal = servers.error();
        }
        if (memory->refusal)
            return readyFuture<QList<DirectoryServer>>(tl::unexpected<Error>(*memory->refusal));
        memory->last = readInternalTransportCertificates(settings);
        return memory->last;
    };
}

} // namespace kakuin::directory
