// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/picture.h"
#include "core/domain/fitness.h"

namespace kakuin::advice {

/// Why a certificate cannot become the Auth certificate.
enum class AuthObstacle {
    Nothing, ///< it can
    InUse, ///< it is the Auth certificate
    Previous, ///< AuthConfig names it as the one before: it was replaced
    Unfit, ///< see AuthCandidate::unfit
    NotSelfSigned,
    KeyNotRsa, ///< or a CNG provider keeps it on every server
    TooWeak, ///< its key is smaller than the policy wants, or its server calls it invalid
    EndsTooSoon, ///< it does not live longer than the policy wants of a next one
    Older, ///< made before the one in use: it has done its work, and may have been replaced for a reason
};

/// A certificate with the Auth certificate's name, or one that AuthConfig names.
struct AuthCandidate final {
    domain::Certificate certificate; ///< a copy with its key, where there is one
    AuthObstacle obstacle = AuthObstacle::Nothing;
    domain::Unfit unfit = domain::Unfit::Nothing; ///< which one, for AuthObstacle::Unfit
    QList<domain::ServerId> holders; ///< servers that were read and have it with its key
    bool isStaged = false; ///< AuthConfig names it as the next one
    bool isTied = false; ///< no copy of its key may be exported, and servers that need it lack it

    friend bool operator==(const AuthCandidate &, const AuthCandidate &) = default;
    [[nodiscard]] domain::Thumbprint thumbprint() const { return certificate.facts.thumbprint; }
    [[nodiscard]] bool isFit() const { return obstacle == AuthObstacle::Nothing; }
    /// Made and never put to use: a rotation that failed after it, or a renewal by hand.
    /// Whether publishing it is better than making another: one whose key reaches only some of the servers would have to
    /// be replaced right after.
    [[nodiscard]] bool isWaiting() const { return isFit() && !isStaged && !isTied; }
};

/// One certificate, by its copies on the servers; there is at least one.
/// Source:  exchange-domain 3.3 and its corrections: RSA, self-signed, with its key; MonitorExchangeAuthCertificate
///          (days of a next one); FreeBusyChecker (issuer and subject are the Auth certificate's name).
[[nodiscard]] AuthCandidate authCandidate(const QList<Copy> &copies, const Picture &picture);

/// All of the organisation: those that wait first, then the one that is staged, then those that cannot be used; the
/// longest life first. Empty where AuthConfig was not read.
[[nodiscard]] QList<AuthCandidate> authCandidates(const Picture &picture);

} // namespace kakuin::advice
