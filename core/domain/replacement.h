// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

#include <QtCore/QHash>

namespace kakuin::domain {

/// Which certificate of a server can do another one's work. Lineage says what came before what, by equal names; this
/// says what could take over; name and issuer may differ.
/// Shape:   one object for a server, which refers to the entry. bestFor() is the one that is valid longest; null: there
///          is none that lasts longer than the old one (or than now, where the old one cannot work any more).
/// Rules:   it is fit (unfitnessOf) and free for a server's work (isFreeForWork), and
///          - for a self-signed one with the server's name: is one, too, that Exchange made or carries;
///          - for any other: covers all its names, and is issued unless the old one is self-signed as well.
///          Names that were left out of a long list are not known to be covered.
/// Cost:    linear in the certificates to make; a look-up tries a bounded number of those that bear one name.
class Replacements final {
public:
    Replacements(const ServerEntry &entry, const Result<AuthConfig> &auth, const QDateTime &nowUtc);

    [[nodiscard]] const Certificate *bestFor(const Certificate &old) const;
    /// Where nothing covers all names: what covers the first of them and lasts longest; null: there is none.
    [[nodiscard]] const Certificate *closestTo(const Certificate &old) const;

private:
    struct Candidate final {
        const Certificate *certificate;
        bool isSelfSigned;
    };
    void add(const Certificate &certificate);
    [[nodiscard]] const Certificate *bestOf(const Certificate &old, const QStringList &needed) const;

    const ServerEntry &m_entry;
    Result<AuthConfig> m_auth;
    QDateTime m_nowUtc;
    const Certificate *m_own = nullptr; ///< the server's own that is valid longest
    QList<Candidate> m_candidates; ///< one for each set of names: the one that is valid longest
    QHash<QString, qsizetype> m_groups; ///< their places by their names
    QHash<QString, QList<qsizetype>> m_byName; ///< their places by each of their names
};

/// Whether AuthConfig names it.
[[nodiscard]] bool isNamedBy(const Result<AuthConfig> &auth, const Thumbprint &thumbprint);
/// Whether it is made for nothing else: Auth (by name or by AuthConfig), federation, the Web Management Service. What
/// Exchange itself would refuse or should not be asked is offered for no work.
[[nodiscard]] bool isFreeForWork(const Certificate &certificate, const Result<AuthConfig> &auth);
[[nodiscard]] bool isSelfSigned(const Certificate &certificate);
/// Self-signed, and bears a name of the server.
[[nodiscard]] bool isOwnOf(const Certificate &certificate, const Server &server);
/// Whether clients that ask for the server's name accept it.
[[nodiscard]] bool coversServer(const CertificateFacts &facts, const Server &server);

} // namespace kakuin::domain
