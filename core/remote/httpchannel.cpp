// SPDX-License-Identifier: MIT
#include "core/remote/httpchannel.h"

#include "core/remote/signedinconnection.h"

#include <QtCore/QMutex>
#include <QtCore/QQueue>
#include <QtCore/QWaitCondition>

#include <atomic>

namespace kakuin::remote {

namespace {

std::atomic<int> abandonedChannelThreads = 0;

} // namespace

/// The thread's side. It lives as long as its thread, which may be longer than the channel's life; the mutex guards
/// whatever both sides see.
class HttpChannel::Worker final {
public:
    Worker(HttpChannel *channel, const HttpSettings &settings, std::shared_ptr<CookieJar> cookies,
        std::shared_ptr<SecurityCredential> credential)
        : m_channel(channel)
        , m_connection(settings, std::move(cookies), std::move(credential))
    {
    }
    Q_DISABLE_COPY_MOVE(Worker)

    void post(const QByteArray &body, std::chrono::seconds timeout)
    {
        const QMutexLocker lock(&m_mutex);
        m_jobs.enqueue({body, timeout});
        m_condition.wakeOne();
    }

    /// Nothing is reported from then on. True: the thread has done its work; false: it waits for a domain controller
    /// and ends after that.
    [[nodiscard]] bool leave()
    {
        const QMutexLocker lock(&m_mutex);
        m_channel = nullptr;
        m_condition.wakeAll();
        m_connection.interrupt();
        while (!m_hasLeft && !m_connection.isAskingDomain())
            m_condition.wait(&m_mutex, leavingMilliseconds);
        m_isAbandoned = !m_hasLeft;
        abandonedChannelThreads += m_isAbandoned ? 1 : 0;
        return m_hasLeft;
    }

    /// Returns true when the channel was destroyed without waiting for the end of the thread.
    [[nodiscard]] bool work()
    {
        QMutexLocker lock(&m_mutex);
        while (m_channel) {
            if (m_jobs.isEmpty()) {
                m_condition.wait(&m_mutex);
                continue;
            }
            const Job job = m_jobs.dequeue();
            lock.unlock();
            report(m_connection.post(job.body, job.timeout));
            lock.relock();
        }
        m_hasLeft = true;
        m_condition.wakeAll();
        return m_isAbandoned;
    }

private:
    struct Job final {
        QByteArray body;
        std::chrono::seconds timeout;
    };
    static constexpr unsigned long leavingMilliseconds = 5; // between looking whether a domain controller is waited for

    void report(const Result<HttpReply> &reply)
    {
        const QMutexLocker lock(&m_mutex);
        HttpChannel *channel = m_channel;
        if (!channel)
            return;
        // queued while it is there for certain; Qt drops what is queued for an object that goes
        QMetaObject::invokeMethod(
            channel,
            [channel, reply] {
                if (reply)
                    Q_EMIT channel->answered(reply->status, reply->contentType, reply->body);
                else
                    Q_EMIT channel->failed(reply.error());
            },
            Qt::QueuedConnection);
    }

    QMutex m_mutex;
    QWaitCondition m_condition;
    QQueue<Job> m_jobs;
    HttpChannel *m_channel; // null: it has gone
    bool m_hasLeft = false;
    bool m_isAbandoned = false;
    SignedInConnection m_connection;
};

HttpChannel::HttpChannel(const HttpSettings &settings)
    : HttpChannel(settings, std::make_shared<CookieJar>(), SecurityCredential::create(settings.user, settings.password))
{
}

HttpChannel::HttpChannel(
    HttpSettings settings, std::shared_ptr<CookieJar> cookies, std::shared_ptr<SecurityCredential> credential)
    : m_settings(std::move(settings))
    , m_cookies(std::move(cookies))
    , m_credential(std::move(credential))
{
}

HttpChannel::~HttpChannel()
{
    if (!m_worker)
        return;
    if (m_worker->leave())
        m_thread.join();
    else
        m_thread.detach();
}

HttpPosterFactory HttpChannel::factory(const HttpSettings &settings)
{
    return [settings, cookies = std::make_shared<CookieJar>(),
               credential = SecurityCredential::create(settings.user, settings.password)] {
        return std::unique_ptr<HttpPoster>(new HttpChannel(settings, cookies, credential));
    };
}

void HttpChannel::post(const QByteArray &body, std::chrono::seconds timeout)
{
    if (!m_worker) {
        m_worker = std::make_shared<Worker>(this, m_settings, m_cookies, m_credential);
        m_thread = std::thread([worker = m_worker]() mutable {
            const bool wasAbandoned = worker->work();
            worker.reset(); // what it holds goes through the libraries once more
            if (wasAbandoned)
                --abandonedChannelThreads;
        });
    }
    m_worker->post(body, timeout);
}

int HttpChannel::abandonedThreads()
{
    return abandonedChannelThreads;
}

} // namespace kakuin::remote
