// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <openssl/crypto.h>

namespace kakuin::x509 {

/// A Secret as the zero-terminated UTF-8 that OpenSSL wants, wiped at the end of the scope.
class SecretBytes final {
public:
    explicit SecretBytes(const Secret &secret)
    {
        QString text = secret.text();
        m_bytes = text.toUtf8();
        text.detach();
        OPENSSL_cleanse(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    }
    ~SecretBytes() { OPENSSL_cleanse(m_bytes.data(), static_cast<size_t>(m_bytes.size())); }
    Q_DISABLE_COPY_MOVE(SecretBytes)

    [[nodiscard]] const char *data() const { return m_bytes.constData(); }
    [[nodiscard]] int size() const { return static_cast<int>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

} // namespace kakuin::x509
