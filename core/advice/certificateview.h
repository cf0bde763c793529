// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/picture.h"
#include "core/domain/roles.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <optional>

namespace kakuin::advice {

/// A certificate in its surroundings.
struct CertificateView final {
    const domain::Certificate *certificate = nullptr;
    QList<domain::RoleEvidence> roles;
    const domain::Certificate *heir = nullptr; ///< can do its work (domain::Replacements); null: there is none
    const domain::Certificate *closest = nullptr; ///< without an heir: lasts longer and has its first name, not all
    bool hasOlder = false; ///< others of the same names came before it
    bool isAuth = false; ///< AuthConfig names it
    bool isAuthNamed = false; ///< it bears the Auth certificate's name, whether AuthConfig names it or not
    bool isForeign = false; ///< put there by Windows or Azure for purposes of their own; no check concerns it
    bool isPending = false; ///< a request: dates and key are placeholders

    [[nodiscard]] bool has(domain::Role role) const { return domain::hasRole(roles, role); }
    [[nodiscard]] bool isSelfSigned() const;
    /// Whether it does work of a server's: a role that is neither Auth's nor only a name, or, unless it is an Auth
    /// certificate by name, a service. A role by evidence never hides another.
    [[nodiscard]] bool hasServerWork() const;
    /// An Auth certificate and nothing else: it is judged once for the organisation, not on each server.
    [[nodiscard]] bool isAuthOnly(const Picture &picture) const;
};

/// One server whose certificates were read.
/// Cost:   what concerns the whole server is found once, at the first time that it is asked for, so that going through the
///         certificates stays linear. One thread at a time.
struct ServerView final {
    const domain::ServerEntry *entry = nullptr;
    QList<CertificateView> certificates;
    QHash<domain::Thumbprint, qsizetype> places; ///< in the list, of the first one of each thumbprint
    QList<qsizetype> frontEnd; ///< places of those that port 443 is bound to, in the order of their thumbprints
    QList<qsizetype> backEnd; ///< the same for port 444
    QHash<QByteArray, qsizetype> requests; ///< places of the requests by the digest of their key
    bool hasFrontEnd = false; ///< answers clients on 443
    bool hasBackEnd = false; ///< answers front ends on 444
    bool areBindingsKnown = true; ///< of every certificate
    bool areServicesKnown = true; ///< of every certificate
    bool isComplete = true; ///< every certificate could be read: only then is it known that one is missing

    [[nodiscard]] const CertificateView *find(const domain::Thumbprint &thumbprint) const;
    /// Those that a web site of the server is bound to, in the order of their thumbprints.
    [[nodiscard]] QList<const CertificateView *> boundTo(domain::Role site) const;
    /// The best certificate for mail and web between servers: fit, with the server's name, the server's own first, the
    /// longest life first. Null: there is none.
    [[nodiscard]] const CertificateView *bestOwn(const Picture &picture) const;
    /// The best one of a CA that is fit for clients from outside: it has a DNS name that is not the server's own, and
    /// all such names of those that are bound now. Null: there is none.
    [[nodiscard]] const CertificateView *bestIssued(const Picture &picture) const;
    /// What takes over a role from a certificate: for port 444 and internal transport the server's own, also where an
    /// issued one has them now; for port 443 an issued one, also where nothing but self-signed ones has it now; else the
    /// heir. Null: there is none.
    [[nodiscard]] const domain::Certificate *heirFor(
        domain::Role role, const CertificateView &view, const Picture &picture) const;
    /// The request that has the key of a certificate. Null: there is none.
    [[nodiscard]] const CertificateView *requestOf(const CertificateView &view) const;
    /// The best one that is fit and covers a name. Null: there is none.
    [[nodiscard]] const CertificateView *bestFor(const QString &name, const Picture &picture) const;
    /// The federation certificate that is fit and valid longest. Null: there is none.
    [[nodiscard]] const CertificateView *newestFederation(const Picture &picture) const;
    /// Whether a certificate that does work of the server covers the name.
    [[nodiscard]] bool isNameAtWork(const QString &name) const;

private:
    friend ServerView viewOf(const domain::ServerEntry &entry, const Picture &picture);
    using Place = std::optional<qsizetype>; ///< nothing: not asked for yet; -1: there is none

    template <class Find>
    const CertificateView *once(Place &place, Find find) const;

    bool m_isFrontEndIssued = false; ///< port 443 is bound to one that is not self-signed
    mutable Place m_bestOwn;
    mutable Place m_bestIssued;
    mutable Place m_newestFederation;
    mutable std::optional<QSet<QString>> m_namesAtWork; ///< folded; wildcards as they are
};

[[nodiscard]] ServerView viewOf(const domain::ServerEntry &entry, const Picture &picture);

/// Whether it is known that nothing uses the certificate; `isKnown` says whether that could be told at all.
struct Use final {
    bool isKnown = false;
    bool isUsed = true;
    bool isOutside = false; ///< Exchange neither made nor carries it: Windows or another program may use it
};
[[nodiscard]] Use useOf(const CertificateView &view, const ServerView &server, const Picture &picture);

/// The services of the certificate that its heir does not carry and could: no IMAP and POP for a wildcard name, no Unified
/// Messaging where the product has none, IIS only where the bindings are not known. Empty where services are not known.
[[nodiscard]] domain::ServiceSet servicesLeft(const CertificateView &view, const ServerView &server);

} // namespace kakuin::advice
