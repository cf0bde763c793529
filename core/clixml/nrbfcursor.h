// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringDecoder>
#include <QtCore/QtEndian>

#include <cstring>

namespace kakuin::clixml::nrbf {

/// Reads little-endian numbers and texts from bytes, never past their end.
/// Errors: the first read that does not fit makes the cursor fail for good; from then on every read gives zero or
///         nothing. So a caller may read several fields and ask once, but must ask in every loop.
class Cursor final {
public:
    explicit Cursor(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] qsizetype offset() const { return m_at; }
    [[nodiscard]] qsizetype remaining() const { return m_bytes.size() - m_at; }

    /// The next byte, which stays; zero at the end.
    [[nodiscard]] quint8 peek() const { return remaining() > 0 ? static_cast<quint8>(m_bytes.at(m_at)) : quint8(0); }
    /// `size` bytes of the input, not copied; nothing when there are fewer.
    QByteArrayView bytes(qsizetype size)
    {
        if (m_failed || size < 0 || size > remaining()) {
            m_failed = true;
            return {};
        }
        const QByteArrayView found = m_bytes.sliced(m_at, size);
        m_at += size;
        return found;
    }
    template <class Number>
    Number number()
    {
        const QByteArrayView raw = bytes(sizeof(Number));
        return raw.isEmpty() ? Number() : qFromLittleEndian<Number>(raw.data());
    }
    double real64() { return bitsAs<double>(number<quint64>()); }
    float real32() { return bitsAs<float>(number<quint32>()); }

    /// LengthPrefixedString: a length of one to five bytes, seven bits each, then UTF-8.    Source: MS-NRBF 2.1.1.6
    QString text()
    {
        quint32 size = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = number<quint8>();
            size |= quint32(byte & 0x7fU) << shift;
            if (!(byte & 0x80U))
                break;
            if (shift == 28) {
                m_failed = true;
                return {};
            }
        }
        return utf8(static_cast<qsizetype>(size & 0x7fffffffU));
    }
    QString utf8(qsizetype size)
    {
        QStringDecoder decoder(
            QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        QString decoded = decoder(bytes(size));
        m_failed = m_failed || decoder.hasError();
        return m_failed ? QString() : decoded;
    }

private:
    template <class Real, class Bits>
    static Real bitsAs(Bits bits)
    {
        static_assert(sizeof(Real) == sizeof(Bits));
        Real real;
        std::memcpy(&real, &bits, sizeof(real));
        return real;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};

} // namespace kakuin::clixml::nrbf
