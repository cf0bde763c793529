// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

#include <QtCore/QHash>

namespace kakuin::domain {

/// Which certificate of a server can do another one's work. Lineage says what came before what, by equal names; this
/// says what could take over, whatever it is called and whoever issued it.
/// Shape:   one object for a server, which refers to the entry. bestFor() is the one that is valid longest; null: there
///          is none that lasts longer than the old one (or than now, where the old one cannot work any more).
/// Rules:   it is fit (unfitnessOf), is not made for something else (Auth by name, federation), and
///          - for a self-signed one with the server's name: is one, too;
///          - for any other: covers all its names, and is issued unless the old one is self-signed as well.
///          Names that were left out of a long list are not known to be covered.
/// Cost:    linear in the certificates to make; a look-up depends on how many bear one name.
class Replacements final {
public:
    Replacements(const ServerEntry &entry, const QDateTime &nowUtc);

    [[nodiscard]] const Certificate *bestFor(const Certificate &old) const;

private:
    struct Candidate final {
        const Certificate *certificate;
        bool isSelfSigned;
    };
    [[nodiscard]] bool isOwn(const Certificate &certificate) const;
    void add(const Certificate &certificate);

    const ServerEntry &m_entry;
    QDateTime m_nowUtc;
    const Certificate *m_own = nullptr; ///< the server's own that is valid longest
    QList<Candidate> m_candidates; ///< one for each set of names: the one that is valid longest
    QHash<QString, qsizetype> m_groups; ///< their places by their names
    QHash<QString, QList<qsizetype>> m_byName; ///< their places by each of their names
};

[[nodiscard]] bool isSelfSigned(const Certificate &certificate);
/// Self-signed, and bears a name of the server.
[[nodiscard]] bool isOwnOf(const Certificate &certificate, const Server &server);

} // namespace kakuin::domain
