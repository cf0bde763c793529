// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/findings/thresholds.h"

#include <QtCore/QHash>

namespace kakuin::findings {

/// One server's copy of a certificate.
struct Copy final {
    const domain::ServerEntry *entry = nullptr;
    const domain::Certificate *certificate = nullptr;
};

/// What all checks share: the inventory with the lookups that keep their cost linear.
/// Lives while one evaluation runs; refers to the inventory that it was made from.
class Picture final {
public:
    Picture(const domain::Inventory &source, const Thresholds &limits, const QDateTime &now);
    Q_DISABLE_COPY_MOVE(Picture)

    const domain::Inventory &inventory;
    const Thresholds &thresholds;
    const QDateTime nowUtc;

    [[nodiscard]] const domain::ServerEntry *find(const domain::ServerId &server) const
    {
        return m_entries.value(server);
    }
    /// The copies of a certificate that AuthConfig names; empty for any other thumbprint.
    [[nodiscard]] QList<Copy> authCopies(const domain::Thumbprint &thumbprint) const
    {
        return m_auth.value(thumbprint);
    }
    /// Certificates with the Auth certificate's name that AuthConfig does not name, in the order of the inventory.
    [[nodiscard]] const QList<QList<Copy>> &forgottenAuth() const { return m_forgottenAuth; }
    [[nodiscard]] bool isAuth(const domain::Thumbprint &thumbprint) const;
    /// Every server to which the Auth certificate belongs: not Edge, and 2013 or newer where the version is known.
    [[nodiscard]] const QList<const domain::ServerEntry *> &authServers() const { return m_authServers; }

    /// An inventory that holds of the connectors only those that concern the server: rolesOf() stays cheap with it.
    [[nodiscard]] domain::Inventory sliceFor(const domain::ServerId &server) const;

    /// Whole days left, rounded down; negative once expired. Nothing for an invalid date.
    [[nodiscard]] std::optional<qint64> daysLeft(const domain::Certificate &certificate) const;
    [[nodiscard]] bool isExpired(const domain::Certificate &certificate) const;

    static const QLatin1String authName; ///< the subject of every Auth certificate

private:
    void indexConnectors(const Result<QList<domain::Connector>> &connectors);
    void indexAuth();

    QHash<domain::ServerId, const domain::ServerEntry *> m_entries;
    QHash<domain::ServerId, QList<const domain::Connector *>> m_connectors; ///< those that name a certificate
    QList<const domain::Connector *> m_connectorsOfAll; ///< those that name no server
    QHash<domain::Thumbprint, QList<Copy>> m_auth;
    QList<QList<Copy>> m_forgottenAuth;
    QList<const domain::ServerEntry *> m_authServers;
};

} // namespace kakuin::findings
