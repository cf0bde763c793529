// SPDX-License-Identifier: MIT
#include "core/remote/curlconnection.h"

#include "core/base/owned.h"
#include "core/base/untrustedtext.h"
#include "core/x509/tlspeer.h"

#include <QtCore/QDir>
#include <QtCore/QUrl>

#include <curl/curl.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>

namespace kakuin::remote {

using namespace Qt::StringLiterals;
using x509::TlsPeer;

namespace {

constexpr qsizetype answerBytes = 64L * 1024 * 1024;
constexpr qsizetype answerHeaderBytes = qsizetype{256} * 1024; // all lines of one answer, interim ones included
constexpr qsizetype mostChallenges = 20;
constexpr qsizetype challengeBytes = 65536; // tickets with many groups are long
constexpr long connectSeconds = 30;
constexpr long graceSeconds = 20; // the answer to an operation that took its whole time is still on the way
constexpr int pollMilliseconds = 1000;

using Easy = Owned<CURL, curl_easy_cleanup>;
using Multi = Owned<CURLM, curl_multi_cleanup>;
using Headers = Owned<curl_slist, curl_slist_free_all>;

bool isTls(const QString &url)
{
    return QUrl(url).scheme().compare(u"https"_s, Qt::CaseInsensitive) == 0;
}

/// Of RFC 9110 5.6.7, in any of its three forms; invalid for anything else.
QDateTime dateOf(const QByteArray &text)
{
    const time_t seconds = curl_getdate(text.trimmed().constData(), nullptr);
    return seconds < 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

} // namespace

struct CurlConnection::Impl final {
    Impl(const HttpSettings &wanted, std::shared_ptr<CookieJar> jar)
        : settings(wanted)
        , host(QUrl(wanted.url).host(QUrl::FullyEncoded))
        , peer(wanted.pinSha256)
        , cookies(std::move(jar))
        , multi(curl_multi_init())
        , easy(curl_easy_init())
    {
    }

    void prepare();
    void prepareTls();
    void setHeaders(const Request &request);
    [[nodiscard]] std::optional<CURLcode> run();
    [[nodiscard]] Error errorOf(CURLcode result) const;
    [[nodiscard]] Error tlsErrorOf(CURLcode result) const;
    [[nodiscard]] QString reasonOf(CURLcode result) const;

    // what libcurl calls
    static size_t takeBody(char *data, size_t size, size_t count, void *self);
    static size_t takeHeader(char *data, size_t size, size_t count, void *self);
    static size_t giveBody(char *data, size_t size, size_t count, void *self);
    static int rewindBody(void *self, curl_off_t offset, int origin);
    static curl_socket_t openSocket(void *self, curlsocktype purpose, curl_sockaddr *address);
    static CURLcode prepareContext(CURL *, void *context, void *self);

    const HttpSettings settings;
    const QString host;
    TlsPeer peer; // outlives the handle
    std::shared_ptr<CookieJar> cookies; // outlives the handle
    Multi multi; // after the easy handle in destruction
    Easy easy;
    Headers headers;
    char reason[CURL_ERROR_SIZE] = {};
    HttpReply reply;
    QByteArray body; // of the request
    qsizetype given = 0; // how much of it libcurl has taken
    bool mayConnect = true;
    bool hasRefusedToConnect = false;
    qsizetype headerBytesTaken = 0;
    bool isTooLarge = false;
    std::optional<Error> unusable; // settings that cannot work
    std::atomic<bool> isInterrupted = false;
};

size_t CurlConnection::Impl::takeBody(char *data, size_t size, size_t count, void *self)
{
    auto *impl = static_cast<Impl *>(self);
    const auto bytes = static_cast<qsizetype>(size) * static_cast<qsizetype>(count);
    if (impl->reply.body.size() + bytes > answerBytes) {
        impl->isTooLarge = true;
        return 0; // ends the transfer
    }
    impl->reply.body.append(data, bytes);
    return size * count;
}

size_t CurlConnection::Impl::takeHeader(char *data, size_t size, size_t count, void *self)
{
    auto *impl = static_cast<Impl *>(self);
    impl->headerBytesTaken += static_cast<qsizetype>(size * count);
    if (impl->headerBytesTaken > answerHeaderBytes) { // libcurl would keep them without end
        impl->isTooLarge = true;
        return 0;
    }
    const QByteArray line(data, static_cast<qsizetype>(size * count));
    const qsizetype colon = line.indexOf(':');
    if (line.startsWith("HTTP/")) { // the headers of an interim answer are nobody's
        impl->reply.challenges.clear();
        impl->reply.location.clear();
        impl->reply.dateUtc = {};
    } else if (colon > 0 && line.size() <= challengeBytes) {
        const QByteArray name = line.first(colon).trimmed().toLower();
        if (name == "www-authenticate" && impl->reply.challenges.size() < mostChallenges)
            impl->reply.challenges.append(line.sliced(colon + 1).trimmed());
        else if (name == "location")
            impl->reply.location = line.sliced(colon + 1).trimmed();
        else if (name == "date")
            impl->reply.dateUtc = dateOf(line.sliced(colon + 1));
    }
    return size * count;
}

size_t CurlConnection::Impl::giveBody(char *data, size_t size, size_t count, void *self)
{
    auto *impl = static_cast<Impl *>(self);
    const qsizetype bytes = std::min(static_cast<qsizetype>(size * count), impl->body.size() - impl->given);
    std::memcpy(data, impl->body.constData() + impl->given, static_cast<size_t>(bytes));
    impl->given += bytes;
    return static_cast<size_t>(bytes);
}

int CurlConnection::Impl::rewindBody(void *self, curl_off_t offset, int origin)
{
    const bool isAtStart = static_cast<Impl *>(self)->given == 0 && offset == 0 && origin == SEEK_SET;
    return isAtStart ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL; // what has been given is not given again
}

curl_socket_t CurlConnection::Impl::openSocket(void *self, curlsocktype, curl_sockaddr *address)
{
    auto *impl = static_cast<Impl *>(self);
    if (!impl->mayConnect || impl->given > 0) {
        impl->hasRefusedToConnect = true;
        return CURL_SOCKET_BAD;
    }
#ifdef SOCK_CLOEXEC
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol); // not for programs we start
#else
    return ::socket(address->family, address->socktype, address->protocol);
#endif
}

CURLcode CurlConnection::Impl::prepareContext(CURL *, void *context, void *self)
{
    static_cast<Impl *>(self)->peer.install(context);
    return CURLE_OK;
}

void CurlConnection::Impl::prepare()
{
    CURL *handle = easy.get();
    // libcurl would send the name and the password of an address, over http, too
    curl_easy_setopt(handle, CURLOPT_URL, QUrl(settings.url).toEncoded(QUrl::RemoveUserInfo).constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROXY, ""); // a sign-in belongs to a connection, which a proxy would share
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L); // a name that is being looked up does not hold anybody up
    curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(handle, CURLOPT_SHARE, cookies->handle());
    curl_easy_setopt(handle, CURLOPT_COOKIEFILE, ""); // keeps cookies, in memory
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "Kakuin");
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, giveBody);
    curl_easy_setopt(handle, CURLOPT_READDATA, this);
    curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, rewindBody);
    curl_easy_setopt(handle, CURLOPT_SEEKDATA, this);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, openSocket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, reason);
    curl_multi_setopt(multi.get(), CURLMOPT_MAXCONNECTS, 1L);
    if (isTls(settings.url))
        prepareTls();
}

void CurlConnection::Impl::prepareTls()
{
    CURL *handle = easy.get();
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    // a pinned certificate may be for any name: it is the one that was compared
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, settings.pinSha256.isEmpty() ? 2L : 0L);
    curl_easy_setopt(handle, CURLOPT_SSL_SESSIONID_CACHE, 0L); // a resumed session shows no certificate
    const char *library = curl_version_info(CURLVERSION_NOW)->ssl_version;
    const bool isOpenSsl = library && QByteArrayView(library).startsWith("OpenSSL/3");
    if (!isOpenSsl || curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, prepareContext) != CURLE_OK)
        unusable = Error{ErrorCode::TlsFailed, host, u"libcurl without OpenSSL 3: %1"_s.arg(QLatin1String(library))};
    curl_easy_setopt(handle, CURLOPT_SSL_CTX_DATA, this);
    if (!settings.caFile.isEmpty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, QDir::toNativeSeparators(settings.caFile).toLocal8Bit().constData());
    if (settings.signIn != HttpSignIn::Certificate)
        return;
    const QByteArray file = QDir::toNativeSeparators(settings.clientCertificateFile).toLocal8Bit();
    curl_easy_setopt(handle, CURLOPT_SSLCERT, file.constData());
    curl_easy_setopt(handle, CURLOPT_SSLKEY, file.constData());
    // never null: without one OpenSSL would ask on the terminal
    curl_easy_setopt(handle, CURLOPT_KEYPASSWD, settings.password.text().toUtf8().constData());
}

void CurlConnection::Impl::setHeaders(const Request &request)
{
    curl_slist *list = curl_slist_append(nullptr, ("Content-Type: " + request.contentType).constData());
    list = curl_slist_append(list, "Accept-Encoding: identity"); // what IIS compresses, it does not always mark
    list = curl_slist_append(list, "Expect:");
    if (!request.authorization.isEmpty())
        list = curl_slist_append(list, ("Authorization: " + request.authorization).constData());
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, list);
    headers.reset(list); // only now: the handle pointed to the old ones
}

std::optional<CURLcode> CurlConnection::Impl::run()
{
    curl_multi_add_handle(multi.get(), easy.get());
    int running = 1;
    while (running > 0 && !isInterrupted) {
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK)
            break;
        if (running > 0)
            curl_multi_poll(multi.get(), nullptr, 0, pollMilliseconds, nullptr);
    }
    std::optional<CURLcode> result;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            result = message->data.result;
    }
    curl_multi_remove_handle(multi.get(), easy.get());
    return result;
}

QString CurlConnection::Impl::reasonOf(CURLcode result) const
{
    const QString text = QString::fromUtf8(reason[0] != '\0' ? reason : curl_easy_strerror(result));
    const QString more = peer.reason().isEmpty() ? QString() : u" ("_s + peer.reason() + u')';
    return singleLine(text, 500) + more;
}

Error CurlConnection::Impl::tlsErrorOf(CURLcode result) const
{
    ErrorCode code = ErrorCode::TlsFailed;
    if (peer.verdict() == TlsPeer::Verdict::OtherThanPinned)
        code = ErrorCode::TlsCertificateNotPinned;
    else if (peer.verdict() == TlsPeer::Verdict::Untrusted)
        code = ErrorCode::TlsCertificateUntrusted;
    else if (result == CURLE_PEER_FAILED_VERIFICATION) // the chain was good, or we were not asked
        code = ErrorCode::TlsCertificateForAnotherName;
    return {code, host, reasonOf(result)};
}

Error CurlConnection::Impl::errorOf(CURLcode result) const
{
    const QString text = reasonOf(result);
    if (peer.hasRefusedOurCertificate()) {
        const bool hadOne = settings.signIn == HttpSignIn::Certificate;
        return {hadOne ? ErrorCode::SignInRefused : ErrorCode::SignInMethodNotOffered, host,
            u"the server wants a certificate of the client: "_s + text};
    }
    switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {ErrorCode::HostNameUnknown, host, text};
    case CURLE_COULDNT_CONNECT: {
        long number = 0;
        curl_easy_getinfo(easy.get(), CURLINFO_OS_ERRNO, &number);
        return {number == ECONNREFUSED ? ErrorCode::PortClosed : ErrorCode::NoAnswer, host, text};
    }
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
        return tlsErrorOf(result);
    case CURLE_SSL_CACERT_BADFILE:
        return {ErrorCode::FileUnreadable, settings.caFile, text};
    case CURLE_SSL_CERTPROBLEM:
        return {ErrorCode::ClientCertificateUnusable, host, text};
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: {
        // also what libcurl says of an answer without a status line: then there is a connection, and the URL is good
        curl_off_t ready = 0;
        curl_easy_getinfo(easy.get(), CURLINFO_PRETRANSFER_TIME_T, &ready);
        return ready == 0 ? Error{ErrorCode::InvalidArgument, settings.url, text}
                          : Error{ErrorCode::ServiceForeign, host, text};
    }
    case CURLE_WEIRD_SERVER_REPLY: // a status line that is none
        return {ErrorCode::ServiceForeign, host, text};
    case CURLE_OPERATION_TIMEDOUT: {
        curl_off_t ready = 0; // zero until the connection, TLS included, stands
        curl_easy_getinfo(easy.get(), CURLINFO_PRETRANSFER_TIME_T, &ready);
        return {ready == 0 ? ErrorCode::NoAnswer : ErrorCode::ConnectionLost, host, text};
    }
    case CURLE_WRITE_ERROR:
        return isTooLarge ? Error{ErrorCode::OutputLimitExceeded, host, u"an answer of more than 64 MB"_s}
                          : Error{ErrorCode::ConnectionLost, host, text};
    default:
        return {ErrorCode::ConnectionLost, host, text};
    }
}

CurlConnection::CurlConnection(const HttpSettings &settings, std::shared_ptr<CookieJar> cookies)
{
    // a jar initialises libcurl
    m_impl = std::make_unique<Impl>(settings, cookies ? std::move(cookies) : std::make_shared<CookieJar>());
    m_impl->prepare();
}

CurlConnection::~CurlConnection() = default;

Result<HttpReply> CurlConnection::perform(const Request &request)
{
    Impl &impl = *m_impl;
    impl.reply = HttpReply();
    impl.body = request.body;
    impl.given = 0;
    impl.mayConnect = request.mayConnect;
    impl.hasRefusedToConnect = false;
    impl.headerBytesTaken = 0;
    impl.isTooLarge = false;
    impl.reason[0] = '\0';
    if (impl.unusable)
        return tl::unexpected<Error>(*impl.unusable);
    CURL *easy = impl.easy.get();
    impl.setHeaders(request);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, request.mustConnect ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(request.timeout.count()) + graceSeconds + connectSeconds);
    const auto result = impl.run();
    if (impl.isInterrupted || !result)
        return fail(ErrorCode::Cancelled, impl.host);
    if (*result != CURLE_OK && impl.hasRefusedToConnect)
        return fail(ErrorCode::ConnectionLost, impl.host, u"the server has closed the connection"_s);
    if (*result != CURLE_OK)
        return tl::unexpected<Error>(impl.errorOf(*result));
    long status = 0;
    const char *type = nullptr;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
    impl.reply.status = static_cast<int>(status);
    impl.reply.contentType = QByteArray(type);
    return std::exchange(impl.reply, HttpReply());
}

bool CurlConnection::wouldHaveConnected() const
{
    return m_impl->hasRefusedToConnect && m_impl->given == 0;
}

QByteArray CurlConnection::serverCertificate() const
{
    return m_impl->peer.certificates().value(0);
}

void CurlConnection::interrupt()
{
    m_impl->isInterrupted = true;
    curl_multi_wakeup(m_impl->multi.get());
}

bool CurlConnection::isInterrupted() const
{
    return m_impl->isInterrupted;
}

Result<QList<QByteArray>> CurlConnection::certificatesOnly(QString &problem)
{
    Impl &impl = *m_impl;
    if (impl.unusable)
        return tl::unexpected<Error>(*impl.unusable);
    impl.peer.letPass();
    curl_easy_setopt(impl.easy.get(), CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(impl.easy.get(), CURLOPT_SSL_VERIFYHOST, 0L);
    const auto result = impl.run();
    if (!result)
        return fail(ErrorCode::Cancelled, impl.host);
    if (impl.peer.certificates().isEmpty())
        return *result == CURLE_OK ? Result<QList<QByteArray>>(QList<QByteArray>())
                                   : Result<QList<QByteArray>>(tl::unexpected<Error>(impl.errorOf(*result)));
    problem = impl.peer.reason();
    return impl.peer.certificates();
}

} // namespace kakuin::remote
