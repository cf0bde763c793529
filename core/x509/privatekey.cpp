// SPDX-License-Identifier: MIT
#include "core/x509/maker_p.h"

#include <openssl/crypto.h>

namespace kakuin::x509 {
namespace {

constexpr int minBits = 1024;
constexpr int maxBits = 16'384;

QByteArray rsaPublicKeyOf(EVP_PKEY *key)
{
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA ? encoded<const EVP_PKEY>(i2d_PublicKey, key) : QByteArray();
}

} // namespace

PrivateKey::Impl::Impl(KeyPtr keyPair)
    : key(std::move(keyPair))
    , rsaPublicKey(rsaPublicKeyOf(key.get()))
{
}

Result<PrivateKey> PrivateKey::generateRsa(int bits)
{
    const ErrorQueueMark mark;
    const QString subject = QString::number(bits);
    if (bits < minBits || bits > maxBits)
        return fail(ErrorCode::KeyGenerationFailed, subject, QStringLiteral("outside %1…%2").arg(minBits).arg(maxBits));
    const KeyContextPtr context(EVP_PKEY_CTX_new_from_name(libraryContext(), "RSA", nullptr));
    EVP_PKEY *raw = nullptr;
    if (!context || EVP_PKEY_keygen_init(context.get()) <= 0
        || EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), bits) <= 0 || EVP_PKEY_generate(context.get(), &raw) <= 0)
        return fail(ErrorCode::KeyGenerationFailed, subject, mark.reason(QStringLiteral("no reason given")));
    PrivateKey key;
    key.m_key = std::make_shared<const Impl>(KeyPtr(raw));
    return key;
}

Result<PrivateKey> PrivateKey::fromPkcs8(const QByteArray &der)
{
    const ErrorQueueMark mark;
    const unsigned char *position = asBytes(der);
    const Pkcs8Ptr info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &position, static_cast<long>(der.size())));
    if (!info || position != asBytes(der) + der.size())
        return fail(
            ErrorCode::InvalidArgument, QStringLiteral("PKCS#8"), mark.reason(QStringLiteral("not one PKCS#8 key")));
    KeyPtr raw(EVP_PKCS82PKEY_ex(info.get(), libraryContext(), nullptr));
    if (!raw)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("PKCS#8"), mark.reason(QStringLiteral("unknown key")));
    PrivateKey key;
    key.m_key = std::make_shared<const Impl>(std::move(raw));
    return key;
}

QByteArray PrivateKey::toPkcs8() const
{
    const ErrorQueueMark mark;
    if (!m_key)
        return {};
    const Pkcs8Ptr info(EVP_PKEY2PKCS8(m_key->key.get()));
    return info ? encoded<const PKCS8_PRIV_KEY_INFO>(i2d_PKCS8_PRIV_KEY_INFO, info.get()) : QByteArray();
}

bool PrivateKey::matches(const QByteArray &certificateDer) const
{
    const ErrorQueueMark mark;
    QString reason;
    const X509Ptr certificate = m_key ? parseCertificate(certificateDer, reason) : X509Ptr();
    return certificate && X509_check_private_key(certificate.get(), m_key->key.get()) == 1;
}

} // namespace kakuin::x509
