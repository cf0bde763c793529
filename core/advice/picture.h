// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"
#include "core/domain/inventory.h"

#include <QtCore/QHash>

namespace kakuin::advice {

/// One server's copy of a certificate.
struct Copy final {
    const domain::ServerEntry *entry = nullptr;
    const domain::Certificate *certificate = nullptr;
};

/// How far the organisation's certificate in use can do its work.
struct AuthState final {
    bool isNamed = false; ///< AuthConfig names a current one
    bool isKnown = true; ///< every server to which it belongs was read whole, or a copy was found that can tell
    bool isUsable = false; ///< some server has it, with an RSA key in a CSP that is there, not expired and not revoked
    bool isOdd = false; ///< it is not named as an Auth certificate: another one may have been chosen by mistake
    bool isNextReady = false; ///< the staged one could sign at once, on some server
    /// The staged one will do: it could sign now, lasts as long as the policy wants, and its key is not too small. False:
    /// it is known that it will not. Nothing: none is staged, or a server that was not read may have its key.
    std::optional<bool> isNextOfUse;
    bool isKeyless = false; ///< every copy lacks its key
    bool isExpired = false;
    std::optional<qint64> days; ///< whole days left
    bool wantsSuccessor = false; ///< it ends soon or is poor by the policy, and nothing is staged that is better
    bool isNear = false; ///< fewer days are left than a copy needs to be worth while
    /// It is known that the organisation needs another one now.
    [[nodiscard]] bool needsAnother() const { return isKnown && isNamed && (!isUsable || wantsSuccessor || isOdd); }
    /// And the staged one will not do: one has to be made or chosen.
    [[nodiscard]] bool lacksSuccessor() const
    {
        return needsAnother() && (!isNextReady || (isUsable && wantsSuccessor));
    }
    domain::Thumbprint
        waiting; ///< could become the Auth certificate, and AuthConfig does not name it (authcandidates.h)
    domain::ServerId waitingOn; ///< a server that has it with its key
};

/// An RSA key below the policy's size, or a certificate that its server calls invalid although it has not expired.
[[nodiscard]] bool isPoor(const domain::Certificate &certificate, const Policy &policy, const QDateTime &nowUtc);
/// Whether a problem of the input takes nothing away: a file that is no export of Exchange is not missed.
[[nodiscard]] bool isNote(const Error &problem);

/// Whether it says that a part of the input could not be read, and not only that it holds something else.
[[nodiscard]] bool isDamage(const Error &problem);

/// What all checks share: the inventory with the lookups that keep their cost linear.
/// Lives while one evaluation runs; refers to the inventory that it was made from.
class Picture final {
public:
    Picture(const domain::Inventory &source, const Policy &limits, const QDateTime &now);
    Q_DISABLE_COPY_MOVE(Picture)

    const domain::Inventory &inventory;
    const Policy policy;
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
    /// Of those the copies of one; empty for any other thumbprint.
    [[nodiscard]] QList<Copy> forgottenCopies(const domain::Thumbprint &thumbprint) const;
    /// Of those copies the ones that do no work of their server besides.
    [[nodiscard]] QList<Copy> idleCopies(const domain::Thumbprint &thumbprint) const;
    /// Whether one of those has done its work: it has expired, or is older than the one in use. One that waits while
    /// another is needed has not.
    [[nodiscard]] bool isForgotten(const domain::Thumbprint &thumbprint) const;
    [[nodiscard]] bool isAuth(const domain::Thumbprint &thumbprint) const;
    /// How far the certificate in use can do its work.
    [[nodiscard]] const AuthState &authState() const { return m_authState; }
    /// Every server to which the Auth certificate belongs: not Edge, and 2013 or newer where the version is known.
    [[nodiscard]] const QList<const domain::ServerEntry *> &authServers() const { return m_authServers; }

    /// Whether a part of the input is damaged, or the configuration of the organisation is older than the servers: then it
    /// is not known that something is missing, on any server.
    [[nodiscard]] bool isInputDamaged() const { return m_isInputDamaged; }
    /// Whether every Send connector was read: only then is it known that none names a certificate.
    [[nodiscard]] bool areConnectorsRead() const;
    /// Whether all servers are known and were read, every certificate of them: only then is it known that one is on none.
    [[nodiscard]] bool areAllServersRead() const;
    /// Whether all of them are known and were read, every certificate of them: only then is it known that one is nowhere.
    [[nodiscard]] bool areAuthServersRead() const;

    /// An inventory that holds of the connectors only those that concern the server: rolesOf() stays cheap with it.
    [[nodiscard]] domain::Inventory sliceFor(const domain::ServerId &server) const;

    /// Whole days (domain::wholeDays); negative once expired for a day. Nothing for an invalid date.
    [[nodiscard]] std::optional<qint64> daysLeft(const domain::Certificate &certificate) const;
    [[nodiscard]] bool isExpired(const domain::Certificate &certificate) const;
    /// Expired, or fewer days are left than the policy warns of.
    [[nodiscard]] bool isEnding(const domain::Certificate &certificate) const;

private:
    void indexConnectors(const Result<QList<domain::Connector>> &connectors);
    void indexAuth();
    void indexIdleAuth();
    void judgeAuth();
    [[nodiscard]] std::optional<bool> isOfUse(const QList<Copy> &staged) const;
    [[nodiscard]] bool canSign(const QList<Copy> &copies) const;
    [[nodiscard]] bool isSucceeded(const domain::AuthConfig &auth, const domain::Certificate &current) const;

    QHash<domain::ServerId, const domain::ServerEntry *> m_entries;
    QHash<domain::ServerId, QList<const domain::Connector *>> m_connectors; ///< those that name a certificate
    QList<const domain::Connector *> m_connectorsOfAll; ///< those that name no server
    QHash<domain::Thumbprint, QList<Copy>> m_auth;
    QList<QList<Copy>> m_forgottenAuth;
    QList<QList<Copy>> m_idleAuth; ///< in the same places
    QHash<domain::Thumbprint, qsizetype> m_forgottenPlaces;
    QList<const domain::ServerEntry *> m_authServers;
    AuthState m_authState;
    bool m_isInputDamaged = false;
    bool m_areServersListed = false; ///< all of them: a report of HealthChecker is of one server, and lists that one
};

} // namespace kakuin::advice
