// SPDX-License-Identifier: MIT
#include "core/x509/maker_p.h"

#include "core/x509/distinguishedname_p.h"

#include <QtCore/QUrl>

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kakuin::x509 {
namespace {

constexpr size_t serialByteCount = 16;
constexpr qsizetype maxSerialBytes = 64;
constexpr int firstYear = 1;
constexpr int lastYear = 9999;

const EVP_MD *digestOf(CertificateRequest::Hash hash)
{
    switch (hash) {
    case CertificateRequest::Hash::Sha1:
        return EVP_sha1();
    case CertificateRequest::Hash::Sha256:
        return EVP_sha256();
    case CertificateRequest::Hash::Sha384:
        return EVP_sha384();
    case CertificateRequest::Hash::Sha512:
        return EVP_sha512();
    }
    return nullptr;
}

bool setSerial(X509 *certificate, const QByteArray &wanted)
{
    std::array<unsigned char, serialByteCount> random{};
    if (wanted.size() > maxSerialBytes)
        return false;
    if (wanted.isEmpty()) {
        if (RAND_bytes_ex(libraryContext(), random.data(), random.size(), 0) <= 0)
            return false;
        // positive and always 16 bytes long, like the ones that Windows makes
        random.front() = static_cast<unsigned char>((random.front() & 0x7f) | 0x01);
    }
    const BignumPtr number(wanted.isEmpty() ? BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr)
                                            : BN_bin2bn(asBytes(wanted), static_cast<int>(wanted.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

TimePtr encodeTime(const QDateTime &timeUtc)
{
    const QDate date = timeUtc.toUTC().date();
    if (!timeUtc.isValid() || date.year() < firstYear || date.year() > lastYear)
        return {};
    return TimePtr(ASN1_TIME_set(nullptr, static_cast<time_t>(timeUtc.toSecsSinceEpoch())));
}

bool setTimes(X509 *certificate, const CertificateRequest &request)
{
    const TimePtr notBefore = encodeTime(request.notBeforeUtc);
    const TimePtr notAfter = encodeTime(request.notAfterUtc);
    return notBefore && notAfter && X509_set1_notBefore(certificate, notBefore.get())
        && X509_set1_notAfter(certificate, notAfter.get());
}

bool setPublicKey(X509 *certificate, const PrivateKey::Impl &key)
{
    if (key.rsaPublicKey.isEmpty())
        return X509_set_pubkey(certificate, key.key.get());
    const auto size = static_cast<size_t>(key.rsaPublicKey.size());
    BytesPtr bits(static_cast<unsigned char *>(OPENSSL_memdup(key.rsaPublicKey.constData(), size)));
    if (!bits
        || !X509_PUBKEY_set0_param(X509_get_X509_PUBKEY(certificate), OBJ_nid2obj(NID_rsaEncryption), V_ASN1_NULL,
            nullptr, bits.get(), static_cast<int>(size)))
        return false;
    [[maybe_unused]] const auto *taken = bits.release(); // the certificate owns the bits now
    return true;
}

bool addExtension(X509 *certificate, int nid, void *value, bool isCritical)
{
    return X509_add1_ext_i2d(certificate, nid, value, isCritical ? 1 : 0, X509V3_ADD_APPEND) == 1;
}

bool addKeyUsage(X509 *certificate, const CertificateRequest &request)
{
    const BitStringPtr usage(ASN1_BIT_STRING_new());
    const unsigned char bits = request.keyUsageBits;
    // trailing zero bits are left out by the encoder, as DER wants it
    return usage && ASN1_BIT_STRING_set(usage.get(), const_cast<unsigned char *>(&bits), 1)
        && addExtension(certificate, NID_key_usage, usage.get(), request.isKeyUsageCritical);
}

bool addDnsNames(X509 *certificate, const QStringList &dnsNames)
{
    const GeneralNamesPtr names(sk_GENERAL_NAME_new_null());
    for (const QString &dnsName : dnsNames) {
        const QByteArray bytes = isAscii(dnsName) ? dnsName.toLatin1() : QUrl::toAce(dnsName);
        GENERAL_NAME *name = GENERAL_NAME_new();
        ASN1_IA5STRING *text = ASN1_IA5STRING_new();
        if (!names || !name || !text || bytes.isEmpty() || !sk_GENERAL_NAME_push(names.get(), name)) {
            GENERAL_NAME_free(name);
            ASN1_IA5STRING_free(text);
            return false;
        }
        GENERAL_NAME_set0_value(name, GEN_DNS, text);
        if (!ASN1_STRING_set(text, bytes.constData(), static_cast<int>(bytes.size())))
            return false;
    }
    return names && addExtension(certificate, NID_subject_alt_name, names.get(), false);
}

bool addServerAuth(X509 *certificate)
{
    const ExtendedKeyUsagePtr usages(sk_ASN1_OBJECT_new_null());
    // a built-in object is static: pushing it hands over nothing
    return usages && sk_ASN1_OBJECT_push(usages.get(), OBJ_nid2obj(NID_server_auth))
        && addExtension(certificate, NID_ext_key_usage, usages.get(), false);
}

bool addBasicConstraints(X509 *certificate)
{
    const BasicConstraintsPtr constraints(BASIC_CONSTRAINTS_new()); // CA=false, no path length
    return constraints && addExtension(certificate, NID_basic_constraints, constraints.get(), true);
}

// in the order in which Exchange writes them
bool addExtensions(X509 *certificate, const CertificateRequest &request)
{
    return (!request.hasKeyUsage || addKeyUsage(certificate, request))
        && (request.dnsNames.isEmpty() || addDnsNames(certificate, request.dnsNames))
        && (!request.hasServerAuth || addServerAuth(certificate))
        && (!request.hasBasicConstraints || addBasicConstraints(certificate));
}

Result<QByteArray> make(const CertificateRequest &request, const QList<NameAttribute> &issuer,
    const PrivateKey &subjectKey, const PrivateKey &issuerKey)
{
    const ErrorQueueMark mark;
    const auto failed = [&mark, &request](const QString &part) {
        const QString subject = request.subject.isEmpty() ? QString() : request.subject.last().value;
        return fail(ErrorCode::SigningFailed, subject, part + u": "_s + mark.reason(u"not acceptable"_s));
    };
    if (subjectKey.isNull() || issuerKey.isNull())
        return failed(u"key"_s);
    const X509Ptr certificate(X509_new_ex(libraryContext(), nullptr));
    if (!certificate || !X509_set_version(certificate.get(), X509_VERSION_3))
        return failed(u"certificate"_s);
    if (!setSerial(certificate.get(), request.serial))
        return failed(u"serial"_s);
    const NamePtr subjectName = encodeName(request.subject);
    const NamePtr issuerName = encodeName(issuer);
    if (!subjectName || !issuerName || !X509_set_subject_name(certificate.get(), subjectName.get())
        || !X509_set_issuer_name(certificate.get(), issuerName.get()))
        return failed(u"name"_s);
    if (!setTimes(certificate.get(), request))
        return failed(u"validity"_s);
    if (!setPublicKey(certificate.get(), *subjectKey.impl()))
        return failed(u"public key"_s);
    if (!addExtensions(certificate.get(), request))
        return failed(u"extensions"_s);
    if (X509_sign(certificate.get(), issuerKey.impl()->key.get(), digestOf(request.hash)) <= 0)
        return failed(u"signature"_s);
    const QByteArray der = encoded<const X509>(i2d_X509, certificate.get());
    return der.isEmpty() ? Result<QByteArray>(failed(u"encoding"_s)) : Result<QByteArray>(der);
}

constexpr int minKeyBits = 1024;
constexpr int maxKeyBits = 16'384;

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
    if (bits < minKeyBits || bits > maxKeyBits)
        return fail(
            ErrorCode::KeyGenerationFailed, subject, QStringLiteral("outside %1…%2").arg(minKeyBits).arg(maxKeyBits));
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

Result<QByteArray> makeSelfSigned(const CertificateRequest &request, const PrivateKey &key)
{
    return make(request, request.subject, key, key);
}

Result<QByteArray> makeSigned(
    const CertificateRequest &request, const PrivateKey &subjectKey, const PrivateKey &issuerKey)
{
    return make(request, request.issuer, subjectKey, issuerKey);
}

} // namespace kakuin::x509
