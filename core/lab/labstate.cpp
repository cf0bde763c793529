// SPDX-License-Identifier: MIT
#include "core/lab/labstate.h"

#include <algorithm>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

/// A store that is not const is detached first: what it shares with another state stays as it is.
template <class Store, class F>
auto *firstPlacement(Store &store, const F &isWanted)
{
    const auto it = std::find_if(store.begin(), store.end(), isWanted);
    return it == store.end() ? nullptr : &*it;
}

auto hasThumbprint(const domain::Thumbprint &thumbprint)
{
    return [&](const Placement &placement) { return placement.thumbprint == thumbprint; };
}

auto isOnSite(int siteId)
{
    return [siteId](const Placement &placement) { return placement.iisSites.contains(siteId); };
}

} // namespace

const Placement *LabServer::find(const domain::Thumbprint &thumbprint) const
{
    return firstPlacement(store, hasThumbprint(thumbprint));
}

Placement *LabServer::find(const domain::Thumbprint &thumbprint)
{
    return firstPlacement(store, hasThumbprint(thumbprint));
}

const Placement *LabServer::boundTo(int siteId) const
{
    return firstPlacement(store, isOnSite(siteId));
}

Placement *LabServer::boundTo(int siteId)
{
    return firstPlacement(store, isOnSite(siteId));
}

LabServerPtr LabState::resolve(const QString &text) const
{
    if (const LabServerPtr named = servers.value(domain::ServerId(text)))
        return named;
    const QString wanted = text.trimmed();
    for (const LabServerPtr &candidate : servers) {
        if (candidate->about.fqdn.compare(wanted, Qt::CaseInsensitive) == 0
            || candidate->about.distinguishedName.compare(wanted, Qt::CaseInsensitive) == 0)
            return candidate;
    }
    return nullptr;
}

void LabState::change(const domain::ServerId &id, const std::function<void(LabServer &)> &f)
{
    const LabServerPtr before = servers.value(id);
    if (!before)
        return;
    auto after = std::make_shared<LabServer>(*before);
    f(*after);
    servers.insert(id, after);
}

QString LabState::configurationDn() const
{
    return u"CN=Configuration,"_s + domainDn(organisation.domain);
}

QString LabState::organisationDn() const
{
    return u"CN=%1,CN=Microsoft Exchange,CN=Services,%2"_s.arg(organisation.name, configurationDn());
}

QString domainDn(const QString &domain)
{
    return u"DC="_s + domain.split(u'.').join(u",DC="_s);
}

} // namespace kakuin::lab
