// SPDX-License-Identifier: MIT
#include "core/lab/labstate.h"

#include <algorithm>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

const Placement *LabServer::find(const domain::Thumbprint &thumbprint) const
{
    const auto it = std::find_if(
        store.begin(), store.end(), [&](const Placement &placement) { return placement.thumbprint == thumbprint; });
    return it == store.end() ? nullptr : &*it;
}

Placement *LabServer::find(const domain::Thumbprint &thumbprint)
{
    const auto it = std::find_if(
        store.begin(), store.end(), [&](const Placement &placement) { return placement.thumbprint == thumbprint; });
    return it == store.end() ? nullptr : &*it;
}

Placement *LabServer::boundTo(int siteId)
{
    const auto it = std::find_if(
        store.begin(), store.end(), [&](const Placement &placement) { return placement.iisSites.contains(siteId); });
    return it == store.end() ? nullptr : &*it;
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
