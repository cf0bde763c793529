// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QByteArray>

#include <memory>

namespace kakuin::psrp {

/// The key under which passwords cross the wire: AES-256-CBC, zero start vector, PKCS#7, over UTF-16LE, as base64.
/// Weak by today's view (equal passwords give equal text), and given by the protocol: only as safe as the transport.
/// Shared by copies, wiped when the last one goes.
/// Errors: UnexpectedOutput for text that is not of this key.
/// Source: MS-PSRP 2.2.5.1.24, 3.1.5.4.4.
class SessionKey final {
public:
    /// 32 bytes; the argument is wiped.
    [[nodiscard]] static Result<SessionKey> fromBytes(QByteArray &&bytes);
    [[nodiscard]] Result<QString> encrypt(const Secret &secret) const;
    [[nodiscard]] Result<Secret> decrypt(const QString &text) const;

private:
    friend class KeyExchange;
    SessionKey() = default;
    std::shared_ptr<const QByteArray> m_bytes;
};

/// One RSA key pair of 2048 bits, for one session: the client sends the public half, the server answers with the
/// session key under it.
/// Errors: KeyGenerationFailed; UnexpectedOutput for blobs of any other shape.
/// Source: MS-PSRP 2.2.2.3, 2.2.2.4 (CryptoAPI blobs: PUBLICKEYBLOB and SIMPLEBLOB, numbers little-endian).
class KeyExchange final {
public:
    [[nodiscard]] static Result<std::shared_ptr<const KeyExchange>> generate();
    ~KeyExchange();
    Q_DISABLE_COPY_MOVE(KeyExchange)

    /// base64 of 276 bytes.
    [[nodiscard]] QString publicKeyText() const { return m_publicKeyText; }
    /// From the text of ENCRYPTED_SESSION_KEY, base64 of 268 bytes.
    [[nodiscard]] Result<SessionKey> accept(const QString &encryptedSessionKey) const;

    /// The server's half: makes a session key and wraps it for the client with that public key.
    struct Wrapped final {
        SessionKey key;
        QString text;
    };
    [[nodiscard]] static Result<Wrapped> wrapNewKey(const QString &publicKeyText);

private:
    struct Private;
    explicit KeyExchange(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
    QString m_publicKeyText;
};

} // namespace kakuin::psrp
