// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <memory>

namespace kakuin::labserver {

/// The server's end of a sign-in by GSSAPI: MIT's acceptor with a key of its own.
/// Shape:   accept() each token until isEstablished(); then wrap() and unwrap() as servers do. None of core/remote is
///          in it.
class GssAcceptor final {
public:
    /// `channelBinding` must be what the client binds to; empty: it is not looked at.
    explicit GssAcceptor(const QByteArray &keytab, const QByteArray &channelBinding = {});
    ~GssAcceptor();
    Q_DISABLE_COPY_MOVE(GssAcceptor)

    /// The token to answer with. After a refusal token() may still hold one that says why.
    [[nodiscard]] Result<QByteArray> accept(const QByteArray &token);
    [[nodiscard]] QByteArray token() const { return m_token; }
    [[nodiscard]] bool isEstablished() const { return m_isEstablished; }
    [[nodiscard]] QByteArray peer() const { return m_peer; }

    struct Sealed final {
        QByteArray header;
        QByteArray cipher;
    };
    [[nodiscard]] Result<Sealed> wrap(const QByteArray &plain);
    [[nodiscard]] Result<QByteArray> unwrap(const QByteArray &header, const QByteArray &cipher);

private:
    struct Handles;
    std::unique_ptr<Handles> m_handles;
    QByteArray m_channelBinding;
    QByteArray m_token;
    QByteArray m_peer;
    bool m_isEstablished = false;
};

} // namespace kakuin::labserver
