// SPDX-License-Identifier: MIT
#include "core/x509/pfx.h"

#include "core/x509/keyderivation_p.h"
#include "core/x509/maker_p.h"
#include "core/x509/secretbytes_p.h"

#include <vector>

namespace kakuin::x509 {
namespace {

constexpr qsizetype maxFileBytes = qsizetype{16} * 1024 * 1024;
constexpr int maxSafes = 64;
constexpr int maxBags = 1000;
constexpr int maxDepth = 4;

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
        PKCS12_get0_mac(nullptr, nullptr, nullptr, &count, pfx);
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
        X509Ptr certificate(PKCS12_SAFEBAG_get1_cert(bag));
        if (!certificate)
            return malformed(QStringLiteral("damaged certificate"));
        certificates.push_back({std::move(certificate), friendlyNameOf(bag)});
        return {};
    }

    static QString friendlyNameOf(PKCS12_SAFEBAG *bag)
    {
        constexpr qsizetype maxFriendlyName = 4096;
        const TextPtr name(PKCS12_get_friendlyname(bag));
        return name ? QString::fromUtf8(name.get()).left(maxFriendlyName) : QString();
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
constexpr int withoutMac = -1;

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
    const QByteArray name = friendlyName.toUtf8();
    const Pkcs12Ptr pfx(
        PKCS12_create_ex(secret.data(), name.isEmpty() ? nullptr : name.constData(), key.impl()->key.get(),
            certificate.get(), nullptr, bagCipher, bagCipher, writtenRounds, withoutMac, 0, libraryContext(), nullptr));
    // the MAC apart: PKCS12_create() would use SHA-256, which old Windows reports as a wrong password
    if (!pfx || !PKCS12_set_mac(pfx.get(), secret.data(), -1, nullptr, 0, writtenRounds, EVP_sha1()))
        return fail(ErrorCode::SigningFailed, friendlyName, mark.reason(QStringLiteral("no reason given")));
    const QByteArray bytes = encoded<const PKCS12>(i2d_PKCS12, pfx.get());
    if (bytes.isEmpty())
        return fail(ErrorCode::SigningFailed, friendlyName, mark.reason(QStringLiteral("encoding")));
    return bytes;
}

} // namespace kakuin::x509
