// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace kakuin::x509 {

/// What a server shows of itself in a TLS handshake, and whether that is enough.
/// Shape:   install() into an SSL_CTX before the handshake; then certificates() and verdict(). With a pin the first
///          certificate must be exactly that one, and then neither chain, date nor name are asked about; without, the
///          chain must be trusted (the name is the business of whoever makes the connection). Either way the decision
///          falls inside the handshake: nothing is sent to a server that did not pass.
/// Threads: that of the handshake.
/// Source:  RFC 8446 4.4.2; RFC 5929 4.1.
class TlsPeer final {
public:
    enum class Verdict { NotSeen, Trusted, Pinned, OtherThanPinned, Untrusted };

    explicit TlsPeer(QByteArray pinSha256 = {})
        : m_pin(std::move(pinSha256))
    {
    }
    Q_DISABLE_COPY_MOVE(TlsPeer)

    /// Looks, but lets everything pass: for showing a certificate to a person, never for talking to its owner.
    void letPass() { m_letsPass = true; }
    /// An SSL_CTX of OpenSSL, which this outlives. libcurl gives it as it is.
    void install(void *sslContext);

    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] QString reason() const { return m_reason; } ///< OpenSSL's, of Untrusted
    [[nodiscard]] const QList<QByteArray> &certificates() const { return m_certificates; } ///< DER, the server's first
    /// The server broke off, and says that it wants another certificate from us, or one at all.
    [[nodiscard]] bool hasRefusedOurCertificate() const { return m_hasRefusedOurs; }

private:
    struct Hooks; ///< OpenSSL's side

    QByteArray m_pin;
    QList<QByteArray> m_certificates;
    QString m_reason;
    Verdict m_verdict = Verdict::NotSeen;
    bool m_letsPass = false;
    bool m_hasRefusedOurs = false;
};

/// "tls-server-end-point:" and the certificate's hash, which ties a sign-in to the server at the other end of TLS.
/// Empty when the certificate's signature has no hash of its own (Ed25519): there is no such binding then.
[[nodiscard]] QByteArray tlsServerEndPoint(const QByteArray &certificateDer);

/// Whether a certificate is for a host name or an address.
[[nodiscard]] bool isForHost(const QByteArray &certificateDer, const QString &host);

} // namespace kakuin::x509
