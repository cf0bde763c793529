// SPDX-License-Identifier: MIT
#include "core/advice/picture.h"

#include "core/advice/authcandidates.h"
#include "core/domain/expiry.h"
#include "core/domain/fitness.h"
#include "core/domain/replacement.h"
#include "core/domain/roles.h"

#include <algorithm>

namespace kakuin::advice {

using namespace domain;

bool isDamage(const Error &problem)
{
    switch (problem.code) {
    case ErrorCode::MalformedClixml:
    case ErrorCode::ClixmlLimitExceeded:
    case ErrorCode::ClixmlForbiddenConstruct:
    case ErrorCode::UnsupportedEncoding:
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::MalformedArchive:
    case ErrorCode::UnsafeArchiveEntry:
    case ErrorCode::EncryptedArchiveEntry:
    case ErrorCode::ArchiveLimitExceeded:
    case ErrorCode::MalformedCertificate:
    case ErrorCode::RawDataMissing:
        return true;
    default:
        return false;
    }
}

bool isPoor(const Certificate &certificate, const Policy &policy, const QDateTime &nowUtc)
{
    const KeyFacts &key = certificate.facts.key;
    const bool isShort = key.algorithm == KeyFacts::Algorithm::Rsa && key.bits > 0 && key.bits < policy.smallestRsaBits;
    // without its key it is invalid for that reason
    const bool isInvalid = certificate.status == CertificateStatus::Invalid && certificate.hasPrivateKey != false
        && !domain::isExpired(certificate.facts, nowUtc);
    return isShort || isInvalid;
}

bool isNote(const Error &problem)
{
    return problem.code == ErrorCode::UnknownExportKind || problem.code == ErrorCode::CertificateOfNoServer
        || problem.code == ErrorCode::FormatUntried;
}

Picture::Picture(const Inventory &source, const Policy &limits, const QDateTime &now)
    : inventory(source)
    , policy(limits)
    , nowUtc(now)
{
    m_isInputDamaged = inventory.configuration.failure.has_value()
        || std::any_of(inventory.problems.begin(), inventory.problems.end(), isDamage);
    m_areServersListed = inventory.serverList.has_value()
        && std::none_of(inventory.problems.begin(), inventory.problems.end(),
            [](const Error &problem) { return problem.code == ErrorCode::FormatUntried; });
    for (const ServerEntry &entry : inventory.servers) {
        m_entries.insert(entry.server.id, &entry);
        // MonitorExchangeAuthCertificate looks at version 15 only; a version that is not known is not left out
        if (!entry.server.isEdge() && entry.server.version.product() != Product::Exchange2010)
            m_authServers.append(&entry);
    }
    indexConnectors(inventory.sendConnectors);
    indexConnectors(inventory.receiveConnectors);
    indexAuth();
    indexIdleAuth();
    judgeAuth();
}

void Picture::indexConnectors(const Result<QList<Connector>> &connectors)
{
    if (!connectors)
        return;
    for (const Connector &connector : *connectors) {
        if (!connector.tlsCertificateName)
            continue;
        if (connector.servers.isEmpty())
            m_connectorsOfAll.append(&connector);
        for (const ServerId &server : connector.servers)
            m_connectors[server].append(&connector);
    }
}

void Picture::indexAuth()
{
    if (!inventory.authConfig)
        return;
    for (const ServerEntry &entry : inventory.servers) {
        if (!entry.certificates)
            continue;
        for (const Certificate &certificate : *entry.certificates) {
            const Thumbprint &thumbprint = certificate.facts.thumbprint;
            if (isAuth(thumbprint)) {
                m_auth[thumbprint].append({&entry, &certificate});
            } else if (isNamedAsAuth(certificate.facts)) {
                const auto at = m_forgottenPlaces.constFind(thumbprint);
                if (at == m_forgottenPlaces.constEnd()) {
                    m_forgottenPlaces.insert(thumbprint, m_forgottenAuth.size());
                    m_forgottenAuth.append({Copy{&entry, &certificate}});
                } else {
                    m_forgottenAuth[*at].append({&entry, &certificate});
                }
            }
        }
    }
}

void Picture::indexIdleAuth()
{
    const auto isAtWork = [this](const Copy &copy) {
        const QList<RoleEvidence> roles = rolesOf(*copy.certificate, copy.entry, sliceFor(copy.entry->server.id));
        return std::any_of(
            roles.begin(), roles.end(), [](const RoleEvidence &evidence) { return isWorkOfServer(evidence.role); });
    };
    for (QList<Copy> copies : std::as_const(m_forgottenAuth)) {
        copies.removeIf(isAtWork);
        m_idleAuth.append(copies);
    }
}

bool Picture::canSign(const QList<Copy> &copies) const
{
    return std::any_of(copies.begin(), copies.end(), [this](const Copy &copy) {
        const Certificate &one = *copy.certificate;
        const KeyFacts::Algorithm algorithm = one.facts.key.algorithm;
        return one.hasPrivateKey != false && !isExpired(one) && one.status != CertificateStatus::Revoked
            && !isKeptByCng(one)
            && (algorithm == KeyFacts::Algorithm::Rsa || algorithm == KeyFacts::Algorithm::Unknown);
    });
}

// Whether what is staged takes over in time and then lasts
bool Picture::isSucceeded(const AuthConfig &auth, const Certificate &current) const
{
    if (!auth.isStaged() || isOfUse(authCopies(auth.next)) != true)
        return false;
    if (!auth.nextEffectiveUtc.isValid())
        return !auth.nextEffectiveText.isEmpty(); // there is a date, and nothing is known to be wrong with it
    constexpr qint64 hourSeconds = 3600;
    const bool isLate = auth.nextEffectiveUtc.secsTo(nowUtc) > policy.promotionHours * hourSeconds;
    return auth.nextEffectiveUtc < current.facts.notAfterUtc && !isLate;
}

void Picture::judgeAuth()
{
    AuthState &state = m_authState;
    if (!inventory.authConfig) {
        state.isKnown = false;
        return;
    }
    const QList<AuthCandidate> candidates = authCandidates(*this);
    if (!candidates.isEmpty() && candidates.first().isWaiting()) {
        state.waiting = candidates.first().thumbprint();
        state.waitingOn = candidates.first().certificate.server;
    }
    const AuthConfig &auth = *inventory.authConfig;
    state.isNamed = !auth.current.isNull();
    const QList<Copy> copies = authCopies(auth.current);
    // copies without their key say nothing about the servers that were not read
    state.isKnown = areAuthServersRead() || std::any_of(copies.begin(), copies.end(), [this](const Copy &copy) {
        return copy.certificate->hasPrivateKey != false || isExpired(*copy.certificate);
    });
    state.isNextReady = auth.isStaged() && canSign(authCopies(auth.next));
    if (auth.isStaged())
        state.isNextOfUse = isOfUse(authCopies(auth.next));
    if (copies.isEmpty())
        return;
    const Certificate &current = *copies.first().certificate;
    state.isExpired = isExpired(current);
    state.days = daysLeft(current);
    // a server that was not read may have the key
    state.isKeyless = areAuthServersRead() && std::all_of(copies.begin(), copies.end(), [](const Copy &copy) {
        return copy.certificate->hasPrivateKey == false;
    });
    state.isUsable = canSign(copies);
    state.isOdd = !isNamedAsAuth(current.facts);
    const bool isToBeReplaced
        = (state.days && *state.days <= policy.authDays) || state.isOdd || isPoor(current, policy, nowUtc);
    state.wantsSuccessor = !state.isUsable || (isToBeReplaced && !isSucceeded(auth, current));
    state.isNear = state.days && *state.days < policy.authNearDays;
}

std::optional<bool> Picture::isOfUse(const QList<Copy> &staged) const
{
    if (!staged.isEmpty()) { // its dates and its key are the same on every server
        const Certificate &next = *staged.first().certificate;
        const std::optional<qint64> days = daysLeft(next);
        if (isExpired(next) || (days && *days <= policy.authNextDays) || isPoor(next, policy, nowUtc))
            return false;
    }
    if (canSign(staged))
        return true;
    return areAuthServersRead() ? std::optional<bool>(false) : std::nullopt;
}

bool Picture::isAuth(const Thumbprint &thumbprint) const
{
    return isNamedBy(inventory.authConfig, thumbprint);
}

Inventory Picture::sliceFor(const ServerId &server) const
{
    Inventory slice;
    slice.takenUtc = inventory.takenUtc;
    slice.authConfig = inventory.authConfig;
    slice.hybrid = inventory.hybrid;
    slice.sendConnectors = QList<Connector>();
    slice.receiveConnectors = QList<Connector>();
    for (const QList<const Connector *> &list : {m_connectors.value(server), m_connectorsOfAll}) {
        for (const Connector *connector : list)
            (connector->kind == Connector::Kind::Send ? slice.sendConnectors : slice.receiveConnectors)
                ->append(*connector);
    }
    return slice;
}

std::optional<qint64> Picture::daysLeft(const Certificate &certificate) const
{
    if (!certificate.facts.notAfterUtc.isValid())
        return std::nullopt;
    return wholeDays(nowUtc, certificate.facts.notAfterUtc);
}

bool Picture::isExpired(const Certificate &certificate) const
{
    return domain::isExpired(certificate.facts, nowUtc);
}

bool Picture::isEnding(const Certificate &certificate) const
{
    const std::optional<qint64> days = daysLeft(certificate);
    return isExpired(certificate)
        || (days && *days < policy.limitsFor(certificate.facts, isSelfSigned(certificate)).warning);
}

QList<Copy> Picture::forgottenCopies(const Thumbprint &thumbprint) const
{
    return m_forgottenAuth.value(m_forgottenPlaces.value(thumbprint, -1));
}

QList<Copy> Picture::idleCopies(const Thumbprint &thumbprint) const
{
    return m_idleAuth.value(m_forgottenPlaces.value(thumbprint, -1));
}

bool Picture::isForgotten(const Thumbprint &thumbprint) const
{
    const QList<Copy> copies = forgottenCopies(thumbprint);
    if (copies.isEmpty() || (thumbprint == m_authState.waiting && m_authState.needsAnother()))
        return false;
    const QList<Copy> current = authCopies(inventory.authConfig->current);
    const QDateTime sinceUtc = current.isEmpty() ? QDateTime() : current.first().certificate->facts.notBeforeUtc;
    const Certificate &one = *copies.first().certificate;
    // a newer one may be about to be staged
    return isExpired(one) || (sinceUtc.isValid() && one.facts.notBeforeUtc <= sinceUtc && !m_authState.isOdd);
}

bool Picture::areConnectorsRead() const
{
    const QList<Error> &problems = inventory.problems;
    return inventory.sendConnectors && !m_isInputDamaged
        && std::none_of(problems.begin(), problems.end(),
            [](const Error &problem) { return problem.subject == QLatin1String("Get-SendConnector"); });
}

bool Picture::areAllServersRead() const
{
    const QList<ServerEntry> &servers = inventory.servers;
    return m_areServersListed && !m_isInputDamaged
        && std::all_of(servers.begin(), servers.end(), [](const ServerEntry &entry) { return entry.isWhole(); });
}

bool Picture::areAuthServersRead() const
{
    return m_areServersListed && !m_isInputDamaged
        && std::all_of(
            m_authServers.begin(), m_authServers.end(), [](const ServerEntry *entry) { return entry->isWhole(); });
}

} // namespace kakuin::advice
