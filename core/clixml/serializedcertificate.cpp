// SPDX-License-Identifier: MIT
#include "core/clixml/serializedcertificate.h"

#include "core/clixml/certificateparts.h"
#include "core/clixml/nrbfcursor.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>
#include <array>

namespace kakuin::clixml {
namespace {

using nrbf::Cursor;

constexpr quint32 encodedAsX509 = 1;
constexpr qsizetype keyInfoHeaderBytes = 28; // seven numbers before the two texts

tl::unexpected<Error> malformedElement(qsizetype offset, const QString &reason)
{
    return fail(ErrorCode::MalformedSerializedCertificate, {}, QStringLiteral("offset %1: %2").arg(offset).arg(reason));
}

// UTF-16LE up to a NUL or, as nothing promises one, up to the end
QString utf16(QByteArrayView bytes)
{
    QString text;
    Cursor in(bytes);
    while (in.remaining() >= 2) {
        const auto unit = in.number<quint16>();
        if (unit == 0)
            break;
        text.append(QChar(unit));
    }
    return text;
}

// CRYPT_KEY_PROV_INFO with offsets in place of pointers; an offset of zero means "not given"
bool readKeyInfo(QByteArrayView data, CertificateBlob &blob)
{
    Cursor in(data);
    const auto containerAt = in.number<quint32>();
    const auto providerAt = in.number<quint32>();
    if (data.size() < keyInfoHeaderBytes || containerAt > data.size() || providerAt > data.size())
        return false;
    blob.hasPrivateKey = true;
    blob.keyContainer = containerAt ? utf16(data.sliced(containerAt)) : QString();
    blob.keyProvider = providerAt ? utf16(data.sliced(providerAt)) : QString();
    return true;
}

template <class Number>
void put(QByteArray &out, Number value)
{
    char raw[sizeof(Number)];
    qToLittleEndian(value, raw);
    out.append(raw, sizeof(raw));
}

QByteArray utf16z(const QString &text)
{
    QByteArray out;
    for (const QChar unit : text)
        put<quint16>(out, unit.unicode());
    put<quint16>(out, 0);
    return out;
}

QByteArray paddedTo8(QByteArray bytes)
{
    return bytes.append((8 - bytes.size() % 8) % 8, '\0');
}

QByteArray keyInfo(const CertificateBlob &blob)
{
    constexpr quint32 rsaSChannel = 12;
    constexpr quint32 machineKeySet = 0x20;
    constexpr quint32 keyExchange = 1;
    const QByteArray container = paddedTo8(utf16z(blob.keyContainer));
    const QByteArray provider = blob.keyProvider.isEmpty() ? QByteArray() : paddedTo8(utf16z(blob.keyProvider));
    const auto providerAt = blob.keyProvider.isEmpty() ? 0 : keyInfoHeaderBytes + container.size();
    QByteArray out;
    put<quint32>(out, keyInfoHeaderBytes);
    put<quint32>(out, static_cast<quint32>(providerAt));
    for (const quint32 number : {rsaSChannel, machineKeySet, 0U, 0U, keyExchange})
        put(out, number);
    return out + container + provider;
}

struct SignatureAlgorithm final {
    const char *oid; // content octets in hex
    QCryptographicHash::Algorithm hash;
    const char *text;
};
// RFC 3279, RFC 4055, RFC 5758; the texts are those of CNG
constexpr std::array signatureAlgorithms{
    SignatureAlgorithm{"2a864886f70d010105", QCryptographicHash::Sha1, "RSA/SHA1"},
    SignatureAlgorithm{"2a864886f70d01010b", QCryptographicHash::Sha256, "RSA/SHA256"},
    SignatureAlgorithm{"2a864886f70d01010c", QCryptographicHash::Sha384, "RSA/SHA384"},
    SignatureAlgorithm{"2a864886f70d01010d", QCryptographicHash::Sha512, "RSA/SHA512"},
    SignatureAlgorithm{"2a8648ce3d040302", QCryptographicHash::Sha256, "ECDSA/SHA256"},
    SignatureAlgorithm{"2a8648ce3d040303", QCryptographicHash::Sha384, "ECDSA/SHA384"},
    SignatureAlgorithm{"2a8648ce3d040304", QCryptographicHash::Sha512, "ECDSA/SHA512"},
};

const SignatureAlgorithm *algorithmOf(const std::optional<CertificateParts> &parts)
{
    const auto it = std::find_if(signatureAlgorithms.begin(), signatureAlgorithms.end(),
        [&](const SignatureAlgorithm &a) { return parts && parts->signatureOid.toHex() == a.oid; });
    return it == signatureAlgorithms.end() ? nullptr : &*it;
}

// Nothing: this certificate has no such property.
std::optional<QByteArray> propertyData(
    CertificateProperty id, const CertificateBlob &blob, const std::optional<CertificateParts> &parts)
{
    const auto hash = [](const QByteArray &data, QCryptographicHash::Algorithm algorithm) {
        return std::optional<QByteArray>(QCryptographicHash::hash(data, algorithm));
    };
    const SignatureAlgorithm *algorithm = algorithmOf(parts);
    switch (id) {
    case CertificateProperty::KeyProviderInfo:
        return blob.hasPrivateKey ? std::optional(keyInfo(blob)) : std::nullopt;
    case CertificateProperty::Sha1Hash:
        return hash(blob.der, QCryptographicHash::Sha1);
    case CertificateProperty::Md5Hash:
        return hash(blob.der, QCryptographicHash::Md5);
    case CertificateProperty::FriendlyName:
        return utf16z(blob.friendlyName);
    case CertificateProperty::SignatureHash:
        return algorithm ? hash(parts->tbsCertificate, algorithm->hash) : std::nullopt;
    case CertificateProperty::KeyIdentifier:
        return parts ? hash(parts->subjectPublicKeyInfo, QCryptographicHash::Sha1) : std::nullopt;
    case CertificateProperty::PublicKeyMd5:
        return parts ? hash(parts->publicKey, QCryptographicHash::Md5) : std::nullopt;
    case CertificateProperty::Certificate:
        return blob.der;
    case CertificateProperty::SignatureAlgorithm:
        return algorithm ? std::optional(utf16z(QLatin1String(algorithm->text))) : std::nullopt;
    case CertificateProperty::PublicKeyBits: {
        QByteArray bits;
        put<quint32>(bits, parts ? static_cast<quint32>(parts->rsaBits) : 0);
        return parts && parts->rsaBits ? std::optional(bits) : std::nullopt;
    }
    case CertificateProperty::NoExpireNotification:
        return QByteArray();
    }
    return {};
}

// The wanted order, with what the fields demand and without what they exclude; the certificate ends the list.
QList<quint32> propertyOrder(const CertificateBlob &blob)
{
    QList<quint32> ids = blob.propertyIds;
    if (ids.isEmpty()) {
        ids = {89, 25, 4, 3, 2, 20, 15, 92, 32};
        if (!blob.friendlyName.isEmpty())
            ids.insert(5, 11);
    }
    const auto demand = [&ids](CertificateProperty id) {
        if (!ids.contains(static_cast<quint32>(id)))
            ids.append(static_cast<quint32>(id));
    };
    if (blob.hasPrivateKey)
        demand(CertificateProperty::KeyProviderInfo);
    if (!blob.friendlyName.isEmpty())
        demand(CertificateProperty::FriendlyName);
    demand(CertificateProperty::Certificate);
    return ids;
}

} // namespace

Result<void> readSerializedCertificate(const QByteArray &certData, CertificateBlob &blob)
{
    Cursor in(certData);
    bool hasCertificate = false;
    blob.certDataBytes = certData.size();
    while (in.remaining() > 0) {
        const qsizetype offset = in.offset();
        const auto id = in.number<quint32>();
        const auto encoding = in.number<quint32>();
        const auto length = in.number<quint32>();
        const QByteArrayView data = in.bytes(static_cast<qsizetype>(length));
        if (in.hasFailed())
            return malformedElement(offset, QStringLiteral("a property does not fit"));
        if (encoding != encodedAsX509)
            return malformedElement(offset, QStringLiteral("encoding %1").arg(encoding));
        blob.propertyIds.append(id);
        switch (static_cast<CertificateProperty>(id)) {
        case CertificateProperty::KeyProviderInfo:
            if (!readKeyInfo(data, blob))
                return malformedElement(offset, QStringLiteral("key information points outside itself"));
            break;
        case CertificateProperty::FriendlyName:
            blob.friendlyName = utf16(data);
            break;
        case CertificateProperty::Certificate:
            blob.der = data.toByteArray();
            hasCertificate = true;
            break;
        default: // the rest can be computed, or is nobody's concern
            break;
        }
    }
    if (!hasCertificate)
        return malformedElement(in.offset(), QStringLiteral("no certificate"));
    return {};
}

QByteArray writeSerializedCertificate(const CertificateBlob &blob)
{
    const auto parts = CertificateParts::of(blob.der);
    QByteArray out;
    for (const quint32 id : propertyOrder(blob)) {
        const auto data = propertyData(static_cast<CertificateProperty>(id), blob, parts);
        if (!data)
            continue;
        put(out, id);
        put(out, encodedAsX509);
        put(out, static_cast<quint32>(data->size()));
        out += *data;
    }
    return out;
}

} // namespace kakuin::clixml
