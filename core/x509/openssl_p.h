// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/owned.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace kakuin::x509 {

inline void freeOpenSslMemory(void *p)
{
    OPENSSL_free(p);
}

using X509Ptr = Owned<X509, X509_free>;
using NamePtr = Owned<X509_NAME, X509_NAME_free>;
using KeyPtr = Owned<EVP_PKEY, EVP_PKEY_free>;
using KeyContextPtr = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using BioPtr = Owned<BIO, BIO_free_all>;
using BignumPtr = Owned<BIGNUM, BN_free>;
using ObjectPtr = Owned<ASN1_OBJECT, ASN1_OBJECT_free>;
using IntegerPtr = Owned<ASN1_INTEGER, ASN1_INTEGER_free>;
using BitStringPtr = Owned<ASN1_BIT_STRING, ASN1_BIT_STRING_free>;
using OctetStringPtr = Owned<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>;
using TimePtr = Owned<ASN1_TIME, ASN1_TIME_free>;
using GeneralNamesPtr = Owned<GENERAL_NAMES, GENERAL_NAMES_free>;
using ExtendedKeyUsagePtr = Owned<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;
using BasicConstraintsPtr = Owned<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>;
using Pkcs8Ptr = Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
using Pkcs12Ptr = Owned<PKCS12, PKCS12_free>;
using Pkcs7Ptr = Owned<PKCS7, PKCS7_free>;
using TextPtr = Owned<char, freeOpenSslMemory>;
using BytesPtr = Owned<unsigned char, freeOpenSslMemory>;

/// Everything that OpenSSL adds to the thread's error queue while this lives is removed with it; what others left
/// stays.
class ErrorQueueMark final {
public:
    ErrorQueueMark();
    ~ErrorQueueMark();
    Q_DISABLE_COPY_MOVE(ErrorQueueMark)

    /// OpenSSL's reason ("wrong tag"), or `otherwise` when it left none.
    [[nodiscard]] QString reason(const QString &otherwise) const;

private:
    bool m_wasEmpty;
};

/// Our own library context: the default provider without the machine's openssl.cnf, so that a policy which forbids
/// SHA-1 to TLS does not keep an administrator from reading and checking old certificates. Never freed. Thread-safe.
[[nodiscard]] OSSL_LIB_CTX *libraryContext();

/// A context that also has the legacy provider (RC2 and RC4 in old PFX files); null where that module is not installed.
[[nodiscard]] OSSL_LIB_CTX *legacyContext();

/// Exactly one certificate; null for anything else. `reason` then says why. Call it under an ErrorQueueMark.
[[nodiscard]] X509Ptr parseCertificate(const QByteArray &der, QString &reason);

/// The same without its public key, which takes OpenSSL 3.0 twelve times as long as all the rest: it asks every decoder of
/// its providers anew. Null where parseCertificate() is to be asked: it may well be a certificate.
/// Source: x509_pubkey_ex_d2i_ex() in crypto/x509/x_pubkey.c, which ignores that no decoder takes the key.
[[nodiscard]] X509Ptr parseWithoutKey(const QByteArray &der);

/// "1.2.840.113549.1.1.11"; bounded; "?" if OpenSSL cannot write it.
[[nodiscard]] QString oidText(const ASN1_OBJECT *object);

/// UTC; invalid if OpenSSL or QDateTime cannot hold it (RFC 5280 4.1.2.5: two-digit years 50…99 are 19xx).
[[nodiscard]] QDateTime timeUtc(const ASN1_TIME *time);

[[nodiscard]] QByteArray bytesOf(const ASN1_STRING *string);

/// Every extension of a kind that can be read. RFC 5280 4.2 allows one, and OpenSSL's own search gives none where a
/// certificate has two; `f` gets the value, not its ownership.
template <class Pointer, class F>
void forEachExtension(const X509 *certificate, int nid, const F &f)
{
    for (int at = -1; (at = X509_get_ext_by_NID(certificate, nid, at)) >= 0;) {
        if (const Pointer value{static_cast<typename Pointer::pointer>(X509V3_EXT_d2i(X509_get_ext(certificate, at)))})
            f(value.get());
    }
}

/// What an i2d_… function writes for `value`; empty on failure.
template <class T>
[[nodiscard]] QByteArray encoded(int (*i2d)(T *, unsigned char **), T *value)
{
    unsigned char *out = nullptr;
    const int length = i2d(value, &out);
    const BytesPtr owner(out);
    return length > 0 ? QByteArray(reinterpret_cast<const char *>(out), length) : QByteArray();
}

[[nodiscard]] inline const unsigned char *asBytes(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

/// Whether every character is below U+0080.
[[nodiscard]] bool isAscii(const QString &text);

} // namespace kakuin::x509
