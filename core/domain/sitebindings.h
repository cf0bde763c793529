// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"

#include <QtCore/QMap>
#include <QtCore/QSet>

namespace kakuin::domain {

/// Which certificates the IIS sites of one server have, by one reading of its store.
/// Source: IISServices of Get-ExchangeCertificate.
struct SiteBindings final {
    QMap<int, QList<Thumbprint>> holders; ///< by site (IisBinding::siteId); a site without a certificate is not there
    /// Every certificate of the store was read with its bindings: only then is it known that a site has none.
    bool isComplete = true;

    friend bool operator==(const SiteBindings &, const SiteBindings &) = default;
};

/// `isWholeStore`: no certificate of the store is missing from `certificates` because it could not be read.
[[nodiscard]] SiteBindings siteBindingsOf(const QList<Certificate> &certificates, bool isWholeStore);

/// What has become of one site between two readings.
struct SiteChange final {
    enum class Kind {
        Lost, ///< a certificate is bound to it no longer, and no other one has taken its place
        Moved, ///< another certificate has taken the place
        NotKnown, ///< the second reading does not tell
    };
    int siteId = 0;
    Kind kind = Kind::Lost;
    QList<Thumbprint> before;
    QList<Thumbprint> after;

    friend bool operator==(const SiteChange &, const SiteChange &) = default;
};

/// Sites that had a certificate and are not as they were, by site; empty when all of them are.
/// Shape:   a site of `meant` is to get another certificate, so only its loss counts. A certificate that is bound in
///          addition is no change of those that were bound.
/// Cost:    pure; linear in the bindings of a site, squared.
[[nodiscard]] QList<SiteChange> changedSites(
    const SiteBindings &before, const SiteBindings &after, const QSet<int> &meant);

} // namespace kakuin::domain
