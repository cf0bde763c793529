// SPDX-License-Identifier: MIT
#include "core/x509/maker_p.h"
#include "core/x509/pfx.h"
#include "core/x509/secretbytes_p.h"

namespace kakuin::x509 {
namespace {

// what Windows Server 2012 R2 itself writes; AES and SHA-256 came with Windows Server 2019
constexpr int bagCipher = NID_pbe_WithSHA1And3_Key_TripleDES_CBC;
constexpr int rounds = 2000;
constexpr int withoutMac = -1;

} // namespace

Result<QByteArray> writePfx(
    const QByteArray &certificateDer, const PrivateKey &key, const QString &friendlyName, const Secret &password)
{
    const ErrorQueueMark mark;
    QString reason;
    const X509Ptr certificate = parseCertificate(certificateDer, reason);
    if (!certificate)
        return fail(ErrorCode::SigningFailed, friendlyName, QStringLiteral("certificate: ") + reason);
    if (key.isNull() || X509_check_private_key(certificate.get(), key.impl()->key.get()) != 1)
        return fail(ErrorCode::SigningFailed, friendlyName, QStringLiteral("the key is not the certificate's"));
    const SecretBytes secret(password);
    const QByteArray name = friendlyName.toUtf8();
    const Pkcs12Ptr pfx(
        PKCS12_create_ex(secret.data(), name.isEmpty() ? nullptr : name.constData(), key.impl()->key.get(),
            certificate.get(), nullptr, bagCipher, bagCipher, rounds, withoutMac, 0, libraryContext(), nullptr));
    // the MAC apart: PKCS12_create() would use SHA-256, which old Windows reports as a wrong password
    if (!pfx || !PKCS12_set_mac(pfx.get(), secret.data(), -1, nullptr, 0, rounds, EVP_sha1()))
        return fail(ErrorCode::SigningFailed, friendlyName, mark.reason(QStringLiteral("no reason given")));
    const QByteArray bytes = encoded<const PKCS12>(i2d_PKCS12, pfx.get());
    if (bytes.isEmpty())
        return fail(ErrorCode::SigningFailed, friendlyName, mark.reason(QStringLiteral("encoding")));
    return bytes;
}

} // namespace kakuin::x509
