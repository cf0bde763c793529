// SPDX-License-Identifier: MIT
#include "core/domain/roles.h"

#include "core/domain/fitness.h"
#include "core/domain/replacement.h"

#include <algorithm>

namespace kakuin::domain {
namespace {

using Source = RoleEvidence::Source;

void addConnectors(const Certificate &certificate, const Result<QList<Connector>> &connectors, Role role, Source source,
    const QDateTime &readUtc, QList<RoleEvidence> &out)
{
    if (!connectors)
        return;
    for (const Connector &connector : *connectors) {
        if (!connector.tlsCertificateName || !connector.tlsCertificateName->matches(certificate.facts))
            continue; // first, because a connector may name many servers
        if (connector.servers.isEmpty() || connector.servers.contains(certificate.server))
            out.append({role, source, connector.name, readUtc, !connector.isEnabled});
    }
}

// The configuration names the servers that take part; a copy of the certificate on another server does nothing there.
bool isHybridCertificate(const Certificate &certificate, const HybridConfiguration &hybrid)
{
    if (!hybrid.tlsCertificateName || !hybrid.tlsCertificateName->matches(certificate.facts))
        return false; // first, because there may be many servers
    const QList<ServerId> &sending = hybrid.sendingTransportServers;
    const QList<ServerId> &receiving = hybrid.receivingTransportServers;
    return (sending.isEmpty() && receiving.isEmpty()) || sending.contains(certificate.server)
        || receiving.contains(certificate.server);
}

void addAuthRoles(const Certificate &certificate, const Inventory &inventory, QList<RoleEvidence> &out)
{
    if (!inventory.authConfig)
        return;
    const AuthConfig &auth = *inventory.authConfig;
    const Thumbprint &thumbprint = certificate.facts.thumbprint;
    const auto add = [&](Role role) { out.append({role, Source::AuthConfig, {}, inventory.takenUtc}); };
    if (thumbprint == auth.current)
        add(Role::AuthCurrent);
    if (thumbprint == auth.next)
        add(Role::AuthNext);
    if (thumbprint == auth.previous)
        add(Role::AuthPrevious);
}

void addLiveRoles(const Certificate &certificate, const ServerEntry &entry, QList<RoleEvidence> &out)
{
    for (const LiveReading &reading : entry.liveReadings) {
        const std::optional<Role> role = provenRole(reading.port.service);
        if (role && reading.shows(certificate.facts.thumbprint))
            out.append({*role, Source::LiveCheck, reading.port.name(), reading.atUtc});
    }
}

// The key container says that IIS made the certificate for the service, once. Which one the service uses is what its
// port serves, where that was looked at.
bool isOfWmSvc(const Certificate &certificate, const ServerEntry *entry)
{
    if (!isMadeForWmSvc(certificate))
        return false;
    const LiveReading *served = entry == nullptr ? nullptr : entry->served(LiveService::WmSvc);
    return served == nullptr || served->shows(certificate.facts.thumbprint);
}

} // namespace

std::optional<Role> provenRole(LiveService service)
{
    switch (service) {
    case LiveService::FrontEnd:
        return Role::FrontEnd443;
    case LiveService::BackEnd:
        return Role::BackEnd444;
    case LiveService::WmSvc:
        return Role::WmSvc;
    case LiveService::Smtp:
        return Role::ReceiveConnector;
    case LiveService::Imap:
    case LiveService::Pop:
        break;
    }
    return std::nullopt;
}

QList<RoleEvidence> rolesOf(const Certificate &certificate, const Inventory &inventory)
{
    return rolesOf(certificate, inventory.find(certificate.server), inventory);
}

QList<RoleEvidence> rolesOf(const Certificate &certificate, const ServerEntry *entry, const Inventory &inventory)
{
    QList<RoleEvidence> out;
    const QDateTime readUtc = entry != nullptr && entry->readUtc.isValid() ? entry->readUtc : inventory.takenUtc;
    if (entry != nullptr && isOwnOf(certificate, entry->server))
        out.append({Role::Own, Source::ExchangeCertificate, {}, readUtc});
    if (entry != nullptr && entry->transport && !entry->transport->thumbprint.isNull()
        && entry->transport->thumbprint == certificate.facts.thumbprint) {
        const bool fromDirectory = entry->transport->origin == TransportAssignment::Origin::Directory;
        out.append(
            {Role::InternalTransport, fromDirectory ? Source::Directory : Source::TransportService, {}, readUtc});
    }
    addAuthRoles(certificate, inventory, out);
    if (certificate.iisBindings) {
        for (const IisBinding &binding : *certificate.iisBindings) {
            if (binding.siteId == IisBinding::frontEndSite)
                out.append({Role::FrontEnd443, Source::ExchangeCertificate, binding.serviceName, readUtc});
            else if (binding.siteId == IisBinding::backEndSite)
                out.append({Role::BackEnd444, Source::ExchangeCertificate, binding.serviceName, readUtc});
        }
    }
    if (isOfWmSvc(certificate, entry))
        out.append({Role::WmSvc, Source::ExchangeCertificate, certificate.keyContainer, readUtc});
    addConnectors(
        certificate, inventory.sendConnectors, Role::SendConnector, Source::SendConnector, inventory.takenUtc, out);
    addConnectors(certificate, inventory.receiveConnectors, Role::ReceiveConnector, Source::ReceiveConnector,
        inventory.takenUtc, out);
    if (inventory.hybrid && inventory.hybrid->has_value() && isHybridCertificate(certificate, **inventory.hybrid))
        out.append({Role::Hybrid, Source::HybridConfiguration, {}, inventory.takenUtc});
    if (certificate.hasService(Service::Federation))
        out.append({Role::Federation, Source::ExchangeCertificate, {}, readUtc});
    if (entry != nullptr)
        addLiveRoles(certificate, *entry, out);
    // bindings come in the server's order
    std::stable_sort(
        out.begin(), out.end(), [](const RoleEvidence &a, const RoleEvidence &b) { return a.role < b.role; });
    return out;
}

bool isWorkOfServer(Role role)
{
    switch (role) {
    case Role::Own:
    case Role::AuthCurrent:
    case Role::AuthNext:
    case Role::AuthPrevious:
        return false;
    case Role::InternalTransport:
    case Role::FrontEnd443:
    case Role::BackEnd444:
    case Role::WmSvc:
    case Role::SendConnector:
    case Role::ReceiveConnector:
    case Role::Hybrid:
    case Role::Federation:
        break;
    }
    return true;
}

bool hasRole(const QList<RoleEvidence> &evidence, Role role)
{
    return std::any_of(evidence.begin(), evidence.end(), [role](const RoleEvidence &e) { return e.role == role; });
}

} // namespace kakuin::domain
