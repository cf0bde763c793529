// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/roles.h"
#include "core/findings/finding.h"
#include "core/findings/picture.h"

namespace kakuin::findings {

/// A certificate in its surroundings.
struct CertificateView final {
    const domain::Certificate *certificate = nullptr;
    QList<domain::RoleEvidence> roles;
    const domain::Certificate *newer = nullptr; ///< the newest generation of its names, valid now; null: there is none
    bool hasOlder = false; ///< it is a renewed one
    bool isAuth = false; ///< AuthConfig names it
    bool isAuthNamed = false; ///< it bears the Auth certificate's name, whether AuthConfig names it or not
    bool isForeign = false; ///< Azure's own, which no check concerns (as in HealthChecker)
    bool isPending = false; ///< a request: dates and key are placeholders

    [[nodiscard]] bool has(domain::Role role) const { return domain::hasRole(roles, role); }
    [[nodiscard]] bool isSelfSigned() const
    {
        return certificate->isSelfSigned.value_or(certificate->facts.isSelfIssued);
    }
    [[nodiscard]] Subject subject() const { return Subject::of(certificate->id()); }
};

/// One server whose certificates were read.
struct ServerView final {
    const domain::ServerEntry *entry = nullptr;
    QList<CertificateView> certificates;
    bool hasFrontEnd = false; ///< answers clients on 443
    bool hasBackEnd = false; ///< answers front ends on 444
    bool areBindingsKnown = true; ///< of every certificate

    [[nodiscard]] const CertificateView *find(const domain::Thumbprint &thumbprint) const;
    /// The best certificate for mail and web between servers: valid, with a key, self-signed for its own names first,
    /// the longest life first. Null: there is none.
    [[nodiscard]] const CertificateView *bestOwn(const Picture &picture) const;
    /// The best valid certificate of a CA with a key. Null: there is none.
    [[nodiscard]] const CertificateView *bestIssued(const Picture &picture) const;
};

[[nodiscard]] ServerView viewOf(const domain::ServerEntry &entry, const Picture &picture);

/// Whether it is known that nothing uses the certificate; `isKnown` says whether that could be told at all.
struct Use final {
    bool isKnown = false;
    bool isUsed = true;
};
[[nodiscard]] Use useOf(const CertificateView &view, const ServerView &server, const Picture &picture);

/// The task that gives a certificate a successor.
[[nodiscard]] Mend successorMend(const CertificateView &view);

} // namespace kakuin::findings
