// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QString>

namespace kakuin::findings {

/// Why a finding is not shown, and until when.
struct Mute final {
    static constexpr qsizetype longestReason = 2000;

    QString reason; ///< the person's words
    QDateTime untilUtc; ///< it comes back by itself then
    QDateTime sinceUtc;

    [[nodiscard]] bool isInForce(const QDateTime &nowUtc) const { return nowUtc < untilUtc; }
    friend bool operator==(const Mute &, const Mute &) = default;
};

/// Mutes by Finding::key().
using Mutes = QHash<QString, Mute>;

} // namespace kakuin::findings
