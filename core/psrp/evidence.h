// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace kakuin::psrp {

/// The beginning of something that could not be understood, as it may stand in a log.
/// Rule:    headers and markup are kept, content is not: passwords, keys and SecureStrings are content wherever they
///          are in messages, envelopes and packets. Of content only its length is said, and of a few elements that
///          hold numbers, versions, type names and actions, what they say.
struct Evidence final {
    QString kind; ///< "fragment", "PIPELINE_STATE", "HTTP answer"
    qint64 bytes = 0; ///< all of it
    QByteArray head; ///< a header's bytes, as they came
    QString markup; ///< what follows it: "<S>[12]</S>"

    [[nodiscard]] bool isEmpty() const { return kind.isEmpty(); }
    /// One line: kind, length, the header in hex, the markup.
    [[nodiscard]] QString text() const;
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// headerBytes: how many bytes at the beginning are fields of the protocol (at most 64 are kept).
[[nodiscard]] Evidence evidenceOf(const QString &kind, const QByteArray &bytes, qsizetype headerBytes = 0);

} // namespace kakuin::psrp

Q_DECLARE_METATYPE(kakuin::psrp::Evidence)
