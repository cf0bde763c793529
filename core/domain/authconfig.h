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

    friend bool operator==(const AuthConfig &, const AuthConfig &) = default;
};

} // namespace kakuin::domain
