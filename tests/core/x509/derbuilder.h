// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

/// Writes DER by hand, so that tests can make certificates that no honest library would.
namespace kakuin::testder {

inline QByteArray tlv(int tag, const QByteArray &content)
{
    QByteArray length;
    if (content.size() < 0x80) {
        length += static_cast<char>(content.size());
    } else {
        for (qsizetype n = content.size(); n > 0; n >>= 8)
            length.prepend(static_cast<char>(n & 0xff));
        length.prepend(static_cast<char>(0x80 | length.size()));
    }
    return static_cast<char>(tag) + length + content;
}

inline QByteArray sequence(const QByteArray &content)
{
    return tlv(0x30, content);
}

inline QByteArray set(const QByteArray &content)
{
    return tlv(0x31, content);
}

inline QByteArray oid(const QByteArray &dotted)
{
    const QList<QByteArray> parts = dotted.split('.');
    QByteArray content(1, static_cast<char>(parts.value(0).toInt() * 40 + parts.value(1).toInt()));
    for (const QByteArray &part : parts.mid(2)) {
        quint64 number = part.toULongLong();
        QByteArray base128(1, static_cast<char>(number & 0x7f));
        while (number >>= 7)
            base128.prepend(static_cast<char>(0x80 | (number & 0x7f)));
        content += base128;
    }
    return tlv(6, content);
}

inline constexpr int utf8 = 12;
inline constexpr int printable = 19;
inline constexpr int teletex = 20;
inline constexpr int ia5 = 22;
inline constexpr int universal = 28;
inline constexpr int bmp = 30;

inline QByteArray attribute(const QByteArray &type, const QByteArray &value, int stringTag = utf8)
{
    return sequence(oid(type) + tlv(stringTag, value));
}

/// An RDN of one attribute.
inline QByteArray rdn(const QByteArray &type, const QByteArray &value, int stringTag = utf8)
{
    return set(attribute(type, value, stringTag));
}

inline QByteArray extension(const QByteArray &type, const QByteArray &value, bool isCritical = false)
{
    return sequence(oid(type) + (isCritical ? tlv(1, "\xff") : QByteArray()) + tlv(4, value));
}

/// The parts of a certificate; what a test does not set is ordinary. The signature is 32 zero bytes.
struct Parts final {
    QByteArray serial = tlv(2, "\x01");
    QByteArray issuer = rdn("2.5.4.3", "issuer");
    QByteArray subject = rdn("2.5.4.3", "subject");
    QByteArray notBefore = tlv(23, "200101000000Z");
    QByteArray notAfter = tlv(23, "300101000000Z");
    QByteArray publicKey = QByteArray::fromHex("302a300506032b6570032100") + QByteArray(32, '\x11');
    QByteArray signatureAlgorithm = sequence(oid("1.2.840.113549.1.1.11") + tlv(5, {}));
    QByteArray extensions; ///< concatenated extension()s

    [[nodiscard]] QByteArray der() const
    {
        const QByteArray version = tlv(0xa0, tlv(2, "\x02"));
        const QByteArray tail = extensions.isEmpty() ? QByteArray() : tlv(0xa3, sequence(extensions));
        const QByteArray body = sequence(version + serial + signatureAlgorithm + sequence(issuer)
            + sequence(notBefore + notAfter) + sequence(subject) + publicKey + tail);
        return sequence(body + signatureAlgorithm + tlv(3, QByteArray(33, '\0')));
    }
};

} // namespace kakuin::testder
