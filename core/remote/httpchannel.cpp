// SPDX-License-Identifier: MIT
#include "core/remote/httpchannel.h"

#include <QtCore/QMutex>
#include <QtCore/QQueue>
#include <QtCore/QThread>
#include <QtCore/QUrl>
#include <QtCore/QWaitCondition>

#include <curl/curl.h>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t answerBytes = 64UL * 1024 * 1024;
constexpr long connectSeconds = 30;
constexpr long graceSeconds = 20; // the answer to an operation that took its whole time is still on the way
constexpr int pollMilliseconds = 1000;

void initialiseOnce()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(done)
}

template <auto freeFunction>
struct FreeWith final {
    template <class T>
    void operator()(T *p) const
    {
        freeFunction(p);
    }
};
using Easy = std::unique_ptr<CURL, FreeWith<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, FreeWith<curl_multi_cleanup>>;
using Headers = std::unique_ptr<curl_slist, FreeWith<curl_slist_free_all>>;

size_t takeBytes(char *data, size_t size, size_t count, void *target)
{
    auto *body = static_cast<QByteArray *>(target);
    const size_t bytes = size * count;
    if (static_cast<size_t>(body->size()) + bytes > answerBytes)
        return 0; // ends the transfer
    body->append(data, static_cast<qsizetype>(bytes));
    return bytes;
}

bool isBeforeConnection(CURLcode code)
{
    return code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_COULDNT_CONNECT
        || code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR || code == CURLE_URL_MALFORMAT
        || code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_SSL_CACERT_BADFILE;
}

} // namespace

/// Cookies in memory, for several handles on several threads.
class HttpChannel::Cookies final {
public:
    Cookies()
        : m_share(curl_share_init())
    {
        curl_share_setopt(m_share.get(), CURLSHOPT_USERDATA, this);
        curl_share_setopt(m_share.get(), CURLSHOPT_LOCKFUNC, lock);
        curl_share_setopt(m_share.get(), CURLSHOPT_UNLOCKFUNC, unlock);
        curl_share_setopt(m_share.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
    }
    Q_DISABLE_COPY_MOVE(Cookies)
    [[nodiscard]] CURLSH *handle() const { return m_share.get(); }

private:
    static void lock(CURL *, curl_lock_data, curl_lock_access, void *self)
    {
        static_cast<Cookies *>(self)->m_mutex.lock();
    }
    static void unlock(CURL *, curl_lock_data, void *self) { static_cast<Cookies *>(self)->m_mutex.unlock(); }

    QMutex m_mutex;
    std::unique_ptr<CURLSH, FreeWith<curl_share_cleanup>> m_share;
};

/// Everything that the thread uses. The queue is guarded by the mutex; the handles belong to the thread, apart from
/// curl_multi_wakeup(), which any thread may call.
class HttpChannel::Worker final {
public:
    explicit Worker(HttpChannel *channel)
        : m_channel(channel)
        , m_settings(channel->m_settings)
        , m_cookies(channel->m_cookies)
        , m_multi(curl_multi_init())
        , m_easy(curl_easy_init())
    {
        prepare();
        m_thread.reset(QThread::create([this] { work(); }));
        m_thread->setObjectName(u"http"_s);
        m_thread->start();
    }
    ~Worker()
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_isStopping = true;
        }
        m_condition.wakeOne();
        curl_multi_wakeup(m_multi.get());
        m_thread->wait(); // milliseconds: nothing in work() waits for longer than a wake-up
    }
    Q_DISABLE_COPY_MOVE(Worker)

    void post(const QByteArray &body, std::chrono::seconds timeout)
    {
        const QMutexLocker lock(&m_mutex);
        m_jobs.enqueue({body, timeout});
        m_condition.wakeOne();
    }

private:
    struct Job final {
        QByteArray body;
        std::chrono::seconds timeout;
    };

    void prepare()
    {
        CURL *easy = m_easy.get();
        const QByteArray url = QUrl(m_settings.url).toEncoded();
        curl_easy_setopt(easy, CURLOPT_URL, url.constData());
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a name that is being looked up does not hold anybody up
        curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
        curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, connectSeconds);
        curl_easy_setopt(easy, CURLOPT_SHARE, m_cookies->handle());
        curl_easy_setopt(easy, CURLOPT_COOKIEFILE, ""); // keeps cookies, in memory
        curl_easy_setopt(easy, CURLOPT_USERAGENT, "Kakuin");
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBytes);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &m_body);
        curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_reason);
        curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, 1L);
        if (!m_settings.caFile.isEmpty())
            curl_easy_setopt(easy, CURLOPT_CAINFO, m_settings.caFile.toLocal8Bit().constData());
        curl_slist *list = curl_slist_append(nullptr, "Content-Type: application/soap+xml;charset=UTF-8");
        list = curl_slist_append(list, "Accept-Encoding: identity"); // what IIS compresses, it does not always mark
        list = curl_slist_append(list, "Expect:");
        m_headers.reset(list);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list);
        if (!m_settings.user.isEmpty()) {
            curl_easy_setopt(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
            curl_easy_setopt(easy, CURLOPT_USERNAME, m_settings.user.toUtf8().constData());
            curl_easy_setopt(easy, CURLOPT_PASSWORD, m_settings.password.text().toUtf8().constData());
        }
    }

    void work()
    {
        while (true) {
            QMutexLocker lock(&m_mutex);
            while (m_jobs.isEmpty() && !m_isStopping)
                m_condition.wait(&m_mutex);
            if (m_isStopping)
                return;
            const Job job = m_jobs.dequeue();
            lock.unlock();
            perform(job);
        }
    }

    [[nodiscard]] bool isStopping()
    {
        const QMutexLocker lock(&m_mutex);
        return m_isStopping;
    }

    void perform(const Job &job)
    {
        m_body.clear();
        m_reason[0] = '\0';
        curl_easy_setopt(m_easy.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(job.body.size()));
        curl_easy_setopt(m_easy.get(), CURLOPT_POSTFIELDS, job.body.constData());
        curl_easy_setopt(
            m_easy.get(), CURLOPT_TIMEOUT, static_cast<long>(job.timeout.count()) + graceSeconds + connectSeconds);
        curl_multi_add_handle(m_multi.get(), m_easy.get());
        int running = 1;
        while (running > 0 && !isStopping()) {
            if (curl_multi_perform(m_multi.get(), &running) != CURLM_OK)
                break;
            if (running > 0)
                curl_multi_poll(m_multi.get(), nullptr, 0, pollMilliseconds, nullptr);
        }
        std::optional<CURLcode> result;
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
            if (message->msg == CURLMSG_DONE)
                result = message->data.result;
        }
        curl_multi_remove_handle(m_multi.get(), m_easy.get());
        if (!isStopping())
            report(result.value_or(CURLE_ABORTED_BY_CALLBACK));
    }

    // The channel outlives this thread.
    void report(CURLcode result)
    {
        if (result != CURLE_OK) {
            const QString reason
                = m_reason[0] != '\0' ? QString::fromUtf8(m_reason) : QString::fromUtf8(curl_easy_strerror(result));
            const Error error{isBeforeConnection(result) ? ErrorCode::ServerUnreachable : ErrorCode::ConnectionLost,
                m_settings.url, reason};
            QMetaObject::invokeMethod(
                m_channel, [channel = m_channel, error] { Q_EMIT channel->failed(error); }, Qt::QueuedConnection);
            return;
        }
        long status = 0;
        const char *type = nullptr;
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_TYPE, &type);
        QMetaObject::invokeMethod(
            m_channel,
            [channel = m_channel, status, contentType = QByteArray(type), body = m_body] {
                Q_EMIT channel->answered(static_cast<int>(status), contentType, body);
            },
            Qt::QueuedConnection);
    }

    HttpChannel *m_channel;
    const HttpSettings m_settings;
    std::shared_ptr<Cookies> m_cookies; // outlives the handle
    Multi m_multi; // after the easy handle in destruction
    Easy m_easy;
    Headers m_headers;
    QByteArray m_body;
    char m_reason[CURL_ERROR_SIZE] = {};
    QMutex m_mutex;
    QWaitCondition m_condition;
    QQueue<Job> m_jobs;
    bool m_isStopping = false;
    std::unique_ptr<QThread> m_thread;
};

HttpChannel::HttpChannel(HttpSettings settings, std::shared_ptr<Cookies> cookies)
    : m_settings(std::move(settings))
    , m_cookies(std::move(cookies))
{
    initialiseOnce();
    if (!m_cookies)
        m_cookies = std::make_shared<Cookies>();
}

HttpChannel::~HttpChannel() = default;

HttpPosterFactory HttpChannel::factory(const HttpSettings &settings)
{
    initialiseOnce();
    return
        [settings, cookies = std::make_shared<Cookies>()] { return std::make_unique<HttpChannel>(settings, cookies); };
}

void HttpChannel::post(const QByteArray &body, std::chrono::seconds timeout)
{
    const bool isTls = QUrl(m_settings.url).scheme().compare(u"https"_s, Qt::CaseInsensitive) == 0;
    if (!m_settings.user.isEmpty() && !isTls) {
        const Error error{ErrorCode::InvalidArgument, m_settings.url, u"a password over http"_s};
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        return;
    }
    if (!m_worker)
        m_worker = std::make_unique<Worker>(this);
    m_worker->post(body, timeout);
}

} // namespace kakuin::remote
