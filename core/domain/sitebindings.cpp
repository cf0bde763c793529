// SPDX-License-Identifier: MIT
#include "core/domain/sitebindings.h"

#include <algorithm>

namespace kakuin::domain {

SiteBindings siteBindingsOf(const QList<Certificate> &certificates, bool isWholeStore)
{
    SiteBindings out;
    out.isComplete = isWholeStore;
    for (const Certificate &certificate : certificates) {
        out.isComplete = out.isComplete && certificate.iisBindings.has_value();
        for (const IisBinding &binding : certificate.iisBindings.value_or(QList<IisBinding>())) {
            QList<Thumbprint> &holders = out.holders[binding.siteId];
            if (!holders.contains(certificate.facts.thumbprint))
                holders.append(certificate.facts.thumbprint);
        }
    }
    out.holders.remove(0); // which site it is was not told
    return out;
}

QList<SiteChange> changedSites(const SiteBindings &before, const SiteBindings &after, const QSet<int> &meant)
{
    QList<SiteChange> out;
    for (auto it = before.holders.begin(); it != before.holders.end(); ++it) {
        const QList<Thumbprint> now = after.holders.value(it.key());
        const auto isMissingFrom = [](const QList<Thumbprint> &list) {
            return [&list](const Thumbprint &thumbprint) { return !list.contains(thumbprint); };
        };
        const bool isAnyGone = std::any_of(it->begin(), it->end(), isMissingFrom(now));
        const bool isAnyNew = std::any_of(now.begin(), now.end(), isMissingFrom(*it));
        if (!isAnyGone || (meant.contains(it.key()) && !now.isEmpty()))
            continue;
        const SiteChange::Kind kind = isAnyNew ? SiteChange::Kind::Moved
            : after.isComplete                 ? SiteChange::Kind::Lost
                                               : SiteChange::Kind::NotKnown;
        out.append({it.key(), kind, *it, now});
    }
    return out;
}

} // namespace kakuin::domain
