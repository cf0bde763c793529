// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

/// Servers of some versions, and which versions these are. Edge servers are not part of the organisation that setup checks.
struct OfVersions final {
    QList<ServerId> servers;
    QStringList versions;
};

template <class Predicate>
OfVersions ofVersions(const Picture &picture, Predicate predicate)
{
    OfVersions out;
    for (const ServerEntry &entry : picture.inventory.servers) {
        if (!predicate(entry.server))
            continue;
        out.servers.append(entry.server.id);
        if (const QString text = entry.server.version.displayText(); !out.versions.contains(text))
            out.versions.append(text);
    }
    return out;
}

bool isProduct(const Server &server, Product product)
{
    return !server.isEdge() && server.version.product() == product;
}

void add(Code code, Severity severity, const QStringList &versions, const OfVersions &concerned, Found &found)
{
    Finding finding{code, severity, Subject::organisation(), {}, {}, {}};
    for (const QString &version : versions)
        finding.evidence.append({Fact::VersionIs, version});
    addServers(finding.evidence, Fact::OnServer, concerned.servers);
    found.append(finding);
}

} // namespace

// Setup of 2019 CU15 and SE refuses an organisation with 2013, that of SE CU2 one with 2016 or 2019
void checkCoexistence(const Picture &picture, Found &found)
{
    constexpr int firstBuildWithout2013 = 1748; // 2019 CU15
    const OfVersions old
        = ofVersions(picture, [](const Server &server) { return isProduct(server, Product::Exchange2013); });
    const OfVersions refusing = ofVersions(picture, [](const Server &server) {
        return isProduct(server, Product::ExchangeSe)
            || (isProduct(server, Product::Exchange2019)
                && server.version.number.microVersion() >= firstBuildWithout2013);
    });
    if (!old.servers.isEmpty() && !refusing.servers.isEmpty())
        add(Code::ServersCannotCoexist, Severity::Warning, refusing.versions, old, found);
    const OfVersions se
        = ofVersions(picture, [](const Server &server) { return isProduct(server, Product::ExchangeSe); });
    const OfVersions ending = ofVersions(picture, [](const Server &server) {
        return isProduct(server, Product::Exchange2016) || isProduct(server, Product::Exchange2019);
    });
    if (!se.servers.isEmpty() && !ending.servers.isEmpty())
        add(Code::CoexistenceEnds, Severity::Information, ending.versions, ending, found);
}

void checkBuilds(const Picture &picture, Found &found)
{
    const OfVersions newer
        = ofVersions(picture, [](const Server &server) { return server.version.isNewerThanKnown(); });
    if (newer.servers.isEmpty())
        return;
    QStringList builds; // a product's name would not tell the build
    for (const ServerEntry &entry : picture.inventory.servers) {
        const QString build = entry.server.version.number.toString();
        if (entry.server.version.isNewerThanKnown() && !builds.contains(build))
            builds.append(build);
    }
    add(Code::BuildNotTried, Severity::Information, builds, newer, found);
}

} // namespace kakuin::findings
