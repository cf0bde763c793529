// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <array>

namespace kakuin::domain {

/// The SHA-1 of a certificate's DER: how Exchange and Windows name a certificate. A value; compared as 20 bytes.
/// Shape:  parse() takes 40 hex digits in either case and tolerates spaces, colons, hyphens and the invisible marks
///         (U+200E and its kind, U+FEFF) that copying from Windows' certificate window brings along.
/// Errors: InvalidThumbprint; subject = the text.
/// Source: X509Certificate2.Thumbprint (.NET).
class Thumbprint final {
public:
    static constexpr int byteCount = 20;

    Thumbprint() = default;
    [[nodiscard]] static Result<Thumbprint> parse(QStringView text);
    /// From the 20 bytes of a SHA-1; a null Thumbprint if there are not 20.
    [[nodiscard]] static Thumbprint fromSha1(const QByteArray &sha1);

    /// True for a default-constructed one, the "no certificate" of AuthConfig's empty slots.
    [[nodiscard]] bool isNull() const;
    /// 40 upper-case hex digits; empty when null.
    [[nodiscard]] QString toString() const;
    /// Five groups of eight, for reading: "9A0B4C2D 7E11F0A3 …".
    [[nodiscard]] QString toGroupedString() const;
    /// The first eight digits and an ellipsis, for sentences; "…" when null.
    [[nodiscard]] QString toShortString() const;
    [[nodiscard]] QByteArray bytes() const;

    friend auto operator<=>(const Thumbprint &, const Thumbprint &) = default;
    friend size_t qHash(const Thumbprint &t, size_t seed = 0) noexcept
    {
        return qHashBits(t.m_bytes.data(), t.m_bytes.size(), seed);
    }

private:
    std::array<quint8, byteCount> m_bytes{};
};

/// The hex digits in what a person typed or pasted, upper case, separators and invisible marks dropped; empty if
/// anything else is in it. For filters that match part of a thumbprint.
[[nodiscard]] QString thumbprintFragment(QStringView text);

} // namespace kakuin::domain
