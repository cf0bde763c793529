// SPDX-License-Identifier: MIT
#include "core/clixml/certificateparts.h"

namespace kakuin::clixml {
namespace {

constexpr quint8 integerTag = 0x02;
constexpr quint8 bitStringTag = 0x03;
constexpr quint8 oidTag = 0x06;
constexpr quint8 sequenceTag = 0x30;
constexpr quint8 versionTag = 0xa0;

struct Element final {
    quint8 tag = 0;
    QByteArrayView whole;
    QByteArrayView content;
};

// Takes the first element off `rest`; nothing when it does not fit or its length is indefinite.
std::optional<Element> take(QByteArrayView &rest)
{
    if (rest.size() < 2)
        return {};
    const auto byte = [&](qsizetype i) { return static_cast<quint8>(rest.at(i)); };
    qsizetype header = 2;
    qsizetype length = byte(1);
    if (length > 0x7f) {
        const qsizetype count = length & 0x7f;
        if (count == 0 || count > 4 || rest.size() < 2 + count)
            return {};
        length = 0;
        for (qsizetype i = 0; i < count; ++i)
            length = length * 256 + byte(2 + i);
        header += count;
    }
    if (length > rest.size() - header)
        return {};
    const Element element{byte(0), rest.first(header + length), rest.sliced(header, length)};
    rest = rest.sliced(header + length);
    return element;
}

std::optional<Element> take(QByteArrayView &rest, quint8 tag)
{
    const auto element = take(rest);
    return element && element->tag == tag ? element : std::nullopt;
}

// RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }
int modulusBits(QByteArrayView key)
{
    const auto sequence = take(key, sequenceTag);
    if (!sequence || !key.isEmpty())
        return 0;
    QByteArrayView inside = sequence->content;
    const auto modulus = take(inside, integerTag);
    if (!modulus || !take(inside, integerTag) || !inside.isEmpty())
        return 0;
    QByteArrayView digits = modulus->content;
    while (!digits.isEmpty() && digits.front() == '\0')
        digits = digits.sliced(1);
    if (digits.isEmpty())
        return 0;
    int bits = static_cast<int>(digits.size()) * 8;
    for (int mask = 0x80; !(static_cast<quint8>(digits.front()) & mask); mask >>= 1)
        --bits;
    return bits;
}

} // namespace

std::optional<CertificateParts> CertificateParts::of(const QByteArray &der)
{
    QByteArrayView outside = der;
    const auto certificate = take(outside, sequenceTag);
    if (!certificate)
        return {};
    QByteArrayView inside = certificate->content;
    const auto tbs = take(inside, sequenceTag);
    const auto algorithm = take(inside, sequenceTag);
    if (!tbs || !algorithm)
        return {};
    QByteArrayView algorithmInside = algorithm->content;
    const auto oid = take(algorithmInside, oidTag);
    QByteArrayView rest = tbs->content;
    if (!rest.isEmpty() && static_cast<quint8>(rest.front()) == versionTag)
        (void)take(rest);
    if (!oid || !take(rest, integerTag))
        return {};
    for (int i = 0; i < 4; ++i) { // signature algorithm, issuer, validity, subject
        if (!take(rest, sequenceTag))
            return {};
    }
    const auto keyInfo = take(rest, sequenceTag);
    if (!keyInfo)
        return {};
    QByteArrayView keyInside = keyInfo->content;
    const auto keyAlgorithm = take(keyInside, sequenceTag);
    const auto bits = keyAlgorithm ? take(keyInside, bitStringTag) : std::nullopt;
    if (!bits || bits->content.isEmpty())
        return {};
    const QByteArrayView key = bits->content.sliced(1); // the first octet counts unused bits
    return CertificateParts{tbs->whole.toByteArray(), oid->content.toByteArray(), keyInfo->whole.toByteArray(),
        key.toByteArray(), modulusBits(key)};
}

} // namespace kakuin::clixml
