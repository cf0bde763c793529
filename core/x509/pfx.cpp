// SPDX-License-Identifier: MIT
#include "core/x509/pfx.h"

#include "core/x509/distinguishedname_p.h"
#include "core/x509/keyderivation_p.h"
#include "core/x509/maker_p.h"
#include "core/x509/secretbytes_p.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

#include <vector>

namespace kakuin::x509 {
namespace {

constexpr qsizetype maxFileBytes = qsizetype{16} * 1024 * 1024;
constexpr int maxSafes = 64;
constexpr int maxBags = 1000;
constexpr int maxDepth = 4;
constexpr qsizetype maxFriendlyName = 4096;

void freeSafes(STACK_OF(PKCS7) * safes)
{
    sk_PKCS7_pop_free(safes, PKCS7_free);
}

void freeBags(STACK_OF(PKCS12_SAFEBAG) * bags)
{
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}

using SafesPtr = Owned<STACK_OF(PKCS7), freeSafes>;
using BagsPtr = Owned<STACK_OF(PKCS12_SAFEBAG), freeBags>;

/// The MACs that every OpenSSL 3 can check. The result of others would depend on its version: 3.0 reports PBMAC1 (RFC
/// 9579) as a wrong password, 3.4 checks it with as many rounds as the file wants.
bool isKnownMac(const ASN1_OBJECT *algorithm)
{
    switch (OBJ_obj2nid(algorithm)) {
    case NID_md5:
    case NID_sha1:
    case NID_sha224:
    case NID_sha256:
    case NID_sha384:
    case NID_sha512:
    case NID_sha512_224:
    case NID_sha512_256:
    case NID_sha3_224:
    case NID_sha3_256:
    case NID_sha3_384:
    case NID_sha3_512:
        return true;
    default:
        return false;
    }
}

/// Valid UTF-16 of limited length. A unit that is no character becomes U+FFFD, so that it stays visible; a terminator
/// at the end is removed.
QString wellFormed(QString text)
{
    while (text.endsWith(QChar(u'\0')))
        text.chop(1);
    if (text.size() > maxFriendlyName)
        text = text.left(maxFriendlyName) + u'…';
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (text.at(i).isSurrogate() || text.at(i).isNull())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

/// The name, read from the attribute itself: PKCS12_get_friendlyname() returns nothing in OpenSSL 3.0.19 when the last
/// character takes three bytes of UTF-8, damages such a name in older versions, and ignores every type but BMPString.
/// A value that is no text becomes "#" and the hex digits of its encoding: no name gets lost unnoticed.
/// Source: RFC 2985 5.5.1; Windows writes UTF-16 into the BMPString.
QString friendlyNameOf(const PKCS12_SAFEBAG *bag)
{
    const ASN1_TYPE *value = PKCS12_SAFEBAG_get0_attr(bag, NID_friendlyName);
    if (!value)
        return {};
    const int type = ASN1_TYPE_get(value);
    const bool isString = type != V_ASN1_BOOLEAN && type != V_ASN1_OBJECT && type != V_ASN1_NULL;
    const ASN1_STRING *string = isString ? value->value.asn1_string : nullptr;
    const QString text = stringText(string);
    if (!text.isEmpty() || (string != nullptr && ASN1_STRING_length(string) == 0))
        return wellFormed(text);
    const QByteArray der = encoded<const ASN1_TYPE>(i2d_ASN1_TYPE, value).left(maxFriendlyName);
    return wellFormed(u'#' + QString::fromLatin1(der.toHex().toUpper()));
}

struct NamedCertificate final {
    X509Ptr certificate;
    QString friendlyName;
};

/// Opens one file with one library context: checks the MAC, then walks the safes and adds up what they cost.
class PfxWalk final {
public:
    PfxWalk(const SecretBytes &secret, OSSL_LIB_CTX *context)
        : m_secret(secret)
        , m_context(context)
    {
    }

    [[nodiscard]] Result<> open(const QByteArray &bytes)
    {
        const unsigned char *position = asBytes(bytes);
        PKCS12 *raw = PKCS12_init_ex(NID_pkcs7_data, m_context, nullptr);
        // on failure d2i_PKCS12 frees what it was given
        if (!raw || !d2i_PKCS12(&raw, &position, static_cast<long>(bytes.size())))
            return malformed(QStringLiteral("not a PFX"));
        const Pkcs12Ptr pfx(raw);
        if (position != asBytes(bytes) + bytes.size())
            return fail(ErrorCode::MalformedPfx, {}, QStringLiteral("trailing data"));
        return checkMac(pfx.get()).and_then([this, &pfx] { return readSafes(pfx.get()); });
    }

    [[nodiscard]] bool needsLegacyProvider() const { return m_needsLegacy; }

    std::vector<NamedCertificate> certificates;
    KeyPtr key;
    QString keyName;

private:
    [[nodiscard]] tl::unexpected<Error> malformed(const QString &otherwise)
    {
        return fail(ErrorCode::MalformedPfx, {}, m_mark.reason(otherwise));
    }

    // with a MAC the password is known to be right, without one there is no telling
    [[nodiscard]] Result<> locked()
    {
        return m_hasMac ? malformed(QStringLiteral("decryption failed")) : fail(ErrorCode::WrongPfxPassword);
    }

    [[nodiscard]] Result<> admit(const X509_ALGOR *algorithm)
    {
        m_needsLegacy = m_context != legacyContext() && isLegacyEncryption(algorithm);
        if (m_needsLegacy)
            return fail(
                ErrorCode::MalformedPfx, {}, QStringLiteral("RC2, RC4 or DES: needs OpenSSL's legacy provider"));
        return charge(derivationRounds(algorithm));
    }

    [[nodiscard]] Result<> charge(std::optional<qint64> rounds)
    {
        m_rounds += rounds.value_or(maxRounds + 1);
        if (m_rounds > maxRounds)
            return fail(ErrorCode::MalformedPfx, {}, QStringLiteral("key derivation unknown or too costly"));
        return {};
    }

    Result<> checkMac(PKCS12 *pfx)
    {
        m_hasMac = PKCS12_mac_present(pfx) == 1;
        if (!m_hasMac)
            return {};
        const ASN1_INTEGER *count = nullptr;
        const X509_ALGOR *algorithm = nullptr;
        PKCS12_get0_mac(nullptr, &algorithm, nullptr, &count, pfx);
        const ASN1_OBJECT *hash = nullptr;
        X509_ALGOR_get0(&hash, nullptr, nullptr, algorithm);
        if (!isKnownMac(hash))
            return fail(ErrorCode::MalformedPfx, {}, QStringLiteral("unknown MAC algorithm ") + oidText(hash));
        // no count means one round
        if (const auto paid = charge(count ? checkedRounds(count) : std::optional<qint64>(1)); !paid)
            return paid;
        if (PKCS12_verify_mac(pfx, m_secret.data(), m_secret.size()))
            return {};
        // "no password" and "an empty password" are different keys
        m_isNoPassword = m_secret.size() == 0 && PKCS12_verify_mac(pfx, nullptr, 0) == 1;
        return m_isNoPassword ? Result<>() : fail(ErrorCode::WrongPfxPassword);
    }

    [[nodiscard]] const char *password() const { return m_isNoPassword ? nullptr : m_secret.data(); }

    Result<> readSafes(PKCS12 *pfx)
    {
        const SafesPtr safes(PKCS12_unpack_authsafes(pfx));
        if (!safes)
            return malformed(QStringLiteral("no contents"));
        if (sk_PKCS7_num(safes.get()) > maxSafes)
            return fail(ErrorCode::MalformedPfx, {}, QStringLiteral("too many safes"));
        for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i) {
            if (const auto read = readSafe(sk_PKCS7_value(safes.get(), i)); !read)
                return read;
        }
        return {};
    }

    Result<> readSafe(PKCS7 *safe)
    {
        if (PKCS7_type_is_data(safe)) {
            const BagsPtr bags(PKCS12_unpack_p7data(safe));
            return bags ? readBags(bags.get(), 0) : malformed(QStringLiteral("damaged safe"));
        }
        if (!PKCS7_type_is_encrypted(safe) || !safe->d.encrypted || !safe->d.encrypted->enc_data)
            return fail(ErrorCode::MalformedPfx, {}, QStringLiteral("a safe encrypted for a certificate"));
        if (const auto paid = admit(safe->d.encrypted->enc_data->algorithm); !paid)
            return paid;
        const BagsPtr bags(PKCS12_unpack_p7encdata(safe, password(), m_secret.size()));
        return bags ? readBags(bags.get(), 0) : locked();
    }

    Result<> readBags(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth)
    {
        if (depth > maxDepth)
            return fail(ErrorCode::MalformedPfx, {}, QStringLiteral("nested too deeply"));
        for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
            if (++m_bags > maxBags)
                return fail(ErrorCode::MalformedPfx, {}, QStringLiteral("too many bags"));
            if (const auto read = readBag(sk_PKCS12_SAFEBAG_value(bags, i), depth); !read)
                return read;
        }
        return {};
    }

    Result<> readBag(PKCS12_SAFEBAG *bag, int depth)
    {
        switch (PKCS12_SAFEBAG_get_nid(bag)) {
        case NID_keyBag:
            return takeKey(PKCS12_SAFEBAG_get0_p8inf(bag), bag);
        case NID_pkcs8ShroudedKeyBag:
            return readShroudedKey(bag);
        case NID_certBag:
            return readCertificate(bag);
        case NID_safeContentsBag: {
            const STACK_OF(PKCS12_SAFEBAG) *inner = PKCS12_SAFEBAG_get0_safes(bag);
            return inner ? readBags(inner, depth + 1) : Result<>();
        }
        default: // revocation lists and secrets do not concern us
            return {};
        }
    }

    Result<> readShroudedKey(PKCS12_SAFEBAG *bag)
    {
        const X509_ALGOR *algorithm = nullptr;
        if (const X509_SIG *shrouded = PKCS12_SAFEBAG_get0_pkcs8(bag))
            X509_SIG_get0(shrouded, &algorithm, nullptr);
        if (const auto paid = admit(algorithm); !paid)
            return paid;
        const Pkcs8Ptr info(PKCS12_decrypt_skey_ex(bag, password(), m_secret.size(), m_context, nullptr));
        return info ? takeKey(info.get(), bag) : locked();
    }

    Result<> takeKey(const PKCS8_PRIV_KEY_INFO *info, PKCS12_SAFEBAG *bag)
    {
        if (key)
            return {}; // one certificate with its key is what an export holds; the first one counts
        key.reset(info ? EVP_PKCS82PKEY_ex(info, libraryContext(), nullptr) : nullptr);
        keyName = friendlyNameOf(bag);
        return key ? Result<>() : malformed(QStringLiteral("unknown key"));
    }

    Result<> readCertificate(PKCS12_SAFEBAG *bag)
    {
        if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_x509Certificate)
            return {};
        const X509Ptr inGlobalContext(PKCS12_SAFEBAG_get1_cert(bag));
        if (!inGlobalContext)
            return malformed(QStringLiteral("damaged certificate"));
        QString reason;
        X509Ptr certificate = parseCertificate(encoded<const X509>(i2d_X509, inGlobalContext.get()), reason);
        if (!certificate)
            return fail(ErrorCode::MalformedPfx, {}, reason);
        certificates.push_back({std::move(certificate), friendlyNameOf(bag)});
        return {};
    }

    const ErrorQueueMark m_mark;
    const SecretBytes &m_secret;
    OSSL_LIB_CTX *m_context;
    qint64 m_rounds = 0;
    int m_bags = 0;
    bool m_hasMac = false;
    bool m_isNoPassword = false;
    bool m_needsLegacy = false;
};

Result<PfxContent> contentOf(PfxWalk &walk)
{
    if (walk.certificates.empty())
        return fail(ErrorCode::MalformedPfx, {}, QStringLiteral("no certificate"));
    size_t own = 0;
    for (size_t i = 0; walk.key && i < walk.certificates.size(); ++i) {
        if (X509_check_private_key(walk.certificates[i].certificate.get(), walk.key.get()) == 1) {
            own = i;
            break;
        }
    }
    PfxContent content;
    for (size_t i = 0; i < walk.certificates.size(); ++i) {
        const QByteArray der = encoded<const X509>(i2d_X509, walk.certificates[i].certificate.get());
        if (i == own)
            content.certificateDer = der;
        else
            content.otherCertificates += der;
    }
    content.friendlyName = walk.certificates[own].friendlyName;
    if (content.friendlyName.isEmpty())
        content.friendlyName = walk.keyName;
    if (!walk.key)
        return content;
    // through PKCS#8, so that the key belongs to our context even when the legacy one opened the file
    const Pkcs8Ptr info(EVP_PKEY2PKCS8(walk.key.get()));
    QByteArray der = info ? encoded<const PKCS8_PRIV_KEY_INFO>(i2d_PKCS8_PRIV_KEY_INFO, info.get()) : QByteArray();
    auto key = PrivateKey::fromPkcs8(der);
    OPENSSL_cleanse(der.data(), static_cast<size_t>(der.size()));
    if (!key)
        return fail(ErrorCode::MalformedPfx, {}, key.error().detail);
    content.key = *std::move(key);
    return content;
}

// what Windows Server 2012 R2 itself writes; AES and SHA-256 came with Windows Server 2019
constexpr int bagCipher = NID_pbe_WithSHA1And3_Key_TripleDES_CBC;
constexpr int writtenRounds = 2000;
constexpr int withoutEncryption = -1; // for the safe with the key: the key in it is encrypted
constexpr int macSaltBytes = 8;

/// Adds the name and the id that joins the two bags. The name is UTF-16, as Windows writes it: OpenSSL's own conversion
/// refuses characters outside the Basic Multilingual Plane.
bool addAttributes(PKCS12_SAFEBAG *bag, const QString &friendlyName, QByteArray &keyId)
{
    QByteArray utf16(2 * friendlyName.size(), Qt::Uninitialized);
    qToBigEndian<char16_t>(friendlyName.utf16(), friendlyName.size(), utf16.data());
    return bag
        && (friendlyName.isEmpty()
            || PKCS12_add1_attr_by_NID(
                bag, NID_friendlyName, V_ASN1_BMPSTRING, asBytes(utf16), static_cast<int>(utf16.size())))
        && PKCS12_add_localkeyid(bag, reinterpret_cast<unsigned char *>(keyId.data()), static_cast<int>(keyId.size()));
}

/// Makes what PKCS12_create() makes. That function takes the name as UTF-8 only and converts it.
Pkcs12Ptr assemblePfx(
    X509 *certificate, EVP_PKEY *key, const QString &friendlyName, QByteArray keyId, const SecretBytes &secret)
{
    STACK_OF(PKCS12_SAFEBAG) *bags = nullptr;
    bool isDone = addAttributes(PKCS12_add_cert(&bags, certificate), friendlyName, keyId);
    const BagsPtr certificateBags(bags);
    bags = nullptr;
    isDone = isDone
        && addAttributes(
            PKCS12_add_key_ex(&bags, key, 0, writtenRounds, bagCipher, secret.data(), libraryContext(), nullptr),
            friendlyName, keyId);
    const BagsPtr keyBags(bags);
    STACK_OF(PKCS7) *safes = nullptr;
    isDone = isDone
        && PKCS12_add_safe_ex(
            &safes, certificateBags.get(), bagCipher, writtenRounds, secret.data(), libraryContext(), nullptr)
        && PKCS12_add_safe(&safes, keyBags.get(), withoutEncryption, 0, nullptr);
    const SafesPtr owner(safes);
    return Pkcs12Ptr(isDone ? PKCS12_add_safes_ex(safes, 0, libraryContext(), nullptr) : nullptr);
}

} // namespace

Result<PfxContent> readPfx(const QByteArray &pfx, const Secret &password)
{
    const ErrorQueueMark mark;
    if (pfx.isEmpty() || pfx.size() > maxFileBytes)
        return fail(ErrorCode::MalformedPfx, {}, QStringLiteral("%1 bytes").arg(pfx.size()));
    const SecretBytes secret(password);
    PfxWalk walk(secret, libraryContext());
    const Result<> opened = walk.open(pfx);
    if (opened)
        return contentOf(walk);
    if (!walk.needsLegacyProvider() || !legacyContext())
        return tl::unexpected<Error>(opened.error());
    PfxWalk legacyWalk(secret, legacyContext());
    if (const Result<> again = legacyWalk.open(pfx); !again)
        return tl::unexpected<Error>(again.error());
    return contentOf(legacyWalk);
}

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
    const QByteArray keyId = QCryptographicHash::hash(certificateDer, QCryptographicHash::Sha1);
    const Pkcs12Ptr pfx = assemblePfx(certificate.get(), key.impl()->key.get(), friendlyName, keyId, secret);
    // SHA-1: old Windows reports any other MAC as a wrong password
    if (!pfx || !PKCS12_set_mac(pfx.get(), secret.data(), -1, nullptr, macSaltBytes, writtenRounds, EVP_sha1()))
        return fail(ErrorCode::SigningFailed, friendlyName, mark.reason(QStringLiteral("no reason given")));
    const QByteArray bytes = encoded<const PKCS12>(i2d_PKCS12, pfx.get());
    if (bytes.isEmpty())
        return fail(ErrorCode::SigningFailed, friendlyName, mark.reason(QStringLiteral("encoding")));
    return bytes;
}

} // namespace kakuin::x509
