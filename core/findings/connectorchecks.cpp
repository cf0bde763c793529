// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include "core/domain/distinguishedname.h"
#include "core/domain/fitness.h"
#include "core/domain/replacement.h"

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
};

QString nameKey(const QString &issuer, const QString &subject)
{
    return comparableName(issuer) + QLatin1String("\n\n") + comparableName(subject);
}

/// The names of all certificates of the organisation, made when a connector names no servers.
class AllNames final {
public:
    explicit AllNames(const Picture &picture)
        : m_picture(picture)
    {
    }
    /// Whether it is known that no server has such a certificate.
    [[nodiscard]] bool lack(const TlsCertificateName &name)
    {
        if (!m_picture.areAllServersRead())
            return false;
        if (m_names.isEmpty()) {
            for (const ServerEntry &entry : m_picture.inventory.servers) {
                for (const Certificate &certificate : entry.certificates.value_or(QList<Certificate>()))
                    m_names.insert(nameKey(certificate.facts.issuer, certificate.facts.subject));
            }
        }
        return !m_names.contains(nameKey(name.issuer, name.subject));
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
    if (matching.isEmpty() && entry.isWhole() && !picture.isInputDamaged()) {
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
    const bool isNowhere = connector.servers.isEmpty() && all.lack(name);
    if (!lookup.lacking.isEmpty() || isNowhere) {
        const Severity open = connector.kind == Connector::Kind::Send ? Severity::Critical : Severity::Warning;
        Finding finding{Code::ConnectorNameNotFound, connector.isEnabled ? open : Severity::Information, subject,
            {{Fact::NameLookedFor, name.toString()}},
            lookup.lacking.isEmpty() ? Task{} : Task{Task::Kind::Import, {}, lookup.lacking}, {}};
        addServers(finding.evidence, Fact::LackingServer, lookup.lacking);
        found.append(finding);
    }
    if (lookup.older.isEmpty())
        return;
    // no removal is offered: what the connector names is in use, and Exchange refuses to remove it
    Finding finding{Code::ConnectorGenerations, lookup.hasExpired ? Severity::Warning : Severity::Information, subject,
        {{Fact::NameLookedFor, name.toString()}}, {}, {}};
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

// HealthChecker's rules for cloud mail
void checkCloud(const Connector &connector, const Picture &picture, Found &found)
{
    if (!connector.isCloudMailEnabled)
        return;
    const Subject subject = Subject::connector(connector.name);
    if (!connector.isEnabled)
        found.append({Code::CloudConnectorDisabled, Severity::Warning, subject, {}, {}, {}});
    // without a TlsDomain the name is compared with the recipient's domain
    const QString level = connector.tlsAuthLevel.value_or(QString());
    const bool lacksDomain = level.compare(QLatin1String("DomainValidation"), Qt::CaseInsensitive) == 0
        && connector.tlsDomain == QString();
    const bool isUnchecked
        = connector.isRelayThroughCloud && level.compare(QLatin1String("EncryptionOnly"), Qt::CaseInsensitive) == 0;
    const bool isTlsWeak
        = connector.requiresTls == false || (connector.tlsAuthLevel && level.isEmpty()) || lacksDomain || isUnchecked;
    if (connector.kind == Connector::Kind::Send && isTlsWeak)
        found.append({Code::CloudConnectorTlsWeak, Severity::Warning, subject, {}, {}, {}});
    if (!connector.tlsCertificateName) {
        // a relay through Microsoft 365 signs in by address or by its own name; a malformed name is said as such
        if (!connector.isRelayThroughCloud && connector.malformedTlsName.isEmpty())
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

// Exchange keeps any text as a name, and finds no certificate for one that is not "<I>issuer<S>subject"
void checkForm(const Connector &connector, Found &found)
{
    if (!connector.malformedTlsName.isEmpty())
        found.append({Code::ConnectorNameMalformed, connector.isEnabled ? Severity::Warning : Severity::Information,
            Subject::connector(connector.name), {{Fact::NameLookedFor, connector.malformedTlsName}}, {}, {}});
}

bool isBetterForClients(const Certificate &a, const Certificate &b)
{
    if (isSelfSigned(a) != isSelfSigned(b))
        return !isSelfSigned(a);
    return a.facts.notAfterUtc > b.facts.notAfterUtc;
}

// A Receive connector without a certificate name offers STARTTLS with a certificate that covers its FQDN and carries
// SMTP; without one it offers none (event 12014)
void checkFqdn(const Connector &connector, const Picture &picture, Found &found)
{
    const bool isConcerned = connector.kind == Connector::Kind::Receive && connector.isEnabled && connector.offersTls
        && !connector.tlsCertificateName && connector.malformedTlsName.isEmpty() && !connector.fqdn.isEmpty();
    const ServerEntry *entry
        = isConcerned && connector.servers.size() == 1 ? picture.find(connector.servers.constFirst()) : nullptr;
    if (entry == nullptr || !entry->isWhole() || picture.isInputDamaged())
        return;
    const Certificate *candidate = nullptr;
    for (const Certificate &certificate : *entry->certificates) {
        if (!certificate.services)
            return; // it may be the one
        if (!coversName(certificate.facts, connector.fqdn))
            continue;
        const Unfit unfit = unfitnessOf(certificate, picture.nowUtc);
        if (unfit == Unfit::KeyNotKnown || unfit == Unfit::DatesNotKnown)
            return; // it may be the one
        if (unfit != Unfit::Nothing)
            continue;
        if (certificate.hasService(Service::Smtp))
            return;
        // a request whose status is not told looks like a self-signed certificate
        const bool isCandidate = isFreeForWork(certificate, picture.inventory.authConfig)
            && (certificate.status || !isSelfSigned(certificate) || isOwnOf(certificate, entry->server));
        if (isCandidate && (candidate == nullptr || isBetterForClients(certificate, *candidate)))
            candidate = &certificate;
    }
    Finding finding{Code::ConnectorFqdnNotCovered, Severity::Warning, Subject::connector(connector.name),
        {{Fact::NameLookedFor, connector.fqdn}, {Fact::OnServer, entry->server.id.name()}}, {}, {}};
    if (candidate != nullptr) {
        finding.evidence.append({Fact::OtherGeneration, candidate->facts.thumbprint});
        finding.task = {Task::Kind::Assign, {candidate->id()}, {}, Service::Smtp};
    }
    found.append(finding);
}

} // namespace

namespace {

// What is named and is not in the data was not looked at
void checkServersNamed(const Picture &picture, Found &found)
{
    if (picture.inventory.configuration.isAwaited)
        return; // the list of servers may not have come
    QList<ServerId> missing;
    QSet<ServerId> said;
    const auto note = [&](const QList<ServerId> &servers) {
        for (const ServerId &server : servers) {
            if (picture.find(server) != nullptr || said.contains(server))
                continue;
            said.insert(server);
            missing.append(server);
        }
    };
    for (const auto *connectors : {&picture.inventory.sendConnectors, &picture.inventory.receiveConnectors}) {
        for (const Connector &connector : connectors->value_or(QList<Connector>())) {
            if (connector.tlsCertificateName)
                note(connector.servers);
        }
    }
    if (picture.inventory.hybrid && *picture.inventory.hybrid) {
        note((*picture.inventory.hybrid)->sendingTransportServers);
        note((*picture.inventory.hybrid)->receivingTransportServers);
    }
    for (const ServerId &server : std::as_const(missing))
        found.append({Code::ServerNotRead, Severity::NotKnown, Subject::of(server),
            {{Fact::Reason, Error{ErrorCode::NotRead, server.name(), {}}}}, {Task::Kind::ReadAgain, {}, {}, {}},
            {Code::ConnectorNameNotFound, Code::HybridNameNotFound}});
}

} // namespace

void checkConnectors(const Picture &picture, Found &found)
{
    checkServersNamed(picture, found);
    AllNames all(picture);
    for (const auto *connectors : {&picture.inventory.sendConnectors, &picture.inventory.receiveConnectors}) {
        if (!*connectors)
            continue;
        for (const Connector &connector : **connectors) {
            if (connector.tlsCertificateName)
                checkName(connector, picture, all, found);
            checkForm(connector, found);
            checkFqdn(connector, picture, found);
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
    const bool isNowhere = servers.isEmpty() && all.lack(*hybrid.tlsCertificateName);
    if (lookup.lacking.isEmpty() && !isNowhere)
        return;
    Finding finding{Code::HybridNameNotFound, Severity::Critical, subject,
        {{Fact::NameLookedFor, hybrid.tlsCertificateName->toString()}},
        lookup.lacking.isEmpty() ? Task{} : Task{Task::Kind::Import, {}, lookup.lacking}, {}};
    addServers(finding.evidence, Fact::LackingServer, lookup.lacking);
    found.append(finding);
}

} // namespace kakuin::findings
