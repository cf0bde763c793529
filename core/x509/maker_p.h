// SPDX-License-Identifier: MIT
#pragma once

#include "core/x509/maker.h"
#include "core/x509/openssl_p.h"

namespace kakuin::x509 {

/// The key and its public half as it stands in a certificate, encoded once: OpenSSL 3's encoder costs more than it
/// should for each of some thousand certificates that share a few keys.
struct PrivateKey::Impl final {
    explicit Impl(KeyPtr keyPair);
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    KeyPtr key;
    QByteArray rsaPublicKey; ///< DER of RSAPublicKey; empty for other kinds of key
};

} // namespace kakuin::x509
