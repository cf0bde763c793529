// SPDX-License-Identifier: MIT
#include "core/remote/cookiejar.h"

#include <QtCore/QMutex>

#include <curl/curl.h>

namespace kakuin::remote {

namespace {

void initialiseOnce()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(done)
}

} // namespace

struct CookieJar::Impl final {
    QMutex mutex;
    CURLSH *share = nullptr;

    static void lock(CURL *, curl_lock_data, curl_lock_access, void *self) { static_cast<Impl *>(self)->mutex.lock(); }
    static void unlock(CURL *, curl_lock_data, void *self) { static_cast<Impl *>(self)->mutex.unlock(); }
};

CookieJar::CookieJar()
    : m_impl(std::make_unique<Impl>())
{
    initialiseOnce();
    m_impl->share = curl_share_init();
    curl_share_setopt(m_impl->share, CURLSHOPT_USERDATA, m_impl.get());
    curl_share_setopt(m_impl->share, CURLSHOPT_LOCKFUNC, Impl::lock);
    curl_share_setopt(m_impl->share, CURLSHOPT_UNLOCKFUNC, Impl::unlock);
    curl_share_setopt(m_impl->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
}

CookieJar::~CookieJar()
{
    curl_share_cleanup(m_impl->share);
}

void *CookieJar::handle() const
{
    return m_impl->share;
}

} // namespace kakuin::remote
