// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/httpposter.h"
#include "core/remote/httpsettings.h"

#include <thread>

namespace kakuin::remote {

class CookieJar;
class SecurityCredential;

/// A signed-in connection (see SignedInConnection) on a thread of its own.
/// Shape:   one for one connection, or factory() for those of a session, which share cookies and tickets.
/// Errors:  those of SignedInConnection: until there is a connection and a sign-in, a code for each reason; later
///          ConnectionLost. Destroying it breaks off what runs, within milliseconds. Only a question to a domain
///          controller cannot be broken off: its thread then ends by itself, unheard (abandonedThreads()).
class HttpChannel final : public HttpPoster {
    Q_OBJECT
public:
    explicit HttpChannel(const HttpSettings &settings);
    ~HttpChannel() override;
    [[nodiscard]] static HttpPosterFactory factory(const HttpSettings &settings);

    void post(const QByteArray &body, std::chrono::seconds timeout) override;
    /// How many still wait for a domain controller although their channels have gone.
    [[nodiscard]] static int abandonedThreads();

private:
    class Worker;
    HttpChannel(
        HttpSettings settings, std::shared_ptr<CookieJar> cookies, std::shared_ptr<SecurityCredential> credential);

    HttpSettings m_settings;
    std::shared_ptr<CookieJar> m_cookies;
    std::shared_ptr<SecurityCredential> m_credential;
    std::shared_ptr<Worker> m_worker;
    std::thread m_thread;
};

} // namespace kakuin::remote
