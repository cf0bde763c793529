// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>

namespace kakuin::x509 {

/// A client's end of one TLS handshake without I/O: to see which certificate a server serves and holds the key of.
/// Shape:   begin(), then feed() what came and send takeOutgoing() until it is Done or Failed. Afterwards
///          closeNotify() and one more takeOutgoing(). It looks and does not trust: every certificate passes, nothing
///          of ours is shown, no data is read. Old servers are met on their own terms: TLS 1.0, SHA-1 and short keys.
///          Never use it to send data.
/// Errors:  reason() is OpenSSL's; certificates() count only when it is Done: before, no key has been proved.
/// Bounds:  OpenSSL's on a handshake message; on all bytes those that the caller feeds.
/// Threads: one.
class TlsHandshake final {
public:
    enum class State { UnderWay, Done, Failed };

    /// `host` is said to the server (SNI) unless it is an address.
    explicit TlsHandshake(const QString &host);
    ~TlsHandshake();
    Q_DISABLE_COPY_MOVE(TlsHandshake)

    State begin();
    State feed(const QByteArray &bytes);
    [[nodiscard]] QByteArray takeOutgoing();
    [[nodiscard]] State state() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QList<QByteArray> certificates() const; ///< DER, as sent, the server's own first
    [[nodiscard]] QString version() const; ///< "TLSv1.2"
    /// Encrypts the last word of a protocol ("QUIT\r\n"; may be empty) and the end of TLS.
    void closeNotify(const QByteArray &lastWord);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kakuin::x509
