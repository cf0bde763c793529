// SPDX-License-Identifier: MIT
#include "core/lab/servicelets.h"

#include <algorithm>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 serviceletSeconds = qint64{12} * 3600;
constexpr qint64 sameSiteSeconds = qint64{4} * 60; // and a minute more for each further server
constexpr qint64 otherSiteSeconds = qint64{2} * 3600; // and half an hour more for each further site

/// What is imported by hand into a site spreads there even where nothing arrives from outside.
bool takesAuthCertificates(const LabServer &server, bool isOrganisationWide)
{
    return !server.about.isEdge() && (server.receivesAuthCertificates || !isOrganisationWide);
}

bool takesDeliveries(const LabServer &server)
{
    return server.fault.kind == Fault::Kind::None || server.fault.kind == Fault::Kind::DiesInTheMiddle
        || server.fault.kind == Fault::Kind::RefusesAuthExport;
}

bool isUnderWay(const LabState &state, const domain::Thumbprint &thumbprint, const domain::ServerId &server)
{
    return std::any_of(state.deliveries.begin(), state.deliveries.end(),
        [&](const Delivery &delivery) { return delivery.thumbprint == thumbprint && delivery.server == server; });
}

void planDeliveries(LabState &state, const domain::Thumbprint &thumbprint, const domain::ServerId &from,
    const QDateTime &nowUtc, bool toOtherSites)
{
    const LabServerPtr source = state.server(from);
    if (!source)
        return;
    QStringList sites;
    qint64 inSite = 0;
    for (const LabServerPtr &target : std::as_const(state.servers)) {
        if (!takesAuthCertificates(*target, toOtherSites) || target->find(thumbprint)
            || isUnderWay(state, thumbprint, target->id()))
            continue;
        const QString &site = target->about.site;
        if (site == source->about.site) {
            state.deliveries.append({thumbprint, target->id(), nowUtc.addSecs(sameSiteSeconds + 60 * inSite++)});
            continue;
        }
        if (!toOtherSites)
            continue;
        if (!sites.contains(site))
            sites.append(site);
        const qint64 later = otherSiteSeconds + 1800 * sites.indexOf(site);
        state.deliveries.append({thumbprint, target->id(), nowUtc.addSecs(later)});
    }
}

/// A certificate as it lies on the servers that have it: where one was renamed, the first one's name spreads.
Placement copyOf(const LabState &state, const domain::Thumbprint &thumbprint)
{
    for (const LabServerPtr &server : state.servers) {
        if (const Placement *found = server->find(thumbprint); found && found->hasPrivateKey) {
            Placement copy = *found;
            copy.iisSites.clear();
            copy.services = found->services & domain::ServiceSet(domain::Service::Smtp);
            copy.rootCaType = domain::RootCaType::None;
            copy.isExportable = true;
            return copy;
        }
    }
    Placement copy;
    copy.thumbprint = thumbprint;
    copy.friendlyName = u"Microsoft Exchange Server Auth Certificate"_s;
    copy.isExportable = true;
    return copy;
}

void deliverUntil(LabState &state, const QDateTime &untilUtc)
{
    QList<Delivery> waiting;
    QList<Delivery> due;
    for (const Delivery &delivery : std::as_const(state.deliveries)) {
        const LabServerPtr server = state.server(delivery.server);
        if (!server)
            continue;
        (delivery.dueUtc <= untilUtc && takesDeliveries(*server) ? due : waiting).append(delivery);
    }
    if (due.isEmpty())
        return;
    std::stable_sort(due.begin(), due.end(), [](const Delivery &a, const Delivery &b) { return a.dueUtc < b.dueUtc; });
    state.deliveries = waiting;
    for (const Delivery &delivery : std::as_const(due)) {
        const Placement copy = copyOf(state, delivery.thumbprint);
        state.change(delivery.server, [&](LabServer &server) {
            if (!server.find(delivery.thumbprint))
                server.store.append(copy);
        });
    }
}

} // namespace

void distribute(
    LabState &state, const domain::Thumbprint &thumbprint, const domain::ServerId &from, const QDateTime &nowUtc)
{
    planDeliveries(state, thumbprint, from, nowUtc, true);
}

void distributeWithinSite(
    LabState &state, const domain::Thumbprint &thumbprint, const domain::ServerId &from, const QDateTime &nowUtc)
{
    planDeliveries(state, thumbprint, from, nowUtc, false);
}

void publishNext(LabState &state)
{
    domain::AuthConfig &auth = state.organisation.auth;
    if (auth.next.isNull())
        return;
    auth.previous = auth.current;
    auth.current = auth.next;
    auth.next = {};
    auth.nextEffectiveUtc = {};
}

void catchUp(LabState &state, const QDateTime &nowUtc)
{
    QDateTime &tick = state.organisation.nextServiceletUtc;
    while (tick <= nowUtc) {
        deliverUntil(state, tick);
        const QDateTime &effective = state.organisation.auth.nextEffectiveUtc;
        if (!state.organisation.auth.next.isNull() && effective.isValid() && effective <= tick)
            publishNext(state);
        tick = tick.addSecs(serviceletSeconds);
    }
    deliverUntil(state, nowUtc);
}

} // namespace kakuin::lab
