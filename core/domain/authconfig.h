// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/thumbprint.h"

#include <QtCore/QDateTime>

namespace kakuin::domain {

/// The organisation's Auth certificate slots. A null thumbprint is an empty slot.
/// Source: Get-AuthConfig.
struct AuthConfig final {
    Thumbprint current;
    Thumbprint previous;
    Thumbprint next;
    QDateTime nextEffectiveUtc; ///< invalid when nothing is staged
    QString organisation; ///< from the distinguished name; empty when it holds none
    QString serviceName;
    QString realm;
    QString nextEffectiveText = {}; ///< a date that was received as a text, which tells no time zone; untrusted

    /// Whether another certificate is to take over. The current one in that place is a staging that was taken back.
    [[nodiscard]] bool isStaged() const { return !next.isNull() && next != current; }
    /// Whether another certificate was in use before and is still named.
    [[nodiscard]] bool isPreviousHeld() const { return !previous.isNull() && previous != current; }

    friend bool operator==(const AuthConfig &, const AuthConfig &) = default;
};

} // namespace kakuin::domain
