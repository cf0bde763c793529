// SPDX-License-Identifier: MIT
#include "core/x509/openssl_p.h"

#include "core/x509/reader.h"

#include <openssl/asn1t.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/provider.h>

namespace kakuin::x509 {
namespace {

// OpenSSL must outlive every thread that used it. By itself it goes in an atexit handler, while Qt's pooled threads
// still end: QThread::wait() returns before the thread's own destructors have run, and OpenSSL's then work on freed
// memory. Set before the first use, which decides; what is not freed is the process's last.
[[maybe_unused]] const bool isKeptUntilTheEnd = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;

OSSL_LIB_CTX *newContext(bool withLegacy)
{
    OSSL_LIB_CTX *context = OSSL_LIB_CTX_new();
    if (!context)
        return nullptr;
    // an explicit load: the implicit default provider vanishes as soon as another one is loaded
    const bool isReady
        = OSSL_PROVIDER_load(context, "default") && (!withLegacy || OSSL_PROVIDER_load(context, "legacy"));
    if (isReady)
        return context;
    OSSL_LIB_CTX_free(context);
    return nullptr;
}

// Nothing can be decoded in it. A provider has to be loaded, else the default one loads itself.
OSSL_LIB_CTX *newContextWithoutDecoders()
{
    OSSL_LIB_CTX *context = OSSL_LIB_CTX_new();
    if (context && OSSL_PROVIDER_load(context, "null"))
        return context;
    OSSL_LIB_CTX_free(context);
    return nullptr;
}

} // namespace

ErrorQueueMark::ErrorQueueMark()
    : m_wasEmpty(ERR_peek_error() == 0)
{
    // a mark is a flag on the newest entry: an empty queue has nothing to flag, and popping then empties it, as wanted
    ERR_set_mark();
}

ErrorQueueMark::~ErrorQueueMark()
{
    ERR_pop_to_mark();
}

QString ErrorQueueMark::reason(const QString &otherwise) const
{
    // the oldest entry is the innermost function's, the newest ones often say no more than "nested asn1 error"
    const unsigned long code = m_wasEmpty ? ERR_peek_error() : ERR_peek_last_error();
    const char *text = code ? ERR_reason_error_string(code) : nullptr;
    return text ? QString::fromLatin1(text) : otherwise;
}

OSSL_LIB_CTX *libraryContext()
{
    static OSSL_LIB_CTX *const context = newContext(false);
    return context;
}

OSSL_LIB_CTX *legacyContext()
{
    static OSSL_LIB_CTX *const context = newContext(true);
    return context;
}

X509Ptr parseCertificate(const QByteArray &der, QString &reason)
{
    const ErrorQueueMark mark;
    if (der.isEmpty() || der.size() > maxDerBytes) {
        reason = der.isEmpty() ? QStringLiteral("empty") : QStringLiteral("too large: %1 bytes").arg(der.size());
        return {};
    }
    const unsigned char *position = asBytes(der);
    X509 *raw = X509_new_ex(libraryContext(), nullptr);
    // on failure d2i_X509 frees what it was given
    if (!raw || !d2i_X509(&raw, &position, static_cast<long>(der.size()))) {
        reason = mark.reason(QStringLiteral("not a certificate"));
        return {};
    }
    X509Ptr certificate(raw);
    if (position != asBytes(der) + der.size()) {
        reason = QStringLiteral("trailing data");
        return {};
    }
    return certificate;
}

X509Ptr parseWithoutKey(const QByteArray &der)
{
    static OSSL_LIB_CTX *const context = newContextWithoutDecoders();
    const ErrorQueueMark mark;
    if (!context || der.isEmpty() || der.size() > maxDerBytes)
        return {};
    const unsigned char *position = asBytes(der);
    X509Ptr certificate(reinterpret_cast<X509 *>(
        ASN1_item_d2i_ex(nullptr, &position, static_cast<long>(der.size()), ASN1_ITEM_rptr(X509), context, nullptr)));
    const bool isWhole = certificate && position == asBytes(der) + der.size();
    // d2i_X509() refuses what has extensions that cannot be read
    return isWhole && !(X509_get_extension_flags(certificate.get()) & EXFLAG_INVALID) ? std::move(certificate)
                                                                                      : X509Ptr();
}

QString oidText(const ASN1_OBJECT *object)
{
    // OpenSSL's own limit since 3.0.9; before, the time grew with the square of the length
    constexpr size_t longestOid = 586;
    char buffer[1024];
    const int length = object && OBJ_length(object) <= longestOid ? OBJ_obj2txt(buffer, sizeof buffer, object, 1) : 0;
    if (length <= 0)
        return QStringLiteral("?");
    return QString::fromLatin1(buffer, qMin(length, static_cast<int>(sizeof buffer) - 1));
}

QDateTime timeUtc(const ASN1_TIME *time)
{
    const ErrorQueueMark mark;
    std::tm parts{};
    if (!time || !ASN1_TIME_to_tm(time, &parts))
        return {};
    const QDate date(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    const QTime clock(parts.tm_hour, parts.tm_min, parts.tm_sec);
    return date.isValid() && clock.isValid() ? QDateTime(date, clock, Qt::UTC) : QDateTime();
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QByteArray bytesOf(const ASN1_STRING *string)
{
    if (!string)
        return {};
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string));
}

} // namespace kakuin::x509
