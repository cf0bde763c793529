// SPDX-License-Identifier: MIT
#include "core/psrp/sessionkey.h"

#include "core/base/owned.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>

#include <algorithm>

namespace kakuin::psrp {
namespace {

constexpr int keyBytes = 32;
constexpr int blockBytes = 16;
constexpr int modulusBytes = 256;
constexpr int modulusBits = 8 * modulusBytes;

// PUBLICKEYBLOB, version 2, CALG_RSA_KEYX; "RSA1", 2048, 65537
const QByteArray publicBlobHead = QByteArray::fromHex("06020000"
                                                      "00A40000"
                                                      "52534131"
                                                      "00080000"
                                                      "01000100");
// SIMPLEBLOB, version 2 or (as servers send it) reserved bytes; CALG_AES_256; CALG_RSA_KEYX
const QByteArray simpleBlobHead = QByteArray::fromHex("01020000"
                                                      "10660000"
                                                      "00A40000");

using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using CipherContext = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using Number = Owned<BIGNUM, BN_free>;
using ParameterBuilder = Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Parameters = Owned<OSSL_PARAM, OSSL_PARAM_free>;

const unsigned char *in(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

void wipe(QByteArray &bytes)
{
    OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
}

void wipe(QString &text)
{
    OPENSSL_cleanse(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
}

QByteArray reversed(QByteArray bytes)
{
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

tl::unexpected<Error> badKey(const char *what)
{
    return fail(ErrorCode::UnexpectedOutput, {}, QString::fromLatin1(what));
}

// One pass of AES-256-CBC with a zero start vector; nothing when padding or length do not fit.
std::optional<QByteArray> ciphered(const QByteArray &key, const QByteArray &input, bool isEncrypting)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    const QByteArray start(blockBytes, '\0');
    QByteArray output(input.size() + blockBytes, Qt::Uninitialized);
    int first = 0;
    int last = 0;
    const bool isDone = context
        && EVP_CipherInit_ex2(context.get(), EVP_aes_256_cbc(), in(key), in(start), isEncrypting ? 1 : 0, nullptr) == 1
        && EVP_CipherUpdate(context.get(), out(output), &first, in(input), static_cast<int>(input.size())) == 1
        && EVP_CipherFinal_ex(context.get(), out(output) + first, &last) == 1;
    if (!isDone) {
        wipe(output);
        return std::nullopt;
    }
    OPENSSL_cleanse(output.data() + first + last, static_cast<size_t>(output.size() - first - last));
    output.truncate(first + last);
    return output;
}

// 00 02, bytes other than 00, 00, the key.
bool isPaddedKey(const QByteArray &message)
{
    const QByteArrayView padding = QByteArrayView(message).chopped(keyBytes + 1).sliced(2);
    return message.startsWith(QByteArrayView("\x00\x02", 2)) && message.at(message.size() - keyBytes - 1) == '\0'
        && !padding.contains('\0');
}

// Modulus of a PUBLICKEYBLOB as an OpenSSL key.
Key publicKey(const QByteArray &modulus)
{
    const Number n(BN_bin2bn(in(modulus), static_cast<int>(modulus.size()), nullptr));
    const Number e(BN_new());
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || BN_set_word(e.get(), 65537) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return nullptr;
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return Key(key);
}

} // namespace

Result<SessionKey> SessionKey::fromBytes(QByteArray &&bytes)
{
    if (bytes.size() != keyBytes) {
        wipe(bytes);
        return badKey("session key of another length");
    }
    SessionKey key;
    key.m_bytes = std::shared_ptr<const QByteArray>(new QByteArray(bytes.constData(), bytes.size()), [](auto *held) {
        OPENSSL_cleanse(const_cast<char *>(held->constData()), static_cast<size_t>(held->size()));
        delete held;
    });
    wipe(bytes);
    return key;
}

Result<QString> SessionKey::encrypt(const Secret &secret) const
{
    QString text = secret.text();
    QByteArray plain(text.size() * 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i) {
        plain[2 * i] = static_cast<char>(text.at(i).unicode() & 0xFF);
        plain[2 * i + 1] = static_cast<char>(text.at(i).unicode() >> 8);
    }
    wipe(text);
    const auto encrypted = ciphered(*m_bytes, plain, true);
    wipe(plain);
    if (!encrypted)
        return fail(ErrorCode::Internal, {}, QStringLiteral("AES-256-CBC"));
    return QString::fromLatin1(encrypted->toBase64());
}

Result<Secret> SessionKey::decrypt(const QString &text) const
{
    const auto bytes = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.isEmpty() || bytes.decoded.size() % blockBytes != 0)
        return badKey("secure string: no blocks in base64");
    auto plain = ciphered(*m_bytes, bytes.decoded, false);
    if (!plain || plain->size() % 2 != 0) {
        if (plain)
            wipe(*plain);
        return badKey("secure string: not of this session");
    }
    QString clear(plain->size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < clear.size(); ++i) {
        const auto low = static_cast<uchar>(plain->at(2 * i));
        const auto high = static_cast<uchar>(plain->at(2 * i + 1));
        clear[i] = QChar(static_cast<ushort>(low | high << 8));
    }
    wipe(*plain);
    const Secret secret(clear);
    wipe(clear);
    return secret;
}

struct KeyExchange::Private final {
    Key key;
};

KeyExchange::KeyExchange(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

KeyExchange::~KeyExchange() = default;

Result<std::shared_ptr<const KeyExchange>> KeyExchange::generate()
{
    Key key(EVP_RSA_gen(static_cast<unsigned int>(modulusBits)));
    BIGNUM *number = nullptr;
    if (!key || EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_RSA_N, &number) != 1)
        return fail(ErrorCode::KeyGenerationFailed);
    const Number modulus(number);
    QByteArray bytes(modulusBytes, '\0');
    if (BN_bn2lebinpad(modulus.get(), out(bytes), modulusBytes) != modulusBytes)
        return fail(ErrorCode::KeyGenerationFailed);
    std::shared_ptr<KeyExchange> exchange(new KeyExchange(std::make_unique<Private>(Private{std::move(key)})));
    exchange->m_publicKeyText = QString::fromLatin1((publicBlobHead + bytes).toBase64());
    return std::shared_ptr<const KeyExchange>(std::move(exchange));
}

Result<SessionKey> KeyExchange::accept(const QString &encryptedSessionKey) const
{
    const auto blob
        = QByteArray::fromBase64Encoding(encryptedSessionKey.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!blob || blob.decoded.size() != simpleBlobHead.size() + modulusBytes
        || !blob.decoded.startsWith(simpleBlobHead))
        return badKey("session key: no SIMPLEBLOB for AES-256 under RSA");
    const QByteArray wrapped = reversed(blob.decoded.sliced(simpleBlobHead.size()));
    // The padding is removed here: from OpenSSL 3.2 on (in distributions also before), the library returns random bytes
    // instead of an error when it is wrong. Source: RFC 8017 7.2.2.
    const KeyContext context(EVP_PKEY_CTX_new(d->key.get(), nullptr));
    QByteArray plain(modulusBytes, '\0');
    auto length = static_cast<size_t>(plain.size());
    const bool isDone = context && EVP_PKEY_decrypt_init(context.get()) == 1
        && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) == 1
        && EVP_PKEY_decrypt(context.get(), out(plain), &length, in(wrapped), static_cast<size_t>(wrapped.size())) == 1;
    if (!isDone || !isPaddedKey(plain)) {
        wipe(plain);
        return badKey("session key: not under our public key");
    }
    QByteArray key = plain.last(keyBytes);
    wipe(plain);
    return SessionKey::fromBytes(std::move(key));
}

Result<KeyExchange::Wrapped> KeyExchange::wrapNewKey(const QString &publicKeyText)
{
    const auto blob = QByteArray::fromBase64Encoding(publicKeyText.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!blob || blob.decoded.size() != publicBlobHead.size() + modulusBytes
        || !blob.decoded.startsWith(publicBlobHead))
        return badKey("public key: no PUBLICKEYBLOB of 2048 bits");
    const Key key = publicKey(reversed(blob.decoded.sliced(publicBlobHead.size())));
    QByteArray bytes(keyBytes, '\0');
    if (!key || RAND_bytes(out(bytes), keyBytes) != 1)
        return fail(ErrorCode::KeyGenerationFailed);
    const KeyContext context(EVP_PKEY_CTX_new(key.get(), nullptr));
    QByteArray wrapped(modulusBytes, '\0');
    auto length = static_cast<size_t>(wrapped.size());
    if (!context || EVP_PKEY_encrypt_init(context.get()) != 1
        || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1
        || EVP_PKEY_encrypt(context.get(), out(wrapped), &length, in(bytes), keyBytes) != 1
        || length != static_cast<size_t>(modulusBytes))
        return fail(ErrorCode::KeyGenerationFailed);
    const auto session = SessionKey::fromBytes(std::move(bytes));
    if (!session)
        return tl::unexpected<Error>(session.error());
    return Wrapped{*session, QString::fromLatin1((simpleBlobHead + reversed(wrapped)).toBase64())};
}

} // namespace kakuin::psrp
