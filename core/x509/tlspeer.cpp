// SPDX-License-Identifier: MIT
#include "core/x509/tlspeer.h"

#include "core/x509/openssl_p.h"

#include <QtCore/QCryptographicHash>

#include <openssl/ssl.h>

namespace kakuin::x509 {

namespace {

constexpr int mostCertificates = 20;

bool isAboutOurCertificate(int alert)
{
    switch (alert) {
    case SSL3_AD_NO_CERTIFICATE:
    case SSL_AD_BAD_CERTIFICATE:
    case SSL_AD_UNSUPPORTED_CERTIFICATE:
    case SSL_AD_CERTIFICATE_REVOKED:
    case SSL_AD_CERTIFICATE_EXPIRED:
    case SSL_AD_CERTIFICATE_UNKNOWN:
    case SSL_AD_UNKNOWN_CA:
    case SSL_AD_ACCESS_DENIED:
    case SSL_AD_CERTIFICATE_REQUIRED:
        return true;
    default:
        return false;
    }
}

// The only place of an SSL_CTX that is ours to use while its callbacks belong to whoever made it.
int dataIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

} // namespace

struct TlsPeer::Hooks final {
    static int verify(X509_STORE_CTX *store, void *self)
    {
        auto *peer = static_cast<TlsPeer *>(self);
        peer->m_certificates.clear();
        peer->m_reason.clear();
        if (X509 *own = X509_STORE_CTX_get0_cert(store))
            peer->m_certificates.append(encoded<const X509>(i2d_X509, own));
        STACK_OF(X509) *others = X509_STORE_CTX_get0_untrusted(store);
        for (int i = 0; i < sk_X509_num(others) && peer->m_certificates.size() < mostCertificates; ++i) {
            QByteArray der = encoded<const X509>(i2d_X509, sk_X509_value(others, i));
            if (!peer->m_certificates.contains(der))
                peer->m_certificates.append(std::move(der));
        }
        const bool isGood = peer->m_pin.isEmpty() ? isTrusted(store, *peer) : isPinned(store, *peer);
        if (!peer->m_letsPass)
            return isGood ? 1 : 0;
        X509_STORE_CTX_set_error(store, X509_V_OK);
        return 1;
    }

    static bool isTrusted(X509_STORE_CTX *store, TlsPeer &peer)
    {
        const bool isGood = X509_verify_cert(store) > 0;
        peer.m_verdict = isGood ? Verdict::Trusted : Verdict::Untrusted;
        if (!isGood)
            peer.m_reason = QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(store)));
        return isGood;
    }

    static bool isPinned(X509_STORE_CTX *store, TlsPeer &peer)
    {
        const QByteArray shown = QCryptographicHash::hash(peer.m_certificates.value(0), QCryptographicHash::Sha256);
        const bool isGood = !peer.m_certificates.isEmpty() && shown == peer.m_pin;
        peer.m_verdict = isGood ? Verdict::Pinned : Verdict::OtherThanPinned;
        if (!isGood)
            peer.m_reason = QStringLiteral("SHA-256 ") + QString::fromLatin1(shown.toHex());
        X509_STORE_CTX_set_error(store, isGood ? X509_V_OK : X509_V_ERR_APPLICATION_VERIFICATION);
        return isGood;
    }

    static void hear(const SSL *ssl, int where, int what)
    {
        auto *peer = static_cast<TlsPeer *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), dataIndex()));
        if (peer && (where & SSL_CB_READ_ALERT) == SSL_CB_READ_ALERT && isAboutOurCertificate(what & 0xff))
            peer->m_hasRefusedOurs = true;
    }
};

void TlsPeer::install(void *sslContext)
{
    auto *context = static_cast<SSL_CTX *>(sslContext);
    m_verdict = Verdict::NotSeen;
    m_hasRefusedOurs = false;
    m_certificates.clear();
    SSL_CTX_set_ex_data(context, dataIndex(), this);
    SSL_CTX_set_cert_verify_callback(context, Hooks::verify, this);
    SSL_CTX_set_info_callback(context, Hooks::hear);
}

QByteArray tlsServerEndPoint(const QByteArray &certificateDer)
{
    const ErrorQueueMark mark;
    QString reason;
    const X509Ptr certificate = parseCertificate(certificateDer, reason);
    int hash = NID_undef;
    if (!certificate || X509_get_signature_info(certificate.get(), &hash, nullptr, nullptr, nullptr) != 1)
        return {};
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256; // also instead of MD5 and SHA-1
    if (hash == NID_sha384)
        algorithm = QCryptographicHash::Sha384;
    else if (hash == NID_sha512)
        algorithm = QCryptographicHash::Sha512;
    else if (hash != NID_sha256 && hash != NID_sha1 && hash != NID_md5)
        return {};
    return "tls-server-end-point:" + QCryptographicHash::hash(certificateDer, algorithm);
}

bool isForHost(const QByteArray &certificateDer, const QString &host)
{
    const ErrorQueueMark mark;
    QString reason;
    const X509Ptr certificate = parseCertificate(certificateDer, reason);
    const QByteArray name = host.toUtf8();
    return certificate
        && (X509_check_host(certificate.get(), name.constData(), static_cast<size_t>(name.size()), 0, nullptr) == 1
            || X509_check_ip_asc(certificate.get(), name.constData(), 0) == 1);
}

} // namespace kakuin::x509
