// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/curlconnection.h"
#include "core/remote/securitycontext.h"

#include <atomic>

namespace kakuin::remote {

/// A connection that signs in before anything else goes over it.
/// Shape:   Kerberos and Negotiate: posts without a body carry the tokens; over https the first of them carries nothing
///          and shows the certificate to bind to. From then on envelopes, encrypted over http. Basic and Certificate go
///          with every request, over https only.
/// Rules:   a sign-in is good for one TCP connection. When that has gone before any of an envelope was handed over, a
///          new one signs in and gets it; nothing is ever sent a second time. On an encrypted connection only what
///          decrypts is an answer.
/// Errors:  those of CurlConnection and SecurityCredential; SignInRefused, SignInMethodNotOffered, ServiceRedirected
///          and other refusals of the server; AnswerNotProtected; ConnectionLost for a 401 in mid-session;
///          InvalidArgument for a password or a certificate over http.
/// Threads: one, which post() blocks; interrupt() from any, but what asks a domain controller goes on.
class SignedInConnection final {
public:
    SignedInConnection(const HttpSettings &settings, std::shared_ptr<CookieJar> cookies,
        std::shared_ptr<SecurityCredential> credential);

    [[nodiscard]] Result<HttpReply> post(const QByteArray &envelope, std::chrono::seconds timeout);
    void interrupt() { m_connection.interrupt(); }
    /// Whether it is where nothing can interrupt it. An interrupted connection does not get there any more.
    [[nodiscard]] bool isAskingDomain() const { return m_isAskingDomain; }

private:
    [[nodiscard]] bool usesTickets() const;
    [[nodiscard]] bool isEncrypted() const { return usesTickets() && !m_isTls; }
    [[nodiscard]] QByteArray schemeName() const;
    [[nodiscard]] Result<void> signIn();
    [[nodiscard]] Result<void> learnCertificate();
    [[nodiscard]] Result<void> exchangeTokens();
    [[nodiscard]] Result<QByteArray> takeToken(const HttpReply &reply);
    [[nodiscard]] Error refusal(const HttpReply &reply) const;
    [[nodiscard]] Result<CurlConnection::Request> requestFor(const QByteArray &envelope);
    [[nodiscard]] Result<HttpReply> check(HttpReply reply);
    void learnPeer(const HttpReply &reply) const;
    [[nodiscard]] QString account() const;

    HttpSettings m_settings;
    QString m_host;
    bool m_isTls;
    std::shared_ptr<SecurityCredential> m_credential;
    CurlConnection m_connection;
    std::unique_ptr<SecurityContext> m_context; // of the TCP connection that is there now
    std::atomic<bool> m_isAskingDomain = false;
    bool m_hasBeenAnswered = false; // some envelope; a 401 from then on is one in mid-session
};

} // namespace kakuin::remote
