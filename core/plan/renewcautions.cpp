// SPDX-License-Identifier: MIT
#include "core/plan/renewcautions.h"

#include "core/domain/roles.h"

#include <algorithm>
#include <array>

namespace kakuin::plan {
namespace {

using domain::Role;

// EdgeSync trusts what the subscribed side publishes: the Edge itself, and the Mailbox servers of the site that it is
// subscribed to. An Edge whose site could not be read may be subscribed to any.
bool touchesEdgeSubscription(const domain::ServerId &server, const domain::Inventory &inventory)
{
    const domain::ServerEntry *own = inventory.find(server);
    if (own == nullptr)
        return false;
    if (own->server.isEdge())
        return true;
    return std::any_of(inventory.servers.begin(), inventory.servers.end(), [&](const domain::ServerEntry &entry) {
        return entry.server.isEdge()
            && (entry.server.site.isEmpty() || own->server.site.isEmpty()
                || entry.server.site.compare(own->server.site, Qt::CaseInsensitive) == 0);
    });
}

bool applies(Caution caution, const CautionSource &source, const domain::Inventory &inventory)
{
    const domain::Certificate *old = inventory.find(source.id);
    if (old == nullptr)
        return false;
    const auto roles = domain::rolesOf(*old, inventory);
    const auto has = [&](Role role) { return domain::hasRole(roles, role); };
    switch (caution) {
    case Caution::OldCertificateStays:
        return true;
    case Caution::BackEndBindingStays:
        return has(Role::BackEnd444);
    case Caution::FrontEndBindingMoves:
        return source.services.testFlag(domain::Service::Iis);
    case Caution::WmSvcBindingStays:
        return has(Role::WmSvc);
    case Caution::ConnectorNamesStay:
        return has(Role::SendConnector) || has(Role::ReceiveConnector) || has(Role::Hybrid);
    case Caution::NotTrustedRoot:
        return old->rootCaType == domain::RootCaType::Registry;
    case Caution::TransportPublished:
        return source.mayTakeTransportOver;
    case Caution::EdgeResubscription:
        return source.mayTakeTransportOver && touchesEdgeSubscription(source.id.server, inventory);
    case Caution::ServersMayLackAuth:
    case Caution::RestartAfterAuth:
    case Caution::HybridAfterAuth:
    case Caution::ServersLeftOut:
    case Caution::StagedReplaced:
    case Caution::ServicesAreTakenOver:
    case Caution::RemovalIsFinal:
    case Caution::NoBackupPossible:
    case Caution::PfxHoldsKey:
    case Caution::AuthExportMayBeRefused:
        break; // of other tasks
    }
    return false;
}

} // namespace

QList<Caution> renewCautions(const QList<CautionSource> &sources, const domain::Inventory &inventory)
{
    constexpr std::array all{Caution::OldCertificateStays, Caution::BackEndBindingStays, Caution::FrontEndBindingMoves,
        Caution::WmSvcBindingStays, Caution::ConnectorNamesStay, Caution::NotTrustedRoot, Caution::TransportPublished,
        Caution::EdgeResubscription};
    QList<Caution> out;
    for (const Caution caution : all) {
        if (std::any_of(sources.begin(), sources.end(),
                [&](const CautionSource &source) { return applies(caution, source, inventory); }))
            out.append(caution);
    }
    return out;
}

} // namespace kakuin::plan
