// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/cookiejar.h"
#include "core/remote/httpreply.h"
#include "core/remote/httpsettings.h"

#include <chrono>
#include <memory>

namespace kakuin::remote {

/// One connection to a server by libcurl; the one place that talks HTTP.
/// Rules:   TLS 1.2 or later, always verified (or pinned); HTTP/1.1; no redirections, no proxy; answers of at most 64
///          MB below at most 256 KB of headers. libcurl opens a second connection by itself when the first has gone; here it may only as long as
///          nothing of the body has been handed to it, and never when `mayConnect` is off.
/// Errors:  HostNameUnknown, PortClosed, NoAnswer, TlsFailed, TlsCertificateUntrusted, TlsCertificateForAnotherName,
///          TlsCertificateNotPinned, ClientCertificateUnusable, SignInRefused (of a client certificate), FileUnreadable
///          (of the authorities) as long as there was no connection; later ServiceForeign for what is not HTTP,
///          OutputLimitExceeded for too much, ConnectionLost for everything else; Cancelled after interrupt().
/// Threads: one, which perform() blocks; interrupt() from any.
class CurlConnection final {
public:
    struct Request final {
        QByteArray body = {};
        QByteArray contentType = {};
        QByteArray authorization = {}; ///< the header's value; empty: none
        std::chrono::seconds timeout = std::chrono::seconds(60);
        bool mayConnect = true;
        bool mustConnect = false; ///< a new connection, whatever is there
    };

    CurlConnection(const HttpSettings &settings, std::shared_ptr<CookieJar> cookies);
    ~CurlConnection();
    Q_DISABLE_COPY_MOVE(CurlConnection)

    [[nodiscard]] Result<HttpReply> perform(const Request &request);
    /// Of the last perform(): whether it failed only because it would have had to connect, and nothing of the body
    /// left.
    [[nodiscard]] bool wouldHaveConnected() const;
    /// DER of what the server showed last; empty over http.
    [[nodiscard]] QByteArray serverCertificate() const;
    void interrupt();
    [[nodiscard]] bool isInterrupted() const;

    /// Makes a TLS connection that lets every certificate pass, sends nothing over it, and ends it.
    [[nodiscard]] Result<QList<QByteArray>> certificatesOnly(QString &problem);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kakuin::remote
