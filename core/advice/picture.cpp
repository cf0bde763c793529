// SPDX-License-Identifier: MIT
#include "core/advice/picture.h"

#include "core/domain/expiry.h"
#include "core/domain/fitness.h"

#include <algorithm>

namespace kakuin::advice {

using namespace domain;

Picture::Picture(const Inventory &source, const Policy &limits, const QDateTime &now)
    : inventory(source)
    , policy(limits)
    , nowUtc(now)
{
    for (const ServerEntry &entry : inventory.servers) {
        m_entries.insert(entry.server.id, &entry);
        // MonitorExchangeAuthCertificate looks at version 15 only; a version that is not known is not left out
        if (!entry.server.isEdge() && entry.server.version.product() != Product::Exchange2010)
            m_authServers.append(&entry);
    }
    indexConnectors(inventory.sendConnectors);
    indexConnectors(inventory.receiveConnectors);
    indexAuth();
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
    QHash<Thumbprint, qsizetype> forgotten;
    for (const ServerEntry &entry : inventory.servers) {
        if (!entry.certificates)
            continue;
        for (const Certificate &certificate : *entry.certificates) {
            const Thumbprint &thumbprint = certificate.facts.thumbprint;
            if (isAuth(thumbprint)) {
                m_auth[thumbprint].append({&entry, &certificate});
            } else if (bearsAuthName(certificate.facts)) {
                const auto at = forgotten.constFind(thumbprint);
                if (at == forgotten.constEnd()) {
                    forgotten.insert(thumbprint, m_forgottenAuth.size());
                    m_forgottenAuth.append({Copy{&entry, &certificate}});
                } else {
                    m_forgottenAuth[*at].append({&entry, &certificate});
                }
            }
        }
    }
}

// Whether what is staged takes over in time and then lasts
bool Picture::isSucceeded(const AuthConfig &auth, const Certificate &current) const
{
    const QList<Copy> next = authCopies(auth.next);
    if (auth.next == auth.current || next.isEmpty() || !auth.nextEffectiveUtc.isValid())
        return false;
    const std::optional<qint64> days = daysLeft(*next.first().certificate);
    return days && *days > policy.authNextDays && auth.nextEffectiveUtc < current.facts.notAfterUtc;
}

void Picture::judgeAuth()
{
    AuthState &state = m_authState;
    if (!inventory.authConfig) {
        state.isKnown = false;
        return;
    }
    const Certificate *waiting = nullptr;
    for (const QList<Copy> &copies : m_forgottenAuth) {
        for (const Copy &copy : copies) {
            const CertificateFacts &facts = copy.certificate->facts;
            const bool isValid = facts.notAfterUtc.isValid() && !isExpired(*copy.certificate)
                && facts.notBeforeUtc <= nowUtc && copy.certificate->hasPrivateKey.value_or(false);
            if (isValid && (waiting == nullptr || facts.notAfterUtc > waiting->facts.notAfterUtc))
                waiting = copy.certificate;
        }
    }
    if (waiting != nullptr)
        state.waiting = waiting->facts.thumbprint;
    const AuthConfig &auth = *inventory.authConfig;
    state.isNamed = !auth.current.isNull();
    const QList<Copy> copies = authCopies(auth.current);
    state.isKnown = !copies.isEmpty() || areAuthServersRead();
    if (copies.isEmpty())
        return;
    const Certificate &current = *copies.first().certificate;
    state.isExpired = isExpired(current);
    state.days = daysLeft(current);
    // a server that was not read may have the key
    state.isKeyless = areAuthServersRead() && std::all_of(copies.begin(), copies.end(), [](const Copy &copy) {
        return copy.certificate->hasPrivateKey == false;
    });
    state.isUsable = !state.isExpired && !state.isKeyless;
    state.wantsSuccessor
        = state.isKeyless || (state.days && *state.days <= policy.authDays && !isSucceeded(auth, current));
    state.isNear = state.days && *state.days < policy.authNearDays;
}

bool Picture::isAuth(const Thumbprint &thumbprint) const
{
    if (!inventory.authConfig || thumbprint.isNull())
        return false;
    const domain::AuthConfig &auth = *inventory.authConfig;
    return thumbprint == auth.current || thumbprint == auth.next || thumbprint == auth.previous;
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

QList<Copy> Picture::forgottenCopies(const Thumbprint &thumbprint) const
{
    for (const QList<Copy> &copies : m_forgottenAuth) {
        if (copies.first().certificate->facts.thumbprint == thumbprint)
            return copies;
    }
    return {};
}

bool Picture::areAuthServersRead() const
{
    return std::all_of(m_authServers.begin(), m_authServers.end(),
        [](const ServerEntry *entry) { return entry->certificates.has_value() && entry->unreadable.isEmpty(); });
}

} // namespace kakuin::advice
