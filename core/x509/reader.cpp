// SPDX-License-Identifier: MIT
#include "core/x509/reader.h"

#include "core/x509/distinguishedname_p.h"
#include "core/x509/openssl_p.h"
#include "core/x509/reader_p.h"

#include <QtCore/QCryptographicHash>

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace kakuin::x509 {
namespace {

constexpr qsizetype maxPemBytes = qsizetype{256} * 1024 * 1024;
constexpr int maxUsages = 1000;

struct AlgorithmName final {
    const char *oid;
    const char *name;
};
// Source: the friendly names of CryptFindOIDInfo, group CRYPT_SIGN_ALG_OID_GROUP_ID
constexpr AlgorithmName signatureNames[] = {
    {"1.2.840.113549.1.1.2", "md2RSA"},
    {"1.2.840.113549.1.1.3", "md4RSA"},
    {"1.2.840.113549.1.1.4", "md5RSA"},
    {"1.2.840.113549.1.1.5", "sha1RSA"},
    {"1.3.14.3.2.29", "sha1RSA"},
    {"1.2.840.113549.1.1.10", "RSASSA-PSS"},
    {"1.2.840.113549.1.1.11", "sha256RSA"},
    {"1.2.840.113549.1.1.12", "sha384RSA"},
    {"1.2.840.113549.1.1.13", "sha512RSA"},
    {"1.2.840.10040.4.3", "sha1DSA"},
    {"1.2.840.10045.4.1", "sha1ECDSA"},
    {"1.2.840.10045.4.3.2", "sha256ECDSA"},
    {"1.2.840.10045.4.3.3", "sha384ECDSA"},
    {"1.2.840.10045.4.3.4", "sha512ECDSA"},
};
// Source: CNG's algorithm identifiers, BCRYPT_ECDSA_*_ALGORITHM
constexpr AlgorithmName curveNames[] = {
    {"prime256v1", "ECDSA_P256"},
    {"secp384r1", "ECDSA_P384"},
    {"secp521r1", "ECDSA_P521"},
};

template <size_t n>
QString lookUp(const AlgorithmName (&table)[n], const QString &key, const QString &otherwise)
{
    const auto found = std::find_if(
        std::begin(table), std::end(table), [&key](const AlgorithmName &row) { return key == QLatin1String(row.oid); });
    return found == std::end(table) ? otherwise : QString::fromLatin1(found->name);
}

QString hashName(int nid)
{
    return nid == NID_undef ? QString() : QString::fromLatin1(OBJ_nid2sn(nid)).toLower();
}

// RSASSA-PSS names its hash in the parameters, SHA-1 when it names none (RFC 4055 3.1)
QString pssHash(const X509_ALGOR *algorithm)
{
    int type = V_ASN1_UNDEF;
    const void *value = nullptr;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    if (type != V_ASN1_SEQUENCE)
        return {};
    const QByteArray der = bytesOf(static_cast<const ASN1_STRING *>(value));
    const unsigned char *position = asBytes(der);
    const Owned<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free> parameters(
        d2i_RSA_PSS_PARAMS(nullptr, &position, static_cast<long>(der.size())));
    if (!parameters)
        return {};
    if (!parameters->hashAlgorithm)
        return u"sha1"_s;
    const ASN1_OBJECT *hash = nullptr;
    X509_ALGOR_get0(&hash, nullptr, nullptr, parameters->hashAlgorithm);
    return hashName(OBJ_obj2nid(hash));
}

void readSignature(const X509 *certificate, domain::CertificateFacts &facts)
{
    // the one that is signed, as Windows shows it; the unsigned copy beside the signature must equal it to verify
    const X509_ALGOR *algorithm = X509_get0_tbs_sigalg(certificate);
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const QString oid = oidText(object);
    facts.signatureAlgorithm = lookUp(signatureNames, oid, oid);
    int hash = NID_undef;
    int key = NID_undef;
    const int nid = OBJ_obj2nid(object);
    if (nid == NID_rsassaPss)
        facts.signatureHash = pssHash(algorithm);
    else if (nid != NID_undef && OBJ_find_sigid_algs(nid, &hash, &key))
        facts.signatureHash = hashName(hash);
}

void readCurve(const EVP_PKEY *key, domain::KeyFacts &facts)
{
    char group[80] = {};
    size_t length = 0;
    facts.algorithmName = u"ECC"_s;
    if (EVP_PKEY_get_group_name(key, group, sizeof group, &length))
        facts.algorithmName = lookUp(curveNames, QString::fromLatin1(group), QString::fromLatin1(group));
}

/// The length of a positive INTEGER in DER at `position`, without its leading zero; moves behind it. 0: there is none.
long integerLength(const unsigned char *&position, const unsigned char *end)
{
    long length = 0;
    int tag = 0;
    int tagClass = 0;
    const int form = ASN1_get_object(&position, &length, &tag, &tagClass, end - position);
    if (form != 0 || tag != V_ASN1_INTEGER || tagClass != V_ASN1_UNIVERSAL || length < 1 || (*position & 0x80) != 0)
        return 0;
    const unsigned char *const digits = position;
    position += length;
    if (*digits != 0)
        return length;
    return length > 1 && (digits[1] & 0x80) != 0 ? length - 1 : 0;
}

/// The size of an RSA key in the one form that everybody writes; nothing for others, which OpenSSL has to decode.
/// Source: RFC 8017 A.1.1 (RSAPublicKey), RFC 3279 2.3.1 (the parameters are NULL).
std::optional<int> rsaBits(const X509 *certificate)
{
    ASN1_OBJECT *object = nullptr;
    X509_ALGOR *algorithm = nullptr;
    const unsigned char *position = nullptr;
    int size = 0;
    X509_PUBKEY_get0_param(&object, &position, &size, &algorithm, X509_get_X509_PUBKEY(certificate));
    int parameters = V_ASN1_UNDEF;
    X509_ALGOR_get0(nullptr, &parameters, nullptr, algorithm);
    if (OBJ_obj2nid(object) != NID_rsaEncryption || parameters != V_ASN1_NULL || !position)
        return std::nullopt;
    const ErrorQueueMark mark;
    const unsigned char *const end = position + size;
    long length = 0;
    int tag = 0;
    int tagClass = 0;
    const int form = ASN1_get_object(&position, &length, &tag, &tagClass, size);
    if (form != V_ASN1_CONSTRUCTED || tag != V_ASN1_SEQUENCE || tagClass != V_ASN1_UNIVERSAL
        || position + length != end)
        return std::nullopt;
    const long modulus = integerLength(position, end);
    const unsigned first = modulus > 0 ? *(position - modulus) : 0;
    const long exponent = modulus > 0 ? integerLength(position, end) : 0;
    constexpr long mostBytes = OPENSSL_RSA_MAX_MODULUS_BITS / 8;
    if (exponent == 0 || position != end || modulus > mostBytes)
        return std::nullopt;
    return static_cast<int>(modulus * 8) - std::countl_zero(static_cast<quint8>(first));
}

domain::KeyFacts readKey(const X509 *certificate)
{
    if (const std::optional<int> bits = rsaBits(certificate)) {
        domain::KeyFacts rsa;
        rsa.algorithm = domain::KeyFacts::Algorithm::Rsa;
        rsa.algorithmName = u"RSA"_s;
        rsa.bits = *bits;
        return rsa;
    }
    using Algorithm = domain::KeyFacts::Algorithm;
    domain::KeyFacts facts;
    ASN1_OBJECT *object = nullptr;
    X509_PUBKEY_get0_param(&object, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(certificate));
    facts.algorithmName = oidText(object);
    const EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (!key)
        return facts; // a key that OpenSSL does not know: the OID is all there is to say
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS:
        facts.algorithm = Algorithm::Rsa;
        facts.algorithmName = u"RSA"_s;
        break;
    case EVP_PKEY_EC:
        facts.algorithm = Algorithm::Ec;
        readCurve(key, facts);
        break;
    case EVP_PKEY_DSA:
        facts.algorithm = Algorithm::Dsa;
        facts.algorithmName = u"DSA"_s;
        break;
    case EVP_PKEY_ED25519:
        facts.algorithm = Algorithm::Ed25519;
        facts.algorithmName = u"Ed25519"_s;
        break;
    case EVP_PKEY_ED448:
        facts.algorithm = Algorithm::Ed448;
        facts.algorithmName = u"Ed448"_s;
        break;
    default:
        return facts; // the same as with an OpenSSL that does not know the key
    }
    facts.bits = EVP_PKEY_get_bits(key);
    return facts;
}

// the content octets of the INTEGER as they stand in the file: Windows shows a leading 00 and two's complement alike
QString serialText(const X509 *certificate)
{
    const QByteArray der = encoded<const ASN1_INTEGER>(i2d_ASN1_INTEGER, X509_get0_serialNumber(certificate));
    const unsigned char *position = asBytes(der);
    long length = 0;
    int tag = 0;
    int tagClass = 0;
    if (ASN1_get_object(&position, &length, &tag, &tagClass, static_cast<long>(der.size())) & 0x80)
        return {};
    return QString::fromLatin1(der.right(length).toHex().toUpper());
}

void readNames(const X509 *certificate, domain::CertificateFacts &facts)
{
    const X509_NAME *subject = X509_get_subject_name(certificate);
    const X509_NAME *issuer = X509_get_issuer_name(certificate);
    facts.subject = windowsName(subject);
    facts.subjectCommonName = commonName(subject);
    const unsigned char *subjectBytes = nullptr;
    const unsigned char *issuerBytes = nullptr;
    size_t subjectLength = 0;
    size_t issuerLength = 0;
    facts.isSelfIssued = X509_NAME_get0_der(subject, &subjectBytes, &subjectLength)
        && X509_NAME_get0_der(issuer, &issuerBytes, &issuerLength)
        && std::equal(subjectBytes, subjectBytes + subjectLength, issuerBytes, issuerBytes + issuerLength);
    facts.issuer = facts.isSelfIssued ? facts.subject : windowsName(issuer);
    facts.issuerCommonName = facts.isSelfIssued ? facts.subjectCommonName : commonName(issuer);
}

void readDnsNames(const X509 *certificate, domain::CertificateFacts &facts)
{
    forEachExtension<GeneralNamesPtr>(certificate, NID_subject_alt_name, [&](const auto *names) {
        for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
            const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
            if (name->type == GEN_DNS && ++facts.dnsNameCount <= maxNames)
                facts.dnsNames += stringText(name->d.dNSName);
        }
    });
}

void readUsages(const X509 *certificate, domain::CertificateFacts &facts)
{
    forEachExtension<ExtendedKeyUsagePtr>(certificate, NID_ext_key_usage, [&](const auto *usages) {
        for (int i = 0; i < sk_ASN1_OBJECT_num(usages) && facts.extendedKeyUsageOids.size() < maxUsages; ++i)
            facts.extendedKeyUsageOids += oidText(sk_ASN1_OBJECT_value(usages, i));
    });
}

QByteArray publicKeySha256(const X509 *certificate)
{
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int length = 0;
    if (X509_pubkey_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char *>(digest.data()), &length) != 1)
        return {};
    return digest.first(length);
}

} // namespace

domain::CertificateFacts factsOf(const X509 *certificate, const QByteArray &der)
{
    const ErrorQueueMark mark;
    domain::CertificateFacts facts;
    facts.der = der;
    facts.thumbprint = domain::Thumbprint::fromSha1(QCryptographicHash::hash(der, QCryptographicHash::Sha1));
    readNames(certificate, facts);
    facts.serialNumber = serialText(certificate);
    facts.notBeforeUtc = timeUtc(X509_get0_notBefore(certificate));
    facts.notAfterUtc = timeUtc(X509_get0_notAfter(certificate));
    facts.key = readKey(certificate);
    facts.publicKeySha256 = publicKeySha256(certificate);
    readSignature(certificate, facts);
    readDnsNames(certificate, facts);
    readUsages(certificate, facts);
    return facts;
}

Result<domain::CertificateFacts> readDer(const QByteArray &der)
{
    if (const X509Ptr certificate = parseWithoutKey(der); certificate && rsaBits(certificate.get()))
        return factsOf(certificate.get(), der);
    QString reason;
    const X509Ptr certificate = parseCertificate(der, reason);
    if (!certificate)
        return fail(ErrorCode::MalformedCertificate, {}, reason);
    return factsOf(certificate.get(), der);
}

Result<QList<domain::CertificateFacts>> readPem(const QByteArray &pem)
{
    const ErrorQueueMark mark;
    if (pem.size() > maxPemBytes)
        return fail(ErrorCode::MalformedPem, {}, u"too large: %1 bytes"_s.arg(pem.size()));
    const BioPtr input(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    QList<domain::CertificateFacts> certificates;
    for (;;) {
        char *name = nullptr;
        char *header = nullptr;
        unsigned char *data = nullptr;
        long length = 0;
        if (!input || !PEM_read_bio(input.get(), &name, &header, &data, &length))
            break;
        const TextPtr nameOwner(name);
        const TextPtr headerOwner(header);
        const BytesPtr dataOwner(data);
        const QByteArrayView kind(name);
        if (kind == QByteArrayView(PEM_STRING_X509) || kind == QByteArrayView(PEM_STRING_X509_OLD)) {
            auto facts = readDer(QByteArray(reinterpret_cast<const char *>(data), length));
            if (!facts)
                return fail(ErrorCode::MalformedPem, u"block %1"_s.arg(certificates.size() + 1), facts.error().detail);
            certificates += *std::move(facts);
        }
        OPENSSL_cleanse(data, static_cast<size_t>(length)); // the block may have been a private key
    }
    const unsigned long last = ERR_peek_last_error();
    const bool isAtEnd = ERR_GET_LIB(last) == ERR_LIB_PEM && ERR_GET_REASON(last) == PEM_R_NO_START_LINE;
    if (!isAtEnd)
        return fail(ErrorCode::MalformedPem, u"block %1"_s.arg(certificates.size() + 1), mark.reason(u"unreadable"_s));
    if (certificates.isEmpty())
        return fail(ErrorCode::MalformedPem, {}, u"no certificate"_s);
    return certificates;
}

Result<QList<domain::CertificateFacts>> readPkcs7(const QByteArray &bytes)
{
    const ErrorQueueMark mark;
    if (bytes.size() > maxDerBytes)
        return fail(ErrorCode::MalformedCertificate, {}, u"too large: %1 bytes"_s.arg(bytes.size()));
    const BioPtr input(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    const bool isPem = bytes.contains("-----BEGIN");
    const Pkcs7Ptr message(
        isPem ? PEM_read_bio_PKCS7(input.get(), nullptr, nullptr, nullptr) : d2i_PKCS7_bio(input.get(), nullptr));
    const bool isSigned = message && PKCS7_type_is_signed(message.get()) && message->d.sign;
    const STACK_OF(X509) *stored = isSigned ? message->d.sign->cert : nullptr;
    QList<domain::CertificateFacts> certificates;
    for (int i = 0; i < sk_X509_num(stored); ++i) {
        const X509 *one = sk_X509_value(stored, i);
        certificates.append(factsOf(one, encoded<const X509>(i2d_X509, one)));
    }
    if (certificates.isEmpty())
        return fail(ErrorCode::MalformedCertificate, {}, mark.reason(u"no certificate"_s));
    return certificates;
}

QByteArray toPem(const QByteArray &der)
{
    constexpr qsizetype columns = 64;
    const QByteArray base64 = der.toBase64();
    QByteArray pem = "-----BEGIN CERTIFICATE-----\n";
    for (qsizetype i = 0; i < base64.size(); i += columns)
        pem += base64.mid(i, columns) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

} // namespace kakuin::x509
