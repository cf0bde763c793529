// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"
#include "core/remote/httpposter.h"

namespace kakuin::remote {

/// Where and as whom.
struct HttpSettings final {
    QString url; ///< https only where a password is sent
    QString user; ///< empty: nobody
    Secret password;
    QString caFile; ///< PEM; empty: the computer's authorities
};

/// A connection by libcurl, on a thread of its own.
/// Rules:   TLS 1.2 or later, always verified; HTTP/1.1; redirects are not followed; answers of at most 64 MB; a name
/// and a
///          password (Basic, UTF-8) go over https only.
/// Errors:  ServerUnreachable for a name that is not known, a port that is closed, a certificate that is not trusted
/// (detail:
///          which of them); InvalidArgument for a password over http; ConnectionLost for everything later.
/// Destroying it breaks off what runs, within milliseconds.
class HttpChannel final : public HttpPoster {
    Q_OBJECT
public:
    class Cookies;

    explicit HttpChannel(HttpSettings settings, std::shared_ptr<Cookies> cookies = nullptr);
    ~HttpChannel() override;
    /// For the connections of one session: they share their cookies, which load balancers may use to keep a session on
    /// one server.
    [[nodiscard]] static HttpPosterFactory factory(const HttpSettings &settings);

    void post(const QByteArray &body, std::chrono::seconds timeout) override;

private:
    class Worker;
    HttpSettings m_settings;
    std::shared_ptr<Cookies> m_cookies;
    std::unique_ptr<Worker> m_worker;
};

} // namespace kakuin::remote
