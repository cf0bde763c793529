// SPDX-License-Identifier: MIT
#include "core/findings/findings.h"

#include "core/findings/checks.h"

#include <algorithm>
#include <vector>

namespace kakuin::findings {
namespace {

using CertificateCheck = void (*)(const CertificateView &, const ServerView &, const Picture &, Found &);
using ServerCheck = void (*)(const ServerView &, const Picture &, Found &);
using EntryCheck = void (*)(const domain::ServerEntry &, const Picture &, Found &);
using PeerCheck = void (*)(const QList<ServerView> &, const Picture &, Found &);
using OrganisationCheck = void (*)(const Picture &, Found &);

constexpr CertificateCheck certificateChecks[] = {checkLife, checkStatus, checkStrength, checkKeyProvider,
    checkPrivateKey, checkWebGeneration, checkTrust, checkServerName};
constexpr ServerCheck serverChecks[] = {checkTransport, checkSmtp, checkWebSites, checkServedPorts, checkDetails};
constexpr EntryCheck entryChecks[] = {checkTransportAssignment, checkServerRead, checkPorts, checkPortsRead};
constexpr PeerCheck peerChecks[] = {checkRenewedOnSome, checkFrontEndPeers, checkNextLife, checkClientAuthentication};
constexpr OrganisationCheck organisationChecks[] = {checkAuthPresence, checkAuthLife, checkAuthShape, checkAuthStaging,
    checkAuthHybrid, checkAuthGenerations, checkConnectors, checkHybrid, checkCoexistence, checkBuilds, checkParts};

constexpr qsizetype mostServersNamed = 20;

void checkRead(const ServerView &server, const Picture &picture, Found &found)
{
    for (const ServerCheck check : serverChecks)
        check(server, picture, found);
    for (const CertificateView &view : server.certificates) {
        if (view.isForeign)
            continue;
        for (const CertificateCheck check : certificateChecks)
            check(view, server, picture, found);
    }
}

void checkEntry(const domain::ServerEntry &entry, const Picture &picture, Found &found)
{
    for (const EntryCheck check : entryChecks)
        check(entry, picture, found);
}

} // namespace

QList<Finding> findingsOf(const domain::Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    return findingsIn(Picture(inventory, policy, nowUtc));
}

QList<Finding> findingsIn(const Picture &picture)
{
    Found found;
    for (const OrganisationCheck check : organisationChecks)
        check(picture, found);
    QList<ServerView> servers; // those that were read
    servers.reserve(picture.inventory.servers.size());
    for (const domain::ServerEntry &entry : picture.inventory.servers) {
        checkEntry(entry, picture, found);
        if (!entry.certificates)
            continue;
        servers.append(viewOf(entry, picture));
        checkRead(servers.last(), picture, found);
    }
    for (const PeerCheck check : peerChecks)
        check(servers, picture, found);
    std::vector<std::pair<int, qsizetype>> places;
    places.reserve(static_cast<size_t>(found.size()));
    for (qsizetype i = 0; i < found.size(); ++i)
        places.emplace_back(placeOf(found.at(i)), i);
    std::sort(places.begin(), places.end());
    QList<Finding> sorted;
    sorted.reserve(found.size());
    for (const auto &[place, i] : places)
        sorted.append(std::move(found[i]));
    return sorted;
}

QList<Evidence> useEvidence(const QList<domain::RoleEvidence> &roles)
{
    QList<Evidence> out;
    for (const domain::RoleEvidence &role : roles)
        out.append({Fact::UsedAs, role});
    return out;
}

void addServers(QList<Evidence> &evidence, Fact fact, const QList<domain::ServerId> &servers)
{
    const qsizetype named = std::min(servers.size(), mostServersNamed);
    for (qsizetype i = 0; i < named; ++i)
        evidence.append({fact, servers.at(i).name()});
    if (servers.size() > named)
        evidence.append({Fact::MoreServers, static_cast<qint64>(servers.size() - named)});
}

} // namespace kakuin::findings
