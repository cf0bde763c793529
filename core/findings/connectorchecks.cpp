// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include <QtCore/QSet>

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

/// Where a name leads.
struct Lookup final {
    QList<ServerId> lacking;
    QList<CertificateId> older; ///< all but the newest on each server that has several
    bool hasExpired = false; ///< among those of a server that has several
    bool wasLookedUp = false; ///< at least one server was read
};

QString nameKey(const QString &issuer, const QString &subject)
{
    return issuer.toCaseFolded() + u'\n' + subject.toCaseFolded();
}

/// The names of all certificates of the organisation, made when a connector names no servers.
class AllNames final {
public:
    explicit AllNames(const Picture &picture)
        : m_picture(picture)
    {
    }
    [[nodiscard]] bool contain(const TlsCertificateName &name)
    {
        if (m_names.isEmpty()) {
            for (const ServerEntry &entry : m_picture.inventory.servers) {
                for (const Certificate &certificate : entry.certificates.value_or(QList<Certificate>()))
                    m_names.insert(nameKey(certificate.facts.issuer, certificate.facts.subject));
            }
        }
        return m_names.contains(nameKey(name.issuer, name.subject));
    }

private:
    const Picture &m_picture;
    QSet<QString> m_names;
};

void lookUpOn(const ServerEntry &entry, const TlsCertificateName &name, const Picture &picture, Lookup &out)
{
    QList<const Certificate *> matching;
    for (const Certificate &certificate : *entry.certificates) {
        if (name.matches(certificate.facts) && certificate.status != CertificateStatus::PendingRequest)
            matching.append(&certificate);
    }
    out.wasLookedUp = true;
    if (matching.isEmpty()) {
        out.lacking.append(entry.server.id);
    } else if (matching.size() > 1) {
        // if several match, the one that is valid longest is taken
        std::stable_sort(matching.begin(), matching.end(),
            [](const Certificate *a, const Certificate *b) { return a->facts.notAfterUtc > b->facts.notAfterUtc; });
        for (qsizetype i = 1; i < matching.size(); ++i) {
            out.older.append(matching.at(i)->id());
            out.hasExpired = out.hasExpired || picture.isExpired(*matching.at(i));
        }
    }
}

Lookup lookUp(const TlsCertificateName &name, const QList<ServerId> &servers, const Picture &picture)
{
    Lookup out;
    for (const ServerId &server : servers) {
        const ServerEntry *entry = picture.find(server);
        if (entry != nullptr && entry->certificates)
            lookUpOn(*entry, name, picture, out);
    }
    return out;
}

void checkName(const Connector &connector, const Picture &picture, AllNames &all, Found &found)
{
    const TlsCertificateName &name = *connector.tlsCertificateName;
    const Subject subject = Subject::connector(connector.name);
    const Lookup lookup = lookUp(name, connector.servers, picture);
    const bool isNowhere = connector.servers.isEmpty() && !all.contain(name);
    if (!lookup.lacking.isEmpty() || isNowhere) {
        const Severity open = connector.kind == Connector::Kind::Send ? Severity::Critical : Severity::Warning;
        Finding finding{Code::ConnectorNameNotFound, connector.isEnabled ? open : Severity::Information, subject,
            {{Fact::NameLookedFor, name.toString()}},
            lookup.lacking.isEmpty() ? Mend{} : Mend{Mend::Task::Import, {}, lookup.lacking}, {}};
        addServers(finding.evidence, Fact::LackingServer, lookup.lacking);
        found.append(finding);
    }
    if (lookup.older.isEmpty())
        return;
    Finding finding{Code::ConnectorGenerations, lookup.hasExpired ? Severity::Warning : Severity::Information, subject,
        {{Fact::NameLookedFor, name.toString()}}, {Mend::Task::Remove, lookup.older, {}}, {}};
    QList<ServerId> servers;
    QSet<Thumbprint> said;
    for (const CertificateId &id : lookup.older) {
        if (!servers.contains(id.server))
            servers.append(id.server);
        if (!said.contains(id.thumbprint))
            finding.evidence.append({Fact::OtherGeneration, id.thumbprint});
        said.insert(id.thumbprint);
    }
    addServers(finding.evidence, Fact::OnServer, servers);
    found.append(finding);
}

// HealthChecker's rules for cloud mail; those on RequireTLS, TlsAuthLevel and TlsDomain need what no inventory holds
void checkCloud(const Connector &connector, const Picture &picture, Found &found)
{
    if (!connector.isCloudMailEnabled)
        return;
    const Subject subject = Subject::connector(connector.name);
    if (!connector.isEnabled)
        found.append({Code::CloudConnectorDisabled, Severity::Warning, subject, {}, {}, {}});
    if (!connector.tlsCertificateName) {
        found.append({Code::CloudConnectorNameMissing, Severity::Warning, subject, {}, {}, {}});
        return;
    }
    if (!picture.inventory.hybrid || !*picture.inventory.hybrid)
        return;
    const std::optional<TlsCertificateName> &expected = (*picture.inventory.hybrid)->tlsCertificateName;
    const TlsCertificateName &name = *connector.tlsCertificateName;
    if (expected && nameKey(expected->issuer, expected->subject) != nameKey(name.issuer, name.subject))
        found.append({Code::CloudConnectorNameDiffers, Severity::Warning, subject,
            {{Fact::NameLookedFor, name.toString()}, {Fact::NameOfHybrid, expected->toString()}}, {}, {}});
}

} // namespace

void checkConnectors(const Picture &picture, Found &found)
{
    AllNames all(picture);
    for (const auto *connectors : {&picture.inventory.sendConnectors, &picture.inventory.receiveConnectors}) {
        if (!*connectors)
            continue;
        for (const Connector &connector : **connectors) {
            if (connector.tlsCertificateName)
                checkName(connector, picture, all, found);
            checkCloud(connector, picture, found);
        }
    }
}

void checkHybrid(const Picture &picture, Found &found)
{
    if (!picture.inventory.hybrid || !*picture.inventory.hybrid)
        return;
    const HybridConfiguration &hybrid = **picture.inventory.hybrid;
    const Subject subject = Subject::organisation(QStringLiteral("hybrid"));
    if (!hybrid.tlsCertificateName) {
        found.append({Code::HybridNameMissing, Severity::Critical, subject, {}, {}, {}});
        return;
    }
    QList<ServerId> servers = hybrid.sendingTransportServers;
    QSet<ServerId> known(servers.begin(), servers.end());
    for (const ServerId &server : hybrid.receivingTransportServers) {
        if (!known.contains(server))
            servers.append(server);
        known.insert(server);
    }
    AllNames all(picture);
    const Lookup lookup = lookUp(*hybrid.tlsCertificateName, servers, picture);
    if (lookup.lacking.isEmpty() && (!servers.isEmpty() || all.contain(*hybrid.tlsCertificateName)))
        return;
    Finding finding{Code::HybridNameNotFound, Severity::Critical, subject,
        {{Fact::NameLookedFor, hybrid.tlsCertificateName->toString()}},
        lookup.lacking.isEmpty() ? Mend{} : Mend{Mend::Task::Import, {}, lookup.lacking}, {}};
    addServers(finding.evidence, Fact::LackingServer, lookup.lacking);
    found.append(finding);
}

} // namespace kakuin::findings
