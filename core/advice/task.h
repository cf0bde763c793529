// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"

#include <QtCore/QMetaType>

namespace kakuin::advice {

/// Something to do, filled in: what a window of Kakuin does, or work that `text` describes for the reason or the code.
/// One type for what findings, the strip, the next step of a certificate and `kakuin check` offer.
struct Task final {
    enum class Kind {
        Instructions, ///< work that Kakuin describes and does not do; also: nothing to do
        Renew,
        RotateAuth,
        FollowRotation,
        Assign,
        TakeTransport,
        Remove,
        Export,
        Import,
        ReadAgain,
        CheckPorts
    };
    Kind kind = Kind::Instructions;
    /// Renew, Assign, TakeTransport and Export (one), Remove; RotateAuth: the one that is to be used (none: a new one).
    QList<domain::CertificateId> certificates = {};
    QList<domain::ServerId> servers = {}; ///< Import; ReadAgain and CheckPorts (empty: everything)
    domain::ServiceSet services = {}; ///< Assign: those that are to be taken over; empty: the person chooses

    friend bool operator==(const Task &, const Task &) = default;
};

} // namespace kakuin::advice

Q_DECLARE_METATYPE(kakuin::advice::Task)
