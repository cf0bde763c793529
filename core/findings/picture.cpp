// SPDX-License-Identifier: MIT
#include "core/findings/picture.h"

namespace kakuin::findings {

using namespace domain;

const QLatin1String Picture::authName("CN=Microsoft Exchange Server Auth Certificate");

Picture::Picture(const Inventory &source, const Thresholds &limits, const QDateTime &now)
    : inventory(source)
    , thresholds(limits)
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
            } else if (certificate.facts.subject.compare(authName, Qt::CaseInsensitive) == 0) {
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
    constexpr qint64 daySeconds = 86'400;
    if (!certificate.facts.notAfterUtc.isValid())
        return std::nullopt;
    const qint64 seconds = nowUtc.secsTo(certificate.facts.notAfterUtc);
    return seconds >= 0 ? seconds / daySeconds : (seconds - daySeconds + 1) / daySeconds;
}

bool Picture::isExpired(const Certificate &certificate) const
{
    // valid through the very second that it names (RFC 5280 4.1.2.5)
    return certificate.facts.notAfterUtc.isValid() && certificate.facts.notAfterUtc < nowUtc;
}

} // namespace kakuin::findings
